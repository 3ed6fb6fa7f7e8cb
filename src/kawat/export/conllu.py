"""The parses as CoNLL-U (Universal Dependencies), with the characters of each token under MISC."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kawat.record.questions.filters import Filter
from kawat.records import Article, Reading, Sentence, Token

if TYPE_CHECKING:
    from kawat.record import Record


def write_conllu(record: Record, out: Path, where: Filter) -> int:
    """Write the parses of the articles under a filter (outlet, period); returns the number of sentences."""
    wanted = set(keys(record, where))
    read = (reading for reading in record.readings() if reading.id in wanted)
    with open(out, "w", encoding="utf-8") as file:
        return sum(1 for reading in read for lines in document(reading) if file.write(lines))


def keys(record: Record, where: Filter) -> Iterator[str]:
    """Ids of the articles under a filter."""
    cursor = ""
    while True:
        page = record.articles(where, cursor, 1000)
        yield from (row.key for row in page.rows)
        cursor = page.cursor
        if not cursor:
            return


def document(reading: Reading) -> Iterator[str]:
    """The sentences of an article, each with its comments and the empty line after it."""
    for number, sentence in enumerate(reading.sentences):
        head = [f"# newdoc id = {reading.id}"] if number == 0 else []
        head.append(f"# sent_id = {reading.id}-{sentence.index + 1}")
        head.append(f"# part = {sentence.part}")
        text = reading.article.part(sentence.part)[sentence.start : sentence.end]
        head.append(f"# text = {' '.join(text.split())}")
        yield "\n".join([*head, *rows(reading.article, sentence)]) + "\n\n"


def rows(article: Article, sentence: Sentence) -> Iterator[str]:
    """The ten columns of each token."""
    text = article.part(sentence.part)
    for position, token in enumerate(sentence.tokens):
        root = token.head == position
        yield "\t".join(
            (
                str(position + 1),
                cell(token.text),
                cell(token.lemma),
                token.upos or "_",
                "_",
                token.feats or "_",
                "0" if root else str(token.head + 1),
                "root" if root else token.dep or "dep",
                "_",
                misc(token, text),
            )
        )


def cell(word: str) -> str:
    """A word as a cell; spaces inside it are allowed, other white space is not."""
    return " ".join(word.split()) or "_"


def misc(token: Token, text: str) -> str:
    """Whether a space follows, and the characters."""
    glued = token.end < len(text) and not text[token.end].isspace()
    return ("SpaceAfter=No|" if glued else "") + f"start_char={token.start}|end_char={token.end}"
