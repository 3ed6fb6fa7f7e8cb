"""The record at a glance."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.responses import RedirectResponse, Response

from kawat.page import look
from kawat.page.drawings.heat import heat
from kawat.page.route import Pages
from kawat.page.visit import Visit
from kawat.record.rows import Count


def overview(visit: Visit) -> Response:
    """Latest, heat of the days, top dyads, what changed; the paste box where there is no record."""
    if visit.site.opened is None:
        return RedirectResponse("/read", 307)
    seen = visit.record.overview(visit.one("today"))
    if visit.one("csv"):
        rows = ((day.name, day.n, round(day.score, 2)) for day in seen.days)
        return look.sheet("days", ("day", "events", "score"), rows)
    drawn = heat(seen.days, seen.today, visit.words)
    return look.page(visit, "overview.html", seen=seen, heat=drawn, months=months(seen.days))


def months(days: Iterable[Count]) -> list[tuple[str, int, float]]:
    """The days summed by month: month, events, mean score."""
    sums: dict[str, tuple[int, float]] = {}
    for day in days:
        n, total = sums.get(day.name[:7], (0, 0.0))
        sums[day.name[:7]] = (n + day.n, total + day.n * day.score)
    return [(month, n, total / n) for month, (n, total) in sorted(sums.items())]


PAGES: Pages = (("/", overview),)
