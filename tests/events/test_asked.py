"""Who is asked or refused in the short language of headlines, and who is to do it; parses built by hand."""

from __future__ import annotations

import pytest
from trees import coded

NAMES = {
    "Norwegia": "NOR:GOV",
    "Swedia": "SWE:GOV",
    "Rusia": "RUS:GOV",
    "Ukraina": "UKR:GOV",
    "Sudan": "SDN:GOV",
    "Warga Sudan": "SDN:CVL",
}


def first(rows: str) -> str:
    """The first coding of a sentence."""
    return coded(rows, NAMES)[0]


def test_who_stands_inside_what_the_world_is_urged_to_do_is_not_asked():
    rows = (
        "Norwegia/PROPN/2/nsubj Minta/VERB/0/root Dunia/NOUN/2/obj Tekan/VERB/2/ccomp Rusia/PROPN/4/obj "
        "Soal/ADP/7/case Ukraina/PROPN/4/obl"
    )

    assert all(not code.startswith("REQUEST NOR:GOV -> RUS") for code in coded(rows, NAMES))


@pytest.mark.parametrize(
    "rows",
    [
        "Norwegia/PROPN/2/nsubj Serukan/VERB/0/root Boikot/NOUN/2/obj Produk/NOUN/3/nmod Rusia/PROPN/4/nmod",
        "Norwegia/PROPN/2/nsubj Serukan/VERB/0/root Rusia/PROPN/4/nsubj:pass Didepak/VERB/2/ccomp",
    ],
)
def test_a_call_for_harm_asks_nobody_whom_it_is_done_to(rows):
    assert "REQUEST NOR:GOV -> RUS:GOV" not in coded(rows, NAMES)


def test_whose_act_is_to_end_is_asked_to_end_it():
    rows = (
        "Norwegia/PROPN/2/nsubj Minta/VERB/0/root Serangan/NOUN/6/nsubj:pass Rusia/PROPN/3/nmod "
        "Segera/ADV/6/advmod Dihentikan/VERB/2/ccomp"
    )

    assert first(rows) == "REQUEST NOR:GOV -> RUS:GOV"


def test_people_of_a_country_are_asked_themselves():
    rows = (
        "Norwegia/PROPN/2/nsubj Imbau/VERB/0/root Penduduk/NOUN/2/obj Sudan/PROPN/3/nmod "
        "Mengungsi/VERB/2/xcomp Sekarang/ADV/5/advmod"
    )

    assert first(rows) == "REQUEST NOR:GOV -> SDN:GOV"


def test_an_offer_refused_is_refused_to_whoever_made_it():
    rows = (
        "Ukraina/PROPN/2/nsubj Tolak/VERB/0/root Tawaran/NOUN/2/obj Rusia/PROPN/3/nmod Soal/ADP/6/case "
        "Krimea/PROPN/3/nmod"
    )

    assert first(rows) == "REJECT UKR:GOV -> RUS:GOV"


def test_an_imperative_inside_a_demand_is_what_is_demanded():
    rows = (
        "Norwegia/PROPN/2/nsubj Desak/VERB/0/root Rusia/PROPN/4/nsubj Hentikan/VERB/2/ccomp "
        "Serangan/NOUN/4/obj ke/ADP/7/case Ukraina/PROPN/5/nmod"
    )

    assert coded(rows, NAMES)[:2] == [
        "REQUEST NOR:GOV -> RUS:GOV",
        "RETREAT RUS:GOV -> UKR:GOV hypothetical",
    ]


def test_who_asks_does_not_do_what_is_asked_for():
    rows = (
        "Norwegia/PROPN/2/nsubj Desak/VERB/0/root Swedia/PROPN/4/nsubj Dukung/VERB/2/ccomp Solusi/NOUN/4/obj "
        "Damai/ADJ/5/amod Sekarang/ADV/4/advmod"
    )

    assert not any("NOR" in code for code in coded(rows, NAMES)[1:])


def test_a_verb_behind_a_comma_is_held_by_nobody_in_a_headline():
    rows = (
        "Norwegia/PROPN/2/nsubj Dukung/VERB/0/root Ukraina/PROPN/2/obj ,/PUNCT/5/punct Tolak/VERB/2/advcl "
        "Proposal/NOUN/5/obj Rusia/PROPN/6/nmod"
    )

    assert coded(rows, NAMES)[-1] == "REJECT NOR:GOV -> RUS:GOV"
