"""The short language of headlines."""

from __future__ import annotations

from trees import coded

from kawat.events.headlines import asked
from kawat.events.ontology import ontology

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


def test_blame_in_a_headline_names_who_is_blamed():
    rows = "Rusia/PROPN/2/nsubj Kecam/VERB/0/root Kematian/NOUN/2/obj Warga/NOUN/3/nmod Sipil/ADJ/4/amod"

    assert coded([rows], {"Rusia": "RUS:GOV"}) == []


def test_an_attack_in_a_headline_may_leave_out_who_is_hit():
    rows = "Rusia/PROPN/2/nsubj Gempur/VERB/0/root Kota/NOUN/2/obj Pelabuhan/NOUN/3/nmod"

    assert coded([rows], {"Rusia": "RUS:GOV"}) == ["ASSAULT RUS:GOV ->"]


def test_the_clauses_of_one_headline_lend_each_other_no_side():
    rows = (
        "Rusia/PROPN/2/nsubj Tuding/VERB/0/root Moldova/PROPN/2/obj Langgar/VERB/2/ccomp Batas/NOUN/4/obj "
        ",/PUNCT/8/punct Chile/PROPN/8/nsubj Marah/ADJ/2/conj"
    )

    assert not any(event.startswith("ACCUSE CHL") for event in coded([rows], NAMES))


def test_what_a_headline_has_to_name_is_told_for_types_of_the_ontology():
    assert set(asked()) <= {type for type, _ in ontology().kinds}


def test_who_is_quoted_before_a_colon_does_not_do_what_is_told_behind_it():
    rows = (
        "Rusia/PROPN/4/nsubj :/PUNCT/1/punct Chile/PROPN/4/nsubj Gempur/VERB/0/root Kota/NOUN/4/obj "
        "Moldova/PROPN/5/nmod"
    )

    assert coded([rows], NAMES) == ["ASSAULT CHL:GOV -> MDA:GOV"]
