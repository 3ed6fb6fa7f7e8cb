"""Forms read twice: how far the two readings agree, and what the second finds."""

from __future__ import annotations

import pytest

from evaluation.predicates import SECOND, Read, kappa, read_second, second_reading


def read(*labels: tuple[bool, bool]) -> list[Read]:
    return [Read(f"form-{number}", *both) for number, both in enumerate(labels)]


def test_readings_that_agree_throughout_have_a_kappa_of_one():
    assert kappa(read((True, True), (False, False), (False, False))) == 1


def test_agreement_by_chance_counts_nothing():
    """Half agree, as they would if each had tossed a coin."""
    assert kappa(read((True, True), (True, False), (False, True), (False, False))) == 0


def test_forms_that_the_second_reading_calls_political_are_counted_as_coded_before_and_now():
    lines = list(
        second_reading(read((True, True), (False, True), (True, False)), frozenset({"form-0", "form-1"}))
    )

    assert (
        lines[1]
        == "of the 2 that the second reading calls political 1 were coded before it and 2 are coded now"
    )


def test_the_kept_reading_holds_three_hundred_forms_once_each():
    rows = read_second(SECOND)

    assert len({row.form for row in rows}) == len(rows) == 300
    assert kappa(rows) == pytest.approx(0.73, abs=0.01)
