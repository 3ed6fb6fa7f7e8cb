"""Corrected articles as gold, in the form of the codebook: a folder with ``gold.json`` and ``docs.jsonl``.

Only articles in which somebody judged something are written. What nobody judged in them stands as the machine
coded it, so an article is gold when a person went through all of it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat.record.corrections import correct
from kawat.record.questions.filters import Filter
from kawat.records import Event, Reading, Statement

if TYPE_CHECKING:
    from kawat.record import Record

FIRST_WORDS = 5
"""Words of a statement's content that gold keeps."""


def write_gold(record: Record, out: Path, where: Filter) -> int:  # noqa: ARG001 - one form for all formats
    """Write gold and documents into a folder; returns the number of articles. The corrections choose them."""
    out.mkdir(parents=True, exist_ok=True)
    gold: dict[str, Any] = {}
    with open(out / "docs.jsonl", "w", encoding="utf-8") as docs:
        for key in dict.fromkeys(correction.key for correction in record.corrections()):
            reading, _ = correct(record.reading(key), record.corrections(key))
            gold[key] = to_gold(reading)
            docs.write(json.dumps(to_document(reading), ensure_ascii=False) + "\n")
    (out / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(gold)


def to_document(reading: Reading) -> dict[str, str]:
    """The article as a line that ``kawat read`` takes."""
    article = reading.article
    return {
        "id": article.id,
        "title": article.title,
        "date": article.published,
        "outlet": article.outlet,
        "url": article.url,
        "text": article.text,
    }


def to_gold(reading: Reading) -> dict[str, Any]:
    """Sentences, events and statements of the text, as ``score.py`` reads them."""
    sentences = [[s.start, s.end] for s in reading.sentences if s.part == "text"]
    starts = [start for start, _ in sentences]
    events = [event for event in reading.events if event.trigger.part == "text"]
    speakers = {said.id: said.speaker.code for said in reading.statements}
    place = {event.id: number for number, event in enumerate(events)}
    return {
        "sentences": sentences,
        "events": [event_gold(event, starts, speakers, place) for event in events],
        "statements": [statement_gold(s, starts) for s in reading.statements if s.content.part == "text"],
    }


def event_gold(
    event: Event, starts: list[int], speakers: dict[str, str], place: dict[str, int]
) -> dict[str, Any]:
    """One event."""
    return {
        "sent": bisect_right(starts, event.trigger.start),
        "trigger": event.trigger.text,
        "type": event.type,
        "mode": event.mode,
        "actor": [party.code for party in event.actor],
        "recipient": [party.code for party in event.recipient],
        "aux": event.aux,
        "said_by": speakers.get(event.said_by or ""),
        "date": event.date.value if event.date else None,
        "parent": place.get(event.parent or ""),
    }


def statement_gold(said: Statement, starts: list[int]) -> dict[str, Any]:
    """One statement."""
    return {
        "sent": bisect_right(starts, said.content.start),
        "speaker": said.speaker.name,
        "speaker_code": said.speaker.code,
        "cue": said.cue.text if said.cue else None,
        "kind": said.kind,
        "via": said.via[0] if said.via else None,
        "content": " ".join(said.content.text.split()[:FIRST_WORDS]),
    }
