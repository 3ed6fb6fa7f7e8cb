"""What a role takes over from the words around it: former or deputy, the body's arm, the sector it inherits."""

from __future__ import annotations

import msgspec

from kawat.actors.complement import Complement
from kawat.actors.find import Piece
from kawat.actors.roles import Role, Roles
from kawat.actors.scene import Scene
from kawat.actors.whoswho import CITIZEN

CAPTIVES = "captives"
"""Role of people who are not of the country of the group that holds them."""


def rightful(scene: Scene, piece: Piece, role: Role, owner: Complement) -> Complement:
    """The owner as far as such people can have one: citizens of home stay so abroad, suspects are nobody's."""
    if role.kind != "people" or not owner.something:
        return owner
    captor = owner.entry.country if owner.entry is not None and owner.entry.kind == "group" else ""
    if role.id == CAPTIVES and captor in scene.roles.across:
        return Complement(owner.last, countries=(scene.roles.across[captor],))
    homely = scene.text(piece.first, piece.last).lower() in scene.roles.homely
    accused = role.own and owner.entry is not None and owner.entry.kind == "agency"
    return Complement(piece.last) if homely or accused else owner


class Start(msgspec.Struct, frozen=True):
    """What stands before a role word and changes its meaning."""

    first: int
    many: bool = False
    former: bool = False
    candidate: bool = False
    deputy: bool = False

    @classmethod
    def of(cls, scene: Scene, piece: Piece) -> Start:
        words, first = scene.roles, piece.first
        groups = (words.many, words.former, words.candidate, words.deputies, words.one)
        seen = [False] * len(groups)
        tokens = scene.sentence.tokens
        while first > 0:
            one = scene.word(first - 1)
            two = f"{scene.word(first - 2)} {one}"
            longer = any(two in group for group in groups)
            hits = [n for n, group in enumerate(groups) if (two if longer else one) in group]
            if not hits and tokens[first - 1].upos != "NUM":
                break
            for n in hits or [0]:
                seen[n] = True
            first -= 1 + longer
        many = seen[0] or piece.kind == "roles"
        return cls(max(first, 0), many, seen[1], seen[2], seen[3])


def agency_id(scene: Scene, owner: Complement) -> str:
    """Id of the arm of a state that the role belongs to ("juru bicara [kementerian luar negeri Rusia]")."""
    nested = owner.nested
    if nested is None or nested.kind != "agency":
        return ""
    if not owner.countries:
        return nested.role
    known = scene.known.agencies.get((owner.countries[0], nested.role))
    return known or f"{owner.countries[0].lower()}.{nested.role}"


def _headed_by(scene: Scene, piece: Piece, sector: str) -> str:
    """The sector for a title that heads of anything bear; empty for the titles of a state."""
    title = scene.text(piece.first, piece.last).lower()
    if title in scene.roles.company_heads:
        return "BUS"
    elected = title in scene.roles.elected and sector != CITIZEN
    return sector if title in scene.roles.heads or elected else ""


def inherited_sector(scene: Scene, piece: Piece, role: Role, owner: Complement) -> str:
    """The sector that a role takes over from the phrase it belongs to; empty when it keeps its own."""
    if role.own:
        return ""
    if owner.proper and owner.nested is None:
        told = telling_sector(scene.text(owner.first, owner.last), scene.roles)
        return (told or _headed_by(scene, piece, "SOC")) if role.kind == "person" else ""
    nested = owner.nested
    if not owner.something:
        return _headed_by(scene, piece, CITIZEN)
    vague = nested is not None and nested.kind == "agency" and not (nested.countries or nested.code)
    if nested is None or nested.kind == "country" or (vague and not role.local):
        return ""
    return nested.sector if nested.kind != "person" or role.sector == "UNK" else ""


def telling_sector(name: str, words: Roles) -> str:
    """Sector that a word in an organisation's name tells; empty when none does."""
    parts = set(name.lower().split())
    return next((sector for sector, telling in words.telling.items() if parts & set(telling)), "")


def sent_to(scene: Scene, last: int) -> tuple[int, str]:
    """Where an envoy is sent: "untuk PBB"."""
    piece = scene.pieces.get(last + 1) if scene.word(last) in scene.roles.towards else None
    if piece is None or piece.entry is None or piece.entry.kind == "person":
        return last, ""
    return scene.bracket(piece.last), piece.entry.id
