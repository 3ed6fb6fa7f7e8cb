"""A text that was parsed elsewhere: its article and its sentences, block by block."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from kawat.article.assemble import Given, assemble, coded_spans
from kawat.language.conllu import Document
from kawat.records import Article, Reading, Sentence


def read_document(document: Document, given: Given | None = None, *, language: str = "id") -> Reading:
    """A parsed document as a reading with its sentences, those in furniture left out.

    Args:
        document: as ``language.conllu`` reads it; its text is put together from its words.
        given: what is known beside it.
        language: code of a folder under ``language/``.

    Raises:
        SourceError: no text in it.
        UnsupportedLanguage: no such language.
    """
    known = given or Given(id=document.id)
    article = assemble(document.text, known, language)
    return Reading(article, sentences=coded_sentences(article, document.sentences))


def coded_sentences(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences that end inside a coded block, numbered through, each knowing its block."""
    spans = [(start, end, block) for part, start, end, block in coded_spans(article) if part == "text"]
    starts = [start for start, _, _ in spans]
    kept: list[Sentence] = []
    for sentence in sentences:
        place = bisect_right(starts, sentence.end - 1) - 1
        if place >= 0 and sentence.end <= spans[place][1]:
            kept.append(replace(sentence, index=len(kept), block=spans[place][2]))
    return tuple(kept)
