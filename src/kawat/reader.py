"""The road a text takes: article → language → actors → statements → events.

``Reader`` knows the order and nothing else; each room holds its own knowledge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from kawat.article import coded_spans
from kawat.errors import StageOrderError
from kawat.language import Analyser, load
from kawat.records import Article, Part, Reading, Sentence
from kawat.version import __version__

BATCH = 16
"""Articles analysed together. Larger batches gained nothing on two cores (benchmarks/reading.py), memory grows."""


class Stage(Protocol):
    """One step of the road: takes a reading, returns a fuller one."""

    @property
    def needs(self) -> frozenset[str]:
        """Fields of ``Reading`` that earlier stages must have filled."""

    @property
    def adds(self) -> frozenset[str]:
        """Fields of ``Reading`` that this stage fills."""

    def __call__(self, reading: Reading) -> Reading:
        """The reading with the added fields."""


def check_order(stages: Sequence[Stage], given: frozenset[str] = frozenset({"article", "sentences"})) -> None:
    """Check before any article is read that every stage finds what it needs.

    Raises:
        StageOrderError: names the stage and what is missing.
    """
    there = given
    for stage in stages:
        missing = stage.needs - there
        if missing:
            name, lacking = type(stage).__name__, ", ".join(sorted(missing))
            raise StageOrderError(
                f"{name} needs {lacking}, which no earlier stage adds; put that stage before it"
            )
        there |= stage.adds


def standard_stages(language: str, actors: Sequence[Path] = ()) -> tuple[Stage, ...]:
    """The stages after the language pipeline, in their order; ``actors`` are who's-who files of the user."""
    from kawat.actors import ActorStage
    from kawat.events import EventStage
    from kawat.statements import StatementStage

    return (ActorStage(language, actors), StatementStage(language), EventStage(language))


class Reader:
    """Reads articles of one language.

    Args:
        language: code of a folder under ``language/``.
        pipeline: another spaCy pipeline with UD labels (path or package) in place of the shipped one.
        actors: who's-who files (TOML) that add to or override the shipped one.
        stages: other stages in place of the standard ones.

    Raises:
        UnsupportedLanguage, PipelineError, LexiconError, StageOrderError: before anything is read.
    """

    def __init__(
        self,
        language: str = "id",
        pipeline: str | None = None,
        actors: Sequence[Path] = (),
        stages: Sequence[Stage] | None = None,
    ) -> None:
        self.language = language
        self.stages = tuple(standard_stages(language, actors) if stages is None else stages)
        check_order(self.stages)
        self._analyser: Callable[[], Analyser] = lambda: load(language, pipeline)

    @cached_property
    def analyser(self) -> Analyser:
        """The language pipeline, loaded when the first article needs it (it costs seconds)."""
        return self._analyser()

    @cached_property
    def version(self) -> str:
        """Changes whenever this reader could read the same article differently."""
        return f"{__version__}+{knowledge_digest()}"

    def read(self, article: Article) -> Reading:
        """One article, read."""
        return next(self.read_many([article]))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """Articles read in a stream, in their order, a few at a time in memory."""
        stream = iter(articles)
        while batch := tuple(islice(stream, BATCH)):
            yield from map(self.read_parsed, self._analyse(batch))

    def read_parsed(self, reading: Reading) -> Reading:
        """A reading whose sentences are given (from CoNLL-U, say), taken through the stages."""
        for stage in self.stages:
            reading = stage(reading)
        return reading

    def _analyse(self, articles: Sequence[Article]) -> Iterator[Reading]:
        jobs = [(article, analysis_jobs(article)) for article in articles]
        texts = ((article.part(part), spans) for article, own in jobs for part, spans, _ in own)
        found = iter(self.analyser.analyse_many(texts))
        for article, own in jobs:
            yield Reading(article, sentences=join_parts(own, islice(found, len(own))))


Job = tuple[Part, list[tuple[int, int]], list[int]]
"""A part of an article, its character ranges to analyse, and the block each range belongs to."""


def analysis_jobs(article: Article) -> list[Job]:
    """What to analyse of an article: one job for each part with coded blocks."""
    jobs: dict[Part, Job] = {}
    for part, start, end, block in coded_spans(article):
        _, spans, blocks = jobs.setdefault(part, (part, [], []))
        spans.append((start, end))
        blocks.append(block)
    return list(jobs.values())


def join_parts(jobs: Sequence[Job], analysed: Iterable[Sequence[Sentence]]) -> tuple[Sentence, ...]:
    """The sentences of all parts, numbered through, each knowing its part and its block."""
    joined: list[Sentence] = []
    for (part, _, blocks), sentences in zip(jobs, analysed, strict=True):
        for sentence in sentences:
            joined.append(replace(sentence, index=len(joined), part=part, block=blocks[sentence.block]))
    return tuple(joined)


def knowledge_digest() -> str:
    """Eight hexadecimal digits over all code and data of the package."""
    digest = hashlib.sha256()
    for name, content in _knowledge(resources.files("kawat"), ""):
        digest.update(name.encode())
        digest.update(content)
    return digest.hexdigest()[:8]


def _knowledge(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _knowledge(entry, name)
        elif entry.name.endswith((".py", ".toml")) or entry.name == "meta.json":
            yield name, entry.read_bytes()
