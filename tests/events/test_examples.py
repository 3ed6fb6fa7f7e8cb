"""The examples that predicates carry are coded as they say when the shipped model reads them."""

from __future__ import annotations

import pytest

from kawat.article import read_record
from kawat.events.predicates import Example, Predicate, predicates
from kawat.reader import Reader
from kawat.records import Event, Party

EXAMPLES = tuple((p, p.example) for p in predicates("id") if p.example)
LEAST = 0.93
"""Share that must come out exactly; the parser errs now and then."""


def side(parties: tuple[Party, ...]) -> str:
    """The codes of a side in alphabetical order."""
    return " + ".join(sorted(party.code for party in parties))


def told(event: Event) -> str:
    """An event in the words of an example, its sides in alphabetical order."""
    return f"{event.type} {side(event.actor)} -> {side(event.recipient)}".strip()


def ordered(code: str) -> str:
    """An example's code with its sides in alphabetical order."""
    kind, _, sides = code.partition(" ")
    left, _, right = sides.partition("->")
    both = (" + ".join(sorted(name.strip() for name in part.split("+"))) for part in (left, right))
    return f"{kind} {' -> '.join(both)}".strip()


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[str, ...]]:
    """What is coded in each example, by the predicate's id."""
    articles = [
        read_record({"id": predicate.id, "text": example.text, "date": "2025-10-01"})
        for predicate, example in EXAMPLES
    ]
    read = Reader().read_many(articles)
    return {reading.id: tuple(told(event) for event in reading.events) for reading in read}


def failing(readings: dict[str, tuple[str, ...]]) -> list[tuple[Predicate, Example]]:
    """Examples that are not among what is coded in their own sentence."""
    return [(p, e) for p, e in EXAMPLES if ordered(e.code) not in readings[p.id]]


def test_examples_are_coded_as_they_say(readings: dict[str, tuple[str, ...]]):
    """Nearly every example gives its own type and both sides."""
    wrong = [f"{p.id}: {e.text} [{e.code}] {readings[p.id]}" for p, e in failing(readings)]

    assert len(wrong) <= (1 - LEAST) * len(EXAMPLES), "\n".join(wrong)


def test_every_type_is_found_in_its_examples(readings: dict[str, tuple[str, ...]]):
    """Whatever the sides, the type of an example is rarely missed."""
    missed = [p.id for p, e in EXAMPLES if not any(c.startswith(p.type) for c in readings[p.id])]

    assert len(missed) <= 0.04 * len(EXAMPLES), missed
