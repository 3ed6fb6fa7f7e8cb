"""The chain of media behind words: from the outlet that prints them back to the first who heard them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kawat.records import Reading
from kawat.statements.forms import ViaWords, lexicon

FIRST = r"(?:[A-Z][\w&.’'-]*\w|[A-Z]\b)"
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
    loose: bool = False
    """A channel after a bare preposition: a credit only beside a quotation."""


def credits(text: str, start: int, end: int, words: ViaWords) -> tuple[Credit, ...]:
    """All credits in ``text[start:end]``, in their order, with offsets into ``text``."""
    found: list[Credit] = []
    for match in _pattern(words).finditer(text, start, end):
        if not found or match.start() >= found[-1].end:
            found.extend(_credit(match, words, start))
    return tuple(found)


def may_credit(sentence_words: Iterable[str], words: ViaWords) -> bool:
    """Whether one of the words (in small letters) can begin a credit; quick, and true too often."""
    return not triggers(words).isdisjoint(sentence_words)


@cache
def triggers(words: ViaWords) -> frozenset[str]:
    """First words of everything that begins a credit, also run together with a name ("dilansirdetik")."""
    told, channel = words.told, words.channel.words | _channels(words)
    phrases = words.credit.verbs | words.credit.weak | told.words | told.interviews | channel
    first = {phrase.split()[0] for phrase in phrases}
    names = {name.split()[0].lower() for name in words.media.names | words.media.glued}
    return frozenset(first | {verb + name for verb in words.credit.verbs for name in names})


def _channels(words: ViaWords) -> frozenset[str]:
    """First words of the channels' names, also with the full stop of a sentence."""
    first = {name.lower().split()[0] for name in words.channel.names}
    return frozenset(first | {name + "." for name in first})


def chain(found: tuple[Credit, ...]) -> tuple[str, ...]:
    """The names of credits that stand together, from the outlet back to the first witness.

    A credit that follows another is the outer one ("…, KCNA melaporkan, seperti dikutip Yonhap"), unless it
    says that the medium before took its words from it ("Antara dari AFP").
    """
    names: list[str] = []
    at = 0
    for credit in found:
        at = at + 1 if credit.inner and names else 0
        if credit.name not in names:
            names.insert(at, credit.name)
    return tuple(names)


def narration_chain(reading: Reading, sentence: int, language: str = "") -> tuple[str, ...]:
    """The media that a sentence credits, from the outlet back to the first witness; () when none."""
    where = reading.sentences[sentence]
    words = lexicon(language or reading.article.language).via
    found = credits(reading.article.part(where.part), where.start, where.end, words)
    return chain(tuple(c for c in found if not c.channel))


def _credit(match: re.Match[str], words: ViaWords, begin: int) -> Iterator[Credit]:
    name, known = _name(match["name"], words)
    second, better = _name(match["second"] or "", words)
    if better and not known:
        name, known = second, True
    if not name:
        return
    verb, start = match["verb"].lower(), _with_likes(match, words, begin)
    if match["channel"]:
        if name in words.channel.names:
            yield Credit(
                start, match.end(), name, False, True, match["channel"].lower() in words.channel.near
            )
        return
    if name in words.channel.owned and verb in words.credit.verbs:
        owned = " ".join(_before_stop(match["name"].split(), words.media.stops, words))
        if owned != name:
            yield Credit(start, match.start("name") + len(owned), owned, False)
        return
    noun = not words.media.nouns.isdisjoint((match["helpers"] or "").lower().split())
    if known or noun or (verb in words.credit.verbs and name not in words.channel.names):
        told = match["told"] is not None
        yield Credit(
            start,
            match.end("second") if better else match.start("name") + len(name),
            name,
            verb in words.credit.inner and not told,
            told,
        )
    inner = match["inner"] and _name(match["inner"], words)[0]
    if inner:
        yield Credit(match.start("inner"), match.end("inner"), inner, True)


def _name(written: str, words: ViaWords) -> tuple[str, bool]:
    """The name without what only follows it, and whether it is a known medium.

    A known name counts also inside a longer run of capitals ("Korsel Yonhap"), with one more word of its own
    ("CNN Brasil"), and run together with the next word ("detikSportdalam").
    """
    parts = _before_stop(written.split(), words.media.stops | words.media.bodies, words)
    known = words.media.names | words.channel.names
    for first in range(len(parts)):
        for last in range(len(parts), first, -1):
            name = " ".join(parts[first:last])
            if name in known:
                longer = (
                    " ".join(parts[first:])
                    if len(parts) == last + 1 and first == 0 and name in words.media.names
                    else name
                )
                return longer, name in words.media.names
    whole = " ".join(parts)
    if whole.startswith(tuple(words.media.glued)):
        fits = [name for name in words.media.names if whole.startswith(name)]
        return max(fits, key=len, default=whole), bool(fits)
    return whole, len(parts) > 1 and not words.media.marks.isdisjoint(parts)


def _before_stop(parts: list[str], stops: frozenset[str], words: ViaWords) -> list[str]:
    """The words up to one that ends a name (Senin, Presiden), without loose marks."""
    kept = []
    for part in parts:
        bare = part.rstrip(".,'’")
        owner = next((bare.removesuffix(end) for end in words.channel.owners if bare.endswith(end)), bare)
        if owner in words.channel.names:
            bare = owner
        if bare in stops:
            break
        kept.append(bare)
        if bare != part:
            break
    return kept


def _with_likes(match: re.Match[str], words: ViaWords, begin: int) -> int:
    """Where the phrase begins, with the comma and "seperti", "sebagaimana" before it."""
    before = match.string[max(begin, match.start() - 40) : match.start()]
    return match.start() - len(before) + _likes(words).search(before).start()  # type: ignore[union-attr]


@cache
def _likes(words: ViaWords) -> re.Pattern[str]:
    return re.compile(rf",?\s*(?:\b(?i:{_any(words.credit.likes)})\s+)*$")


def _any(options: frozenset[str]) -> str:
    return "|".join(re.escape(option) for option in sorted(options, key=len, reverse=True))


@cache
def _pattern(words: ViaWords) -> re.Pattern[str]:
    credit = words.credit
    more = rf"(?:[A-Z][\w&.’'-]*\w|[A-Z]\b|\d+|&|(?:{_any(words.media.particles)})(?=\s+[A-Z]))"
    name = rf"(?:{FIRST}|(?:{_any(words.media.glued)})\w*)(?:\s+{more})*"
    helpers = rf"(?P<helpers>(?:(?i:{_any(credit.helpers)})\s+)*)"
    told = words.told
    interview = rf"(?:{_any(told.interviews)})(?:\s+[\w()/]+){{0,3}}?\s+(?:{_any(told.with_)})"
    return re.compile(
        rf"\b(?P<verb>(?i:{_any(credit.verbs | credit.weak)})"
        rf"|(?P<told>{_any(told.words)}|{interview})|(?P<channel>{_any(words.channel.words | words.channel.near)}))"
        rf"(?:\s+|(?=[A-Z])|(?={_any(words.media.glued)})){helpers}(?P<name>{name})(?:\s+(?:{_any(credit.origin)})\s+(?P<inner>{name})|,\s+(?P<second>{name}),)?"
    )
