"""Turning points: months after which a dyad is on other terms than before."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.record.rows import Point
from kawat.records import Value

REACH, FEWEST, LEAST, MOST = 3, 6, 2.0, 5
"""Months compared on either side; events needed on each; points of change that count; how many are shown."""


class Turn(Value, frozen=True):
    """A month at which the mean score moved from ``before`` to ``after``."""

    month: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """Points gained or lost."""
        return self.after - self.before


def turning_points(points: Iterable[Point]) -> tuple[Turn, ...]:
    """The months with the largest change between the mean of the three before and of the three from it on.

    Each month weighs as many as its events; of neighbouring months only the one with the largest change
    stands. Months without events are left out, so three months are three in which something happened.
    """
    months = sorted(sums(points).items())
    turns = []
    for at in range(1, len(months)):
        before, after = months[max(0, at - REACH) : at], months[at : at + REACH]
        if min(events(before), events(after)) >= FEWEST:
            turns.append((at, Turn(months[at][0], mean(before), mean(after))))
    chosen: list[tuple[int, Turn]] = []
    for at, turn in sorted(turns, key=lambda pair: -abs(pair[1].change)):
        if abs(turn.change) >= LEAST and all(abs(at - other) >= REACH for other, _ in chosen):
            chosen.append((at, turn))
    return tuple(turn for _, turn in sorted(chosen[:MOST], key=lambda pair: pair[0]))


Month = tuple[str, tuple[int, float]]


def sums(points: Iterable[Point]) -> dict[str, tuple[int, float]]:
    """Events and sum of scores by month, both directions together."""
    made: dict[str, tuple[int, float]] = {}
    for p in points:
        n, total = made.get(p.period, (0, 0.0))
        made[p.period] = (n + p.events, total + p.events * p.score)
    return made


def events(months: list[Month]) -> int:
    """How many events."""
    return sum(n for _, (n, _) in months)


def mean(months: list[Month]) -> float:
    """The mean score."""
    return sum(total for _, (_, total) in months) / events(months)
