"""News of markets: what its headline is about silences the attack that it only retells."""

from __future__ import annotations

from trees import coded, events_of, reading_of

ATTACK = "Israel/PROPN/2/nsubj menyerang/VERB/0/root Iran/PROPN/2/obj"
SIDES = {"Israel": "ISR:GOV", "Iran": "IRN:GOV"}


def test_an_article_that_a_market_headline_leads_retells_nothing():
    headline = (
        "Rupiah/NOUN/2/nsubj melemah/VERB/0/root ,/PUNCT/4/punct IHSG/PROPN/2/parataxis anjlok/VERB/4/acl"
    )

    assert events_of(reading_of([headline, "Bursa/NOUN/2/nsubj sepi/ADJ/0/root", ATTACK], SIDES)) == ()


def test_an_article_that_another_headline_leads_tells_the_attack():
    headline = "Warga/NOUN/2/nsubj mengungsi/VERB/0/root"
    event, *_ = events_of(reading_of([headline, "Bursa/NOUN/2/nsubj sepi/ADJ/0/root", ATTACK], SIDES))

    assert event.type == "ASSAULT"


def test_a_ban_on_athletes_is_told_where_enough_words_of_politics_stand_beside_those_of_sport():
    match = "Atlet/NOUN/2/nsubj senam/NOUN/3/nsubj berlaga/VERB/0/root"
    arena = "Kejuaraan/NOUN/2/nsubj turnamen/NOUN/3/nmod stadion/NOUN/4/nmod medali/NOUN/0/root"
    cause = "Visa/NOUN/2/nsubj diplomatik/ADJ/3/amod boikot/NOUN/4/nmod parlemen/NOUN/0/root"

    assert events_of(reading_of([match, arena, ATTACK], SIDES)) == ()
    assert [event.type for event in events_of(reading_of([match, arena, cause, ATTACK], SIDES))][
        -1
    ] == "ASSAULT"


def test_a_journey_of_private_people_is_no_visit():
    rows = "Pengungsi/NOUN/2/nsubj tiba/VERB/0/root di/ADP/4/case Turki/PROPN/2/obl"

    assert coded([rows], {"Pengungsi": "SYR:REF", "Turki": "TUR:GOV"}) == []
    assert coded([rows], {"Pengungsi": "SYR:GOV", "Turki": "TUR:GOV"}) == ["CONSULT SYR:GOV -> TUR:GOV"]


def test_what_a_poll_finds_is_no_act():
    rows = (
        "Survei/NOUN/0/root :/PUNCT/1/punct warga/NOUN/5/nsubj Turki/PROPN/3/nmod mengecam/VERB/1/parataxis "
        "Israel/PROPN/5/obj"
    )

    assert coded([rows], {"Turki": "TUR:GOV", "Israel": "ISR:GOV"}) == []


PRAISE = "Petinju/NOUN/2/nsubj menyatakan/VERB/0/root dukungan/NOUN/2/obj"
BLAME = "Petinju/NOUN/2/nsubj mengecam/VERB/0/root keputusan/NOUN/2/obj"
AT_HOME = {"Petinju": "IDN:CVL", "Indonesia": "IDN:GOV"}
LAND = "Indonesia/PROPN/2/nsubj luas/ADJ/0/root"


def test_private_support_for_nobody_named_is_not_for_the_state():
    assert coded([LAND, PRAISE], AT_HOME) == []


def test_private_blame_of_nobody_named_is_of_the_state():
    assert coded([LAND, BLAME], AT_HOME) == ["ACCUSE IDN:CVL -> IDN:GOV"]
