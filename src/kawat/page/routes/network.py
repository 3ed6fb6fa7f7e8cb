"""The network of countries."""

from __future__ import annotations

from msgspec.structs import replace
from starlette.responses import Response

from kawat.page import look
from kawat.page.countries import country_name
from kawat.page.drawings.network import Edge, draw
from kawat.page.route import Pages
from kawat.page.routes.period import days_before, latest_day
from kawat.page.visit import Visit

DAYS, EDGES = 30, 60
UNKNOWN = "ZZZ"
HEADER = ("source", "target", "events", "score")


def network(visit: Visit) -> Response:
    """Who deals with whom, and on what terms; the last month where the address names no period."""
    where = visit.where()
    if not where.since and not where.until:
        where = replace(where, since=days_before(latest_day(visit), DAYS))
    edges = [
        Edge(*row.name.split("-", 1), row.n, row.score)  # type: ignore[call-arg, arg-type]
        for row in visit.record.top("dyads", where, EDGES)
        if "-" in row.name and UNKNOWN not in row.name.split("-")
    ]
    rows = [(edge.source, edge.target, edge.n, round(edge.score, 2)) for edge in edges]
    if visit.one("csv"):
        return look.sheet("network", HEADER, rows)
    codes = {code for edge in edges for code in (edge.source, edge.target)}
    links = {code: f"/events?country={code}" for code in codes}
    names = {code: country_name(code, visit.language) for code in codes}
    drawn = draw(edges, names, links, visit.words["network.title"])
    return look.page(visit, "network.html", drawn=drawn, rows=rows, since=where.since)


PAGES: Pages = (("/network", network),)
