"""What a role belongs to: "juru bicara [Departemen Luar Negeri AS]", "pemimpin [Jepang dan Korea]"."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kawat.actors.branches import abroad, seat
from kawat.actors.entries import Entry
from kawat.actors.find import WHERE, Piece
from kawat.actors.found import Found
from kawat.actors.roles import Role
from kawat.actors.scene import Scene

LONGEST_FILLER = 8
LONGEST_FIELD = 3
MIGRANTS = "migrants"
"""Role of people who are not of the country that they are in."""
SEAT = "seat"
"""Kind of the name of a seat of power, which stands for the state."""
STATES = frozenset({"country", "region"})
BODY_KINDS = frozenset({"body"})
GREATER_KINDS = frozenset({"agency", "body", "party", "organisation"})
CIVIL = frozenset({"CVL", "REF", "LAB", "REL"})
"""Sectors of people who can be some of a larger people, or whom a force counts by (its *women*)."""
Nested = Callable[[Scene, Piece], Found | None]


class Complement(NamedTuple):
    """The owner of a role: an entry or a nested phrase, its countries, and the token behind it."""

    last: int
    entry: Entry | None = None
    nested: Found | None = None
    countries: tuple[str, ...] = ()
    proper: bool = False
    first: int = 0
    """Where a proper name begins."""
    part: bool = False
    """The role belongs to a part of the entry only: "Pusat Penerangan TNI"."""

    @property
    def something(self) -> bool:
        return bool(self.entry or self.nested or self.countries or self.proper)

    @property
    def of(self) -> str:
        """Id of the body that the role belongs to; empty for a country's own role."""
        if self.part:
            return ""
        if self.entry is not None:
            return "" if self.entry.kind in STATES else self.entry.id
        return self.nested.of if self.nested is not None else ""

    def code(self, role: Role) -> str:
        """The body's code, or its country with the role's sector where the body is a state or a union."""
        if self.entry is None or self.entry.kind in STATES or self.entry.kind in ("person", "place"):
            return ""
        armed = self.entry.kind in BODY_KINDS and role.sector not in ("GOV", "UNK")
        return f"{self.entry.country}:{role.sector}" if armed else self.entry.code


def belongs_to(scene: Scene, role: Role, at: int, nested: Nested) -> Complement:
    """The owner of the role whose words end at ``at``."""
    proper = _proper(scene, role, at) if role.proper and scene.capital(at - 1) and not scene.headline else at
    proper = proper if proper > at or role.kind != "person" or role.rank else _body_of(scene, at)
    if proper > at:
        return _own_name(scene, at, proper)
    cursor = at
    modified = at
    for _ in range(LONGEST_FILLER):
        piece = scene.pieces.get(cursor)
        ruler = _ruler(scene, cursor)
        if ruler is not None:
            return ruler
        if piece is not None and _inside_title(scene, piece):
            cursor = piece.last
            continue
        if piece is not None:
            break
        if scene.word(cursor) in scene.roles.modifiers:
            cursor += 1
            modified = cursor
        elif _links(scene, cursor, role) or _fills(scene, cursor, at) or _field(scene, role, cursor):
            cursor += 1
        elif _leads_on(scene, scene.bracket(cursor), cursor, role):
            cursor = scene.bracket(cursor)
        else:
            break
    piece = scene.pieces.get(cursor)
    wanted = piece is not None and not scene.leaning(cursor)
    owner = _owner(scene, role, piece, nested) if piece is not None and wanted else None
    return owner or Complement(cursor if _introduces_name(scene, cursor) else modified)


def _inside_title(scene: Scene, piece: Piece) -> bool:
    """Whether a role word is a part of a long title: "Dirjen Politik dan [Pemerintahan] Umum X"."""
    joined = scene.word(piece.first - 1) in scene.roles.joins and scene.capital(piece.first - 2)
    named = piece.entry is not None or not piece.terms or not scene.capital(piece.first)
    return joined and not named and scene.capital(piece.last) and piece.last not in scene.pieces


def _body_of(scene: Scene, at: int) -> int:
    """Behind an unknown body between a title and a name: "Ketua [Simpul Anu], Budi", "Ketua [X Y] (XY) Budi"."""
    last, first = at, scene.role_at(at)
    if first is not None and first.proper:
        return at
    while scene.capital(last) or (last > at and _joined(scene, last)):
        piece = scene.pieces.get(last)
        if piece is not None and not _part_of_name(piece):
            return at
        last = piece.last if piece is not None else last + 1
    end = scene.bracket(last)
    start = end + (scene.word(end) == ",")
    named = last > at and start > last and not scene.headline and _introduces_name(scene, start)
    only = scene.pieces.get(at)
    state = only is not None and only.entry is not None and only.last == last
    return last if named and not state else at


def _part_of_name(piece: Piece) -> bool:
    """Whether a piece can be a part of an organisation's own name: a country, a word for organisations."""
    role = piece.ref("role", "roles")
    if isinstance(role, Role):
        return role.kind in ("organisation", "people")
    return piece.kind == "ORG" or (piece.entry is not None and piece.entry.kind in (*STATES, "place"))


def _introduces_name(scene: Scene, at: int) -> bool:
    """Whether a name or a rank begins at the token, so that the words before it are a title."""
    piece, rank = scene.pieces.get(at), scene.role_at(at)
    named = piece is not None and (piece.kind == "PER" or _is_person(piece))
    return named or (rank is not None and rank.rank)


def _ruler(scene: Scene, at: int) -> Complement | None:
    """The country of whoever runs a body: "kementerian kesehatan yang dikelola [Hamas]"."""
    piece = scene.pieces.get(at + 2)
    if f"{scene.word(at)} {scene.word(at + 1)}" not in scene.roles.run_by or not piece or not piece.entry:
        return None
    if not scene.known.is_state(piece.entry.country):
        return None
    return Complement(piece.last, None, None, (piece.entry.country,))


def _field(scene: Scene, role: Role, at: int) -> bool:
    """A small word for a person's field, when the owner follows: "profesor [ekonomi] dari X"."""
    for further in range(LONGEST_FIELD):
        if role.kind != "person" or scene.tag(at + further) not in ("NOUN", "ADJ"):
            return False
        following = scene.pieces.get(at + further + 1)
        owner = following is not None and following.entry is not None and following.entry.kind != "person"
        if owner or _links(scene, at + further + 1, role):
            return True
    return False


def _owner(scene: Scene, role: Role, piece: Piece, nested: Nested) -> Complement | None:
    entry = piece.entry
    if piece.kind == "ORG" and role.kind == "person":
        inside = scene.countries_inside(piece.first, piece.last)
        return _greater(scene, piece) or Complement(piece.last, None, None, inside, True, piece.first)
    if (other := abroad(scene, piece)) is not None:
        return Complement(other.last, None, other, other.countries)
    beside = scene.pieces.get(piece.last)
    placed = entry is not None and (entry.kind in STATES or entry.kind == "place") and role.kind == "person"
    if placed and entry is not None and beside is not None and beside.kind == "ORG":
        return Complement(beside.last, None, None, (entry.country,), True, piece.first)
    if entry is not None:
        if entry.kind == "person" and (not role.of_person or scene.known.has_held(entry.id, role.id)):
            return None
        country = scene.known.country_of(entry.id) if entry.kind == "person" else entry.country
        return Complement(piece.last, entry, None, (country,) if country else ())
    inner = scene.role_at(piece.first)
    if inner is None or inner.rank:
        return None
    if inner.kind == "people" and role.kind != "person":
        return _armed(scene, piece, nested) or _of_people(scene, role, piece, nested)
    if inner.kind == "person" and role.kind != "person" and not role.of_person:
        return None
    found = nested(scene, piece)
    if found is None or (inner.kind == "person" and not found.countries and not found.refs):
        return None
    countries = found.countries or tuple(filter(None, (scene.known.country_of(ref) for ref in found.refs)))
    body = scene.known.entries.get(found.refs[0]) if found.refs else None
    return Complement(found.last, body, found, countries)


def _of_people(scene: Scene, role: Role, piece: Piece, nested: Nested) -> Complement | None:
    """The people of whom others are some: "jenazah [warga Anu]", "tahanan [warga Anu]"."""
    found = nested(scene, piece) if role.kind in ("people", "agency") else None
    if found is None or found.sector not in CIVIL or not found.countries or found.first != piece.first:
        return None
    return Complement(found.last, None, None, found.countries)


def _armed(scene: Scene, piece: Piece, nested: Nested) -> Complement | None:
    """The armed group that a word for its people introduces: "pasukan [paramiliter Anu]"."""
    found = nested(scene, piece)
    entry = scene.known.entries.get(found.refs[0]) if found is not None and found.refs else None
    if found is None or entry is None or entry.kind != "group":
        return None
    return Complement(found.last, entry, found, (entry.country,))


def _greater(scene: Scene, piece: Piece) -> Complement | None:
    """The known body right behind the name of a part of it: "Ketua MKD [DPR RI]"."""
    body = scene.pieces.get(piece.last)
    if body is None or body.entry is None or body.entry.kind not in GREATER_KINDS or body.kind in WHERE:
        return None
    return Complement(body.last, body.entry, None, (body.entry.country,), part=True)


def _leads_on(scene: Scene, end: int, at: int, role: Role) -> bool:
    """Whether the owner, or a small word that leads to it, stands behind the bracket that opens at ``at``."""
    return end in scene.pieces or (end > at and _links(scene, end, role))


def _links(scene: Scene, at: int, role: Role) -> bool:
    """A small word that leads to the owner; "in" leads a force only to where it stands."""
    following = scene.pieces.get(at + 1)
    if scene.word(at) not in scene.roles.links or (following is None and not _links(scene, at + 1, role)):
        return False
    if following is not None and following.entry is None and scene.role_at(at + 1) is None:
        return False
    if role.kind != "person" and scene.word(at) in scene.roles.weak:
        return False
    left = scene.word(at) in scene.roles.affiliations and following is not None and following.kind in WHERE
    if left and role.sector == "MIL":
        return False
    local = role.kind in ("person", "people", "organisation") and role.id != MIGRANTS and role.sector != "MIL"
    return local or scene.word(at) not in scene.roles.stations


def _fills(scene: Scene, at: int, start: int) -> bool:
    """A capitalised word of a long title: "Ketua Bidang Hubungan Internasional [MUI]"."""
    if scene.headline or not scene.capital(start - 1):
        return False
    join = scene.word(at) in scene.roles.joins and scene.capital(at + 1) and scene.capital(at - 1)
    following = scene.pieces.get(at + 1)
    return scene.capital(at) or (join and (following is None or _inside_title(scene, following)))


def _proper(scene: Scene, role: Role, at: int) -> int:
    """Behind the capitalised words that make up a name of its own: "Universitas [Gadjah Mada]"."""
    last = at
    while last - at < LONGEST_FILLER and scene.capital(last):
        piece = scene.pieces.get(last)
        if piece is not None and (
            _other_role(piece, role, last == at) or piece.kind == "PER" or _is_person(piece)
        ):
            break
        last = piece.last if piece is not None else last + 1
        last += _joined(scene, last)
    only = scene.pieces.get(at)
    whole = only is not None and only.last == last and only.entry is not None and only.entry.kind in STATES
    return at if whole else last


def _other_role(piece: Piece, role: Role, first: bool) -> bool:
    """Whether a role word ends a name; of an association's name it can be a part ("Aliansi [Buruh]")."""
    other = piece.ref("role", "roles")
    if not isinstance(other, Role):
        return False
    fits = other.kind == "people" or (first and not other.rank and not other.proper)
    return not (fits and role.kind == "organisation")


def _joined(scene: Scene, at: int) -> bool:
    return scene.word(at) in scene.roles.joins and scene.capital(at + 1) and at + 1 not in scene.pieces


def _is_person(piece: Piece | None) -> bool:
    return piece is not None and piece.entry is not None and piece.entry.kind == "person"


def _own_name(scene: Scene, at: int, last: int) -> Complement:
    """The owner where the role has a name of its own; a country inside the name is its country."""
    inside = [piece.entry for first, piece in scene.pieces.items() if at <= first < last and piece.entry]
    bodies = [entry for entry in inside if entry.kind not in STATES and entry.kind != "place"]
    if bodies and inside[-1] is bodies[-1] and _ends(scene, bodies[-1], last):
        return Complement(
            last, bodies[-1], None, (bodies[-1].country,), part=len(inside) > 1 or not _starts(scene, at)
        )
    power = next((p for f, p in scene.pieces.items() if f >= at and p.last == last and p.kind == SEAT), None)
    if power is not None and power.entry is not None:
        return Complement(last, None, None, (power.entry.country,), part=True)
    seated = _seated(scene, at, last)
    if seated is not None:
        return Complement(last, seated, None, (seated.country,), part=True)
    if not inside and scene.word(last) in (",", *scene.roles.stations):
        beside = scene.pieces.get(last + 1)
        inside = [beside.entry] if beside and beside.entry and beside.kind in (*WHERE, "name") else []
    countries = (inside[-1].country,) if inside else ()
    return Complement(last, None, None, countries, True, at)


def _seated(scene: Scene, at: int, last: int) -> Entry | None:
    """The arm of a state within a longer name that ends with the place of its branch: "Komisi A [DPRD Kota X]"."""
    inside = [(p.entry, p.last) for first, p in scene.pieces.items() if at <= first < last]
    arms = [
        (entry, end) for entry, end in inside if entry is not None and entry.kind == "agency" and end < last
    ]
    return next(
        (e for e, end in arms if seat(scene, e, end) == last or scene.word(end) in scene.roles.units), None
    )


def _starts(scene: Scene, at: int) -> bool:
    piece = scene.pieces.get(at)
    return piece is not None and piece.entry is not None


def _ends(scene: Scene, entry: Entry, last: int) -> bool:
    return any(piece.entry is entry and piece.last == last for piece in scene.pieces.values())


def _with_seat(scene: Scene, owner: Complement) -> Complement:
    """The owner with what says whose part or where it is: "MKD [DPR RI]", "Polda [Jateng]"."""
    entry, beside = owner.entry, scene.pieces.get(owner.last)
    if entry is not None and (last := seat(scene, entry, owner.last)) > owner.last:
        return owner._replace(last=last)
    if entry is None or entry.kind not in GREATER_KINDS or beside is None or beside.entry is None:
        return owner
    greater = beside.entry.kind in GREATER_KINDS or beside.entry.kind in ("place", "region")
    alike = beside.entry.country == entry.country and beside.entry.kind != "person"
    return owner._replace(last=seat(scene, beside.entry, beside.last)) if greater and alike else owner


def behind_bracket(scene: Scene, owner: Complement) -> Complement:
    """The owner, or the greater body behind it: "Badan Anggaran (Banggar) [DPR]", "Fraksi PKS [DPR]"."""
    if owner.entry is not None and owner.entry.kind != "party":
        return _with_seat(scene, owner)
    end = scene.bracket(owner.last)
    piece = scene.pieces.get(end)
    of_party = owner.entry is not None and owner.entry.kind == "party"
    vague = end > owner.last and owner.entry is None and not owner.countries
    if not (of_party or vague) or piece is None or piece.entry is None:
        return owner
    if vague and (piece.kind in WHERE or piece.entry.kind == "place"):
        return owner._replace(last=piece.last, countries=(piece.entry.country,))
    if piece.entry.kind in (*STATES, "person", "place", "media"):
        return owner
    last = seat(scene, piece.entry, piece.last)
    return Complement(last, piece.entry, None, (piece.entry.country,), part=True)


def listed(scene: Scene, role: Role, owner: Complement) -> tuple[Complement, int]:
    """The owner with the countries that follow it: ", B, dan C"; the last must be joined by a word."""
    entry = owner.entry
    if entry is None or entry.kind not in STATES or (role.own and role.kind == "person"):
        return owner, owner.last
    more, last = _more_countries(scene, scene.bracket(owner.last))
    if not more or _named_after(scene, last):
        return owner, owner.last
    return owner._replace(last=last, countries=(*owner.countries, *more)), last


def _more_countries(scene: Scene, at: int) -> tuple[tuple[str, ...], int]:
    more: list[str] = []
    joined, last = False, at
    while not joined:
        cursor = last + (scene.word(last) == ",")
        joined = scene.word(cursor) in scene.roles.joins
        piece = scene.pieces.get(cursor + joined)
        if cursor + joined == last or piece is None or piece.entry is None or piece.entry.kind != "country":
            break
        more.append(piece.entry.country)
        last = scene.bracket(piece.last)
    return (tuple(more), last) if joined and more else ((), at)


def _named_after(scene: Scene, at: int) -> bool:
    piece = scene.pieces.get(at)
    return piece is not None and (piece.kind == "PER" or _is_person(piece))
