"""Headlines that stand alone: whose a bare crowd, a house, a list or a firm is."""

from __future__ import annotations

import pytest

from kawat.actors import ActorStage

STAGE = ActorStage("id")


def codes(made, text, tags=()):
    """Codes by mention of a headline, flat behind its first word; ``tags`` by word, nouns by default."""
    known = dict(tags)
    rows = [
        f"{word} {known.get(word, 'PUNCT' if word in ',:!' else 'NOUN')} {1 if n else 0} {'dep' if n else 'root'}"
        for n, word in enumerate(text.split())
    ]
    reading = STAGE(made("\n".join(rows), published=""))
    return {mention.text: actor.code for actor in reading.actors for mention in actor.mentions}


@pytest.mark.parametrize(
    ("text", "crowd", "code"),
    [
        ("Bela Palestina , Massa Berkumpul Lagi", "Massa", "IDN:CVL"),
        ("Massa Pro-Palestina Berkumpul di Nairobi Lagi", "Massa", "KEN:CVL"),
        ("Hina Palestina , Warganet Ramai Protes", "Warganet", "ZZZ:CVL"),
        ("Kecam Norwegia , Wanita Ditahan Lama Lagi", "Wanita", "ZZZ:CVL"),
        ("Kenya Serang Oslo , Dua Orang Tewas", "Dua Orang", "NOR:CVL"),
        ("Pendukung Norwegia Berkumpul di Nairobi Lagi", "Pendukung Norwegia", "KEN:CVL"),
        ("Demo Besar di Nairobi , Polisi Tangkap Banyak", "Polisi", "KEN:COP"),
    ],
)
def test_a_crowd_is_of_where_it_stands_and_not_of_what_it_is_for(made, text, crowd, code):
    assert codes(made, text, {"di": "ADP", "Dua": "NUM"})[crowd] == code


@pytest.mark.parametrize("text", ["Hamas Bebaskan Tiga Sandera Lagi", "Keluarga Sandera Hamas Datang Lagi"])
def test_captives_are_not_of_the_country_of_whoever_holds_them(made, text):
    found = codes(made, text, {"Tiga": "NUM"})
    assert "ISR:CVL" in found.values()
    assert "PSE:CVL" not in found.values()


def test_a_house_named_after_a_country_is_of_the_place_where_it_stands(made):
    assert (
        codes(made, "Sekolah Norwegia di Nairobi Rusak Parah", {"di": "ADP"})["Sekolah Norwegia"] == "KEN:EDU"
    )


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Kenya , Peru , Norwegia Kecam Serbia", "Kenya , Peru , Norwegia"),
        ("Kenya hingga Peru Kecam Serbia", "Kenya hingga Peru"),
    ],
)
def test_listed_states_are_one_mention_of_them_all(made, text, listed):
    reading = STAGE(made("\n".join(f"{word} PROPN 1 dep" for word in text.split()), published=""))
    told = {actor.code for actor in reading.actors for m in actor.mentions if m.text == listed}
    assert told >= {"KEN:GOV", "PER:GOV"}


def test_two_states_beside_a_comma_stay_apart(made):
    found = codes(made, "Usai Kunjungi Kenya , Peru Kecam Serbia")
    assert (found["Kenya"], found["Peru"]) == ("KEN:GOV", "PER:GOV")


def test_a_word_of_everyday_language_is_no_name(made):
    assert not codes(made, "Zona Aman Dibuka Lagi Besok")


def test_a_firms_branch_is_of_its_country(made):
    assert codes(made, "Google Kenya Tutup Kantor Besar") == {"Google Kenya": "KEN:BUS"}


def test_an_acronym_of_two_parties_is_home_s_where_no_other_country_is_named(made):
    assert codes(made, "PPP Dukung Rencana Baru Itu")["PPP"] == "IDN:PTY"


def test_a_call_name_means_its_bearer_behind_a_bare_title(made):
    found = codes(made, "Menteri Ben-Gvir Tiba Lagi Besok", {"Ben-Gvir": "PROPN"})
    assert found["Menteri Ben-Gvir"] == "ISR:GOV"


def test_the_dead_of_a_people_are_of_it(made):
    found = codes(made, "Serbia Kembalikan Jenazah Warga Kenya Lagi")
    assert found["Jenazah Warga Kenya"] == "KEN:CVL"


def test_officials_are_of_who_employs_them(made):
    rows = "Google PROPN 2 nsubj\nPecat VERB 0 root\nPegawai NOUN 2 obj\nBanyak ADJ 3 amod\nLagi ADV 2 advmod"
    reading = STAGE(made(rows, published=""))
    assert {actor.code for actor in reading.actors} == {"USA:BUS", "USA:GOV"}


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ("Paus Kecam Serangan Besar Lagi", "Paus", "VAT:REL"),
        ("Raja Kecam Serangan Besar Lagi", "Raja", "ZZZ:GOV"),
        ("Presiden Kecam Serangan Besar Lagi", "Presiden", "IDN:GOV"),
    ],
)
def test_a_bare_title_is_home_s_only_where_home_has_it(made, text, title, code):
    assert codes(made, text, {"Kecam": "VERB"})[title] == code
