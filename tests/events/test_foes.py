"""The other side of an act of force, from who is at war with whom."""

from __future__ import annotations

from trees import coded, events_of, of_kind, reading_of, told

from kawat.events.wars import foes, other_by_name, pairs, stricken


def test_the_enemy_named_elsewhere_in_the_sentence_is_the_victim():
    rows = "Ukraina/PROPN/2/nsubj bertahan/VERB/0/root dari/ADP/4/case gempuran/NOUN/2/obl Rusia/PROPN/4/nmod"

    assert coded([rows], {"Ukraina": "UKR:GOV", "Rusia": "RUS:GOV"}) == ["ASSAULT RUS:GOV -> UKR:GOV"]


def test_a_country_that_is_no_enemy_is_no_victim():
    rows = "Chile/PROPN/2/nsubj bicara/VERB/0/root soal/ADP/4/case gempuran/NOUN/2/obl Rusia/PROPN/4/nmod"

    assert "ASSAULT RUS:GOV ->" in coded([rows], {"Chile": "CHL:GOV", "Rusia": "RUS:GOV"})


def test_who_only_condemns_an_attack_is_not_its_victim():
    rows = "Ukraina/PROPN/2/nsubj mengecam/VERB/0/root gempuran/NOUN/2/obj Rusia/PROPN/3/nmod"

    assert "ASSAULT RUS:GOV ->" in coded([rows], {"Ukraina": "UKR:GOV", "Rusia": "RUS:GOV"})


def test_a_war_called_after_its_land_has_two_sides():
    rows = "Perang/NOUN/3/nsubj Ukraina/PROPN/1/nmod berlanjut/VERB/0/root"

    assert coded([rows], {"Ukraina": "UKR:GOV"}) == ["ASSAULT UKR:GOV+RUS:GOV ->"]


def test_enmity_goes_both_ways():
    assert all(one in foes(two) and two in foes(one) for one, two in (pair.sides for pair in pairs()))


def test_a_war_is_called_after_one_pair_only():
    names = [name for pair in pairs() for name in pair.named]

    assert len(names) == len(set(names))
    assert all(other_by_name(name) for name in names)


def test_unnamed_victims_are_not_of_the_attackers_country():
    rows = (
        "Rusia/PROPN/2/nsubj Gempur/VERB/0/root Kota/NOUN/2/obj Di/ADP/5/case Ukraina/PROPN/3/nmod ,/PUNCT/8/punct "
        "Warga/NOUN/8/nsubj Tewas/VERB/2/parataxis"
    )

    found = coded([rows], {"Ukraina": "UKR:GOV", "Rusia": "RUS:GOV", "Warga": "RUS:CVL"})

    assert found == ["ASSAULT RUS:GOV -> UKR:GOV"]


def test_a_killing_in_the_enemys_land_is_by_whom_its_noun_is_followed():
    rows = "Pembantaian/NOUN/0/root Rusia/PROPN/1/nmod di/ADP/4/case sekolah/NOUN/1/nmod Ukraina/PROPN/4/nmod"

    assert coded([rows], {"Rusia": "RUS:GOV", "Ukraina": "UKR:GOV"}) == ["ASSAULT RUS:GOV -> UKR:GOV"]


def test_a_side_that_only_the_wars_name_gives_is_called_by_its_own_name():
    rows = "Perang/NOUN/3/nsubj Ukraina/PROPN/1/nmod berlanjut/VERB/0/root"
    events = events_of(reading_of([rows], {"Ukraina": "UKR:GOV"}))

    assert [party.name for party in events[0].actor] == ["Ukraina", "Rusia"]


def test_on_whose_land_wars_are_fought():
    assert stricken("UKR")
    assert not stricken("JPN")


def test_a_hospital_called_after_a_country_out_of_the_war_is_hit_where_the_war_is():
    rows = "Rusia/PROPN/2/nsubj menyerang/VERB/0/root klinik/NOUN/2/obj Jepang/PROPN/3/nmod"
    names = {"Rusia": "RUS:GOV", "klinik Jepang": "JPN:MED"}

    assert coded([rows], names) == ["ASSAULT RUS:GOV -> UKR:MED"]


def test_people_of_a_country_out_of_the_war_are_hit_as_such():
    rows = "Rusia/PROPN/2/nsubj menyerang/VERB/0/root dokter/NOUN/2/obj Jepang/PROPN/3/nmod"
    reading = of_kind(
        reading_of([rows], {"Rusia": "RUS:GOV", "dokter Jepang": "JPN:MED"}), {"dokter Jepang": "person"}
    )

    assert [told(event) for event in events_of(reading)] == ["ASSAULT RUS:GOV -> JPN:MED"]


def test_the_land_behind_a_comma_of_a_headline_is_not_where_it_is_felt():
    rows = (
        "Antisipasi/NOUN/0/root Serangan/NOUN/1/nmod Jepang/PROPN/2/nmod ,/PUNCT/6/punct Chile/PROPN/6/nsubj "
        "Kunjungi/VERB/1/parataxis Gaza/PROPN/6/obj"
    )
    names = {"Jepang": "JPN:GOV", "Chile": "CHL:GOV", "Gaza": "PSE:GOV"}

    assert not any(code.startswith("ASSAULT JPN:GOV -> PSE") for code in coded([rows], names))
