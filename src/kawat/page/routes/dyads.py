"""Dyads: the most frequent, and the course between two sides."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from kawat.events.ontology import ontology
from kawat.page import charts, look
from kawat.page.countries import country_name
from kawat.page.export import EVENT_HEADER, all_rows, event_cells
from kawat.page.route import Pages, found
from kawat.page.turning import turning_points
from kawat.page.visit import Visit
from kawat.record.rows import Timeline

HEADERS = {
    "course": ("month", "source", "target", "events", "score"),
    "volume": ("month", "cooperation", "conflict"),
    "types": ("type", "events", "score"),
    "events": EVENT_HEADER,
}


def dyads(visit: Visit) -> Response:
    """The most frequent dyads; two names in the address lead to theirs."""
    one, other = visit.one("one"), visit.one("other")
    if one and other:
        return RedirectResponse(f"/dyads/{quote(one, safe='')}/{quote(other, safe='')}", 303)
    rows = visit.record.top("dyads", visit.where(), visit.rows())
    if visit.one("csv"):
        cells = ((row.name, row.n, round(row.score, 2)) for row in rows)
        return look.sheet("dyads", ("dyad", "events", "score"), cells)
    return look.page(visit, "dyads.html", rows=rows)


def dyad(visit: Visit) -> Response:
    """Both directions over time, by type, with turning points and the events."""
    one, other = (visit.given[name][:120] for name in ("one", "other"))
    where, words = visit.where(), visit.words
    limit = visit.rows()
    line = found(lambda: visit.record.timeline(one, other, where, visit.one("cursor"), limit))
    tables = rows_of(line)
    if (wanted := visit.one("csv")) in HEADERS:
        if wanted == "events":
            ask = lambda cursor, size: visit.record.timeline(one, other, where, cursor, size).events  # noqa: E731
            tables["events"] = [event_cells(row) for row in all_rows(ask)]
        return look.sheet(f"{one}-{other}-{wanted}", HEADERS[wanted], tables[wanted])
    source, target = (country_name(code, visit.language) for code in (line.source, line.target))
    ways = {line.source: f"{source} → {target}", line.target: f"{target} → {source}"}
    return look.page(
        visit,
        "dyad.html",
        line=line,
        turns=turning_points(line.points),
        course=charts.course(line.points, words, ways),
        course_rows=[(p.period, ways[p.source], p.events, p.score) for p in line.points],
        volume=charts.volume(line.points, words),
        volume_rows=tables["volume"],
        kinds=charts.kinds(line.types, words, ontology().quads),
        kind_rows=[(words[f"type.{c.name}"], c.n, c.score) for c in line.types],
    )


def rows_of(line: Timeline) -> dict[str, list[tuple[object, ...]]]:
    """The numbers behind the charts, under ``HEADERS``."""
    return {
        "course": [(p.period, p.source, p.target, p.events, round(p.score, 2)) for p in line.points],
        "volume": [*charts.by_month(line.points)],
        "types": [(c.name, c.n, round(c.score, 2)) for c in line.types],
    }


PAGES: Pages = (("/dyads", dyads), ("/dyads/{one}/{other}", dyad))
