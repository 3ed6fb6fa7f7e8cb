"""The way of a report from its first witness through the media to the outlets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from kawat.page.interface import Words
from kawat.record.rows import EventRow
from kawat.records import Value

WIDTH, HEIGHT, BOX, MOST, SHOWN = 210, 46, 168, 40, 24
"""Of a step, of a line, of a box; paths drawn at most; letters of a name shown."""


class Step(Value, frozen=True):
    """A medium on the way, with those that took the report from it."""

    name: str
    article: str = ""
    day: str = ""
    after: tuple[Step, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines its part of the drawing takes."""
        return max(1, sum(step.lines for step in self.after))


def chain(told: Sequence[EventRow], words: Words) -> Markup:
    """The paths of all reports as a tree from left to right; the outlets link to their articles."""
    roots = grow([(path_of(report), report) for report in told[:MOST]])
    if not roots:
        return Markup("")
    depth = max(map(deep, roots))
    height = sum(root.lines for root in roots) * HEIGHT + 8
    drawn, line = [], 0
    for root in roots:
        drawn.append(draw(root, 0, line))
        line += root.lines
    label = escape(words["event.chain"])
    width = depth * WIDTH
    return Markup(
        f'<svg class="chain" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="group" '
        f'aria-label="{label}">{"".join(drawn)}</svg>'
    )


def path_of(report: EventRow) -> tuple[str, ...]:
    """Media from the first known source to the outlet, each once."""
    path = (*reversed(report.via), report.outlet or report.source or "?")
    return tuple(dict.fromkeys((report.source, *path) if report.source else path))


def grow(paths: Iterable[tuple[tuple[str, ...], EventRow]]) -> tuple[Step, ...]:
    """Paths merged where they begin alike, in the order of the reports."""
    groups: dict[str, list[tuple[tuple[str, ...], EventRow]]] = {}
    for path, report in paths:
        groups.setdefault(path[0], []).append((path[1:], report))
    steps = []
    for name, rest in groups.items():
        own = next((report for path, report in rest if not path), None)
        after = grow((path, report) for path, report in rest if path)
        steps.append(Step(name, own.article if own else "", own.published[:10] if own else "", after))
    return tuple(steps)


def deep(step: Step) -> int:
    """Steps from here to the farthest outlet."""
    return 1 + max(map(deep, step.after), default=0)


def draw(step: Step, column: int, line: int) -> str:
    """One medium and all after it."""
    x, y = column * WIDTH + 1, line * HEIGHT + 4
    parts, below = [box(step, x, y)], line
    for following in step.after:
        end = below * HEIGHT + 4 + 17
        start = x + BOX
        parts.append(
            f'<path d="M{start} {y + 17} C{start + 22} {y + 17} {start + 20} {end} {start + 40} {end}"/>'
        )
        parts.append(draw(following, column + 1, below))
        below += following.lines
    return "".join(parts)


def box(step: Step, x: int, y: int) -> str:
    """The medium's name in its box, linked where it carries an article."""
    from urllib.parse import quote

    name = step.name if len(step.name) <= SHOWN else step.name[: SHOWN - 1] + "…"
    day = f'<text class="day" x="{x + 8}" y="{y + 28}">{escape(step.day)}</text>' if step.day else ""
    title_y = y + (15 if step.day else 21)
    drawn = (
        f'<rect class="{"outlet" if step.article else "source"}" x="{x}" y="{y}" width="{BOX}" height="34"/>'
        f'<text x="{x + 8}" y="{title_y}">{escape(name)}</text>{day}'
    )
    return f'<a href="/articles/{quote(step.article)}">{drawn}</a>' if step.article else drawn
