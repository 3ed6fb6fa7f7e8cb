"""ICEWS coded events: 20 columns, tab-separated with a header (ICEWS Read Me, Harvard Dataverse)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat.events.ontology import cameo, goldstein
from kawat.export.base import country, country_name, events, pairs, sector, write_tabs
from kawat.record.questions.filters import Filter
from kawat.record.rows import EventRow, SideRow

if TYPE_CHECKING:
    from kawat.record import Record

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number",
    "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def write_icews(record: Record, out: Path, where: Filter) -> int:
    """Write the reports under a filter; returns the number of rows. What has not happened is left out."""
    return write_tabs(out, rows(record, where), COLUMNS)


def rows(record: Record, where: Filter) -> Iterator[tuple[Any, ...]]:
    """One row for each report and pair of sides."""
    for event in events(record, where, happened=True):
        for number, (one, other) in enumerate(pairs(event)):
            yield row(event, one, other, event.id * 100 + min(number, 99))


def row(event: EventRow, one: SideRow, other: SideRow, id: int) -> tuple[Any, ...]:
    """One row; ICEWS knows countries and sectors by name."""
    code = cameo(event.type, event.mode or None, event.contexts)
    return (
        id, event.day, one.name, sector(one.code), country_name(country(one.code)), event.sentence, code,
        goldstein(code), other.name, sector(other.code), country_name(country(other.code)), event.article,
        "", event.outlet, event.place, "", "", country_name(event.place_country),
        event.lat, event.lon,
    )  # fmt: skip
