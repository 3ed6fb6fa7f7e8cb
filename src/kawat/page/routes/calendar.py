"""What is planned."""

from __future__ import annotations

from itertools import groupby

from starlette.responses import Response

from kawat.page import look
from kawat.page.export import EVENT_HEADER, all_rows, event_cells
from kawat.page.route import Pages
from kawat.page.routes.period import latest_day
from kawat.page.visit import Visit


def calendar(visit: Visit) -> Response:
    """Planned events from a day on, by month; the day of the latest article where the address names none."""
    where, today = visit.where(), visit.one("today") or latest_day(visit)

    def ask(cursor: str, limit: int) -> object:
        return visit.record.calendar(where, today, cursor, limit)

    if visit.one("csv"):
        return look.sheet("calendar", EVENT_HEADER, map(event_cells, all_rows(ask)))
    found = visit.record.calendar(where, today, visit.one("cursor"), visit.rows())
    months = [(month, list(rows)) for month, rows in groupby(found.rows, lambda row: row.day[:7])]
    return look.page(visit, "calendar.html", found=found, months=months, today=today)


PAGES: Pages = (("/calendar", calendar),)
