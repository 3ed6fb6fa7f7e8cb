"""Branches of an arm of a state: where they sit, and the like arm of another state."""

from __future__ import annotations

import msgspec

from kawat.actors.entries import Entry
from kawat.actors.find import WHERE, Piece
from kawat.actors.found import Found
from kawat.actors.scene import Scene

EMBASSY = "embassy"
"""Role of the arm of a state that sits in other states."""
LANDS = frozenset({"country", "region", "place"})


def seat(scene: Scene, entry: Entry, at: int) -> int:
    """Behind the place that says which branch of an arm or a party is meant: "Polda [Jateng]", "KBRI [Tokyo]"."""
    if entry.role == EMBASSY:
        return host(scene, at)
    unit = scene.word(at) in scene.roles.units and scene.capital(at)
    beside = scene.pieces.get(at + unit)
    if entry.kind not in ("agency", "party") or beside is None or beside.entry is None:
        return at
    place = beside.kind in WHERE or beside.entry.kind == "place"
    return beside.last if place and beside.entry.country == entry.country else at


def local_branch(scene: Scene, piece: Piece) -> Found | None:
    """A firm's branch in another country, whose name a headline puts behind the firm's: "Perusahaan Anu [Kamboja]"."""
    beside = scene.pieces.get(piece.last)
    if not scene.headline or piece.entry is None or beside is None or beside.entry is None:
        return None
    land = beside.entry.kind in ("country", "place") and beside.kind in ("name", *WHERE)
    if not land or beside.entry.country == piece.entry.country:
        return None
    name = scene.text(piece.first, beside.last)
    found = Found(scene.sentence.index, piece.first, beside.last, piece.first, "company", "name", (), name)
    return msgspec.structs.replace(
        found, countries=(beside.entry.country,), code=f"{beside.entry.country}{piece.entry.code[3:]}"
    )


def host(scene: Scene, at: int) -> int:
    """Behind the place where an embassy is: "KBRI [Tokyo]", "kedutaan AS [di Jakarta]"."""
    beside = scene.pieces.get(at + (scene.word(at) in scene.roles.stations))
    if beside is None or beside.entry is None or beside.kind not in ("name", "seat", *WHERE):
        return at
    if beside.entry.kind not in LANDS:
        return at
    state = scene.pieces.get(beside.last + 1) if scene.word(beside.last) == "," else None
    whole = state is not None and state.entry is not None and state.entry.kind == "country"
    return (
        state.last
        if whole and state and state.entry and state.entry.country == beside.entry.country
        else beside.last
    )


def abroad(scene: Scene, piece: Piece) -> Found | None:
    """The like arm of another state that home's short name means before its name: "Kemlu [Thailand]"."""
    entry, beside = piece.entry, scene.pieces.get(piece.last)
    if entry is None or not entry.role or entry.country != scene.roles.home or entry.role == EMBASSY:
        return None
    if beside is None or beside.entry is None or beside.entry.kind != "country" or beside.kind != "name":
        return None
    country = beside.entry.country
    if country == entry.country:
        return None
    words = scene.text(piece.first, beside.last)
    known = scene.known.agencies.get((country, entry.role), "")
    found = Found(scene.sentence.index, piece.first, beside.last, piece.first, "agency", "role")
    return msgspec.structs.replace(
        found,
        refs=(known,) if known else (),
        role=entry.role,
        role_text=words,
        word=scene.text(piece.first, piece.last).lower(),
        countries=(country,),
        sector=entry.code[4:],
        code=f"{country}{entry.code[3:]}",
    )
