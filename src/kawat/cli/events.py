"""``kawat events``: reports of events, by any limit."""

from __future__ import annotations

from functools import partial
from typing import Any

from kawat.cli.options import Limit, RecordPath, filtered, open_record
from kawat.cli.output import Format, Out, RowFormat, all_rows, show

COLUMNS = (
    "id", "day", "type", "status", "actor", "recipient", "place", "reports", "sources", "outlet", "sentence",
)  # fmt: skip


@filtered()
def events(
    record: RecordPath, where: Any, format: Format = RowFormat.table, out: Out = None, limit: Limit = 50
) -> None:
    """Who did what to whom, the latest first.

    Example: kawat events berita.sqlite --source USA --target CHN --since 2025-06
    """
    with open_record(record) as opened:
        show(all_rows(partial(opened.events, where), limit), COLUMNS, format, out)
