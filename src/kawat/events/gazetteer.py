"""Where places are: from a name in the news to country and coordinates.

The extract (``data/places.tsv.gz``) is made by ``training/gazetteer.py``; ``data/GAZETTEER.md`` says from
what.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources

from kawat.records import Value


class Place(Value, frozen=True, gc=False):
    """A place under one of its names.

    ``country`` is ISO3, empty for waters and regions of several countries. ``lat`` and ``lon`` are degrees,
    None for countries. ``population`` counts inhabitants; places named by hand count a million, to win.
    """

    name: str
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0


@cache
def _rows() -> dict[str, list[str]]:
    """Lines of the extract by folded name, read once and split only when asked for."""
    packed = (resources.files("kawat.events") / "data" / "places.tsv.gz").read_bytes()
    found: dict[str, list[str]] = {}
    for line in gzip.decompress(packed).decode().splitlines():
        found.setdefault(line[: line.index("\t")].casefold(), []).append(line)
    return found


def _place(line: str) -> Place:
    name, country, lat, lon, population = line.split("\t")
    return Place(name, country, float(lat) if lat else None, float(lon) if lon else None, int(population))


@cache
def namesakes(name: str) -> tuple[Place, ...]:
    """Every place of that name (letter case aside), the most populous first; empty when there is none."""
    places = [_place(line) for line in _rows().get(name.casefold(), ())]
    return tuple(sorted(places, key=lambda place: -place.population))


def find(name: str, country: str = "") -> Place | None:
    """The place that news means by a name: the most populous, one in ``country`` (ISO3) before all others.

    None when the gazetteer has no such name.
    """
    places = namesakes(name)
    return next((place for place in places if place.country == country), places[0] if places else None)
