"""The forms of a verb that the lexicon should have."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.forms import Morphology, derived, missing, stems
from kawat.events.predicates import Predicate
from kawat.lexicon import words

KNOWN = words("id", "morphology", Morphology)


@pytest.mark.parametrize(
    ("verb", "stem"),
    [
        ("menyita", "sita"),
        ("mengusir", "usir"),
        ("mencabut", "cabut"),
        ("memukul", "pukul"),
        ("menolak", "tolak"),
    ],
)
def test_a_swallowed_letter_comes_back(verb: str, stem: str):
    assert stem in stems(verb, KNOWN)


def test_the_noun_of_doing_swallows_as_the_verb_does():
    assert derived("sita", KNOWN)["noun"] == "penyitaan"
    assert derived("usir", KNOWN)["noun"] == "pengusiran"


def test_suffixes_stay_in_the_passive_and_leave_the_noun():
    forms = derived("bebaskan", KNOWN)

    assert (forms["passive"], forms["noun"], forms["stative"]) == ("dibebaskan", "pembebasan", "terbebas")


def test_only_forms_that_are_used_and_not_there_are_missing():
    counts = Counter({"disita": 9, "sita": 9, "penyitaan": 9, "tersita": 1})
    predicate = Predicate("sita", "COERCE", active=("menyita",))

    found = list(missing([predicate], KNOWN, frozenset({"disita"}), counts))

    assert [(form, name) for _, form, name, _ in found] == [("sita", "bare"), ("penyitaan", "noun")]
