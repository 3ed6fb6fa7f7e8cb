"""``kawat conflicts``: names that stand for several actors."""

from __future__ import annotations

from kawat.cli.options import Limit, RecordPath, open_record
from kawat.cli.output import Format, Out, RowFormat, show


def conflicts(
    record: RecordPath, format: Format = RowFormat.table, out: Out = None, limit: Limit = 50
) -> None:
    """Persons of one name in several countries, and surnames that several bear: never merged, listed here.

    Example: kawat conflicts berita.sqlite
    """
    with open_record(record) as opened:
        show(opened.conflicts(limit or 1_000_000), ("name", "actors", "actors_name"), format, out)
