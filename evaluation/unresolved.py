"""The most frequent capitalised names that no actor covers, over Kompas and Detik articles.

    python evaluation/unresolved.py [--articles 1000] [--names 200] > evaluation/unresolved-after.md

A name is a run of capitalised words inside a sentence (the first word is left out: its capital says nothing).
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kawat.actors import ActorMap, ActorStage
from kawat.article import Given, read_plain
from kawat.reader import Reader
from kawat.records import UNKNOWN, Article, Reading, Sentence

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
SHARE_OF_CAPITALS = 0.6
"""Sentences with more capitals than this are headlines, where a capital says nothing."""


def articles(number: int) -> Iterator[Article]:
    """As many articles of each outlet, in the order of the files."""
    for name in ("kompas", "detik"):
        with lzma.open(CORPUS / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in islice(lines, number // 2):
                row = json.loads(line)
                yield read_plain(
                    row["text"], Given(id=str(row.get("id", "")), published=str(row.get("date", "")))
                )


def runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words after the first word, as token positions."""
    tokens = sentence.tokens
    words = [token for token in tokens if token.text[:1].isalpha()]
    if sum(token.text[0].isupper() for token in words) > SHARE_OF_CAPITALS * len(words):
        return
    first = 1
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].text[:1].isupper():
            last += 1
        opens = tokens[first - 1].text in {".", '"', "“", "”", ":", "-"}
        if last > first and not opens:
            yield first, last
        first = last + 1


def unresolved(reading: Reading) -> Iterator[str]:
    """Names of the reading that no actor with a code covers."""
    there = ActorMap(reading)
    for sentence in reading.sentences:
        for first, last in runs(sentence):
            actors = [actor for at in range(first, last) for actor in there.at(sentence.index, at)]
            if all(actor.code == UNKNOWN for actor in actors):
                yield " ".join(token.text for token in sentence.tokens[first:last])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--names", type=int, default=200)
    given = options.parse_args()
    reader = Reader("id", stages=(ActorStage("id"),))
    counts: Counter[str] = Counter()
    for reading in reader.read_many(articles(given.articles)):
        counts.update(set(unresolved(reading)))
    print(f"# The {given.names} most frequent unresolved names in {given.articles} articles\n")
    print("Number of articles in which no actor of a known code covers the name.\n")
    for name, count in counts.most_common(given.names):
        print(f"{count} {name}  ")


if __name__ == "__main__":
    main()
