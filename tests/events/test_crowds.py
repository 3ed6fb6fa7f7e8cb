"""Crowds that march for another country are not of it."""

from __future__ import annotations

from trees import coded


def test_a_rally_for_a_country_is_by_the_people_of_its_place():
    rows = (
        "Massa/NOUN/4/nsubj bela/NOUN/1/nmod Palestina/PROPN/2/nmod berdemo/VERB/0/root "
        "di/ADP/6/case Nairobi/PROPN/4/obl"
    )

    assert coded([rows], {"Massa": "PSE:CVL", "Palestina": "PSE:GOV"}) == ["PROTEST KEN:CVL ->"]


def test_a_rally_in_a_country_is_by_its_people():
    rows = "Warga/NOUN/3/nsubj Palestina/PROPN/1/nmod berdemo/VERB/0/root"

    assert coded([rows], {"Warga Palestina": "PSE:CVL"}) == ["PROTEST PSE:CVL ->"]
