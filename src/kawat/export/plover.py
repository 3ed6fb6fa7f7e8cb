"""PLOVER events as one JSON document (Open Event Data Alliance, PLOVER manual draft 0.8, 2021)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kawat.export.base import country, events, sector
from kawat.record.questions.filters import Filter
from kawat.record.rows import EventRow, SideRow

if TYPE_CHECKING:
    from kawat.record import Record


def write_plover(record: Record, out: Path, where: Filter) -> int:
    """Write the reports under a filter as one list; returns their number."""
    count = 0
    encode = msgspec.json.Encoder().encode
    with open(out, "wb") as file:
        file.write(b"[")
        for count, event in enumerate(events(record, where), 1):
            file.write((b",\n" if count > 1 else b"\n") + encode(to_plover(event)))
        file.write(b"\n]\n")
    return count


def to_plover(event: EventRow) -> dict[str, Any]:
    """One report under PLOVER's names."""
    return {
        "id": f"{event.article}#{event.local}",
        "date": event.day,
        "event": event.type,
        "mode": event.mode or None,
        "context": event.contexts,
        "quad": event.quad,
        "score": event.score,
        "status": event.aux or None,
        "actor": parties(event.actor),
        "recipient": parties(event.recipient),
        "location": location(event),
        "text": event.sentence,
        "publisher": event.outlet,
        "published": event.published,
        "url": event.url or None,
        "sources": event.via,
    }


def parties(side: Sequence[SideRow]) -> list[dict[str, str]]:
    """The parties of a side."""
    return [{"name": p.name, "country": country(p.code), "sector": sector(p.code)} for p in side]


def location(event: EventRow) -> dict[str, Any] | None:
    """The place, if one is known."""
    if not event.place:
        return None
    return {"name": event.place, "country": event.place_country or None, "lat": event.lat, "lon": event.lon}
