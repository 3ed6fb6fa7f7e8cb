"""The loop: order of stages, parts of an article, streaming."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest
from msgspec.structs import replace

from kawat import Actor, Article, Reading
from kawat.errors import StageOrderError
from kawat.reader import Reader, check_order
from kawat.records import Block, Sentence, Token


class Adds:
    """A stage that counts how often it was called."""

    def __init__(self, needs: Sequence[str], adds: Sequence[str]) -> None:
        self.needs, self.adds = frozenset(needs), frozenset(adds)
        self.seen = 0

    def __call__(self, reading: Reading) -> Reading:
        self.seen += 1
        return replace(reading, actors=(*reading.actors, Actor(f"a{len(reading.actors)}", "x")))


class OneSentenceEach:
    """An analyser that makes every span one sentence of one token."""

    def analyse_many(
        self, jobs: Iterable[tuple[str, Sequence[tuple[int, int]]]]
    ) -> Iterator[tuple[Sentence, ...]]:
        for text, spans in jobs:
            yield tuple(
                Sentence(k, "text", a, b, k, (Token(text[a:b], a, b, text[a:b], "X", 0, "root"),))
                for k, (a, b) in enumerate(spans)
            )


def reader(*stages: Adds) -> Reader:
    made = Reader(stages=stages)
    made.__dict__["analyser"] = OneSentenceEach()
    return made


ARTICLE = Article(
    id="x",
    text="Isi satu.\n\nBaca juga: lain\n\nIsi dua.",
    title="Judul",
    blocks=(
        Block("title", 0, 5, part="title"),
        Block("paragraph", 0, 9),
        Block("related", 11, 26),
        Block("paragraph", 28, 36),
    ),
)


def test_stage_without_what_it_needs_is_refused_before_reading() -> None:
    with pytest.raises(StageOrderError, match="Adds needs actors"):
        check_order([Adds(["actors"], ["events"])])


def test_stage_finds_what_an_earlier_one_adds() -> None:
    check_order([Adds(["sentences"], ["actors"]), Adds(["actors"], ["events"])])


def test_stages_run_once_each_in_order() -> None:
    first, second = Adds([], ["actors"]), Adds(["actors"], ["events"])

    reading = reader(first, second).read(ARTICLE)

    assert (first.seen, second.seen, len(reading.actors)) == (1, 1, 2)


def test_related_links_are_not_analysed() -> None:
    reading = reader().read(ARTICLE)

    assert [ARTICLE.part(s.part)[s.start : s.end] for s in reading.sentences] == [
        "Judul",
        "Isi satu.",
        "Isi dua.",
    ]


def test_sentences_are_numbered_through_all_parts_and_know_their_blocks() -> None:
    reading = reader().read(ARTICLE)

    assert [(s.index, s.part, s.block) for s in reading.sentences] == [
        (0, "title", 0),
        (1, "text", 1),
        (2, "text", 3),
    ]


def test_articles_are_streamed() -> None:
    def endless() -> Iterator[Article]:
        number = 0
        while True:
            yield replace(ARTICLE, id=str(number))
            number += 1

    stream = reader().read_many(endless())

    assert [next(stream).id for _ in range(40)] == [str(n) for n in range(40)]
