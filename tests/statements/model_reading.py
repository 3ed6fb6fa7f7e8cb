"""Reading invented articles with the shipped model, loaded once."""

from __future__ import annotations

from functools import cache

import pytest

from kawat.records import Article, Block, Reading
from kawat.statements import StatementStage


@cache
def _stages():
    from kawat.language import languages, load

    if "id" not in languages():
        pytest.skip("no Indonesian model is shipped in this tree")
    actors = pytest.importorskip("kawat.actors")
    if not hasattr(actors, "ActorStage"):
        pytest.skip("the actors' stage is not in this tree")
    return load("id"), actors.ActorStage("id"), StatementStage("id")


def paragraphs(text: str, kind: str = "paragraph", **fields: str) -> Article:
    """An article whose lines are blocks of one kind."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    return Article("case", text, published="2023-10-03", blocks=tuple(blocks), **fields)


def read(text: str, kind: str = "paragraph") -> Reading:
    """The text through language, actors and statements."""
    analyser, actors, statements = _stages()
    article = paragraphs(text, kind)
    sentences = analyser.analyse(text, [(block.start, block.end) for block in article.blocks])
    return statements(actors(Reading(article, sentences=sentences)))
