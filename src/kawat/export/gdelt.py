"""GDELT 2.0 event records: 61 columns, tab-separated, no header (GDELT Event Codebook V2.0, 2015).

One row for each event (all reports together) and pair of sides. What GDELT cannot say (planned, denied,
possible) is left out unless the filter asks for it by status. Mapping: docs/exports.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kawat.events.ontology import cameo, goldstein
from kawat.export.base import country, country_name, events, pairs, sector, write_tabs
from kawat.lexicon import read_toml
from kawat.record.questions.filters import Filter
from kawat.record.rows import EventRow, SideRow

if TYPE_CHECKING:
    from kawat.record import Record

ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in ACTOR),
    *(f"Actor2{name}" for name in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in GEO),
    *(f"Actor2Geo_{name}" for name in GEO),
    *(f"ActionGeo_{name}" for name in GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""The codebook's names, in its order."""

LEAD = 600
"""Characters from the start of the text that count as its lead, where GDELT finds root events."""

COUNTRY_PLACE, CITY_PLACE = 1, 4
"""GDELT's kinds of place: a country, a city outside the USA (3 is one inside)."""
US_CITY = 3


class Codes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/gdelt.toml``."""

    fips: dict[str, str]
    groups: dict[str, str]
    types: dict[str, str]
    quads: dict[str, int]


@cache
def codes() -> Codes:
    """GDELT's own codes, read once."""
    return read_toml(resources.files("kawat.export") / "data" / "gdelt.toml", Codes)


def write_gdelt(record: Record, out: Path, where: Filter) -> int:
    """Write the events under a filter; returns the number of rows."""
    return write_tabs(out, rows(record, where))


def rows(record: Record, where: Filter) -> Iterator[tuple[Any, ...]]:
    """The rows, numbered so that each has an id of its own: the event's and that of the pair."""
    unique = msgspec.structs.replace(where, unique=True)
    for event in events(record, unique, happened=True):
        for number, (one, other) in enumerate(pairs(event)):
            yield row(event, one, other, event.identity * 100 + min(number, 99))


def row(event: EventRow, one: SideRow, other: SideRow, id: int) -> tuple[Any, ...]:
    """One row."""
    code = cameo(event.type, event.mode or None, event.contexts)
    return (
        id,
        *day_cells(event.day),
        *actor_cells(one),
        *actor_cells(other),
        int(event.part != "text" or event.start < LEAD),
        code,
        code[:3],
        code[:2],
        codes().quads.get(event.quad, ""),
        goldstein(code),
        event.reports,
        event.sources,
        event.outlets,
        "",
        *side_place(one),
        *side_place(other),
        *action_place(event),
        digits(event.published[:10]) + "000000",
        event.url or event.article,
    )


def day_cells(day: str) -> tuple[str, str, str, str]:
    """YYYYMMDD, YYYYMM, YYYY, and the year with the share of it that had passed, as GDELT reckons it."""
    year, month, date = (day + "-01-01")[:10].split("-")
    share = (int(month) * 30 + int(date)) / 365
    return digits(f"{year}-{month}-{date}"), f"{year}{month}", year, f"{int(year) + min(share, 0.9999):.4f}"


def digits(day: str) -> str:
    """An ISO day without its hyphens."""
    return day.replace("-", "")


def actor_cells(side: SideRow) -> tuple[str, ...]:
    """The ten cells of a side."""
    if not side.code:
        return ("",) * len(ACTOR)
    state, kind = country(side.code), codes().types.get(sector(side.code), sector(side.code))
    group = codes().groups.get(state, "")
    state = "" if group or state == "ZZZ" else state
    code = (group or state) + (kind if kind != group else "")
    return (code, side.name.upper(), state, group, "", "", "", kind, "", "")


def side_place(side: SideRow) -> tuple[Any, ...]:
    """The eight cells of a side's place: its country, without coordinates."""
    state = country(side.code)
    fips = codes().fips.get(state, "")
    return (COUNTRY_PLACE, country_name(state), fips, fips, "", "", "", fips) if fips else (0, *[""] * 7)


def action_place(event: EventRow) -> tuple[Any, ...]:
    """The eight cells of the place where it happened; a place that only the dateline tells is left out."""
    fips = codes().fips.get(event.place_country, "")
    if not event.place or event.place_fallback:
        return (0, *[""] * 7)
    kind = US_CITY if event.place_country == "USA" else CITY_PLACE
    full = ", ".join(filter(None, (event.place, country_name(event.place_country))))
    lat, lon = ("" if value is None else value for value in (event.lat, event.lon))
    return (kind, full, fips, fips, "", lat, lon, "")
