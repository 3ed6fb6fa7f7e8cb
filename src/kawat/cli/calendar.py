"""``kawat calendar``: what is planned."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kawat.cli.options import Limit, RecordPath, filtered, open_record
from kawat.cli.output import Format, Out, RowFormat, all_rows, show

COLUMNS = ("date", "type", "actor_name", "recipient_name", "place", "sources", "outlet", "sentence")

Today = Annotated[str, typer.Option(metavar="DATE", help="The day from which on; today when not given.")]

Reports = Annotated[bool, typer.Option("--reports", help="Every report, not only the first of each event.")]


@filtered("status", "aux", "unique")
def calendar(
    record: RecordPath,
    where: Any,
    today: Today = "",
    reports: Reports = False,
    format: Format = RowFormat.table,
    out: Out = None,
    limit: Limit = 50,
) -> None:
    """What is planned from today on, the nearest first.

    Example: kawat calendar berita.sqlite --since 2025-12 --until 2025-12
    """
    from msgspec.structs import replace

    where = replace(where, unique=not reports)
    with open_record(record) as opened:
        rows = all_rows(lambda cursor, size: opened.calendar(where, today, cursor, size), limit)
        show(rows, COLUMNS, format, out)
