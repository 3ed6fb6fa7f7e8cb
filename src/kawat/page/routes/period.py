"""The period that a page shows when the address names none: the last weeks of the record."""

from __future__ import annotations

from datetime import date, timedelta

from kawat.page.visit import Visit


def latest_day(visit: Visit) -> str:
    """The day of the latest article; today for an empty record."""
    rows = visit.record.articles(limit=1).rows
    day = rows[0].published[:10] if rows else ""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return date.today().isoformat()


def days_before(day: str, days: int) -> str:
    """An ISO day so many days earlier."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
