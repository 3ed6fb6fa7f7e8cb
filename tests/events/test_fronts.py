"""A protest is against the body before whose house it is held, unless its words name another."""

from __future__ import annotations

from msgspec.structs import replace
from trees import events_of, reading_of, told

HELD = "Mahasiswa/NOUN/2/nsubj berdemonstrasi/VERB/0/root di/ADP/4/case depan/NOUN/2/obl {}/PROPN/4/nmod"


def test_the_house_before_which_a_crowd_stands_is_the_target():
    """Students before parliament protest against parliament."""
    reading = reading_of(HELD.format("parlemen"), {"Mahasiswa": "NPL:CVL", "parlemen": "NPL:LEG"})

    assert [told(e) for e in events_of(reading)] == ["PROTEST NPL:CVL -> NPL:LEG"]


def test_a_house_of_private_people_is_none():
    """Before a company's house nobody political is met."""
    reading = reading_of(HELD.format("pabrik"), {"Mahasiswa": "NPL:CVL", "pabrik": "NPL:BUS"})

    assert [told(e) for e in events_of(reading)] == ["PROTEST NPL:CVL ->"]


def test_whom_the_words_name_comes_first():
    """A crowd before parliament that protests against the king protests against the king."""
    rows = (
        "Mahasiswa/NOUN/2/nsubj berdemonstrasi/VERB/0/root terhadap/ADP/4/case raja/NOUN/2/obl "
        "di/ADP/6/case parlemen/PROPN/2/obl"
    )
    reading = reading_of(rows, {"Mahasiswa": "NPL:CVL", "parlemen": "NPL:LEG", "raja": "NPL:GOV"})

    assert [told(e) for e in events_of(reading)] == ["PROTEST NPL:CVL -> NPL:GOV"]


def test_the_body_before_which_a_crowd_stands_does_not_march():
    rows = (
        "Demo/NOUN/6/nsubj di/ADP/3/case depan/NOUN/1/nmod Kedubes/NOUN/3/nmod Rusia/PROPN/4/nmod "
        "berlangsung/VERB/0/root"
    )
    reading = reading_of([rows], {"Kedubes Rusia": "RUS:GOV"})
    embassy = replace(reading.actors[0], kind="agency")

    assert [told(event) for event in events_of(replace(reading, actors=(embassy,)))] == [
        "PROTEST  -> RUS:GOV"
    ]


def test_a_place_behind_a_sign_is_not_where_the_crowd_stands():
    rows = (
        "Demo/NOUN/0/root di/ADP/3/case Kedubes/NOUN/1/nmod Rusia/PROPN/3/nmod :/PUNCT/6/punct "
        "Cemas/ADJ/1/parataxis keluarga/NOUN/6/obl di/ADP/9/case Kharkiv/PROPN/7/nmod"
    )
    names = {"Kedubes Rusia": "RUS:GOV", "Kharkiv": "UKR:GOV"}
    reading = reading_of(rows, names)
    kinds = {"Kedubes Rusia": "agency", "Kharkiv": "place"}
    actors = tuple(replace(actor, kind=kinds[actor.name]) for actor in reading.actors)

    assert [told(e) for e in events_of(replace(reading, actors=actors))] == ["PROTEST  -> RUS:GOV"]
