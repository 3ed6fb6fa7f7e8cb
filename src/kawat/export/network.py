"""The actor network as GEXF 1.2 (Gephi) and GraphML: who deals with whom, how often, how well."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from kawat.record.questions.filters import Filter, event_conditions
from kawat.records import Value

if TYPE_CHECKING:
    from kawat.record import Record


class Node(Value, frozen=True):
    """An actor of the record."""

    id: int
    name: str
    code: str
    country: str
    sector: str
    kind: str


class Edge(Value, frozen=True):
    """All that one actor did to another; those who act together are joined both ways."""

    source: int
    target: int
    events: int
    score: float
    cooperation: int
    conflict: int


def network(record: Record, where: Filter) -> tuple[list[Node], list[Edge]]:
    """Actors that stand in an event with another one, and the edges between them."""
    with record.store.snapshot() as connection:
        made = event_conditions(connection, where)
        found = connection.execute(
            f"""SELECT s.actor, t.actor, count(*), avg(e.score),
                  sum(e.quad LIKE '%cooperation'), sum(e.quad LIKE '%conflict')
                FROM events e JOIN sides s ON s.event = e.id AND s.side = 'actor'
                  JOIN sides t ON t.event = e.id AND t.actor <> s.actor AND (t.side = 'recipient'
                    OR NOT EXISTS (SELECT 1 FROM sides r WHERE r.event = e.id AND r.side = 'recipient'))
                {made.sql} GROUP BY 1, 2 ORDER BY 1, 2""",
            made.values,
        )
        edges = [Edge(*row) for row in found]
        ids = {edge.source for edge in edges} | {edge.target for edge in edges}
        nodes = [
            Node(*row)
            for row in connection.execute(
                "SELECT id, name, code, country, sector, kind FROM actors ORDER BY id"
            )
            if row[0] in ids
        ]
    return nodes, edges


NODE_FIELDS = ("code", "country", "sector", "kind")
EDGE_FIELDS = {"events": "integer", "score": "double", "cooperation": "integer", "conflict": "integer"}


def write_gexf(record: Record, out: Path, where: Filter) -> int:
    """Write a GEXF file; returns the number of nodes and edges. An edge's weight is its number of events."""
    nodes, edges = network(record, where)
    with open(out, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in gexf(nodes, edges))
    return len(nodes) + len(edges)


def gexf(nodes: list[Node], edges: list[Edge]) -> Iterator[str]:
    """The lines of a GEXF file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed">'
    yield '<attributes class="node">'
    yield from (f'<attribute id="{n}" title="{name}" type="string"/>' for n, name in enumerate(NODE_FIELDS))
    yield '</attributes><attributes class="edge">'
    yield from (
        f'<attribute id="{n}" title="{k}" type="{t}"/>' for n, (k, t) in enumerate(EDGE_FIELDS.items())
    )
    yield "</attributes><nodes>"
    for node in nodes:
        yield f'<node id="{node.id}" label={quoteattr(clean(node.name))}>{values(node, NODE_FIELDS)}</node>'
    yield "</nodes><edges>"
    for number, edge in enumerate(edges):
        head = f'<edge id="{number}" source="{edge.source}" target="{edge.target}" weight="{edge.events}">'
        yield f"{head}{values(edge, EDGE_FIELDS)}</edge>"
    yield "</edges></graph></gexf>"


def values(item: Any, names: Any) -> str:
    """The attributes of a node or edge."""
    cells = (f'<attvalue for="{n}" value={quoteattr(clean(getattr(item, k)))}/>' for n, k in enumerate(names))
    return f"<attvalues>{''.join(cells)}</attvalues>"


def write_graphml(record: Record, out: Path, where: Filter) -> int:
    """Write a GraphML file; returns the number of nodes and edges."""
    nodes, edges = network(record, where)
    with open(out, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in graphml(nodes, edges))
    return len(nodes) + len(edges)


def graphml(nodes: list[Node], edges: list[Edge]) -> Iterator[str]:
    """The lines of a GraphML file."""
    kinds = {"integer": "int", "double": "double"}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name in ("name", *NODE_FIELDS):
        yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="string"/>'
    for name, kind in EDGE_FIELDS.items():
        yield f'<key id="{name}" for="edge" attr.name="{name}" attr.type="{kinds[kind]}"/>'
    yield '<graph edgedefault="directed">'
    for node in nodes:
        yield f'<node id="{node.id}">{data(node, ("name", *NODE_FIELDS))}</node>'
    for edge in edges:
        yield f'<edge source="{edge.source}" target="{edge.target}">{data(edge, EDGE_FIELDS)}</edge>'
    yield "</graph></graphml>"


def data(item: Any, names: Any) -> str:
    """The data of a node or edge."""
    return "".join(f'<data key="{name}">{escaped(getattr(item, name))}</data>' for name in names)


def escaped(value: object) -> str:
    """Text between tags."""
    return quoteattr(clean(value))[1:-1].replace("&quot;", '"')


def clean(value: object) -> str:
    """A value without the control characters that XML 1.0 forbids."""
    return "".join(c for c in str(value) if c >= " " or c in "\t\n")
