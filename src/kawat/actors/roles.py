"""Role words of a language: offices, crowds, arms of a state (``lexicon/roles.toml``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from kawat.lexicon import words

Kind = Literal["person", "people", "agency", "organisation", "country"]


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One role and its words; the fields are explained at the head of ``roles.toml``."""

    id: str
    sector: str
    kind: Kind
    words: tuple[str, ...]
    second: str = ""
    own: bool = False
    of_person: bool = False
    proper: bool = False
    rank: bool = False
    echo: bool = False
    alone: bool = True
    local: bool = True


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    home: str
    homely: tuple[str, ...]
    generic: tuple[str, ...]
    heads: tuple[str, ...]
    company_heads: tuple[str, ...]
    elected: tuple[str, ...]
    shadow: tuple[str, ...]
    times: tuple[str, ...]
    cases: tuple[str, ...]
    origins: tuple[str, ...]
    affiliations: tuple[str, ...]
    former: tuple[str, ...]
    candidate: tuple[str, ...]
    deputies: tuple[str, ...]
    many: tuple[str, ...]
    one: tuple[str, ...]
    one_of: tuple[str, ...]
    modifiers: tuple[str, ...]
    titles: tuple[str, ...]
    aliases: tuple[str, ...]
    glued: tuple[str, ...]
    lists: tuple[str, ...]
    given: tuple[str, ...]
    links: tuple[str, ...]
    weak: tuple[str, ...]
    units: tuple[str, ...]
    stations: tuple[str, ...]
    here: tuple[str, ...]
    towards: tuple[str, ...]
    run_by: tuple[str, ...]
    joins: tuple[str, ...]
    together: tuple[str, ...]
    upto: tuple[str, ...]
    also: tuple[str, ...]
    marchers: tuple[str, ...]
    marches: tuple[str, ...]
    lands: dict[str, str]
    worldly: tuple[str, ...]
    topics: tuple[str, ...]
    across: dict[str, str]
    equals: tuple[str, ...]
    role: tuple[Role, ...]
    fallback: dict[str, tuple[str, ...]]
    portfolios: dict[str, tuple[str, ...]]
    portfolio_role: tuple[Role, ...]
    short: dict[str, tuple[str, ...]]
    telling: dict[str, tuple[str, ...]]


class Pronoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    number: Literal["one", "many", "any"] = "any"
    clitic: bool = False
    as_country: bool = False
    """Stands for the country of the one it points back to."""


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for two actors named before, with the sector that both get."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    sector: str = ""
    top: bool = False
    """Only heads of states and governments are meant, where two are named."""


class Definite(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that, with a pointer, stand for one named before."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pointers: tuple[str, ...]
    relatives: tuple[str, ...]
    leanings: tuple[str, ...]
    causes: tuple[str, ...]
    everyday: tuple[str, ...]
    blind: tuple[str, ...]
    attributive: tuple[str, ...]
    locatives: tuple[str, ...]
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    pronoun: tuple[Pronoun, ...]
    pair: tuple[Pair, ...]
    definite: tuple[Definite, ...]


@cache
def roles(language: str) -> Roles:
    found: Roles = words(language, "roles", Roles)
    return found


@cache
def pronouns(language: str) -> Pronouns:
    found: Pronouns = words(language, "pronouns", Pronouns)
    return found


@cache
def telling_words(language: str) -> frozenset[str]:
    """Every word in a body's name that tells its sector."""
    return frozenset(word for words in roles(language).telling.values() for word in words)


@cache
def all_roles(language: str) -> dict[str, Role]:
    """Every role by id, those of the portfolios included."""
    data = roles(language)
    found = {role.id: role for role in data.role}
    for role in (made for pattern in data.portfolio_role for made in _portfolio(pattern, data)):
        found.setdefault(role.id, role)
    return found


def _portfolio(pattern: Role, data: Roles) -> Iterator[Role]:
    for portfolio, names in data.portfolios.items():
        made = tuple(word.format(name) for word in pattern.words for name in names)
        yield msgspec.structs.replace(pattern, id=pattern.id.format(portfolio), words=made)


def role_terms(language: str) -> Iterator[tuple[str, str, Role]]:
    """``(words, "role", role)`` for the trie; one word said twice means many."""
    known = all_roles(language)
    seen: set[str] = set()
    for id, names in roles(language).short.items():
        for name in names:
            seen.add(name)
            yield name, "role", known[id]
    for role in sorted(known.values(), key=_most_telling):
        for name in role.words:
            if name not in seen:
                seen.add(name)
                yield name, "role", role
                if " " not in name:
                    yield f"{name} {name}", "roles", role


def _most_telling(role: Role) -> tuple[bool, int]:
    """Portfolios first, then roles with few words: they say more than the large families."""
    return not role.id.endswith(("-minister", "-ministry")), len(role.words)
