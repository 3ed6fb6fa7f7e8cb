"""From pieces to mentions: role phrases with what they belong to, names with their appositions, lists."""

from __future__ import annotations

import msgspec

from kawat.actors.branches import EMBASSY, abroad, host, local_branch, seat
from kawat.actors.complement import Complement, behind_bracket, belongs_to, listed
from kawat.actors.find import LONGEST_NAME, WHERE, Piece
from kawat.actors.found import Found, head_of, is_subject
from kawat.actors.ground import cheering, ground, standing, stationed
from kawat.actors.lists import with_listed, with_series
from kawat.actors.naming import capital_run, kin_name, of_another_state, over_clause, over_origin, over_ranks
from kawat.actors.pointing import is_clitic, pointing
from kawat.actors.roles import Role, pronouns, roles
from kawat.actors.scene import Scene, is_headline
from kawat.actors.sectors import Start, agency_id, inherited_sector, rightful, sent_to, telling_sector
from kawat.actors.whoswho import WhosWho
from kawat.records import NOWHERE, Sentence

LONGEST_CASE = 7
"""Tokens that say in which case somebody stands."""
ROAMING = frozenset({"SOC", "BUS", "EDU", "LAB", "REL"})
"""Sectors whose people can be of any country where their body tells none."""
LAWYER = "lawyer"
"""Role of those who are of the body that they work for, though not of the person."""
ANYWHERE = frozenset({"SOC", "LAB", "REL", "JRN"})
"""Sectors that the name of a body tells also where it tells no country."""
SOCIETY = "SOC"
"""Sector of an unknown body whose name tells none."""
POLICE = "COP"
LOCAL_SECTORS = frozenset({"COP", "CVL", "EDU", "LAB"})
"""Where they are tells whose they are; armies and courts are also abroad."""
NAMED_KINDS = frozenset({"group", "party", "media", "company", "organisation", "body"})
"""Entries that a noun for an organisation only introduces: "kelompok Hamas", "kantor berita Yonhap"."""


def scene_of(sentence: Sentence, found: dict[int, Piece], known: WhosWho) -> Scene:
    """The sentence with its pieces and the words of its language."""
    lower = tuple(token.text.lower() for token in sentence.tokens)
    words, back = roles(known.language), pronouns(known.language)
    return Scene(sentence, found, known, words, back, lower, is_headline(sentence))


def mentions(scene: Scene) -> list[Found]:
    """The sentence's mentions from left to right; none inside another."""
    out: list[Found] = []
    at = 0
    while at < len(scene.lower):
        piece = scene.pieces.get(at)
        found = mention_at(scene, piece) if piece else None
        if found:
            out.append(found)
        at = max(at + 1, found.last) if found else at + 1
    headed = (_headed(scene, found) for found in with_listed(scene, with_series(scene, out)))
    return [found for found in headed if found.kind != "region" or found.subject]


def _headed(scene: Scene, found: Found) -> Found:
    head = head_of(scene.sentence, found.first, found.last)
    controls = scene.sentence.tokens[head].dep == "obj" and scene.tag(found.last) == "VERB"
    subject = is_subject(scene.sentence, head) or controls
    return msgspec.structs.replace(found, head=head, subject=subject)


def mention_at(scene: Scene, piece: Piece) -> Found | None:
    """The mention that begins with the piece; none where it only tells whose side others take."""
    kind, entry = piece.kind, piece.entry
    if scene.leaning(piece.first):
        return None
    if entry is not None and entry.kind != "person":
        return _entry(scene, piece)
    if entry is not None or kind == "PER":
        return _person(scene, piece)
    if kind in ("ORG", "LOC"):
        return _apposed_name(scene, piece) or (_organisation(scene, piece) if kind == "ORG" else None)
    back = pointing(scene, piece)
    if back and (told := _told_in_bracket(scene, back)):
        return told
    role = piece.ref("role", "roles")
    if isinstance(role, Role):
        phrase = role_phrase(scene, piece, role)
        return back if back and (phrase is None or phrase.last <= back.last) else phrase
    return back


def _told_in_bracket(scene: Scene, back: Found) -> Found | None:
    """Who is meant by words that point back, where a bracket behind them says so: "beliau (Presiden Anu)"."""
    inner = scene.pieces.get(back.last + 1) if scene.word(back.last) == "(" else None
    told = mention_at(scene, inner) if inner is not None else None
    if told is None or scene.word(told.last) != ")":
        return None
    return msgspec.structs.replace(told, first=back.first, last=told.last + 1)


# --- entries and names ---------------------------------------------------------------------------


def _entry(scene: Scene, piece: Piece) -> Found | None:
    entry = piece.entry
    assert entry is not None
    if (other := abroad(scene, piece)) is not None:
        return other
    last = scene.bracket(piece.last)
    alias = scene.text(piece.last + 1, last - 1) if last > piece.last else ""
    last = scene.bracket(seat(scene, entry, last))
    kind, how = entry.kind, piece.kind
    if how in WHERE and (how == "place" or _says_where(scene, piece)):
        kind = "place"
    elif how == "capital":
        how = "seat"
    name = scene.text(piece.first, piece.last)
    if entry.kind == "company" and (branch := local_branch(scene, piece)) is not None:
        return branch
    how = "acronym" if how == "name" and name.isupper() and name.isalpha() else how
    found = Found(scene.sentence.index, piece.first, last, piece.first, kind, how, (entry.id,), name)
    return msgspec.structs.replace(found, countries=(entry.country,), code=entry.code, alias=alias)


def _says_where(scene: Scene, piece: Piece) -> bool:
    """Whether a capital's name is a place here: behind a word of place, or beside another place."""
    previous = scene.word(piece.first - 1)
    if previous in scene.pronouns.locatives:
        return True
    follows_place = previous == "," and scene.capital(piece.first - 2) and not scene.headline
    after = scene.pieces.get(piece.last + 1) if scene.word(piece.last) == "," else None
    return follows_place or (after is not None and after.kind in ("name", *WHERE) and after.entry is not None)


def _organisation(scene: Scene, piece: Piece) -> Found | None:
    """A body met first; the part of a known arm of a state that stands behind it is that arm."""
    whole = scene.pieces.get(piece.last)
    if (
        whole is not None
        and whole.entry is not None
        and whole.entry.kind == "agency"
        and whole.kind == "name"
    ):
        part = _entry(scene, whole)
        return msgspec.structs.replace(part, first=piece.first) if part else None
    last = scene.bracket(piece.last)
    alias = scene.text(piece.last + 1, last - 1) if last > piece.last else ""
    name = scene.text(piece.first, piece.last)
    found = Found(scene.sentence.index, piece.first, last, piece.first, "organisation", name=name)
    countries = scene.countries_inside(piece.first, piece.last)
    sector = telling_sector(name, scene.roles)
    told = sector and (countries or sector in ANYWHERE)
    code = f"{countries[0] if countries else NOWHERE}:{sector}" if told else ""
    return msgspec.structs.replace(found, alias=alias, local=False, code=code)


def _apposed_name(scene: Scene, piece: Piece) -> Found | None:
    """A name taken for a place or an organisation, which the role behind it makes a person."""
    person = _person(scene, piece)
    return person if person.role and LONGEST_NAME >= piece.last - piece.first > 1 else None


def _person(scene: Scene, piece: Piece) -> Found:
    """A name, and the role that follows it between commas."""
    first = _titled(scene, piece.first)
    name = scene.text(piece.first, piece.last)
    refs = (piece.entry.id,) if piece.entry else ()
    last = scene.bracket(piece.last)
    alias = scene.text(piece.last + 1, last - 1) if last > piece.last else ""
    bare = Found(scene.sentence.index, first, last, piece.first, "person", "name", refs, name, alias=alias)
    role = _apposed(scene, last) or (None if refs else _affiliated(scene, last))
    if role is None:
        return bare
    return msgspec.structs.replace(role, first=first, refs=refs or role.refs, name=name, how="name")


def _affiliated(scene: Scene, at: int) -> Found | None:
    """The body behind a name to which somebody belongs: "[Anu] dari Yayasan X"; a place alone is none."""
    if scene.word(at) not in scene.roles.affiliations or scene.headline:
        return None
    last, body, unknown, countries = at + 1, "", False, tuple[str, ...]()
    while scene.capital(last) and last - at <= 2 * LONGEST_NAME:
        piece = scene.pieces.get(last)
        role, entry = scene.role_at(last), piece.entry if piece is not None else None
        opens = piece is not None and piece.kind == "PER" and last == at + 1
        if opens or (role is not None and role.kind != "organisation"):
            return None
        if entry is not None and entry.kind == "person":
            return None
        unknown = unknown or role is not None or (piece is not None and piece.kind == "ORG")
        if entry is not None:
            countries = (entry.country,)
            body = body if entry.kind in ("country", "place", "region") else entry.id
        last = piece.last if piece is not None else last + 1
        last += scene.word(last) == "-" and scene.capital(last + 1)
    if not (body or unknown):
        return None
    found = Found(scene.sentence.index, at, scene.bracket(last), at, "person", "role", (), role="member")
    sector = telling_sector(scene.text(at + 1, last), scene.roles) or SOCIETY
    return msgspec.structs.replace(
        found,
        role_text=scene.text(at + 1, last),
        sector=sector,
        code=scene.known.entries[body].code if body else "",
        of=body,
        countries=countries,
        local=False,
    )


def _titled(scene: Scene, first: int) -> int:
    while scene.titled(first - 1):
        first -= 1
    return first


def _apposed(scene: Scene, at: int) -> Found | None:
    """The role phrase behind a name, after a comma or a word of being; one with a name belongs to another."""
    start = at + 1 if scene.word(at) == "," else at
    equal = _equal(scene, start)
    if start == at and equal == start:
        return None
    start = equal
    before = (*scene.roles.former, *scene.roles.deputies, *scene.roles.one, *scene.roles.one_of)
    while scene.word(start) in before and scene.role_at(start) is None:
        start += 1
    role = scene.role_at(start)
    if role is not None and role.kind == "people" and scene.word(start - 1) in scene.roles.one_of:
        one = role_phrase(scene, scene.pieces[start], role)
        return msgspec.structs.replace(one, kind="person", many=False) if one and _bare_role(one) else None
    if role is None or role.kind != "person":
        return None
    phrase = role_phrase(scene, scene.pieces[start], role)
    return _second_role(scene, start, phrase) or (phrase if phrase and _bare_role(phrase) else None)


def _bare_role(phrase: Found) -> bool:
    return not (phrase.name or phrase.refs or phrase.pointer)


def _second_role(scene: Scene, start: int, phrase: Found | None) -> Found | None:
    """The role after "sekaligus" that says whose somebody is, where the first does not."""
    if phrase is not None and (phrase.countries or phrase.code or phrase.body):
        return None
    first = scene.pieces[start].last if phrase is None else phrase.last
    for at in range(first, first + 2):
        role = scene.role_at(at + 1) if scene.word(at) in scene.roles.also else None
        if role is not None and role.kind == "person":
            second = role_phrase(scene, scene.pieces[at + 1], role)
            told = second is not None and second.countries and not (second.name or second.refs)
            return msgspec.structs.replace(second, pointer=False) if told and second else None
    return None


def _equal(scene: Scene, at: int) -> int:
    """The token behind words such as "yang merupakan" that begin at ``at``."""
    found = next((words for words in scene.roles.equals if scene.says(at, words)), "")
    return at + len(found.split())


# --- role phrases --------------------------------------------------------------------------------


def role_phrase(scene: Scene, piece: Piece, role: Role) -> Found | None:
    """A role with what stands before it, what it belongs to, and the name that it introduces."""
    start = Start.of(scene, piece)
    owner = behind_bracket(scene, belongs_to(scene, role, piece.last, _nested))
    owner = cheering(scene, role, standing(scene, role, rightful(scene, piece, role, owner)))
    owner, last = listed(scene, role, owner)
    counted = role.kind == "person" and scene.counted(last)
    last += counted
    last = host(scene, last) if role.id == EMBASSY and owner.something else last
    opened, last = last, scene.bracket(last)
    alias = scene.text(opened + 1, last - 1) if last > opened else ""
    last, to = sent_to(scene, last) if role.kind == "person" else (last, "")
    crowd = role.kind == "people" and not role.local
    owned = not owner.something and not crowd and is_clitic(scene, last)
    last += owned
    pointer = scene.pointer(last)
    last += pointer
    unnamed = role.kind == "country" and start.many
    if not (role.alone or owner.something or pointer or owned or unnamed):
        return None
    phrase = _phrase(scene, piece, role, owner, start)
    phrase = msgspec.structs.replace(phrase, last=last, to=to, pointer=pointer, alias=alias, owned=owned)
    if counted:
        phrase = msgspec.structs.replace(phrase, role_text=scene.text(phrase.first, last))
    if not owner.something and any(scene.word(t) in scene.roles.here for t in range(piece.first, last)):
        phrase = msgspec.structs.replace(phrase, here=True)
    if not owner.something and not pointer:
        phrase = _shared(scene, phrase, role)
        on_duty = scene.headline and (role.echo or role.sector == POLICE)
        if on_duty or (role.sector in LOCAL_SECTORS and role.kind in ("people", "agency")):
            march = phrase.word in scene.roles.marchers
            where = ground(scene, last, march) if scene.headline else stationed(scene, last)
            where = NOWHERE if scene.headline and scene.word(last) in scene.roles.worldly else where
            phrase = msgspec.structs.replace(phrase, where=where)
    if role.kind == "people" and not phrase.many and not owner.something and not pointer and not owned:
        return _named_one(scene, phrase)
    if role.kind == "person" and not pointer and not phrase.many:
        return _explained(
            scene, _with_name(scene, _passed_on(scene, phrase, owner) if role.alone else phrase)
        )
    return phrase


def _named_one(scene: Scene, phrase: Found) -> Found:
    """One of a kind with a name: "tersangka [Budi Anu]", "buron kasus suap, [Budi Anu]"."""
    at = _over_case(scene, phrase.last)
    at += scene.word(at) == ","
    piece = scene.pieces.get(at)
    if piece is None or piece.kind != "PER" or scene.headline:
        return phrase
    name, last = scene.text(at, piece.last), scene.bracket(piece.last)
    alias = scene.text(piece.last + 1, last - 1) if last > piece.last else ""
    return msgspec.structs.replace(phrase, kind="person", last=last, name=name, alias=alias, local=False)


def _over_case(scene: Scene, at: int) -> int:
    """Behind the words that say in which case somebody stands: "kasus dugaan suap"."""
    if scene.word(at) not in scene.roles.cases:
        return at
    last = at + 1
    while last - at < LONGEST_CASE and scene.tag(last) in ("NOUN", "ADJ", "PROPN", "NUM", "ADP"):
        if (piece := scene.pieces.get(last)) is not None and piece.kind == "PER":
            break
        last += 1
    return last


def _passed_on(scene: Scene, phrase: Found, owner: Complement) -> Found:
    """The phrase with a name that its owner took but cannot bear ("Utusan Khusus Presiden [Anu]")."""
    nested = owner.nested
    if nested is None or nested.kind != "person" or not nested.name or phrase.name:
        return phrase
    principal = any(scene.known.has_held(ref, nested.role) for ref in nested.refs)
    return phrase if principal else msgspec.structs.replace(phrase, name=nested.name, refs=nested.refs)


def _shared(scene: Scene, phrase: Found, role: Role) -> Found:
    """The phrase with the owner of the like one that is joined to it: "kedutaan dan konsulat [AS]"."""
    at = phrase.last
    other, beside = scene.role_at(at + 1), scene.pieces.get(at + 1)
    if scene.word(at) in scene.roles.joins and beside is not None and beside.entry is not None:
        alike = beside.entry.kind in (role.kind, "people")
        return msgspec.structs.replace(phrase, countries=(beside.entry.country,)) if alike else phrase
    if scene.word(at) not in scene.roles.joins or other is None or other.kind != role.kind:
        return phrase
    joined = role_phrase(scene, scene.pieces[at + 1], other)
    if joined is None or joined.name or joined.refs:
        return phrase
    return msgspec.structs.replace(phrase, countries=joined.countries)


def _explained(scene: Scene, phrase: Found) -> Found:
    """The phrase with the role behind its name, where its own names no owner: "Mayjen Anu, Kepala X"."""
    if phrase.countries or phrase.code or not (phrase.name or phrase.refs):
        return phrase
    role = _apposed(scene, phrase.last)
    if role is None:
        return phrase
    return msgspec.structs.replace(
        role, first=phrase.first, refs=phrase.refs, name=phrase.name, head=phrase.head
    )


def _phrase(scene: Scene, piece: Piece, role: Role, owner: Complement, start: Start) -> Found:
    deputy = start.deputy or scene.word(piece.first) in scene.roles.deputies
    id = f"deputy-{role.id}" if deputy and not role.id.startswith("deputy-") else role.id
    shadow = scene.word(piece.last) in scene.roles.shadow
    sector = "PTY" if start.candidate else "OPP" if shadow else role.sector
    sector = inherited_sector(scene, piece, role, owner) or sector
    kind, refs = str(role.kind), tuple[str, ...]()
    if kind == "country" and owner.nested is not None and owner.nested.kind != "country":
        kind, id = owner.nested.kind, owner.nested.role
    serves = role.id == LAWYER and owner.entry is not None and owner.entry.kind in ("organisation", "agency")
    code = "" if role.own and not serves else owner.code(role)
    if owner.entry is not None and role.kind == "organisation" and owner.entry.kind in NAMED_KINDS:
        code = owner.entry.code
    if owner.entry is not None and role.kind != "person" and code == owner.entry.code:
        kind, refs = owner.entry.kind, (owner.entry.id,)
    found = Found(scene.sentence.index, start.first, owner.last, piece.first, kind, "role", refs)
    return msgspec.structs.replace(
        found,
        name=scene.text(piece.first, owner.last) if owner.proper and kind != "person" else "",
        role=id,
        role_text=scene.text(start.first, owner.last),
        body=scene.text(owner.first, owner.last) if owner.proper and kind == "person" else "",
        word=scene.text(piece.first, piece.last).lower(),
        countries=owner.countries,
        sector=sector,
        second=role.second if not owner.something else "",
        code=code,
        of=f"part of {scene.text(piece.last, owner.last)}"
        if owner.part
        else owner.of or agency_id(scene, owner),
        many=start.many,
        former=start.former,
        local=(role.local or owner.proper)
        and not (owner.proper and kind == "person" and sector in ROAMING)
        and not (owner.nested is not None and owner.nested.kind == "people" and not owner.countries),
        homely=scene.text(piece.first, piece.last).lower() in scene.roles.homely,
        echo=role.echo,
    )


def _with_name(scene: Scene, phrase: Found) -> Found:
    """The phrase with the name behind it, over ranks and titles, a second office or a comma."""
    at = phrase.last
    if scene.word(at) in scene.roles.also and scene.role_at(at + 1):
        second = mention_at(scene, scene.pieces[at + 1])
        if second and second.kind == "person" and (second.name or second.refs):
            return msgspec.structs.replace(phrase, last=second.last, name=second.name, refs=second.refs)
        return phrase
    if phrase.name:
        return phrase
    at = over_clause(scene, at)
    comma = scene.word(at) == ","
    at = over_ranks(scene, over_origin(scene, at + comma))
    piece = scene.pieces.get(at)
    if piece is not None and (piece.kind == "PER" or (piece.entry and piece.entry.kind == "person")):
        if comma and of_another_state(scene, phrase, piece):
            return phrase
        refs = (piece.entry.id,) if piece.entry else ()
        last = piece.last
        return msgspec.structs.replace(phrase, last=last, name=scene.text(at, last), refs=refs)
    last = at if scene.headline else kin_name(scene, at) or capital_run(scene, at)
    enclosed = last - at > 1 and scene.word(last) == ","
    if last == at or (comma and not enclosed):
        return phrase
    return msgspec.structs.replace(phrase, last=last, name=scene.text(at, last))


def _nested(scene: Scene, piece: Piece) -> Found | None:
    role = piece.ref("role", "roles")
    return role_phrase(scene, piece, role) if isinstance(role, Role) else None
