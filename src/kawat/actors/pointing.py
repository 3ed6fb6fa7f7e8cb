"""Mentions that point back: pronouns, pair words, and nouns with a pointer ("negara itu")."""

from __future__ import annotations

import msgspec

from kawat.actors.find import Piece
from kawat.actors.found import Found
from kawat.actors.roles import Definite, Pair, Pronoun, Role
from kawat.actors.scene import Scene

LONGEST_FIELD = 2
LONGEST_CLAUSE = 7
"""Tokens between a noun and the pointer that ends the clause behind it."""


def pointing(scene: Scene, piece: Piece) -> Found | None:
    """A pronoun, a pair word, or a noun with a pointer ("negara itu")."""
    first, last = piece.first, piece.last
    number = scene.sentence.index
    ref = piece.ref("pair", "pronoun", "definite")
    if isinstance(ref, Pair):
        last += scene.pointer(last)
        found = Found(number, first, last, first, "pair", "pair", kinds=ref.kinds)
        return msgspec.structs.replace(found, sector=ref.sector, many=True, top=ref.top)
    if isinstance(ref, Pronoun):
        how = "clitic" if ref.clitic else "pronoun"
        found = Found(number, first, last, first, "pronoun", how, kinds=ref.kinds, number=ref.number)
        return msgspec.structs.replace(found, as_country=ref.as_country)
    if isinstance(ref, Definite) and (end := _pointed(scene, last)):
        role = piece.ref("role", "roles")
        id, sector = (role.id, role.sector) if isinstance(role, Role) else ("", "")
        found = Found(number, first, end, first, "definite", "title", kinds=ref.kinds)
        word = scene.text(first, last).lower()
        return msgspec.structs.replace(found, role=id, word=word, sector=sector, pointer=True)
    return None


def _pointed(scene: Scene, at: int) -> int:
    """Where a noun with a pointer ends, 0 without: behind it, or before a clause that ends in one."""
    if scene.pointer(at):
        return at + 1
    if is_clitic(scene, at) and scene.pointer(at + 1):
        return at + 2
    last = _over_field(scene, at)
    if last > at and scene.pointer(last):
        return last + 1
    if scene.word(at) not in scene.pronouns.relatives:
        return 0
    for token in range(at + 1, min(at + LONGEST_CLAUSE, len(scene.lower))):
        if scene.tag(token) == "PUNCT":
            return 0
        if scene.pointer(token):
            return at
    return 0


def _over_field(scene: Scene, at: int) -> int:
    """Behind the plain words that narrow a noun: "taipan [teknologi] tersebut"."""
    last = at
    while last - at < LONGEST_FIELD and last not in scene.pieces and scene.tag(last) in ("NOUN", "ADJ"):
        last += 1
    return last


def is_clitic(scene: Scene, at: int) -> bool:
    piece = scene.pieces.get(at)
    pronoun = piece.ref("pronoun") if piece is not None else None
    return isinstance(pronoun, Pronoun) and pronoun.clitic
