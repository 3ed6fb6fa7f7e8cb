"""``kawat contradictions``: what some deny and others report."""

from __future__ import annotations

from functools import partial
from typing import Any

from kawat.cli.options import Limit, RecordPath, filtered, open_record
from kawat.cli.output import Format, Out, RowFormat, all_rows, show

COLUMNS = ("id", "day", "type", "reports", "sources", "done", "asserted", "denied", "planned", "text")


@filtered()
def contradictions(
    record: RecordPath, where: Any, format: Format = RowFormat.table, out: Out = None, limit: Limit = 20
) -> None:
    """Events that some reports deny and others have happen, the latest first.

    Example: kawat contradictions berita.sqlite --country ISR
    """
    with open_record(record) as opened:
        show(told(all_rows(partial(opened.contradictions, where), limit), format), COLUMNS, format, out)


def told(stories: Any, format: RowFormat) -> Any:
    """The stories; for a table, each report on a line of its own."""
    if format is not RowFormat.table:
        yield from stories
        return
    from msgspec import defstruct

    line = defstruct("Line", COLUMNS)
    for story in stories:
        for n, event in enumerate(story.told):
            head = [getattr(story, name) for name in COLUMNS[:-1]] if n == 0 else [""] * (len(COLUMNS) - 1)
            yield line(*head, f"[{event.status}] {event.outlet} {event.day}: {event.sentence}")
