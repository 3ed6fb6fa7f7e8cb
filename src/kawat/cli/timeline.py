"""``kawat timeline``: what passed between two sides."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kawat.cli.options import Limit, RecordPath, filtered, open_record
from kawat.cli.output import Format, Out, RowFormat, all_rows, show

POINTS = ("period", "source", "target", "events", "score", "cooperation", "conflict")
EVENTS = ("day", "type", "status", "actor_name", "recipient_name", "place", "outlet", "sentence")

One = Annotated[str, typer.Argument(metavar="A", help="A country or actor, by code or name.")]
Other = Annotated[str, typer.Argument(metavar="B", help="The other one.")]
Monthly = Annotated[
    bool, typer.Option("--months", help="Counts and mean scores by month in place of events.")
]


@filtered("country", "source", "target")
def timeline(
    record: RecordPath,
    one: One,
    other: Other,
    where: Any,
    months: Monthly = False,
    format: Format = RowFormat.table,
    out: Out = None,
    limit: Limit = 50,
) -> None:
    """What passed between two countries or actors, both ways.

    Example: kawat timeline berita.sqlite USA CHN --since 2025-06
    """
    with open_record(record) as opened:
        if months:
            show(opened.timeline(one, other, where, limit=1).points, POINTS, format, out)
            return
        rows = all_rows(lambda cursor, size: opened.timeline(one, other, where, cursor, size).events, limit)
        show(rows, EVENTS, format, out)
