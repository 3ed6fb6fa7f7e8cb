"""Whoever attacks ends the attack, also where somebody else is to stop it."""

from __future__ import annotations

from trees import coded

NAMES = {"Turki": "TUR:GOV", "Israel": "ISR:GOV", "PBB": "UNO:IGO"}


def test_an_attack_is_ended_by_whose_it_is():
    rows = (
        "PBB/PROPN/2/nsubj menghentikan/VERB/0/root serangan/NOUN/2/obj Israel/PROPN/3/nmod ke/ADP/6/case "
        "Turki/PROPN/3/nmod"
    )

    assert coded([rows], NAMES) == ["RETREAT ISR:GOV -> TUR:GOV"]


def test_whoever_ends_his_own_attack_does_it_against_others():
    rows = "Israel/PROPN/2/nsubj menghentikan/VERB/0/root serangan/NOUN/2/obj terhadap/ADP/5/case Turki/PROPN/3/nmod"

    assert coded([rows], NAMES) == ["RETREAT ISR:GOV -> TUR:GOV"]
