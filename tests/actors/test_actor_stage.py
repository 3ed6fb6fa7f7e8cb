"""The stage on parses made by hand: who is meant, and under which rule."""

from __future__ import annotations

import pytest

from kawat.actors import ActorMap, ActorStage
from kawat.errors import LexiconError

STAGE = ActorStage("id")


def test_a_seat_of_power_is_the_country(made):
    reading = STAGE(made("Washington PROPN 2 nsubj\nmendesak VERB 0 root\nIran PROPN 2 obj"))
    assert [(actor.code, actor.entry) for actor in reading.actors] == [("USA:GOV", "USA"), ("IRN:GOV", "IRN")]
    assert reading.actors[0].mentions[0].how == "seat"


def test_a_capital_behind_a_word_of_place_is_a_place(made):
    reading = STAGE(made("Ledakan NOUN 2 nsubj\nterdengar VERB 0 root\ndi ADP 4 case\nKyiv PROPN 2 obl"))
    assert [(actor.kind, actor.code) for actor in reading.actors] == [("place", "UKR:GOV")]


def test_the_larger_mention_takes_the_place_of_the_inner_one(made):
    reading = STAGE(made("militer NOUN 3 nsubj\nIsrael PROPN 1 nmod\nmenyerang VERB 0 root"))
    (actor,) = reading.actors
    (mention,) = actor.mentions
    assert (actor.code, mention.first, mention.last, mention.head) == ("ISR:MIL", 0, 2, 0)


@pytest.mark.parametrize(
    ("day", "name"),
    [("2003-01-01", "George W. Bush"), ("2023-05-01", "Joe Biden"), ("2025-06-10", "Donald Trump")],
)
def test_an_office_without_a_name_is_its_holder_on_the_day(made, day, name):
    rows = "Presiden PROPN 3 nsubj\nAS PROPN 1 nmod\ntiba VERB 0 root"
    (actor,) = STAGE(made(rows, published=day)).actors
    assert (actor.name, actor.mentions[0].how) == (name, "office")


def test_a_person_met_first_keeps_country_and_sector_of_the_role(made):
    reading = STAGE(
        made(
            "Menteri PROPN 6 nsubj\nPerdagangan PROPN 1 flat\nKenya PROPN 1 nmod\nJosphat PROPN 1 flat\n"
            "Otieno PROPN 4 flat\ntiba VERB 0 root\n. PUNCT 6 punct",
            "Otieno PROPN 2 nsubj\nberbicara VERB 0 root",
        )
    )
    (actor,) = reading.actors
    assert (actor.name, actor.code, len(actor.mentions)) == ("Josphat Otieno", "KEN:GOV", 2)
    assert actor.mentions[1].how == "surname"


def test_both_countries_stand_in_the_mention_of_the_pair(made):
    reading = STAGE(
        made(
            "Thailand PROPN 2 nsubj\nmenyerang VERB 0 root\nKamboja PROPN 2 obj",
            "Kedua NUM 2 nummod\nnegara NOUN 3 nsubj\nberunding VERB 0 root",
        )
    )
    assert {actor.code for actor in ActorMap(reading).at(1, 1)} == {"THA:GOV", "KHM:GOV"}


def test_a_pointing_noun_is_the_last_country(made):
    reading = STAGE(
        made(
            "Iran PROPN 2 nsubj\nmembantah VERB 0 root",
            "Negara NOUN 3 nsubj\nitu DET 1 det\nmenolak VERB 0 root",
        )
    )
    (actor,) = reading.actors
    assert [mention.how for mention in actor.mentions] == ["name", "title"]


def test_a_pronoun_is_the_person_before_not_the_country(made):
    reading = STAGE(
        made(
            "Trump PROPN 2 nsubj\nmengecam VERB 0 root\nIran PROPN 2 obj",
            "Ia PRON 2 nsubj\nmengancam VERB 0 root",
        )
    )
    assert [actor.name for actor in ActorMap(reading).at(1, 0)] == ["Donald Trump"]


def test_a_former_office_is_elite(made):
    reading = STAGE(
        made(
            "Mantan ADJ 2 amod\nMenteri PROPN 6 nsubj\nKeuangan PROPN 2 flat\nKenya PROPN 2 nmod\n"
            "Otieno PROPN 2 flat\ntiba VERB 0 root"
        )
    )
    assert [actor.code for actor in reading.actors] == ["KEN:ELI"]


def test_an_adjective_is_no_army(made):
    reading = STAGE(made("serangan NOUN 0 root\nmiliter NOUN 1 amod\nIsrael PROPN 1 nmod"))
    assert [actor.code for actor in reading.actors] == ["ISR:GOV"]


def test_a_users_file_adds_and_overrides(made, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        '[[actor]]\nid = "my.front"\ncode = "ATL:REB"\nkind = "group"\nnames = ["Front Bahari"]\n'
        '[[actor]]\nid = "pse.hamas"\ncode = "PSE:PTY"\nkind = "party"\n',
        encoding="utf-8",
    )
    stage = ActorStage("id", (path,))
    reading = stage(made("Front PROPN 3 nsubj\nBahari PROPN 1 flat\nmenemui VERB 0 root\nHamas PROPN 3 obj"))
    assert [(actor.entry, actor.code) for actor in reading.actors] == [
        ("my.front", "ATL:REB"),
        ("pse.hamas", "PSE:PTY"),
    ]


def test_a_users_file_of_another_form_is_refused(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[[actor]]\nid = "x"\ncode = "ATLREB"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.toml:1:"):
        ActorStage("id", (path,))


def test_a_reading_without_sentences_has_no_actors(made):
    assert STAGE(made()).actors == ()


def test_a_seat_of_two_powers_is_the_one_that_the_article_names(made):
    visit = "Brussel PROPN 2 nsubj\nmenolak VERB 0 root\ntuntutan NOUN 2 obj"
    union = "Uni PROPN 3 nsubj\nEropa PROPN 1 flat\nberunding VERB 0 root"
    belgium = "Belgia PROPN 2 nsubj\nberunding VERB 0 root"
    codes = [{actor.code for actor in STAGE(made(visit, other)).actors} for other in (union, belgium)]
    assert codes == [{"EUR:IGO"}, {"BEL:GOV"}]


def test_prisoners_stay_of_the_country_that_the_article_once_gives_them(made):
    reading = STAGE(
        made(
            "Dua NUM 2 nummod\nnarapidana NOUN 5 nsubj\nasal ADP 4 case\nInggris PROPN 2 nmod\npulang VERB 0 root",
            "Narapidana NOUN 3 nsubj\nitu DET 1 det\nsakit VERB 0 root",
        )
    )
    assert {actor.code for actor in reading.actors if actor.kind == "people"} == {"GBR:CRM"}


def test_a_crowd_before_an_embassy_is_not_of_the_embassys_country(made):
    reading = STAGE(
        made(
            "Indonesia PROPN 2 nsubj\nberunding VERB 0 root",
            "Kedutaan NOUN 4 nsubj\nBesar PROPN 1 flat\nRusia PROPN 1 nmod\ndidatangi VERB 0 root\n"
            "ratusan NUM 6 nummod\nmahasiswa NOUN 4 obl",
        )
    )
    assert [actor.code for actor in reading.actors if actor.kind == "people"] == ["IDN:CVL"]
