"""The short language of headlines."""

from __future__ import annotations

from trees import coded

NAMES = {"Rusia": "RUS:GOV", "Moldova": "MDA:GOV", "Chile": "CHL:GOV", "Warga Serbia": "SRB:CVL"}


def test_words_are_aimed_at_whom_they_are_addressed_to():
    rows = "Ancaman/NOUN/5/nsubj Rusia/PROPN/1/nmod Ke/ADP/4/case Moldova/PROPN/5/obl Menguat/VERB/0/root"

    assert coded([rows], NAMES) == ["THREATEN RUS:GOV -> MDA:GOV"]


def test_words_about_an_attack_are_not_aimed_at_its_goal():
    rows = (
        "Chile/PROPN/2/nsubj Kecam/VERB/0/root Serangan/NOUN/2/obj Udara/NOUN/3/compound "
        "Ke/ADP/6/case Moldova/PROPN/3/nmod"
    )

    assert "ACCUSE CHL:GOV -> MDA:GOV" not in coded([rows], NAMES)


def test_a_headline_that_leaves_a_country_over_is_not_coded():
    rows = (
        "Alasan/NOUN/0/root Chile/PROPN/1/nmod Marah/ADJ/1/amod Usai/ADP/6/case Final/NOUN/6/compound "
        "Lawan/NOUN/3/obl Moldova/PROPN/6/nmod"
    )

    assert coded([rows], {"Chile": "CHL:GOV", "Moldova": "MDA:GOV"}) == []


def test_a_verb_in_front_is_done_by_whom_the_main_clause_begins_with():
    rows = (
        "Tuding/VERB/5/advcl Moldova/PROPN/1/obj ,/PUNCT/1/punct Chile/PROPN/5/nsubj Tarik/VERB/0/root "
        "Dubesnya/NOUN/5/obj"
    )

    assert "ACCUSE CHL:GOV -> MDA:GOV" in coded([rows], NAMES)


def test_whom_one_met_before_one_speaks_is_met_by_the_speaker():
    rows = (
        "Bertemu/VERB/5/advcl Moldova/PROPN/1/obj ,/PUNCT/1/punct Chile/PROPN/5/nsubj Puji/VERB/0/root "
        "Rusia/PROPN/5/obj"
    )

    assert "CONSULT CHL:GOV+MDA:GOV ->" in coded([rows], NAMES)


def test_who_is_praised_in_a_headline_is_not_whoever_stands_near():
    rows = (
        "Parlemen/NOUN/3/nsubj Jepang/PROPN/1/nmod Sahkan/VERB/0/root Rencana/NOUN/3/obj Anggaran/NOUN/4/nmod "
        "Usulan/NOUN/4/nmod Filipina/PROPN/6/nmod"
    )

    assert coded([rows], {"Parlemen Jepang": "JPN:LEG", "Filipina": "PHL:GOV"}) == []
