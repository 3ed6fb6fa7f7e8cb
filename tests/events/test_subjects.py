"""Words whose subject decides whether they name an event at all."""

from __future__ import annotations

from trees import coded, events_of, reading_of, spoken, told

TWO = {"Jepang": "JPN:GOV", "Filipina": "PHL:GOV"}


def test_what_drives_a_party_to_act_asks_it_nothing():
    rows = (
        "Insiden/NOUN/3/nsubj itu/DET/1/det mendorong/VERB/0/root Filipina/PROPN/3/obj pulang/VERB/3/xcomp "
        "dari/ADP/7/case Jepang/PROPN/5/obl"
    )

    assert not any(event.startswith("REQUEST") for event in coded(rows, TWO))


def test_a_party_that_drives_another_to_act_asks_it():
    rows = "Jepang/PROPN/2/nsubj mendorong/VERB/0/root Filipina/PROPN/2/obj pulang/VERB/2/xcomp"

    assert coded(rows, TWO) == ["REQUEST JPN:GOV -> PHL:GOV"]


def test_those_who_offend_are_not_accused_by_being_named_so():
    rows = (
        "Kami/PRON/2/nsubj mencari/VERB/0/root kapal/NOUN/2/obj yang/PRON/5/nsubj melanggar/VERB/3/acl:relcl "
        "di/ADP/7/case Filipina/PROPN/2/obl ,/PUNCT/9/punct kata/VERB/2/parataxis Jepang/PROPN/9/nsubj"
    )
    reading = reading_of(rows, TWO)
    end = reading.article.text.rindex(",")

    assert not any(told(event).startswith("ACCUSE") for event in events_of(spoken(reading, "Jepang", 0, end)))


def test_a_guest_is_received_but_a_letter_is_no_guest():
    guest = "Jepang/PROPN/2/nsubj menerima/VERB/0/root Filipina/PROPN/2/obj"
    letter = (
        "Jepang/PROPN/2/nsubj menerima/VERB/0/root kartu/NOUN/2/obj dari/ADP/5/case Filipina/PROPN/3/nmod"
    )

    assert coded(guest, TWO) == ["CONSULT PHL:GOV -> JPN:GOV"]
    assert not any(event.startswith("CONSULT") for event in coded(letter, TWO))


def test_whoever_undergoes_an_act_that_is_done_to_people_suffers_it():
    rows = (
        "Pejabat/NOUN/3/nsubj Rusia/PROPN/1/nmod menjalani/VERB/0/root hukuman/NOUN/3/obj "
        "di/ADP/6/case Brasil/PROPN/3/obl"
    )

    assert any(
        code.endswith("-> RUS:GOV")
        for code in coded([rows], {"Pejabat Rusia": "RUS:GOV", "Brasil": "BRA:GOV"})
    )


def test_whoever_goes_through_an_act_of_two_sides_acts():
    rows = "Rusia/PROPN/2/nsubj menjalani/VERB/0/root kunjungan/NOUN/2/obj ke/ADP/5/case Brasil/PROPN/3/nmod"

    assert coded([rows], {"Rusia": "RUS:GOV", "Brasil": "BRA:GOV"}) == ["CONSULT RUS:GOV -> BRA:GOV"]


def test_two_who_will_meet_meet_nobody_named_behind():
    rows = (
        "Jepang/PROPN/5/nsubj dan/CCONJ/3/cc Filipina/PROPN/1/conj akan/AUX/5/aux bertemu/VERB/0/root "
        "kata/VERB/5/parataxis Deplu/PROPN/6/nsubj Rusia/PROPN/7/nmod"
    )

    codes = coded([rows], {**TWO, "Deplu Rusia": "RUS:GOV"})

    assert "AGREE JPN:GOV+PHL:GOV ->" in codes
