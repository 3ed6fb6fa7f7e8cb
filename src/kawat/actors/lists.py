"""Names told in a list as the members of a group: "tiga tersangka, yakni [A], [B], dan [C]"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kawat.actors.found import Found
from kawat.actors.scene import Scene

FARTHEST_WORD = 10
"""Tokens from a group to the word that opens its list."""
WIDEST_GAP = 4
"""Tokens between two names of a list: a sign, a joining word, an age."""


def with_listed(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """The mentions, with the group's role for every bare name that a list counts to it."""
    out = list(found)
    if not any(one.kind == "person" and one.name and not one.role for one in found):
        return out
    for place, group in enumerate(found):
        if group.role and (group.many or group.kind == "people") and not group.name:
            start = _opened(scene, group.last)
            for at in _members(scene, found[place + 1 :], start) if start else ():
                out[place + 1 + at] = _one_of(group, found[place + 1 + at])
    return out


def _opened(scene: Scene, at: int) -> int:
    """The token behind the word that opens a list; 0 when there is none near."""
    for token in range(at, min(at + FARTHEST_WORD, len(scene.lower))):
        for words in scene.roles.lists:
            if scene.says(token, words):
                return token + len(words.split())
        if scene.word(token) in (".", ";", ":"):
            return 0
    return 0


def _members(scene: Scene, following: Sequence[Found], start: int) -> list[int]:
    """Places of the bare names that follow the word without a verb between."""
    members: list[int] = []
    last = start
    for place, found in enumerate(following):
        if found.first < start:
            continue
        gap = range(last, found.first)
        verb = any(scene.tag(token) == "VERB" for token in gap if not members)
        if found.kind != "person" or found.first - last > WIDEST_GAP or verb:
            break
        if found.name and not found.role and not found.refs:
            members.append(place)
        last = found.last
    return members


def _one_of(group: Found, one: Found) -> Found:
    return msgspec.structs.replace(
        one,
        role=group.role,
        role_text=group.role_text,
        word=group.word,
        countries=group.countries,
        sector=group.sector,
        code=group.code,
        of=group.of,
        former=group.former,
        local=group.local,
        where=group.where,
    )
