"""``kawat top``: what is most frequent."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kawat.cli.options import Limit, RecordPath, filtered, open_record
from kawat.cli.output import Format, Out, RowFormat, show

What = Annotated[str, typer.Argument(metavar="WHAT", help="dyads, actors, types, outlets, places or media.")]


@filtered()
def top(
    record: RecordPath,
    where: Any,
    what: What = "dyads",
    format: Format = RowFormat.table,
    out: Out = None,
    limit: Limit = 20,
) -> None:
    """The most frequent dyads, actors, types, outlets, places or media, with mean scores.

    Example: kawat top berita.sqlite actors --since 30d --quad "material conflict"
    """
    with open_record(record) as opened:
        show(opened.top(what, where, limit or 1_000_000), ("name", "n", "score"), format, out)
