"""Readings built by hand: parses as rows, actors by name, so that no model is loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from kawat.events import EventStage
from kawat.records import Actor, Article, Event, Mention, Party, Reading, Sentence, Span, Statement, Token

STAGE = EventStage("id")


def tokens_of(rows: str, start: int) -> tuple[Token, ...]:
    """Tokens from ``word/UPOS/head/dep`` items; heads count from 1 in the sentence, 0 is the root."""
    found: list[Token] = []
    for number, row in enumerate(rows.split()):
        word, upos, head, dep = row.rsplit("/", 3)
        governor = int(head) - 1 if head != "0" else number
        feats = "Voice=Pass" if upos == "VERB" and word.lower().startswith("di") else ""
        found.append(Token(word, start, start + len(word), word.lower(), upos, governor, dep, feats))
        start += len(word) + 1
    return tuple(found)


def text_of(rows: str) -> str:
    """The words of the rows."""
    return " ".join(row.rsplit("/", 3)[0] for row in rows.split())


def sentences_of(rows: Sequence[str]) -> tuple[str, tuple[Sentence, ...]]:
    """The text and the sentences of several rows, one a sentence."""
    text, found = "", []
    for index, row in enumerate(rows):
        tokens = tokens_of(row, len(text))
        found.append(Sentence(index, "text", tokens[0].start, tokens[-1].end, 0, tokens))
        text += text_of(row) + " "
    return text, tuple(found)


def mentions_of(sentences: Sequence[Sentence], name: str) -> tuple[Mention, ...]:
    """Every place where the words of the name stand."""
    words, found = name.split(), []
    for sentence in sentences:
        texts = [token.text for token in sentence.tokens]
        for first in range(len(texts) - len(words) + 1):
            if texts[first : first + len(words)] == words:
                last = first + len(words)
                own = sentence.tokens[first:last]
                head = next(n for n, t in enumerate(own, first) if not first <= t.head < last or t.head == n)
                found.append(Mention(own[0].start, own[-1].end, name, sentence.index, first, last, head))
    return tuple(found)


def reading_of(rows: Sequence[str] | str, names: Mapping[str, str], published: str = "2025-10-01") -> Reading:
    """A reading of hand-made sentences; ``names`` gives the code of each actor's name."""
    text, sentences = sentences_of([rows] if isinstance(rows, str) else rows)
    actors = tuple(
        Actor(f"a{number}", name, code, mentions=mentions_of(sentences, name))
        for number, (name, code) in enumerate(names.items(), 1)
    )
    return Reading(Article("x", text, published=published), sentences, actors)


def of_kind(reading: Reading, kinds: Mapping[str, str]) -> Reading:
    """The reading with the kinds of some actors, by name."""
    actors = tuple(replace(actor, kind=kinds.get(actor.name, actor.kind)) for actor in reading.actors)
    return Reading(reading.article, reading.sentences, actors)


def spoken(reading: Reading, speaker: str, first: int, last: int) -> Reading:
    """The reading with characters ``first`` to ``last`` as words of the speaker (an actor's name)."""
    actor = next(actor for actor in reading.actors if actor.name == speaker)
    content = Span(first, last, reading.article.text[first:last])
    said = Statement("s1", "direct", Party(actor.id, actor.name, actor.code), content)
    return Reading(reading.article, reading.sentences, reading.actors, (said,))


def events_of(reading: Reading) -> tuple[Event, ...]:
    """The events that the stage finds."""
    return STAGE(reading).events


def told(event: Event) -> str:
    """The event as ``TYPE USA:GOV+GBR:GOV -> CHN:GOV aux``."""
    sides = ["+".join(party.code for party in side) for side in (event.actor, event.recipient)]
    return " ".join([event.type, " -> ".join(sides), event.aux or ""]).strip()


def coded(rows: Sequence[str] | str, names: Mapping[str, str]) -> list[str]:
    """The events of hand-made sentences, each on one line."""
    return [told(event) for event in events_of(reading_of(rows, names))]
