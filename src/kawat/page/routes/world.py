"""The map."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace
from starlette.responses import Response

from kawat.page import charts, look
from kawat.page.route import Pages
from kawat.page.routes.period import days_before, latest_day
from kawat.page.visit import Visit
from kawat.record.questions.places import places

DAYS, PLACES = 30, 150
HEADER = ("place", "country", "lat", "lon", "events", "score")


def world(visit: Visit) -> Response:
    """Places with their events; the last month where the address names no period."""
    where = visit.where()
    if not where.since and not where.until:
        where = replace(where, since=days_before(latest_day(visit), DAYS))
    rows = places(visit.record.store, where, PLACES)
    if visit.one("csv"):
        return look.sheet("places", HEADER, map(msgspec.structs.astuple, rows))
    spec = charts.world([msgspec.structs.asdict(row) for row in rows], visit.words)
    table = [(row.name, row.country, row.n, row.score) for row in rows]
    return look.page(visit, "map.html", spec=spec, rows=table, since=where.since)


PAGES: Pages = (("/map", world),)
