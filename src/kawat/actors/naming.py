"""Where the name begins that a title introduces: over ranks, origins and clauses, and how far it goes."""

from __future__ import annotations

from kawat.actors.find import LONGEST_NAME, Piece
from kawat.actors.found import Found
from kawat.actors.scene import Scene

LONGEST_CLAUSE = 7
"""Tokens of a clause or an origin between a title and its name."""


def of_another_state(scene: Scene, phrase: Found, piece: Piece) -> bool:
    """Whether a known person behind a comma cannot bear the office ("Selain menteri X, [Y] juga ...")."""
    if piece.entry is None or not phrase.countries or len(phrase.countries) > 1:
        return False
    country = scene.known.country_of(piece.entry.id)
    states = all(scene.known.is_state(id) for id in (country, *phrase.countries))
    return states and country not in phrase.countries


def kin_name(scene: Scene, at: int) -> int:
    """Behind a name that begins with a word for kin and goes on with a known one ("Putri Zulkifli Hasan")."""
    role, piece = scene.role_at(at), scene.pieces.get(at + 1)
    kin = role is not None and role.kind == "person" and not role.alone and scene.capital(at)
    named = piece is not None and (piece.kind == "PER" or (piece.entry and piece.entry.kind == "person"))
    return piece.last if kin and named and piece is not None else 0


def over_clause(scene: Scene, at: int) -> int:
    """Before the comma that ends a relative clause between a title and its name."""
    if scene.word(at) not in scene.pronouns.relatives[:1]:
        return at
    for last in range(at + 1, at + LONGEST_CLAUSE):
        if scene.word(last) == ",":
            piece = scene.pieces.get(last + 1)
            return last if piece is not None and piece.kind == "PER" else at
    return at


def over_origin(scene: Scene, at: int) -> int:
    """Behind the words that say whom a member stands for: "dari daerah pemilihan (Dapil) X", "dari Fraksi Y"."""
    if not any(scene.says(at, words) for words in scene.roles.origins):
        return at
    for last in range(at + 1, at + LONGEST_CLAUSE + 2):
        piece = scene.pieces.get(last)
        if piece is not None and (piece.kind == "PER" or (piece.entry and piece.entry.kind == "person")):
            return last
        behind_place = any(p.last == last and p.entry is not None for p in scene.pieces.values())
        if piece is None and behind_place and capital_run(scene, last) - last > 1:
            return last
        if scene.word(last) == ",":
            named = scene.pieces.get(last + 1)
            return last + 1 if named is not None and named.kind == "PER" else at
        if scene.tag(last) not in ("NOUN", "PROPN", "ADP", "ADJ", "NUM", "PUNCT"):
            break
    return at


def over_ranks(scene: Scene, at: int) -> int:
    """Behind ranks and titles: "Jenderal", "Brigjen TNI", "Dr."."""
    while True:
        role, piece = scene.role_at(at), scene.pieces.get(at)
        if role is not None and role.rank and piece is not None:
            at = piece.last
            body = scene.pieces.get(at)
            if body is not None and body.entry is not None and body.entry.kind == "agency":
                at = body.last
            at += scene.word(at) == "."
            branch = scene.bracket(at)
            at = branch if branch - at == 3 and scene.titled(at + 1) else at
        elif scene.titled(at):
            at += 1
        else:
            return at


def capital_run(scene: Scene, at: int) -> int:
    """Behind a run of capitalised words that can be a name."""
    last = at
    while last - at < LONGEST_NAME and scene.capital(last):
        piece = scene.pieces.get(last)
        if (piece is not None and piece.terms) or scene.word(last) in scene.roles.times:
            break
        last = piece.last if piece is not None else last + 1
        if scene.word(last) == "-" and scene.capital(last + 1):
            last += 1
    return last
