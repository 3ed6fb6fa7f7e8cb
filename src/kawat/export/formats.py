"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kawat.errors import QueryError
from kawat.export.columnar import write_duckdb, write_parquet
from kawat.export.conllu import write_conllu
from kawat.export.gdelt import write_gdelt
from kawat.export.gold import write_gold
from kawat.export.icews import write_icews
from kawat.export.linked import write_jsonld
from kawat.export.network import write_gexf, write_graphml
from kawat.export.plover import write_plover
from kawat.export.polecat import write_polecat
from kawat.record.questions.filters import Filter

if TYPE_CHECKING:
    from kawat.record import Record

    Writer = Callable[[Record, Path, Filter], int]

FORMATS: dict[str, Writer] = {
    "gdelt": write_gdelt,
    "polecat": write_polecat,
    "icews": write_icews,
    "plover": write_plover,
    "parquet": write_parquet,
    "duckdb": write_duckdb,
    "gexf": write_gexf,
    "graphml": write_graphml,
    "jsonld": write_jsonld,
    "conllu": write_conllu,
    "gold": write_gold,
}

NEEDS_NAME = frozenset({"parquet", "duckdb", "gold"})
"""Formats that make a folder or a database, which cannot go to standard output."""


def export(record: Record, format: str, out: Path, where: Filter | None = None) -> int:
    """Write a record, or what a filter leaves of it, in a format; returns the number of things written.

    Raises:
        QueryError: no such format; lists the formats.
        KawatError: the format needs an extra that is not installed, or cannot be filtered.
    """
    if format not in FORMATS:
        raise QueryError(f"no format {format!r}; choose from: {', '.join(FORMATS)}")
    return FORMATS[format](record, out, where or Filter())
