"""``kawat articles``: the articles of a record."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kawat.cli.options import Limit, RecordPath, filtered, open_record
from kawat.cli.output import Format, Out, RowFormat, all_rows, show

COLUMNS = ("published", "outlet", "title", "key", "copy_of")

Words = Annotated[
    str, typer.Option(help="Words in it, found under their affixes; quoted ones as they stand.")
]


@filtered("country", "source", "target", "sector", "type", "quad", "aux", "status", "place", "via", "unique")
def articles(
    record: RecordPath,
    where: Any,
    words: Words = "",
    format: Format = RowFormat.table,
    out: Out = None,
    limit: Limit = 50,
) -> None:
    """Articles by outlet and period, or by words, the latest first.

    Example: kawat articles berita.sqlite --words "gencatan senjata"
    """
    with open_record(record) as opened:

        def ask(cursor: str, size: int) -> Any:
            return (
                opened.search(words, cursor, size, where) if words else opened.articles(where, cursor, size)
            )

        show(all_rows(ask, limit), COLUMNS, format, out)
