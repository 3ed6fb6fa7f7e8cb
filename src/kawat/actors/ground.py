"""Where a crowd or the police is, as far as the words of its sentence say so."""

from __future__ import annotations

from kawat.actors.branches import EMBASSY
from kawat.actors.complement import Complement
from kawat.actors.find import WHERE
from kawat.actors.roles import Role
from kawat.actors.scene import Scene
from kawat.records import NOWHERE

SUPPORTERS = "supporters"
"""Role of people who are for somebody."""
NEAR = 4
"""How many words behind a word of being there may stand before the place."""
STANDS = frozenset({"country", "place", "organisation", "body", "agency"})
"""Kinds of entry at which somebody can be, and that lie in their country."""


def stationed(scene: Scene, at: int) -> str:
    """Country of the first place that the sentence names behind ``at`` and a word of being there."""
    for token in range(at, len(scene.lower)):
        piece = scene.pieces.get(token + 1)
        if scene.word(token) in scene.roles.stations and piece is not None and piece.entry is not None:
            return piece.entry.country if piece.kind in ("name", *WHERE) else ""
    return ""


def ground(scene: Scene, at: int, march: bool = False) -> str:
    """The same in a headline, where words may stand before the place: "di kampus [Anu]", "di museum X [Anu]".

    Where a crowd marches (``march``) tells whose it is, not where the war is against which it does.
    """
    stations = (t for t in range(at, len(scene.lower)) if scene.word(t) in scene.roles.stations)
    named = (t for t in stations if not (march and scene.word(t - 1) in scene.roles.topics))
    return next((country for token in named if (country := _behind(scene, token + 1))), "")


def standing(scene: Scene, role: Role, owner: Complement) -> Complement:
    """The owner of a house, or the place behind where it stands: "rumah sakit Anu [di Kota]"."""
    entry = owner.entry
    if role.kind != "organisation" or not role.proper or entry is None or entry.kind != "country":
        return owner
    place = scene.pieces.get(owner.last + (scene.word(owner.last) in scene.roles.stations))
    if place is None or place.entry is None or place.kind not in WHERE:
        return owner
    return Complement(owner.last, countries=(place.entry.country,))


def cheering(scene: Scene, role: Role, owner: Complement) -> Complement:
    """The owner of people who only take a country's side: they are of the place where they are, if of any."""
    entry = owner.entry
    if role.id != SUPPORTERS or entry is None or entry.kind not in ("country", "place"):
        return owner
    march = ground(scene, owner.last, True) if scene.headline else stationed(scene, owner.last)
    return Complement(owner.last, countries=(march or NOWHERE,))


def _behind(scene: Scene, first: int) -> str:
    """Country of the first entry behind a word of being there; empty behind a verb, a sign, or a body's house."""
    for token in range(first, first + NEAR):
        piece, role = scene.pieces.get(token), scene.role_at(token)
        if piece is not None and piece.entry is not None:
            stands = (
                piece.kind in ("name", *WHERE) and piece.entry.kind in STANDS and piece.entry.role != EMBASSY
            )
            if piece.entry.kind == "region":
                return NOWHERE
            return piece.entry.country if stands and scene.known.is_state(piece.entry.country) else ""
        other = role is not None and (role.kind not in ("organisation", "agency") or role.id == EMBASSY)
        if other or scene.tag(token) in ("VERB", "PUNCT") or scene.word(token) in scene.roles.stations:
            return ""
    return ""
