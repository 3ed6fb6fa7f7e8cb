"""Actors: the list, and everything about one."""

from __future__ import annotations

from starlette.responses import Response

from kawat.events.ontology import ontology
from kawat.page import charts, look
from kawat.page.drawings.network import Edge, draw
from kawat.page.export import EVENT_HEADER, STATEMENT_HEADER, event_cells, statement_cells
from kawat.page.route import Pages, found
from kawat.page.routes.events import small
from kawat.page.visit import Visit
from kawat.record.rows import ActorPage


def actors(visit: Visit) -> Response:
    """Actors by words in their name, the most frequent first."""
    rows = visit.record.actors(visit.one("q"), visit.one("cursor"), visit.rows())
    return look.page(visit, "actors.html", found=rows)


def actor(visit: Visit) -> Response:
    """Names, roles with dates, statements, events over time, partners."""
    id, where = small(visit.given["id"]), visit.where()
    shown = found(lambda: visit.record.actor(f"#{id}", where, min(visit.rows(), 25)))
    if wanted := visit.one("csv"):
        return download(shown, wanted)
    words = visit.words
    edges = [Edge(str(id), str(p.id), p.n, p.score) for p in shown.partners]
    names = {str(id): shown.actor.name} | {str(p.id): p.name for p in shown.partners}
    links = {str(p.id): f"/actors/{p.id}" for p in shown.partners}
    return look.page(
        visit,
        "actor.html",
        shown=shown,
        network=draw(edges, names, links, words["actor.network"], str(id)),
        sides=charts.sides(shown.months, words),
        side_rows=[(p.period, words[f"chart.as_{p.source}"], p.events, p.score) for p in shown.months],
        kinds=charts.kinds(shown.types, words, ontology().quads),
        kind_rows=[(words[f"type.{c.name}"], c.n, c.score) for c in shown.types],
    )


def download(shown: ActorPage, wanted: str) -> Response:
    """One of the actor's tables as CSV."""
    name = f"actor-{shown.actor.id}-{wanted}"
    if wanted == "events":
        return look.sheet(name, EVENT_HEADER, map(event_cells, shown.events.rows))
    if wanted == "statements":
        return look.sheet(name, STATEMENT_HEADER, map(statement_cells, shown.statements.rows))
    if wanted == "types":
        return look.sheet(name, ("type", "events", "score"), [(c.name, c.n, c.score) for c in shown.types])
    if wanted == "partners":
        return look.sheet(name, ("name", "events", "score"), [(c.name, c.n, c.score) for c in shown.partners])
    rows = [(p.period, p.source, p.events, p.score) for p in shown.months]
    return look.sheet(name, ("month", "side", "events", "score"), rows)


PAGES: Pages = (("/actors", actors), ("/actors/{id:int}", actor))
