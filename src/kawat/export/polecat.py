"""POLECAT/NGEC: JSON Lines with the variables of the POLECAT codebook (Halterman et al. 2023)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat.export.base import country, country_name, events, sector, write_lines
from kawat.record.questions.filters import Filter
from kawat.record.rows import EventRow, SideRow

if TYPE_CHECKING:
    from kawat.record import Record

VERSION = "Kawat 1"


def write_polecat(record: Record, out: Path, where: Filter) -> int:
    """Write the reports under a filter; returns the number of lines."""
    return write_lines(out, objects(record, where))


def objects(record: Record, where: Filter) -> Iterator[dict[str, Any]]:
    """One object for each report; what POLECAT has no variable for stands under ``Kawat``."""
    for event in events(record, where):
        yield {
            "Event ID": f"KAWAT-{event.id}",
            "Event Date": event.day,
            "Event Type": event.type,
            "Event Mode": event.mode,
            "Intensity": event.score,
            "Quad Code": event.quad.upper(),
            "Contexts": ";".join(event.contexts),
            **side("Actor", event.actor),
            **side("Recipient", event.recipient),
            **place(event),
            "Raw Sentence": event.sentence,
            "Source": event.outlet,
            "Publication Date": event.published[:10],
            "Story ID": event.article,
            "Version": VERSION,
            "Kawat": extra(event),
        }


def side(name: str, parties: Sequence[SideRow]) -> dict[str, str]:
    """The variables of one side, several parties joined by semicolons as POLECAT does."""
    codes = [party.code for party in parties]
    return {
        f"{name} Name": ";".join(party.name for party in parties),
        f"{name} Country": ";".join(country_name(country(code)) or country(code) for code in codes),
        f"{name} Code": ";".join(codes),
        f"Primary {name} Sector": sector(codes[0]) if codes else "",
        f"{name} Sectors": ";".join(dict.fromkeys(map(sector, codes))),
        f"{name} Name Raw": ";".join(party.name for party in parties),
    }


def place(event: EventRow) -> dict[str, Any]:
    """The variables of the place; empty when only the dateline tells it."""
    here = not event.place_fallback
    return {
        "Placename": event.place if here else "",
        "City": event.place if here else "",
        "Country": country_name(event.place_country) if here else "",
        "Latitude": event.lat if here else None,
        "Longitude": event.lon if here else None,
        "Raw Placename": event.place if here else "",
    }


def extra(event: EventRow) -> dict[str, Any]:
    """What POLECAT has no variable for."""
    return {
        "aux": event.aux or None,
        "status": event.status,
        "event": event.identity,
        "reports": event.reports,
        "sources": event.sources,
        "via": event.via,
        "url": event.url,
        "start": event.start,
        "end": event.end,
        "trigger": event.trigger,
    }
