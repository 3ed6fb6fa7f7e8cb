"""Our own annotation of articles in ``../shared/corpus``, kept without their words.

    python -m evaluation.annotations CORPUS FILE.json... [--misses]      score the reader against each file
    python -m evaluation.annotations --pack CORPUS GOLD.json DOCS.jsonl  write such a file on standard output

A file in ``evaluation/annotations/`` has the form of the gold, keyed by a digest of each text; triggers, speakers,
cues, media and contents are ``[start, end]`` in the article's text: the texts are not ours to keep. What was annotated
when, and what was read since, stands in ``evaluation/annotations/README.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from evaluation.gold import flat, report, score
from kawat.article import read_record
from kawat.reader import Reader

Item = dict[str, Any]
FILES = ("kompas.jsonl.xz", "detik.jsonl.xz")
EVENT_WORDS = ("trigger",)
STATEMENT_WORDS = ("speaker", "cue", "via", "content")


def corpus(folder: Path) -> Iterator[Item]:
    """The articles of the corpus, in its order."""
    for name in FILES:
        with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def digest(text: str) -> str:
    """What tells that a text is the one that was annotated."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def pointed(text: str, near: tuple[int, int], words: str | None) -> list[int] | str | None:
    """Where the words stand: in the sentence, else anywhere in the text; the words themselves if nowhere."""
    if words is None:
        return None
    at = text.find(words, *near)
    at = text.find(words) if at < 0 else at
    return [at, at + len(words)] if at >= 0 else words


def spelled(text: str, place: list[int] | str | None) -> str | None:
    """The words at a place; see ``pointed``."""
    return text[place[0] : place[1]] if isinstance(place, list) else place


def mapped(item: Item, names: Iterable[str], turn: Callable[[Any], Any]) -> Item:
    """The item with some fields turned."""
    return item | {name: turn(item[name]) for name in names}


def pack(gold: Item, text: str) -> Item:
    """One article's gold without its words."""

    def turned(item: Item, names: Iterable[str]) -> Item:
        near = gold["sentences"][item["sent"] - 1]
        return mapped(item, names, lambda words: pointed(text, near, words))

    return {
        "sentences": gold["sentences"],
        "events": [turned(event, EVENT_WORDS) for event in gold["events"]],
        "statements": [turned(statement, STATEMENT_WORDS) for statement in gold["statements"]],
    }


def unpack(packed: Item, text: str) -> Item:
    """One article's gold, its words taken from the text."""

    def turn(place: Any) -> Any:
        return spelled(text, place)

    return packed | {
        "events": [mapped(event, EVENT_WORDS, turn) for event in packed["events"]],
        "statements": [mapped(said, STATEMENT_WORDS, turn) for said in packed["statements"]],
    }


def packed_file(gold_path: Path, docs_path: Path) -> Iterator[str]:
    """Lines of the file for a gold and its documents."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    parts = []
    for line in docs_path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        item = pack(gold[json.loads(line)["id"]], text)
        fields = [f'"sentences": {json.dumps(item["sentences"])}']
        for name in ("events", "statements"):
            rows = ",\n ".join(json.dumps(row, ensure_ascii=False) for row in item[name])
            fields.append(f'"{name}": [\n {rows}\n]')
        parts.append(json.dumps(digest(text)) + ": {\n" + ",\n".join(fields) + "\n}")
    yield "{\n" + ",\n".join(parts) + "\n}"


def found(packed: Item, folder: Path) -> dict[str, Item]:
    """The annotated articles by their digests.

    Raises:
        ValueError: some of them are not in the corpus.
    """
    by_digest: dict[str, Item] = {}
    for article in corpus(folder):
        if (key := digest(article["text"])) in packed:
            by_digest.setdefault(key, {**article, "id": key})
    if missing := len(packed) - len(by_digest):
        raise ValueError(f"{missing} of {len(packed)} annotated articles are not in {folder}")
    return by_digest


def measure(path: Path, folder: Path, misses: bool) -> Iterator[str]:
    """Lines of the report on one file."""
    packed = json.loads(path.read_text(encoding="utf-8"))
    articles = found(packed, folder)
    gold = {article["id"]: unpack(packed[key], article["text"]) for key, article in articles.items()}
    readings = Reader().read_many(map(read_record, articles.values()))
    tally = score(gold, (flat(msgspec.to_builtins(reading)) for reading in readings))
    yield f"{path.name}: {len(packed)} articles"
    yield from report(tally, sorted({event["type"] for item in gold.values() for event in item["events"]}))
    yield from tally.listed if misses else ()


def main(arguments: list[str]) -> None:
    """Pack an annotation, or score the reader against one."""
    options = argparse.ArgumentParser(
        prog="python -m evaluation.annotations", description=__doc__.splitlines()[0]
    )
    options.add_argument("corpus", type=Path, help="the folder of the corpus")
    options.add_argument("files", type=Path, nargs="+", help="FILE.json, or GOLD.json DOCS.jsonl to pack")
    options.add_argument("--pack", action="store_true", help="write a gold without its words")
    options.add_argument("--misses", action="store_true", help="also every missed and every extra event")
    given = options.parse_args(arguments)
    if given.pack:
        gold, documents = given.files
        print("\n".join(packed_file(gold, documents)))
    else:
        for path in given.files:
            print("\n".join(measure(path, given.corpus, given.misses)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
