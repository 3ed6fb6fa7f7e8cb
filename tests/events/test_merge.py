"""One act told by two words is one event; the purpose of a body is none."""

from __future__ import annotations

from trees import coded, events_of, of_kind, reading_of, told

NAMES = {"Turki": "TUR:GOV", "Israel": "ISR:GOV", "PBB": "UNO:IGO"}


def test_a_label_and_its_judgement_are_one_accusation():
    rows = "Turki/PROPN/2/nsubj mencap/VERB/0/root Israel/PROPN/2/obj penjahat/NOUN/2/xcomp"

    assert coded([rows], NAMES) == ["ACCUSE TUR:GOV -> ISR:GOV"]


def test_an_attack_and_whom_it_kills_are_one():
    rows = (
        "Turki/PROPN/2/nsubj menyerang/VERB/0/root Israel/PROPN/2/obj dan/CCONJ/5/cc menewaskan/VERB/2/conj "
        "warga/NOUN/5/obj Israel/PROPN/6/nmod"
    )

    assert coded([rows], NAMES) == ["ASSAULT TUR:GOV -> ISR:GOV"]


def test_who_kills_in_answer_does_it_for_himself():
    rows = (
        "Turki/PROPN/2/nsubj menyerang/VERB/0/root Israel/PROPN/2/obj dan/CCONJ/6/cc Israel/PROPN/6/nsubj "
        "membunuh/VERB/2/conj tentara/NOUN/6/obj Turki/PROPN/7/nmod"
    )

    assert len(coded([rows], NAMES)) == 2


def test_what_an_attack_is_called_is_no_second_attack():
    rows = (
        "Serangan/NOUN/4/nsubj Turki/PROPN/1/nmod itu/DET/1/det disebut/VERB/0/root terhadap/ADP/6/case "
        "Israel/PROPN/1/nmod genosida/NOUN/4/xcomp"
    )

    assert coded([rows], NAMES) == ["ASSAULT TUR:GOV -> ISR:GOV"]


def test_what_is_promised_is_no_second_promise():
    rows = "Turki/PROPN/2/nsubj berjanji/VERB/0/root akan/AUX/4/aux mengakui/VERB/2/xcomp Israel/PROPN/4/obj"

    assert coded([rows], NAMES) == ["AGREE TUR:GOV -> ISR:GOV"]


def test_whoever_is_named_before_is_no_side_of_the_talks():
    rows = (
        "Israel/PROPN/2/nsubj marah/ADJ/0/root ,/PUNCT/2/punct Turki/PROPN/5/nsubj membahas/VERB/2/parataxis "
        "perdagangan/NOUN/5/obj"
    )

    assert "CONSULT TUR:GOV+ISR:GOV ->" not in coded([rows], NAMES)


def test_the_purpose_of_a_body_is_no_event():
    rows = "Badan/NOUN/4/nsubj bantuan/NOUN/1/nmod PBB/PROPN/1/nmod pindah/VERB/0/root"

    assert coded([rows], NAMES) == []


def test_what_is_talked_about_is_no_side_of_the_talks():
    rows = (
        "Turki/PROPN/2/nsubj membahas/VERB/0/root nasib/NOUN/2/obj Israel/PROPN/3/nmod "
        "dengan/ADP/6/case PBB/PROPN/2/obl"
    )

    assert coded([rows], NAMES) == ["CONSULT TUR:GOV+UNO:IGO ->"]


def test_the_dead_of_a_raid_are_not_the_raiders():
    rows = (
        "Korban/NOUN/8/nsubj tewas/VERB/1/amod serangan/NOUN/1/nmod Rusia/PROPN/3/nmod ke/ADP/6/case "
        "Ukraina/PROPN/3/nmod telah/AUX/8/aux bertambah/VERB/0/root"
    )

    assert coded([rows], {"Rusia": "RUS:GOV", "Ukraina": "UKR:GOV"}) == ["ASSAULT RUS:GOV -> UKR:GOV"]


def test_who_is_attacked_does_not_kill():
    rows = (
        "Serangan/NOUN/5/nsubj Turki/PROPN/1/nmod ke/ADP/4/case Israel/PROPN/1/nmod menewaskan/VERB/0/root "
        "sepuluh/NUM/7/nummod orang/NOUN/5/obj"
    )

    assert coded([rows], NAMES) == ["ASSAULT TUR:GOV -> ISR:GOV"]


def test_help_that_is_destroyed_is_not_given():
    rows = "Israel/PROPN/2/nsubj menghancurkan/VERB/0/root bantuan/NOUN/2/obj Turki/PROPN/3/nmod"

    assert not any(code.startswith("AID") for code in coded([rows], NAMES))


def test_a_fallen_soldier_is_the_victim_and_not_the_land_where_he_fell():
    rows = (
        "Turki/PROPN/2/nsubj menyerang/VERB/0/root di/ADP/4/case Rafah/PROPN/2/obl ,/PUNCT/2/punct "
        "tentara/NOUN/8/nsubj Israel/PROPN/6/nmod tewas/VERB/2/parataxis"
    )
    names = {"Turki": "TUR:GOV", "Rafah": "PSE:GOV", "tentara Israel": "ISR:MIL"}
    reading = of_kind(reading_of([rows], names), {"Rafah": "place"})

    assert [told(event) for event in events_of(reading)] == ["ASSAULT TUR:GOV -> ISR:MIL"]
