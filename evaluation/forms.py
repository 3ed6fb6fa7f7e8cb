"""Forms that coded verbs have in the news and the lexicon has not: ``python -m evaluation.forms CORPUS.jsonl.xz ...``.

For each active verb of a predicate the passive, the bare, the stative and the noun of doing are built as
``morphology.toml`` of the language says. Printed are those that the corpora use and that begin no entry of the
lexicon, the commonest first: how often, which form, the predicate. A form once found neutral is marked so.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from kawat.events.predicates import Predicate, predicates
from kawat.events.table import table
from kawat.lexicon import words

LEAST = 3
"""How often a form must stand in the corpora to be listed."""
SHORTEST = 3
"""Least letters of a root."""
WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")


class Beginning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The beginning of an active verb."""

    begin: str
    swallowed: tuple[str, ...]
    """First letters of the root that it may have swallowed; the empty one for none."""


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The beginning of the noun of doing for some first letters of the root."""

    first: tuple[str, ...]
    begin: str
    swallows: bool = False


class Morphology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``morphology.toml``."""

    passive: str
    stative: str
    nominal: str
    suffixes: tuple[str, ...]
    active: tuple[Beginning, ...]
    noun: tuple[Noun, ...]


class Neutral(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``neutral.toml``."""

    reason: dict[str, tuple[str, ...]]


def stems(verb: str, known: Morphology) -> list[str]:
    """The stems, with suffix, that an active verb may be of."""
    for way in known.active:
        if verb.startswith(way.begin):
            rest = verb.removeprefix(way.begin)
            return [letter + rest for letter in way.swallowed if len(letter + rest) > SHORTEST]
    return []


def derived(stem: str, known: Morphology) -> dict[str, str]:
    """The forms of a stem by their name."""
    root = next((stem.removesuffix(s) for s in known.suffixes if stem.endswith(s)), stem)
    root = root if len(root) >= SHORTEST else stem
    forms = {"passive": known.passive + stem, "bare": stem, "stative": known.stative + root}
    for way in known.noun:
        if root[0] in way.first:
            forms["noun"] = way.begin + root[way.swallows :] + known.nominal
    return forms


def missing(
    found: Iterable[Predicate], known: Morphology, there: frozenset[str], counts: Counter[str]
) -> Iterator[tuple[int, str, str, str]]:
    """How often, which form of which verb, by which name, of which predicate: what no entry begins with."""
    for predicate in found:
        for verb in predicate.active:
            likely = max(stems(verb, known), key=lambda stem: counts[known.passive + stem], default="")
            for name, form in derived(likely, known).items() if likely else ():
                if counts[form] >= LEAST and form not in there:
                    yield counts[form], form, name, f"{predicate.type.lower()}.{predicate.id} ({verb})"


def counted(paths: Iterable[Path]) -> Counter[str]:
    """How often each word stands in the corpora."""
    counts: Counter[str] = Counter()
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                counts.update(WORD.findall(f"{record.get('title', '')} {record.get('text') or ''}".lower()))
    return counts


def main(arguments: list[str]) -> None:
    """Print the missing forms."""
    options = argparse.ArgumentParser(prog="python -m evaluation.forms", description=__doc__.splitlines()[0])
    options.add_argument("corpus", type=Path, nargs="+", help="articles, one a line (.jsonl.xz)")
    given = options.parse_args(arguments)
    known = words("id", "morphology", Morphology)
    neutral = {form for forms in words("id", "neutral", Neutral).reason.values() for form in forms}
    there = frozenset(table("id").entries)
    rows = set(missing(predicates("id"), known, there, counted(given.corpus)))
    for count, form, name, of in sorted(rows, reverse=True):
        print(f"{count:6} {form:20} {name:8} {of}{'  neutral' if form in neutral else ''}")


if __name__ == "__main__":
    main(sys.argv[1:])
