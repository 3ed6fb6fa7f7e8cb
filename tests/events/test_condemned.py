"""Words about a hostile act are aimed at its doer; who suffers it does not do it."""

from __future__ import annotations

from trees import coded

NAMES = {"Brasil": "BRA:GOV", "warga Ukraina": "UKR:CVL", "Rusia": "RUS:GOV"}


def test_who_was_killed_is_not_condemned():
    rows = (
        "Brasil/PROPN/2/nsubj mengecam/VERB/0/root pembunuhan/NOUN/2/obj warga/NOUN/3/nmod Ukraina/PROPN/4/nmod "
        "oleh/ADP/7/case Rusia/PROPN/3/nmod"
    )

    assert coded([rows], NAMES) == ["ACCUSE BRA:GOV -> RUS:GOV", "ASSAULT RUS:GOV -> UKR:CVL"]


def test_condemnation_of_an_occupation_is_not_by_who_occupies():
    rows = "Brasil/PROPN/2/nsubj menyuarakan/VERB/0/root kecaman/NOUN/2/obj penjajahan/NOUN/3/nmod Rusia/PROPN/4/nmod"

    assert "ACCUSE BRA:GOV -> RUS:GOV" in coded([rows], NAMES)


def test_what_is_condemned_in_a_passive_is_no_ones_fault_who_suffers_it():
    rows = (
        "pembunuhan/NOUN/4/nsubj:pass warga/NOUN/1/nmod Ukraina/PROPN/2/nmod dikecam/VERB/0/root "
        "Brasil/PROPN/4/obl:agent"
    )

    assert "ACCUSE BRA:GOV ->" in coded([rows], NAMES)


def test_whoever_is_to_be_punished_does_not_punish():
    rows = "Brasil/PROPN/2/nsubj minta/VERB/0/root Rusia/PROPN/4/nsubj:pass dihukum/VERB/2/ccomp"

    punished = [code for code in coded([rows], NAMES) if code.startswith("SANCTION")]

    assert punished
    assert all(code.endswith("-> RUS:GOV hypothetical") for code in punished)


def test_readiness_for_harm_is_no_agreement():
    rows = "Rusia/PROPN/2/nsubj siap/VERB/0/root menghukum/VERB/2/xcomp Brasil/PROPN/3/obj"

    assert not any(code.startswith("AGREE") for code in coded([rows], NAMES))
