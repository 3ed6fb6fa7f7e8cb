"""Sides that the sentence leaves out come from where the data says, type by type."""

from __future__ import annotations

from typing import get_args

from trees import coded

from kawat.events.completion import Source, completions
from kawat.events.ontology import ontology
from kawat.events.sources import SOURCES

NAMES = {"Maroko": "MAR:GOV", "Warga Maroko": "MAR:CVL", "Polisi Maroko": "MAR:COP", "Aljazair": "DZA:GOV"}
TALKS = "Maroko/PROPN/2/nsubj berunding/VERB/0/root dengan/ADP/4/case Aljazair/PROPN/2/obl"


def test_every_type_has_an_entry_of_its_own():
    types = {type for type, _ in ontology().kinds}

    assert types == {type for type, mode in completions() if mode is None}


def test_every_source_that_data_may_name_is_a_function():
    assert set(get_args(Source)) == set(SOURCES)


def test_an_entry_for_a_mode_is_one_of_the_ontology():
    assert {kind for kind in completions() if kind[1]} <= set(ontology().kinds)


def test_people_who_demand_do_so_of_their_state():
    rows = "Warga/NOUN/3/nsubj Maroko/PROPN/1/nmod menuntut/VERB/0/root keadilan/NOUN/3/obj"

    assert "REQUEST MAR:CVL -> MAR:GOV" in coded([TALKS, rows], NAMES)


def test_a_riot_is_against_nobody_in_particular():
    rows = "Kerusuhan/NOUN/3/nsubj warga/NOUN/1/nmod berlanjut/VERB/0/root"

    assert "PROTEST MAR:CVL ->" in coded([TALKS, rows], {**NAMES, "warga": "MAR:CVL"})


def test_police_do_not_charge_whom_their_state_deals_with():
    rows = "Polisi/NOUN/3/nsubj Maroko/PROPN/1/nmod menyelidiki/VERB/0/root kasus/NOUN/3/obj"

    assert "ACCUSE MAR:COP ->" in coded([TALKS, TALKS, rows], NAMES)


def test_an_agreement_without_parties_is_one_of_the_two_that_the_article_is_about():
    rows = "Kesepakatan/NOUN/2/nsubj tercapai/VERB/0/root"

    assert "AGREE MAR:GOV+DZA:GOV ->" in coded([TALKS, TALKS, rows], NAMES)


def test_an_agreement_without_parties_is_nobodys_where_the_article_tells_of_many():
    names = {**NAMES, "Mali": "MLI:GOV", "Niger": "NER:GOV"}
    other = "Mali/PROPN/2/nsubj menyerang/VERB/0/root Niger/PROPN/2/obj"
    rows = "Kesepakatan/NOUN/2/nsubj tercapai/VERB/0/root"

    assert not any(event.startswith("AGREE") for event in coded([TALKS, other, rows], names))
