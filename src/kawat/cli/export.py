"""``kawat export``: the record in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kawat.cli.options import RecordPath, filtered, open_record

Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        help="gdelt, polecat, icews, plover, parquet, duckdb, gexf, graphml, jsonld, conllu or gold.",
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", help="File or folder; standard output when left out.")
]


@filtered("unique")
def export(record: RecordPath, where: Any, format: Format, out: Out = None) -> None:
    """Write events in the format of GDELT, POLECAT, ICEWS or PLOVER, the network, the tables or the parses.

    Example: kawat export berita.sqlite --format gdelt --since 2025-06 --out events.tsv
    """
    from kawat.export.formats import NEEDS_NAME
    from kawat.export.formats import export as write

    if out is None and format in NEEDS_NAME:
        raise typer.BadParameter(f"{format} needs a name: add --out NAME")
    with open_record(record) as opened:
        count = write(opened, format, out or Path("/dev/stdout"), where)
    print(f"{count} written", file=sys.stderr)
