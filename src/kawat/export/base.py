"""What every export of events shares: the rows, their pairs of parties, tab-separated writing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from babel import Locale
from babel.core import get_global

from kawat.errors import KawatError
from kawat.record.questions.events import walk
from kawat.record.questions.filters import Filter
from kawat.record.rows import EventRow, SideRow

if TYPE_CHECKING:
    from kawat.record import Record

HAPPENED = ("done", "asserted")
"""Formats without a place for "planned", "denied" and "possible" get only what is said to have happened."""

NOBODY = SideRow("", "")


def events(record: Record, where: Filter, happened: bool = False) -> Iterator[EventRow]:
    """The reports to write, the latest first; one for each event where the format counts reports itself."""
    if happened and not where.status:
        where = msgspec.structs.replace(where, status=HAPPENED)
    yield from walk(record.store, where)


def pairs(event: EventRow) -> Iterator[tuple[SideRow, SideRow]]:
    """Who to whom, one pair a row: each actor with each recipient, or those who act together two by two."""
    if event.recipient:
        for actor in event.actor or (NOBODY,):
            for recipient in event.recipient:
                yield actor, recipient
    elif len(event.actor) > 1:
        for n, one in enumerate(event.actor):
            for other in event.actor[n + 1 :]:
                yield one, other
    else:
        yield (event.actor or (NOBODY,))[0], NOBODY


def country(code: str) -> str:
    """The country half of a code."""
    return code.partition(":")[0]


def sector(code: str) -> str:
    """The sector half of a code."""
    return code.partition(":")[2]


@cache
def country_name(iso3: str, language: str = "en") -> str:
    """The name of a country, from CLDR; empty for a code that is no country."""
    two = get_global("territory_aliases").get(iso3, [""])[0] if len(iso3) == 3 else ""
    return str(Locale(language).territories.get(two, "")) if two else ""


def cell(value: Any) -> str:
    """A value as a cell of a tab-separated file: no tab, no line end in it."""
    if value is None:
        return ""
    return " ".join(str(value).split())


def write_tabs(out: Path, rows: Iterable[Sequence[Any]], header: Sequence[str] = ()) -> int:
    """A tab-separated file without quoting; returns the number of rows (without the header)."""
    with open(out, "w", encoding="utf-8", newline="") as file:
        if header:
            file.write("\t".join(header) + "\n")
        return sum(1 for row in rows if file.write("\t".join(map(cell, row)) + "\n"))


def write_lines(out: Path, rows: Iterable[Any]) -> int:
    """JSONL; returns the number of lines."""
    encode = msgspec.json.Encoder().encode
    with open(out, "wb") as file:
        return sum(1 for row in rows if file.write(encode(row) + b"\n"))


def duckdb_module() -> Any:
    """DuckDB.

    Raises:
        KawatError: it is not installed; says how to.
    """
    try:
        import duckdb
    except ImportError as error:
        raise KawatError(
            "this format needs DuckDB; install it with: pip install 'kawat[analysis]'"
        ) from error
    return duckdb
