from __future__ import annotations

from typing import Any

import pytest
from invented import build, sample_readings

from kawat.errors import QueryError
from kawat.record import Correction, Filter, Record
from kawat.record.hands import missing_event, on_event, on_statement, score
from kawat.records import Reading


def first(record: Record, article: str = "satu") -> int:
    return record.events(Filter(article=article)).rows[0].id


def test_a_correction_changes_the_answer_and_keeps_the_machines_coding(filled: Record) -> None:
    changes = {"type": "REQUEST", "recipient": ["USA:MIL"], "aux": "hypothetical"}
    filled.correct(on_event(filled, first(filled), "changed", "ani", changes, "bukan tuduhan"))
    row = filled.events(Filter(article="satu")).rows[0]
    assert (row.type, row.aux, row.recipient[0].code, row.corrected) == (
        "REQUEST",
        "hypothetical",
        "USA:MIL",
        True,
    )
    assert row.score != -3.0
    assert filled.reading("satu").events[0].type == "ACCUSE"
    kept = filled.corrections()[0]
    assert (kept.author, kept.note, kept.machine["type"]) == ("ani", "bukan tuduhan", "ACCUSE")
    assert kept.made_at


def test_numbers_stay_when_something_else_is_corrected(filled: Record) -> None:
    def numbers() -> dict[tuple[str, str], tuple[int, int]]:
        return {(row.article, row.local): (row.id, row.identity) for row in filled.events().rows}

    before, said = numbers(), [row.id for row in filled.statements().rows]
    filled.correct(on_event(filled, first(filled, "tiga"), "wrong", "ani", {}))
    assert before.items() >= numbers().items()
    filled.add(sample_readings(), "2")
    assert before.items() >= numbers().items()
    assert [row.id for row in filled.statements().rows] == said


def test_a_new_event_before_an_old_one_takes_no_number_of_another(record: Record) -> None:
    def reading(*types: str) -> Reading:
        built = build("China menuduh Amerika Serikat. China mengancam Amerika Serikat.", "x")
        for type_ in types:
            word = {"ACCUSE": "menuduh", "THREATEN": "mengancam"}[type_]
            built.event(word, type_, "CHN:GOV", "USA:GOV").said(word, "CHN:GOV").said(word, "USA:GOV")
        return built.done()

    record.add([reading("THREATEN")], "1")
    old = record.events().rows[0].id
    record.add([reading("ACCUSE", "THREATEN")], "2")
    assert {row.type: row.id for row in record.events().rows} == {"THREATEN": old, "ACCUSE": old + 1}
    assert len(record.statements().rows) == 4


def test_corrections_survive_re_reading(filled: Record) -> None:
    filled.correct(on_event(filled, first(filled), "changed", "ani", {"type": "REQUEST"}))
    assert filled.add(sample_readings(), "2").reread == 4
    assert filled.events(Filter(article="satu")).rows[0].type == "REQUEST"


def test_a_rejected_event_stays_away_also_after_re_reading(filled: Record) -> None:
    filled.correct(on_event(filled, first(filled), "wrong", "ani", {}))
    filled.add(sample_readings(), "2")
    assert filled.events(Filter(article="satu")).rows == ()
    assert filled.totals()["events"] == 4


def test_a_confirmed_event_returns_when_a_new_reading_loses_it(filled: Record) -> None:
    filled.correct(on_event(filled, first(filled), "right", "ani", {}))
    satu = sample_readings()[0]
    filled.add([Reading(satu.article, satu.sentences, satu.actors, satu.statements)], "2")
    assert [row.type for row in filled.events(Filter(article="satu")).rows] == ["ACCUSE"]


def test_a_missing_event_is_added(filled: Record) -> None:
    text = filled.reading("satu").article.text
    at = text.index("membalas")
    changes = {"type": "THREATEN", "actor": ["CHN:GOV"], "recipient": ["USA:GOV"]}
    filled.correct(missing_event(filled, "satu", ("text", at, at + 8), "ani", changes))
    row = filled.events(Filter(type=("THREATEN",))).rows[0]
    assert (row.actor[0].name, row.sentence.endswith("membalas."), row.corrected) == ("China", True, True)
    filled.add(sample_readings(), "2")
    assert len(filled.events(Filter(type=("THREATEN",))).rows) == 1


def test_a_statement_gets_another_speaker(filled: Record) -> None:
    row = filled.statements(Filter(country=("CHN",))).rows[0]
    filled.correct(on_statement(filled, row.id, "changed", "ani", {"speaker": "Mao Ning"}))
    said = filled.statements(Filter(speaker="Mao Ning")).rows
    assert [(s.speaker, s.corrected) for s in said] == [("Mao Ning", True)]


def test_the_later_correction_wins(filled: Record) -> None:
    for type_ in ("REQUEST", "THREATEN"):
        filled.correct(on_event(filled, first(filled), "changed", "ani", {"type": type_}))
    assert filled.events(Filter(article="satu")).rows[0].type == "THREATEN"


def test_a_correction_of_words_that_are_gone_is_left_out(filled: Record) -> None:
    filled.correct(on_event(filled, first(filled), "right", "ani", {}))
    changed = build("Sama sekali lain.", "satu", url="https://kabar.test/satu", outlet="Kabar Uji")
    assert filled.add([changed.done()], "1").changed == 1
    assert filled.events(Filter(article="satu")).rows == ()
    assert len(filled.corrections()) == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"type": "HUG"}, "no type 'HUG'; choose from: AGREE"),
        ({"aux": "maybe"}, "no aux 'maybe'"),
        ({"colour": "red"}, "no field 'colour'"),
        ({"type": "AID", "mode": "riot"}, "AID has no mode 'riot'"),
        ({"actor": ["China"]}, "no code: 'China'"),
        ({"date": "lusa"}, "no date: 'lusa'"),
    ],
)
def test_what_the_codebook_does_not_know_is_refused(
    filled: Record, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        filled.correct(Correction("satu", "event", "text", 6, 13, "ACCUSE", "changed", changes))
    assert filled.corrections() == ()


def test_a_correction_of_nothing_is_refused(filled: Record) -> None:
    with pytest.raises(QueryError, match="no event at text 0-1"):
        filled.correct(Correction("satu", "event", "text", 0, 1, "ACCUSE", "wrong"))


def test_the_reader_is_scored_by_what_was_judged(filled: Record) -> None:
    filled.correct(on_event(filled, first(filled, "dua"), "right", "ani", {}))
    filled.correct(on_event(filled, first(filled), "changed", "ani", {"recipient": ["USA:MIL"]}))
    filled.correct(on_event(filled, first(filled, "empat"), "wrong", "ani", {}))
    at = filled.reading("satu").article.text.index("membalas")
    filled.correct(missing_event(filled, "satu", ("text", at, at + 8), "ani", {"type": "THREATEN"}))
    found = {m.name: (m.right, m.machine, m.people) for m in score(filled)}
    assert found == {"detect": (2, 3, 3), "dyad": (2, 3, 3), "full": (1, 3, 3)}
