"""What is done to a measure: the table of verb class by thing class."""

from __future__ import annotations

import pytest
from trees import coded

from kawat.errors import LexiconError
from kawat.events import turns as room
from kawat.events.predicates import frames
from kawat.events.rules import explained
from kawat.events.turns import ThingClass, Turn, TurnFile, VerbClass, turned

TWO = {"Jepang": "JPN:GOV", "Filipina": "PHL:GOV"}


def act(verb: str, thing: str) -> list[str]:
    """The events of *Japan VERB THING Philippines*."""
    return coded(
        f"Jepang/PROPN/2/nsubj {verb}/VERB/0/root {thing}/NOUN/2/obj Filipina/PROPN/3/nmod",
        TWO,
    )


@pytest.mark.parametrize(
    ("verb", "thing", "code"),
    [
        ("mencabut", "izin", "SANCTION JPN:GOV -> PHL:GOV"),
        ("memangkas", "bantuan", "SANCTION JPN:GOV -> PHL:GOV"),
        ("mencabut", "sanksi", "CONCEDE JPN:GOV -> PHL:GOV"),
        ("menaikkan", "tarif", "SANCTION JPN:GOV -> PHL:GOV"),
        ("menurunkan", "tarif", "CONCEDE JPN:GOV -> PHL:GOV"),
        ("membatalkan", "kunjungan", "REJECT JPN:GOV -> PHL:GOV"),
        ("melonggarkan", "blokade", "RETREAT JPN:GOV -> PHL:GOV"),
    ],
)
def test_the_same_verb_does_another_thing_to_another_measure(verb: str, thing: str, code: str):
    assert code in act(verb, thing)


def test_what_is_cut_is_no_second_event():
    assert act("menghentikan", "bantuan") == ["SANCTION JPN:GOV -> PHL:GOV"]


def test_force_that_is_put_off_still_is_an_event():
    assert any(event.startswith("COERCE") for event in act("mengendurkan", "blokade"))


def test_a_thing_further_inside_the_phrase_is_not_what_is_cut():
    rows = (
        "Jepang/PROPN/2/nsubj mengurangi/VERB/0/root defisit/NOUN/2/obj perdagangan/NOUN/3/nmod dengan/ADP/6/case "
        "Filipina/PROPN/3/nmod"
    )

    assert not any(event.startswith("SANCTION") for event in coded(rows, TWO))


def test_a_passive_turns_its_subject():
    rows = (
        "Izin/NOUN/3/nsubj:pass Filipina/PROPN/1/nmod dicabut/VERB/0/root oleh/ADP/5/case Jepang/PROPN/3/obl"
    )

    assert coded(rows, TWO) == ["SANCTION JPN:GOV -> PHL:GOV"]


def test_every_turn_has_a_frame_and_an_explanation():
    assert {p.frame for p in turned("id")} <= frames("id").keys()
    assert all(text for _, text in explained([f"{p.type.lower()}.{p.id}" for p in turned("id")], "id"))


def test_a_turn_of_an_unknown_class_is_refused(monkeypatch: pytest.MonkeyPatch):
    file = TurnFile(
        (VerbClass("end", ("x",)),),
        (ThingClass("aid", ("y",)),),
        (Turn("t", "SANCTION", ("end",), ("none",)),),
    )
    monkeypatch.setattr(room, "words", lambda *_: file)

    with pytest.raises(LexiconError, match="no class 'none'"):
        turned.__wrapped__("id")
