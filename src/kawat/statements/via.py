"""The chain of media behind words: from the outlet that prints them back to the first who heard them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kawat.records import Part, Reading
from kawat.statements.forms import ViaWords, lexicon

FIRST = r"(?:[A-Z][\w&.’'-]*\w|[A-Z]\b)"
MORE = r"(?:[A-Z][\w&.’'-]*\w|[A-Z]\b|\d+|&|of|della|de|la)"
GAP = 14
"""Letters between a medium and the one that it took the words from ("AFP yang mengutip …")."""


class Credit(NamedTuple):
    """A medium that the text credits: the phrase from ``start`` to ``end``, the name as written."""

    start: int
    end: int
    name: str
    inner: bool
    """Nearer to the witness than the medium named before it."""
    channel: bool = False
    """A channel in which the speaker wrote, or a medium that was spoken to: no part of another's report."""


def credits(text: str, words: ViaWords) -> tuple[Credit, ...]:
    """All credits in ``text``, in their order."""
    found: list[Credit] = []
    for match in _pattern(words).finditer(text):
        if found and match.start() < found[-1].end:
            continue
        found.extend(_credit(match, words))
    return tuple(found)


def chain(found: tuple[Credit, ...]) -> tuple[str, ...]:
    """The names of credits that stand together, from the outlet back to the first witness.

    A credit that follows another is the outer one ("…, KCNA melaporkan, seperti dikutip Yonhap"), unless it says that
    the medium before took its words from it ("Antara dari AFP").
    """
    names: list[str] = []
    at = 0
    for credit in found:
        at = at + 1 if credit.inner and names else 0
        if credit.name not in names:
            names.insert(at, credit.name)
    return tuple(names)


def narration_chain(reading: Reading, sentence: int, language: str = "") -> tuple[str, ...]:
    """The media that sentence ``sentence`` credits, from the outlet back to the first witness; () when none."""
    where = reading.sentences[sentence]
    text = reading.article.part(where.part)[where.start : where.end]
    words = lexicon(language or reading.article.language).via
    return chain(tuple(c for c in credits(text, words) if not c.channel))


def _credit(match: re.Match[str], words: ViaWords) -> Iterator[Credit]:
    name, known = _name(match["name"], words)
    if not name:
        return
    verb = match["verb"].lower()
    if match["channel"]:
        if name in words.channel.names:
            yield Credit(match.start(), match.end(), name, False, True)
        return
    noun = not words.media.nouns.isdisjoint((match["helpers"] or "").lower().split())
    if known or noun or verb in words.credit.verbs and name not in words.channel.names:
        told = match["told"] is not None
        yield Credit(match.start(), match.start("name") + len(name), name, verb in words.credit.inner and not told, told)
    inner = match["inner"] and _name(match["inner"], words)[0]
    if inner:
        yield Credit(match.start("inner"), match.end("inner"), inner, True)


def _name(written: str, words: ViaWords) -> tuple[str, bool]:
    """The name without what only follows it, and whether it is a known medium."""
    parts = written.split()
    for length in range(len(parts), 0, -1):
        name = " ".join(parts[:length]).rstrip(".,'’")
        if name in words.media.names or name in words.channel.names:
            return name, name in words.media.names
    kept = []
    for part in parts:
        if part.rstrip(".,") in words.media.stops:
            break
        kept.append(part)
    return " ".join(kept).rstrip(".,'’"), False


def _any(options: frozenset[str]) -> str:
    return "|".join(re.escape(option) for option in sorted(options, key=len, reverse=True))


@cache
def _pattern(words: ViaWords) -> re.Pattern[str]:
    credit = words.credit
    name = rf"(?:{FIRST}|(?:{_any(words.media.glued)})\w*)(?:\s+{MORE})*"
    helpers = rf"(?P<helpers>(?:(?i:{_any(credit.helpers)})\s+)*)"
    return re.compile(
        rf"(?:,?\s*(?i:{_any(credit.likes)})\s+)*\b"
        rf"(?P<verb>(?i:{_any(credit.verbs | credit.weak)})|(?P<told>{_any(words.told.words)})|(?P<channel>{_any(words.channel.words)}))"
        rf"(?:\s+|(?=[A-Z])|(?={_any(words.media.glued)})){helpers}(?P<name>{name})(?:\s+dari\s+(?P<inner>{name}))?"
    )
