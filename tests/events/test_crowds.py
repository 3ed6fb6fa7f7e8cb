"""Crowds that march for another country are not of it."""

from __future__ import annotations

from trees import coded, events_of, of_kind, reading_of, told


def test_a_rally_for_a_country_is_by_the_people_of_its_place():
    rows = (
        "Massa/NOUN/4/nsubj bela/NOUN/1/nmod Palestina/PROPN/2/nmod berdemo/VERB/0/root "
        "di/ADP/6/case Nairobi/PROPN/4/obl"
    )

    assert coded([rows], {"Massa": "PSE:CVL", "Palestina": "PSE:GOV"}) == ["PROTEST KEN:CVL ->"]


def test_a_rally_in_a_country_is_by_its_people():
    rows = "Warga/NOUN/3/nsubj Palestina/PROPN/1/nmod berdemo/VERB/0/root"

    assert coded([rows], {"Warga Palestina": "PSE:CVL"}) == ["PROTEST PSE:CVL ->"]


def test_people_on_their_own_ground_suffer_what_is_done_there():
    rows = (
        "Rusia/PROPN/2/nsubj menang/VERB/0/root dan/CCONJ/4/cc warga/NOUN/5/nsubj menyerang/VERB/2/conj "
        "Poltava/PROPN/5/obj"
    )
    names = {"Rusia": "RUS:GOV", "warga": "UKR:CVL", "Poltava": "UKR:GOV"}
    reading = of_kind(reading_of(rows, names), {"Poltava": "place"})

    assert [told(event) for event in events_of(reading)] == ["ASSAULT RUS:GOV -> UKR:CVL"]


def test_victims_attack_nobody():
    rows = "Korban/NOUN/2/nsubj mengebom/VERB/0/root Rusia/PROPN/2/obj"
    reading = reading_of(rows, {"Korban": "UKR:CVL", "Rusia": "RUS:GOV"})

    assert [told(event) for event in events_of(reading)] == ["ASSAULT RUS:GOV -> UKR:CVL"]


def test_a_rally_against_a_country_is_not_by_its_people():
    rows = "Aksi/NOUN/5/nsubj tolak/VERB/1/acl Rusia/PROPN/2/obj akan/ADV/5/advmod digelar/VERB/0/root"
    reading = of_kind(reading_of(rows, {"Rusia": "RUS:GOV"}), {"Rusia": "country"})

    assert all("RUS" not in told(event).split("->")[0] for event in events_of(reading))


def test_the_word_for_any_deed_is_no_protest_of_a_state():
    rows = "Aksi/NOUN/3/nsubj Rusia/PROPN/1/nmod memicu/VERB/0/root kemarahan/NOUN/3/obj"
    reading = of_kind(reading_of(rows, {"Rusia": "RUS:GOV"}), {"Rusia": "country"})

    assert not [event for event in events_of(reading) if event.type == "PROTEST"]
