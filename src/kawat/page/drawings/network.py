"""A network of actors, laid out by forces and drawn as SVG: the same numbers always give the same picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from markupsafe import Markup, escape

from kawat.records import Value

WIDTH, HEIGHT, MARGIN = 960, 540, 40
ROUNDS, SHOWN = 220, 22
NEUTRAL = 0.75
"""Mean scores nearer to zero than this are drawn as neither cooperation nor conflict."""


class Edge(Value, frozen=True):
    """Events from one side to another with their mean PLOVER score."""

    source: str
    target: str
    n: int
    score: float


def draw(
    edges: Sequence[Edge],
    names: Mapping[str, str],
    links: Mapping[str, str],
    label: str,
    middle: str = "",
) -> Markup:
    """The network as SVG; empty without edges.

    Args:
        names: what stands at each node.
        links: where a node leads.
        label: what the drawing is called.
        middle: a node to keep in the middle.
    """
    if not edges:
        return Markup("")
    nodes = sorted({node for edge in edges for node in (edge.source, edge.target)})
    at = place(nodes, edges, middle)
    weights = {node: sum(e.n for e in edges if node in (e.source, e.target)) for node in nodes}
    most_edge, most_node = max(e.n for e in edges), max(weights.values())
    lines = "".join(line(edge, at, most_edge, names) for edge in joined(edges))
    dots = "".join(dot(node, at[node], weights[node] / most_node, names, links) for node in nodes)
    return Markup(
        f'<svg class="network" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{escape(label)}">'
        f"<g>{lines}</g><g>{dots}</g></svg>"
    )


def joined(edges: Iterable[Edge]) -> list[Edge]:
    """Both directions of a pair as one edge, its score weighted by events; the thinnest first."""
    pairs: dict[tuple[str, ...], list[Edge]] = {}
    for edge in edges:
        pairs.setdefault(tuple(sorted((edge.source, edge.target))), []).append(edge)
    made = []
    for (one, other), both in pairs.items():
        n = sum(edge.n for edge in both)
        made.append(Edge(one, other, n, sum(edge.n * edge.score for edge in both) / max(n, 1)))
    return sorted(made, key=lambda edge: edge.n)


def place(nodes: Sequence[str], edges: Sequence[Edge], middle: str) -> dict[str, tuple[float, float]]:
    """Coordinates by forces (Fruchterman and Reingold, 1991), from a circle, without chance."""
    index = {node: i for i, node in enumerate(nodes)}
    angle = np.arange(len(nodes)) * (math.pi * (3 - math.sqrt(5)))
    radius = np.sqrt((np.arange(len(nodes)) + 0.5) / len(nodes))
    at = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    pull = np.zeros((len(nodes), len(nodes)))
    for edge in edges:
        i, j = index[edge.source], index[edge.target]
        pull[i, j] = pull[j, i] = pull[i, j] + 1 + math.log(edge.n)
    pull /= pull.max()
    ideal = 1.3 / math.sqrt(len(nodes))
    for step in range(ROUNDS):
        at = at + moved(at, pull, ideal, 0.12 * (1 - step / ROUNDS))
        if middle in index:
            at[index[middle]] = 0
    return scaled(nodes, at)


def moved(at: np.ndarray, pull: np.ndarray, ideal: float, most: float) -> np.ndarray:
    """How far each node goes in one round: away from all, towards its partners, never more than ``most``."""
    away = at[:, None, :] - at[None, :, :]
    distance = np.maximum(np.linalg.norm(away, axis=2), 1e-3)
    force = ideal**2 / distance**2 - pull * distance / ideal
    np.fill_diagonal(force, 0)
    step = (away * force[:, :, None]).sum(axis=1) - 0.35 * at
    length = np.maximum(np.linalg.norm(step, axis=1, keepdims=True), 1e-9)
    moves: np.ndarray = step / length * np.minimum(length, most)
    return moves


def scaled(nodes: Sequence[str], at: np.ndarray) -> dict[str, tuple[float, float]]:
    """The coordinates stretched over the drawing."""
    low, high = at.min(axis=0), at.max(axis=0)
    share = (at - low) / np.maximum(high - low, 1e-9)
    x = MARGIN + share[:, 0] * (WIDTH - 2 * MARGIN - 110)
    y = MARGIN + share[:, 1] * (HEIGHT - 2 * MARGIN)
    return {node: (float(x[i]), float(y[i])) for i, node in enumerate(nodes)}


def line(edge: Edge, at: Mapping[str, tuple[float, float]], most: int, names: Mapping[str, str]) -> str:
    """One edge: as thick as it has events, blue for cooperation, orange and dashed for conflict."""
    (x1, y1), (x2, y2) = at[edge.source], at[edge.target]
    kind = "plus" if edge.score > NEUTRAL else "minus" if edge.score < -NEUTRAL else "even"
    width = 1 + 6 * math.sqrt(edge.n / most)
    both = f"{names[edge.source]} – {names[edge.target]}: {edge.n} ({edge.score:+.1f})"
    return (
        f'<line class="{kind}" x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" '
        f'stroke-width="{width:.1f}"><title>{escape(both)}</title></line>'
    )


def dot(
    node: str, at: tuple[float, float], share: float, names: Mapping[str, str], links: Mapping[str, str]
) -> str:
    """One node with its name, linked."""
    x, y = at
    radius = 4 + 12 * math.sqrt(share)
    name = names[node] if len(names[node]) <= SHOWN else names[node][: SHOWN - 1] + "…"
    drawn = (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.1f}"/>'
        f'<text x="{x + radius + 3:.0f}" y="{y + 4:.0f}">{escape(name)}</text>'
    )
    link = links.get(node)
    return f'<a href="{escape(link)}">{drawn}</a>' if link else f'<g class="self">{drawn}</g>'
