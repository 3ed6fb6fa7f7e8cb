"""Where events were: places with their coordinates, for a map."""

from __future__ import annotations

from kawat.record.questions.filters import Filter, event_conditions
from kawat.record.store import Store
from kawat.records import Value


class PlaceCount(Value, frozen=True):
    """A place with the events told of it; ``score`` is their mean PLOVER score."""

    name: str
    country: str
    lat: float
    lon: float
    n: int
    score: float


def places(store: Store, where: Filter, limit: int) -> tuple[PlaceCount, ...]:
    """The places with most events under a filter; events placed by the dateline alone are left out."""
    with store.snapshot() as connection:
        made = event_conditions(connection, where)
        made.add("e.lat IS NOT NULL AND e.lon IS NOT NULL AND e.place_fallback = 0")
        rows = connection.execute(
            f"""SELECT e.place, e.place_country, e.lat, e.lon, count(*), avg(e.score) FROM events e {made.sql}
                GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1 LIMIT ?""",
            (*made.values, limit),
        ).fetchall()
    return tuple(PlaceCount(*row) for row in rows)
