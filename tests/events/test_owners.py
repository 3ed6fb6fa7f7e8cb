"""Whoever stands right behind an act's noun does it or suffers it, by what he is."""

from __future__ import annotations

from trees import coded

NAMES = {
    "Jepang": "JPN:GOV",
    "Rusia": "RUS:GOV",
    "Ukraina": "UKR:GOV",
    "rumah sakit": "UKR:MED",
    "warga Rusia": "RUS:CVL",
}


def test_help_called_after_a_land_at_war_is_for_it():
    rows = "Jepang/PROPN/2/nsubj menambah/VERB/0/root bantuan/NOUN/2/obj Ukraina/PROPN/3/nmod"

    assert all(not code.startswith("AID UKR") for code in coded([rows], NAMES))


def test_help_called_after_another_state_is_by_it():
    rows = "bantuan/NOUN/4/nsubj Jepang/PROPN/1/nmod terus/ADV/4/advmod berlanjut/VERB/0/root"

    assert any(code.startswith("AID JPN:GOV ->") for code in coded([rows], NAMES))


def test_help_for_somebody_is_received_by_him():
    rows = (
        "bantuan/NOUN/5/nsubj Jepang/PROPN/1/nmod untuk/ADP/4/case Ukraina/PROPN/1/nmod berlanjut/VERB/0/root"
    )

    assert coded([rows], NAMES) == ["AID JPN:GOV -> UKR:GOV"]


def test_the_occupation_of_a_land_at_war_is_done_to_it():
    rows = "aneksasi/NOUN/0/root Ukraina/PROPN/1/nmod oleh/ADP/4/case Rusia/PROPN/1/nmod"

    assert coded([rows], NAMES) == ["COERCE RUS:GOV -> UKR:GOV"]


def test_the_killing_of_a_state_is_by_the_state():
    rows = "pembunuhan/NOUN/0/root Rusia/PROPN/1/nmod terhadap/ADP/4/case Ukraina/PROPN/1/nmod"

    assert coded([rows], NAMES) == ["ASSAULT RUS:GOV -> UKR:GOV"]


def test_the_killing_of_people_is_not_by_them():
    rows = "pembunuhan/NOUN/0/root warga/NOUN/1/nmod Rusia/PROPN/2/nmod oleh/ADP/5/case Ukraina/PROPN/1/nmod"

    assert coded([rows], NAMES) == ["ASSAULT UKR:GOV -> RUS:CVL"]


def test_the_bombing_of_a_hospital_is_not_by_the_hospital():
    rows = (
        "pengeboman/NOUN/5/nsubj:pass rumah/NOUN/1/nmod sakit/NOUN/2/compound oleh/ADP/0/case dikecam/VERB/0/root "
        "Jepang/PROPN/5/obl:agent"
    )

    assert not any("UKR:MED ->" in code for code in coded([rows], NAMES))


def test_the_goal_told_first_is_who_is_attacked():
    rows = (
        "serangan/NOUN/0/root Rusia/PROPN/1/nmod ke/ADP/4/case Ukraina/PROPN/1/nmod "
        "terhadap/ADP/6/case Jepang/PROPN/1/nmod"
    )

    assert coded([rows], NAMES) == ["ASSAULT RUS:GOV -> UKR:GOV"]


def test_what_is_forbidden_of_a_land_at_war_is_kept_from_it():
    rows = "Rusia/PROPN/2/nsubj menyusun/VERB/0/root larangan/NOUN/2/obj bendera/NOUN/3/nmod Ukraina/PROPN/4/nmod"

    assert coded([rows], NAMES) == ["COERCE RUS:GOV -> UKR:GOV"]


def test_a_denied_death_is_not_by_who_denies_it():
    rows = (
        "Ukraina/PROPN/2/nsubj menolak/VERB/0/root bahwa/SCONJ/6/mark warga/NOUN/6/nsubj Rusia/PROPN/4/nmod "
        "tewas/ADJ/2/ccomp"
    )

    assert "ASSAULT UKR:GOV -> RUS:CVL negated" not in coded([rows], NAMES)


def test_after_somebody_acts_is_told_by_who_acts():
    rows = (
        "Jepang/PROPN/2/nsubj bersedih/VERB/0/root usai/ADP/5/case Rusia/PROPN/5/nsubj menyerang/VERB/2/advcl "
        "Ukraina/PROPN/5/obj"
    )

    assert "ASSAULT RUS:GOV -> UKR:GOV" in coded([rows], NAMES)
