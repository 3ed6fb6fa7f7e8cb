from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from invented import build

from kawat.lexicon import read_toml
from kawat.record import Filter, Record
from kawat.record.duplicates import signature, similarity
from kawat.records import Reading

CASES = Path(__file__).parents[1] / "cases" / "identity.toml"
FLOOR = 0.95


class CaseReport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    trigger: str
    type: str
    actor: tuple[str, ...]
    published: str
    outlet: str
    recipient: tuple[str, ...] = ()
    date: str = ""
    place: str = ""
    aux: str | None = None
    via: str = ""
    said: bool = False
    article: str = ""
    persons: tuple[tuple[str, str], ...] = ()


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    same: bool
    one: CaseReport
    other: CaseReport


class Pairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pair: tuple[Pair, ...]


PAIRS = read_toml(CASES, Pairs).pair


def to_reading(report: CaseReport, id: str, before: CaseReport | None = None) -> Reading:
    """The report as an article; after the other one, when both stand in the same."""
    reports = [report] if before is None else [before, report]
    built = build(" ".join(r.text for r in reports), id, published=report.published, outlet=report.outlet)
    for told in reports:
        names = dict(told.persons)
        sides = [
            tuple(built.person(names[code], code) if code in names else built.party(code) for code in side)
            for side in (told.actor, told.recipient)
        ]
        via = (told.via,) if told.via else ()
        said = "s1" if told.said else None
        built.event(
            told.trigger, told.type, *sides, told.date, place=told.place, aux=told.aux, via=via, said_by=said
        )
    return built.done()


def told_as_one(pair: Pair, path: Path) -> bool:
    with Record(path) as record:
        if pair.one.article:
            record.add([to_reading(pair.other, "a", pair.one)], "1")
        else:
            record.add([to_reading(pair.one, "a"), to_reading(pair.other, "b")], "1")
        return record.totals()["identities"] == 1


def test_sixty_pairs_are_told_apart_and_together(tmp_path: Path) -> None:
    wrong = [
        f"{pair.kind}: {pair.one.text} / {pair.other.text}"
        for n, pair in enumerate(PAIRS)
        if told_as_one(pair, tmp_path / f"{n}.sqlite") is not pair.same
    ]
    assert len(PAIRS) == 60
    assert len(wrong) <= (1 - FLOOR) * len(PAIRS), wrong


def test_ten_copies_of_a_wire_are_one_source(record: Record) -> None:
    text = (
        "Vietnam memprotes latihan tembak China di dekat Kepulauan Paracel. "
        + "Isi kabar kantor berita. " * 9
    )
    readings = [
        build(text, f"w{n}", outlet=f"Media {n}").event("memprotes", "ACCUSE", "VNM:GOV", "CHN:GOV").done()
        for n in range(10)
    ]
    record.add(readings, "1")
    story = record.story(record.events().rows[0].identity)
    assert (story.reports, story.outlets, story.sources) == (10, 10, 1)
    assert story.first is not None
    assert story.first.article == "w0"


def test_a_denial_makes_a_contradiction(filled: Record) -> None:
    story = filled.contradictions().rows[0]
    assert (story.type, story.denied, story.asserted, story.contradicted) == ("ASSAULT", 1, 1, True)


@pytest.mark.parametrize(
    ("actor", "recipient", "events"),
    [("IRN:GOV", "ISR:GOV", 1), ("ISR:GOV", "IRN:GOV", 2), (("ISR:GOV", "IRN:GOV"), (), 1)],
)
def test_a_blow_and_its_return_are_two_a_war_is_one(
    record: Record, actor: str, recipient: str, events: int
) -> None:
    for id, sides in (("a", ("IRN:GOV", "ISR:GOV")), ("b", (actor, recipient))):
        built = build(f"Iran dan Israel saling serang rudal di gurun ({id}).", id)
        record.add([built.event("serang", "ASSAULT", *sides).done()], "1")
    assert record.totals()["identities"] == events


def test_unique_events_are_listed_once_by_their_first_report(filled: Record) -> None:
    rows = filled.events(Filter(type=("ACCUSE",), unique=True)).rows
    assert [(row.article, row.reports, row.outlets) for row in rows] == [("satu", 2, 2)]


def test_an_earlier_report_that_comes_later_becomes_the_first(record: Record) -> None:
    for id, day in (("baru", "2025-03-04"), ("lama", "2025-03-03")):
        built = build("China menuduh Amerika Serikat menyadap kedutaan.", id, published=day, outlet=id)
        record.add([built.event("menuduh", "ACCUSE", "CHN:GOV", "USA:GOV").done()], "1")
    assert [row.article for row in record.events(Filter(unique=True)).rows] == ["lama"]


@pytest.mark.parametrize(("words", "least", "most"), [(0, 0.99, 1.0), (3, 0.55, 0.99), (60, 0.0, 0.2)])
def test_similarity_falls_with_the_words_that_differ(words: int, least: float, most: float) -> None:
    text = [f"kata{n}" for n in range(100)]
    other = [f"lain{n}" if n % 33 < words else word for n, word in enumerate(text)]
    found = similarity(signature(" ".join(text)), signature(" ".join(other)))
    assert least <= found <= most
