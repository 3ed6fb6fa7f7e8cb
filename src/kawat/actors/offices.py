"""Offices and who held them when: loading, checking and asking (``data/offices/*.toml``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import combinations
from pathlib import Path
from typing import Annotated

import msgspec

from kawat.errors import LexiconError
from kawat.lexicon import read_toml

Date = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
Sector = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Z0-9]{2}$")]


class Holder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's time in an office; ``until`` empty: in office as far as is known."""

    name: str
    from_: Date = msgspec.field(name="from")
    until: Date | None = None
    also: tuple[str, ...] = ()
    wikidata: str = ""


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office, the country and sector of its code, and its holders."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(\.[a-z0-9-]+)+$")]
    country: Country
    sector: Sector
    role: str
    of: str = ""
    to: str = ""
    shared: bool = False
    source: str = ""
    holders: tuple[Holder, ...] = ()


class OfficeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    office: tuple[Office, ...] = ()


def load_offices(paths: Iterable[Path | Traversable] | None = None) -> tuple[Office, ...]:
    """All offices of the files given, or of ``data/offices``, ids checked to be unique.

    Raises:
        LexiconError: a file of another form, or two offices with one id.
    """
    found: dict[str, Office] = {}
    for path in office_files() if paths is None else paths:
        for office in read_toml(path, OfficeFile).office:
            if office.id in found:
                raise LexiconError(f"{path}: office {office.id!r} stands twice; give each its own id")
            found[office.id] = office
    return tuple(found.values())


def office_files() -> list[Traversable]:
    """The shipped files, in the order of their names."""
    folder = resources.files("kawat.actors") / "data" / "offices"
    if not folder.is_dir():
        return []
    return sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def earliest(date: str) -> str:
    """First day that a date of year, month or day precision can mean."""
    return date + "0000-01-01"[len(date) :]


def latest(date: str | None) -> str:
    """Last day that it can mean; an open date lasts for ever."""
    return "9999-12-31" if date is None else date + "0000-12-31"[len(date) :]


def in_office(holder: Holder, day: str) -> bool:
    """Whether the holder may have been in office on ``day`` (ISO, any precision)."""
    return earliest(holder.from_) <= latest(day) and earliest(day) <= latest(holder.until)


def holders_on(office: Office, day: str) -> tuple[Holder, ...]:
    """Who held the office on the day; on a day of change the newcomer comes first."""
    found = [holder for holder in office.holders if in_office(holder, day)]
    return tuple(sorted(found, key=lambda holder: holder.from_, reverse=True))


def problems(offices: Iterable[Office], roles: Iterable[str] = ()) -> Iterator[str]:
    """What is wrong with the data, one line each: overlaps, reversed dates, unknown roles.

    Two holders overlap when the surely common time of an office that is not shared is longer than a day.
    """
    known = set(roles)
    for office in offices:
        if known and office.role not in known:
            yield f"{office.id}: no words for role {office.role!r}"
        for holder in office.holders:
            if latest(holder.until) < earliest(holder.from_):
                yield f"{office.id}: {holder.name} leaves before coming"
        if not office.shared:
            yield from _overlaps(office)


def _overlaps(office: Office) -> Iterator[str]:
    for one, other in combinations(office.holders, 2):
        start = max(latest(one.from_), latest(other.from_))
        end = min(_surely_until(one), _surely_until(other))
        if start < end:
            yield f"{office.id}: {one.name} and {other.name} both from {start} to {end}"


def _surely_until(holder: Holder) -> str:
    return latest(None) if holder.until is None else earliest(holder.until)


def by_person(offices: Iterable[Office]) -> dict[str, list[tuple[Office, Holder]]]:
    """Every person's offices, by name, earliest first."""
    found: defaultdict[str, list[tuple[Office, Holder]]] = defaultdict(list)
    for office in offices:
        for holder in office.holders:
            found[holder.name].append((office, holder))
    return {name: sorted(held, key=lambda pair: pair[1].from_) for name, held in found.items()}
