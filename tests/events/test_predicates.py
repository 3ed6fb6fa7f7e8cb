"""Every predicate is well formed, unlike every other, and codes the sentences of its own frame."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest
from frames import DOER, OTHER, Built, built
from trees import events_of, reading_of, spoken

from kawat.events.ontology import ontology
from kawat.events.predicates import Predicate, Usage, expand, predicates, sets
from kawat.events.table import surface_forms

LEXICON, SETS = predicates("id"), sets("id")
FRAMED = [pytest.param(p, b, id=f"{p.id}-{name}") for p in LEXICON for name, b in built(p)]


def apart(first: Predicate, second: Predicate) -> bool:
    """Whether what the two ask for tells them apart."""
    if set(first.needs) != set(second.needs):
        return True
    for left, right in ((first.objects, second.objects), (first.subjects, second.subjects)):
        if bool(left) != bool(right) or (left and not expand(left, SETS) & expand(right, SETS)):
            return True
    return False


def test_no_two_predicates_claim_the_same_words():
    """A form that stands twice asks for different objects, subjects or sides."""
    owners: dict[tuple[str, Usage], list[Predicate]] = defaultdict(list)
    for predicate in LEXICON:
        for form in surface_forms(predicate):
            owners[form].append(predicate)

    claimed = [
        (form, first.id, second.id)
        for form, owning in owners.items()
        for first, second in combinations(owning, 2)
        if not apart(first, second)
    ]

    assert claimed == []


@pytest.mark.parametrize("predicate", LEXICON, ids=lambda predicate: predicate.id)
def test_predicate_is_well_formed(predicate: Predicate):
    """Its mode is one of its type, it has forms, and they are written as the coder compares them."""
    forms = [form for form, _ in surface_forms(predicate)]

    assert (predicate.type, predicate.mode) in ontology().kinds
    assert forms
    assert all(form == form.lower().strip() and "  " not in form for form in forms)


@pytest.mark.parametrize(("predicate", "sentence"), FRAMED)
def test_a_sentence_of_its_frame_is_coded(predicate: Predicate, sentence: Built):
    """A hand-made parse with both sides where the frame wants them gives the event between them."""
    reading = reading_of(sentence.rows, {DOER: "NOR:GOV", OTHER: "PER:GOV"})
    if sentence.said:
        reading = spoken(reading, DOER, 0, len(reading.article.text))
    found = [
        (event.type, event.mode, {p.name for p in event.actor}, {p.name for p in event.recipient})
        for event in events_of(reading)
    ]

    assert (predicate.type, predicate.mode, sentence.actor, sentence.recipient) in found, reading.article.text


def test_three_hundred_predicates_carry_an_example():
    """Examples document the lexicon; the shipped model replays them in its own test."""
    assert sum(predicate.example is not None for predicate in LEXICON) >= 300
