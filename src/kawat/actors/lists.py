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


def with_series(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """A headline's mentions, the states that it lists as one mention of them all: "A, B, C", "A-B-C", "A hingga B"."""
    out: list[Found] = []
    at = 0
    while at < len(found):
        last = _series_end(scene, found, at) if scene.headline else at
        out.append(_together(found[at : last + 1]) if last > at else found[at])
        at = last + 1
    return out


def _series_end(scene: Scene, found: Sequence[Found], start: int) -> int:
    """The place of the last state of the list that begins at ``start``; ``start`` itself where none does."""
    last, joined = start, False
    while found[last].kind == "country" and last + 1 < len(found) and found[last + 1].kind == "country":
        gap = [scene.word(t) for t in range(found[last].last, found[last + 1].first)]
        if not _lists(gap, scene):
            break
        joined = joined or gap[-1] in scene.roles.upto
        last += 1
        if gap[-1] in (*scene.roles.upto, *scene.roles.joins):
            break
    governed = scene.tag(found[start].first - 1) == "ADP" and scene.tag(found[last].last) == "VERB"
    opens = scene.tag(found[start].first - 1) in ("", "PUNCT")
    return last if ((joined and opens) or last - start > 1) and not governed else start


def _lists(gap: Sequence[str], scene: Scene) -> bool:
    """Whether the words between two names join them in a list: a comma, a hyphen, a joining word, or both."""
    words = [word for word in gap if word not in (",", "-", "–")]
    return bool(gap) and len(gap) <= 2 and all(w in (*scene.roles.upto, *scene.roles.joins) for w in words)


def _together(members: Sequence[Found]) -> Found:
    """One mention of all the members."""
    refs = tuple(dict.fromkeys(ref for one in members for ref in one.refs))
    countries = tuple(dict.fromkeys(country for one in members for country in one.countries))
    return msgspec.structs.replace(
        members[0], last=members[-1].last, refs=refs, countries=countries, how="list"
    )


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
