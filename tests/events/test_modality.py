"""What two modal words together say, and what a clause of time gets from its main clause."""

from __future__ import annotations

from trees import coded

TWO = {"Jepang": "JPN:GOV", "Filipina": "PHL:GOV"}


def test_a_denied_will_is_a_denial():
    rows = "Jepang/PROPN/4/nsubj tidak/PART/4/advmod akan/ADV/4/advmod menyerang/VERB/0/root Filipina/PROPN/4/obj"

    assert coded(rows, TWO) == ["ASSAULT JPN:GOV -> PHL:GOV negated"]


def test_a_denial_does_not_reach_over_a_conjunction():
    rows = (
        "Jepang/PROPN/4/nsubj tidak/PART/4/advmod akan/ADV/4/advmod pergi/VERB/0/root dan/CCONJ/6/cc "
        "menyerang/VERB/4/conj Filipina/PROPN/6/obj"
    )

    assert "negated" not in coded(rows, TWO)[0]


def test_an_unwanted_act_in_a_condition_only_may_be():
    rows = (
        "Jika/SCONJ/4/mark tidak/PART/4/advmod ingin/AUX/4/aux diserang/VERB/9/advcl oleh/ADP/6/case "
        "Jepang/PROPN/4/obl ,/PUNCT/4/punct Filipina/PROPN/9/nsubj pulang/VERB/0/root"
    )

    assert any(event.endswith("hypothetical") for event in coded(rows, TWO))


def test_what_goes_on_in_future_is_not_yet():
    rows = (
        "Jepang/PROPN/4/nsubj akan/ADV/4/advmod terus/ADV/4/advmod menyerang/VERB/0/root Filipina/PROPN/4/obj"
    )

    assert coded(rows, TWO) == ["ASSAULT JPN:GOV -> PHL:GOV future"]


def test_first_of_all_is_no_past():
    rows = (
        "Jepang/PROPN/5/nsubj akan/ADV/5/advmod terlebih/ADV/5/advmod dahulu/ADV/5/advmod menyerang/VERB/0/root "
        "Filipina/PROPN/5/obj"
    )

    assert coded(rows, TWO) == ["ASSAULT JPN:GOV -> PHL:GOV future"]


def test_what_comes_before_the_future_is_future_too():
    rows = (
        "Sebelum/SCONJ/2/mark menyerang/VERB/7/advcl Filipina/PROPN/2/obj ,/PUNCT/2/punct Jepang/PROPN/7/nsubj "
        "akan/ADV/7/advmod pulang/VERB/0/root"
    )

    assert [event.rpartition(" ")[2] for event in coded(rows, TWO)] == ["future"]


def test_what_somebody_will_be_brought_to_do_is_future():
    rows = (
        "Jepang/PROPN/3/nsubj akan/ADV/3/advmod membawa/VERB/0/root utusan/NOUN/3/obj menyerang/VERB/4/acl "
        "Filipina/PROPN/5/obj"
    )

    assert all(event.endswith("future") for event in coded(rows, TWO))
