"""The who's-who ready for use: one trie over all names and role words, and who held which office when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from kawat.actors.entries import ActorFile, Agent, Entry, Names, all_entries, all_offices, slug
from kawat.actors.offices import Holder, Office, by_person, holders_on, in_office, latest
from kawat.actors.roles import Role, pronouns, role_terms, roles
from kawat.actors.trie import Node, atoms_of, build, matches, words_of
from kawat.lexicon import words
from kawat.records import NOWHERE, UNKNOWN

FORMER = "ELI"
"""Sector of those who have left an office of the state."""
CITIZEN = "CVL"
"""Sector of somebody with a title of no body."""
STATE, UNTOLD = "GOV", "UNK"
"""A role that tells no sector is the state's when a country is named: "sumber Israel"."""
PARTY = "PTY"
LASTING = frozenset({"PTY", "LEG", "REB", "OPP", "REL"})
"""Sectors that do not end with an office: a party's former chair is still a party's man."""
SPOKESPERSON = "spokesperson"
SERVICES = frozenset({"MIL", "COP", "JUD"})
"""Sectors whose people go on serving when they no longer speak for their service."""
TOP_ROLES = frozenset({"head-of-state", "head-of-government", "monarch"})

Held = tuple[Office, Holder]


class Post(NamedTuple):
    """What an office is asked by: its country, role, body and, for envoys, where to."""

    country: str
    role: str
    of: str = ""
    to: str = ""


class WhosWho(NamedTuple):
    """Everything known about actors before a text is read, in one language."""

    language: str
    entries: dict[str, Entry]
    trie: Node
    posts: dict[tuple[str, str], tuple[Office, ...]]
    held: dict[str, tuple[Held, ...]]
    agencies: dict[tuple[str, str], str]
    persons_by_word: dict[str, tuple[str, ...]]
    ambiguous: dict[str, dict[str, tuple[str, ...]]]
    """Names of two countries: the other country, with the words in whose company it is meant."""

    def holder(self, post: Post, day: str) -> str:
        """Id of the person who holds the post on the day; empty when not known or several do."""
        words = roles(self.language)
        asked = words.fallback.get(post.role, (post.role,))
        for role in asked[:1] if post.role in words.generic and not post.of else asked:
            for office in self._offices(post._replace(role=role)):
                found = holders_on(office, day)
                if found and not office.shared:
                    return person_id(found[0].name)
        return ""

    def _offices(self, post: Post) -> tuple[Office, ...]:
        """Offices of exactly that post; where no body is named, also the country's only one of the role."""
        group = self.posts.get((post.country, post.role), ())
        exact = tuple(office for office in group if (office.of, office.to) == (post.of, post.to))
        vague = post.of or post.role in roles(self.language).generic
        return exact or (group if len(group) == 1 and not vague else ())

    def code_on(self, id: str, day: str) -> str:
        """Code of an entry on the day: of the office held then, ELI after the last, else the entry's own."""
        held = self.held.get(id, ())
        now = [office for office, holder in held if in_office(holder, day)]
        if now:
            office = min(now, key=lambda office: (office.sector == PARTY, office.role not in TOP_ROLES))
            body = self.entries.get(office.of)
            return body.code if body else f"{office.country}:{office.sector}"
        entry = self.entries.get(id)
        for dated in entry.dated if entry else ():
            if (dated.from_ or "0000") <= day <= latest(dated.until):
                return dated.code
        if held and entry and entry.code == UNKNOWN:
            last = max(held, key=lambda pair: pair[1].from_)[0]
            serves = last.role == SPOKESPERSON and last.sector in SERVICES
            return f"{last.country}:{last.sector if serves or last.sector in LASTING else FORMER}"
        return entry.code if entry else UNKNOWN

    def country_of(self, id: str) -> str:
        """Country of an entry; of a person, the one of the last office."""
        held = self.held.get(id)
        if held:
            return held[-1][0].country
        entry = self.entries.get(id)
        return entry.country if entry and entry.country != NOWHERE else ""

    def is_state(self, id: str) -> bool:
        """Whether the id is that of a country or territory."""
        entry = self.entries.get(id)
        return entry is not None and entry.kind == "country"

    def has_held(self, id: str, role: str) -> bool:
        """Whether the person has ever held an office of this role."""
        return any(office.role == role for office, _ in self.held.get(id, ()))

    def holds(self, id: str, role: str, day: str, of: str = "") -> bool:
        """Whether the person holds an office of this role, of this body if one is given, on the day."""
        held = (office for office, holder in self.held.get(id, ()) if in_office(holder, day))
        return any(office.role == role and of in ("", office.of) for office in held)

    def named(self, name: str) -> Entry | None:
        """The entry that a whole name means; none when it means several or none."""
        found = matches(self.trie, atoms_of([name])) if name else []
        entries = [term.ref for match in found for term in match.terms if term.kind == "name"]
        return entries[0] if len(found) == len(entries) == 1 else None

    def country_named(self, place: str) -> str:
        """Country of a place's name ("WASHINGTON"); empty when none or several bear it."""
        found = matches(self.trie, atoms_of([place]))
        entries = {term.ref.country for match in found for term in match.terms if isinstance(term.ref, Entry)}
        return next(iter(entries)) if len(entries) == 1 else ""

    def office_on(self, id: str, day: str) -> Office | None:
        """The office, if any, that the person holds on the day; the highest first."""
        now = [office for office, holder in self.held.get(id, ()) if in_office(holder, day)]
        return min(now, key=lambda office: office.role not in TOP_ROLES, default=None)


def person_id(name: str) -> str:
    return f"person.{slug(name)}"


@cache
def whos_who(language: str, extra: tuple[ActorFile, ...] = ()) -> WhosWho:
    """The who's-who of a language with a user's own files, read once."""
    offices = all_offices(extra)
    held = {person_id(name): tuple(pairs) for name, pairs in by_person(offices).items()}
    entries = _with_persons(all_entries(language, extra), held)
    agents = [agent for file in extra for agent in file.agent]
    terms = (
        name_terms(language, entries),
        role_terms(language),
        agent_terms(agents),
        pronoun_terms(language),
    )
    trie = build(chain.from_iterable(terms))
    tables = _posts(offices), held, _agencies(entries), _by_word(entries)
    return WhosWho(language, entries, trie, *tables, words(language, "names", Names).ambiguous)


def _with_persons(entries: dict[str, Entry], held: dict[str, tuple[Held, ...]]) -> dict[str, Entry]:
    """Office holders as entries, beside persons that a file of actors names."""
    found = dict(entries)
    for id, pairs in held.items():
        names = dict.fromkeys(name for _, holder in pairs for name in (holder.name, *holder.also))
        wikidata = next((holder.wikidata for _, holder in pairs if holder.wikidata), "")
        known = found.get(id, Entry(id, kind="person", wikidata=wikidata))
        found[id] = msgspec.structs.replace(known, names=tuple(dict.fromkeys((*names, *known.names))))
    return found


def name_terms(language: str, entries: dict[str, Entry]) -> Iterator[tuple[str, str, Any]]:
    """Every name with the kind of naming: plain, epithet, seat of power, capital or place."""
    for entry in entries.values():
        for name in entry.names:
            yield name, "name", entry
    data = words(language, "names", Names)
    tables = {"epithet": data.epithets, "seat": data.seats, "capital": data.capitals, "place": data.places}
    for kind, table in tables.items():
        for id, names in table.items():
            for name in names:
                yield name, kind, entries[id]


def agent_terms(agents: Iterable[Agent]) -> Iterator[tuple[str, str, Any]]:
    """A user's role words."""
    for agent in agents:
        role = Role(
            f"agent-{agent.sector.lower()}", agent.sector, "person", agent.words, own=True, local=False
        )
        for word in agent.words:
            yield word, "role", role


def pronoun_terms(language: str) -> Iterator[tuple[str, str, Any]]:
    data = pronouns(language)
    yield from ((word, "blind", None) for word in data.blind)
    for kind, group in (("pronoun", data.pronoun), ("pair", data.pair), ("definite", data.definite)):
        for item in group:
            for word in item.words:
                yield word, kind, item


def _posts(offices: Iterable[Office]) -> dict[tuple[str, str], tuple[Office, ...]]:
    """Offices by country and role."""
    found: defaultdict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in offices:
        found[office.country, office.role].append(office)
    return {key: tuple(group) for key, group in found.items()}


def _agencies(entries: dict[str, Entry]) -> dict[tuple[str, str], str]:
    return {(entry.country, entry.role): entry.id for entry in entries.values() if entry.role}


def _by_word(entries: dict[str, Entry]) -> dict[str, tuple[str, ...]]:
    """Persons by each word of their names that is long enough to name somebody."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for entry in entries.values():
        if entry.kind == "person":
            for word in {word for name in entry.names for word in words_of(name)}:
                if len(word) > 1 and word[0].isupper():
                    found[word][entry.id] = None
    return {word: tuple(ids) for word, ids in found.items()}
