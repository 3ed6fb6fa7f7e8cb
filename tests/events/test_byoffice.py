"""Acts of office are done by the body of that office when the words leave it out."""

from __future__ import annotations

from trees import events_of, reading_of, told

SEARCHED = "Kantor/NOUN/3/nsubj:pass gubernur/NOUN/1/nmod digeledah/VERB/0/root"


def test_the_nearest_office_before_is_the_one_that_acts():
    """A search without an agent is by whoever of that office was named last."""
    rows = [
        "Hakim/PROPN/2/nsubj datang/VERB/0/root",
        "KPK/PROPN/2/nsubj datang/VERB/0/root",
        SEARCHED,
    ]
    names = {"Hakim": "IDN:JUD", "KPK": "IDN:COP", "gubernur": "IDN:GOV"}

    assert [told(e) for e in events_of(reading_of(rows, names))] == ["COERCE IDN:COP -> IDN:GOV"]


def test_an_office_of_the_country_of_the_one_who_suffers_comes_first():
    """The police of another country, though nearer, are not taken."""
    rows = [
        "KPK/PROPN/2/nsubj datang/VERB/0/root",
        "Interpol/PROPN/2/nsubj datang/VERB/0/root",
        SEARCHED,
    ]
    names = {"KPK": "IDN:COP", "Interpol": "FRA:COP", "gubernur": "IDN:GOV"}

    assert [told(e) for e in events_of(reading_of(rows, names))] == ["COERCE IDN:COP -> IDN:GOV"]


def test_nobody_acts_where_no_office_is_named():
    """Without a body of the office the actor stays empty."""
    rows = ["Menteri/PROPN/2/nsubj datang/VERB/0/root", SEARCHED]
    names = {"Menteri": "IDN:PTY", "gubernur": "IDN:GOV"}

    assert [told(e) for e in events_of(reading_of(rows, names))] == ["COERCE  -> IDN:GOV"]


def test_what_courts_do_to_former_officials_is_politics():
    """A former official is sentenced though no court is named; an ordinary man at home is not told of."""
    rows = "Mantan/NOUN/2/nsubj:pass divonis/VERB/0/root"

    assert [told(e) for e in events_of(reading_of(rows, {"Mantan": "IDN:ELI"}))] == ["SANCTION  -> IDN:ELI"]
    assert events_of(reading_of(rows, {"Mantan": "IDN:CVL"})) == ()
