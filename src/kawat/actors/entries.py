"""The who's-who as data: forms of its files, and reading them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import msgspec
from babel import Locale

from kawat.actors.offices import Country, Date, Office, load_offices
from kawat.actors.trie import fold
from kawat.errors import LexiconError
from kawat.lexicon import read_toml, words
from kawat.records import UNKNOWN

Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Z0-9]{2}:[A-Z]{3}$")]


class Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code that holds for a time only."""

    code: Code
    from_: Date | None = msgspec.field(name="from", default=None)
    until: Date | None = None


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One actor of the who's-who.

    ``each``: the names are not one actor's but a family's, every name an actor with this code.
    ``role``: kind of office, so that "the foreign ministry of X" is this actor.
    """

    id: str
    code: Code = UNKNOWN
    names: tuple[str, ...] = ()
    kind: str = ""
    wikidata: str = ""
    of: str = ""
    role: str = ""
    each: bool = False
    dated: tuple[Dated, ...] = ()
    iso2: str = ""

    @property
    def country(self) -> str:
        return self.code[:3]


class CountryRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: Country
    iso2: str
    wikidata: str = ""


class CountryFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    country: tuple[CountryRow, ...]


class Agent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Role words that a user's file adds: whoever they name has this sector."""

    sector: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
    words: tuple[str, ...]


class ActorFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of actors, ours or a user's; ``kind`` is that of entries without one."""

    kind: str = "organisation"
    actor: tuple[Entry, ...] = ()
    office: tuple[Office, ...] = ()
    agent: tuple[Agent, ...] = ()


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lexicon/names.toml``: what one language calls the entries."""

    names: dict[str, tuple[str, ...]]
    display: dict[str, str] = {}
    ambiguous: dict[str, dict[str, tuple[str, ...]]] = {}
    epithets: dict[str, tuple[str, ...]] = {}
    seats: dict[str, tuple[str, ...]] = {}
    capitals: dict[str, tuple[str, ...]] = {}
    places: dict[str, tuple[str, ...]] = {}


def shipped() -> tuple[ActorFile, ...]:
    """The files of actors beside this module, in the order of their names."""
    folder = resources.files("kawat.actors") / "data"
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    named = sorted((file for file in files if file.name != "countries.toml"), key=lambda file: file.name)
    return tuple(read_toml(file, ActorFile) for file in named)


@cache
def countries(language: str) -> tuple[Entry, ...]:
    """Countries and territories with their CLDR names in the language."""
    file = resources.files("kawat.actors") / "data" / "countries.toml"
    territories = Locale(language).territories
    display = words(language, "names", Names).display
    found = []
    for row in read_toml(file, CountryFile).country:
        cldr = re.sub(r" \(.*?\)", "", territories.get(row.iso2, row.id))
        name = display.get(row.id, cldr)
        found.append(Entry(row.id, f"{row.id}:GOV", (name, cldr), "country", row.wikidata, iso2=row.iso2))
    return tuple(found)


def entries_of(file: ActorFile) -> Iterator[Entry]:
    """The entries of a file, families taken apart."""
    for entry in file.actor:
        kept = entry if entry.kind else msgspec.structs.replace(entry, kind=file.kind)
        yield from _members(kept, kept.names) if kept.each else (kept,)


def _members(family: Entry, names: Iterable[str]) -> Iterator[Entry]:
    for name in names:
        id = f"{family.id}/{slug(name)}"
        yield msgspec.structs.replace(family, id=id, names=(name,), each=False, wikidata="")


def slug(name: str) -> str:
    """``Joe Biden`` → ``joe-biden``, to make ids of."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def all_entries(language: str, files: Iterable[ActorFile]) -> dict[str, Entry]:
    """Every entry by id: countries, shipped files, then ``files``, a later one taking an earlier one's place.

    Names of the language are added; families of the language's own names are taken apart.
    """
    named = words(language, "names", Names).names
    found: dict[str, Entry] = {entry.id: entry for entry in countries(language)}
    for file in (*shipped(), *files):
        families = {entry.id: entry for entry in file.actor if entry.each}
        for entry in entries_of(file):
            found[entry.id] = _over(found.get(entry.id), entry)
        for id, family in families.items():
            kept = msgspec.structs.replace(family, kind=family.kind or file.kind)
            found.update((entry.id, entry) for entry in _members(kept, named.get(id, ())))
            found[id] = msgspec.structs.replace(kept, names=(), wikidata="")
    return {id: _with_names(entry, named.get(id, ())) for id, entry in found.items()}


def _over(earlier: Entry | None, later: Entry) -> Entry:
    """The later entry with the earlier one's names, and its other facts where the later has none."""
    if earlier is None:
        return later
    return msgspec.structs.replace(
        later,
        names=tuple(dict.fromkeys((*earlier.names, *later.names))),
        wikidata=later.wikidata or earlier.wikidata,
        iso2=later.iso2 or earlier.iso2,
        role=later.role or earlier.role,
        of=later.of or earlier.of,
    )


def _with_names(entry: Entry, names: tuple[str, ...]) -> Entry:
    if entry.each or not names:
        return entry
    first, then = (entry.names, names) if entry.kind == "country" else (names, entry.names)
    return msgspec.structs.replace(entry, names=tuple(dict.fromkeys((*first, *then))))


def read_actor_file(path: Path | Traversable) -> ActorFile:
    """A user's file of actors.

    Raises:
        LexiconError: no such file, or of another form; names file and line.
    """
    return read_toml(path, ActorFile)


def all_offices(files: Iterable[ActorFile]) -> tuple[Office, ...]:
    """The shipped offices and those of ``files``, a later one taking an earlier one's place."""
    found = {office.id: office for office in load_offices()}
    for file in files:
        found.update((office.id, office) for office in file.office)
    return tuple(found.values())


def check(language: str) -> Iterator[str]:
    """What is wrong with the shipped data, one line each: names or parts of entries that do not exist."""
    found = all_entries(language, ())
    lexicon = words(language, "names", Names)
    for table in (lexicon.names, lexicon.epithets, lexicon.seats, lexicon.capitals, lexicon.places):
        yield from (f"names.toml: no entry {id!r}" for id in table if id not in found)
    for entry in found.values():
        if entry.of and entry.of not in found:
            yield f"{entry.id}: part of {entry.of!r}, which does not exist"


def unique_ids(files: Iterable[ActorFile]) -> None:
    """Refuse two entries with one id.

    Raises:
        LexiconError: names the id.
    """
    seen: set[str] = set()
    for file in files:
        for entry in file.actor:
            if entry.id in seen:
                raise LexiconError(f"actor {entry.id!r} stands twice; give each its own id")
            seen.add(entry.id)
