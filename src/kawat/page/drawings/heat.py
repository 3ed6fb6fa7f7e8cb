"""A year of days as a calendar of heat: a column a week, a square a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from markupsafe import Markup, escape

from kawat.page.interface import Words
from kawat.record.rows import Count

CELL, LEFT, TOP, WEEKS = 13, 8, 18, 53
LEVELS = 4


def heat(days: Iterable[Count], today: str, words: Words) -> Markup:
    """The year up to ``today``; each day links to its events, its shade shows how many there were."""
    counts = {day.name: day for day in days}
    last = date.fromisoformat(today)
    first = last - timedelta(days=last.weekday() + 7 * (WEEKS - 1))
    bounds = levels([day.n for day in counts.values()])
    squares, months = [], []
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        x, y = LEFT + offset // 7 * CELL, TOP + offset % 7 * CELL
        squares.append(square(day.isoformat(), counts.get(day.isoformat()), (x, y), bounds))
        if day.day == 1:
            months.append(f'<text x="{x}" y="{TOP - 6}">{day.month:02d}/{day.year % 100:02d}</text>')
    size = (LEFT + WEEKS * CELL + 24, TOP + 7 * CELL + 4)
    label = escape(words["overview.heat"])
    return Markup(
        f'<svg class="heat" viewBox="0 0 {size[0]} {size[1]}" width="{size[0]}" height="{size[1]}" '
        f'role="group" aria-label="{label}">{"".join(months)}{"".join(squares)}</svg>'
    )


def square(day: str, count: Count | None, at: tuple[int, int], bounds: list[int]) -> str:
    """One day; a link only where there is something to see."""
    n = count.n if count else 0
    level = sum(n > bound for bound in bounds) + 1 if n else 0
    box = f'<rect class="h{level}" x="{at[0]}" y="{at[1]}" width="{CELL - 2}" height="{CELL - 2}">'
    drawn = f"{box}<title>{day}: {n}</title></rect>"
    return f'<a href="/events?since={day}&amp;until={day}" tabindex="-1">{drawn}</a>' if n else drawn


def levels(counts: list[int]) -> list[int]:
    """Counts above which a day is a shade darker: the quarters of the days with events."""
    ordered = sorted(counts)
    return [ordered[len(ordered) * part // LEVELS] for part in range(1, LEVELS)] if ordered else []
