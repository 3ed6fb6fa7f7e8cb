"""Names of persons, organisations and places against annotated news, with the annotation's own words.

    python -m evaluation.names FILE [--pipeline PATH]

FILE has columns of word, perhaps a tag, and IOB, with an empty line after each sentence. A name is found when
its words and its label agree. Prints precision, recall and F1, by label and for all.
"""

import argparse
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from kawat.language import load

BATCH = 256
LABELS = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG"}

Found = frozenset[tuple[int, int, str]]


def read(path: Path) -> list[tuple[tuple[str, ...], Found]]:
    """Sentences as words and their names: first word, word after the last, label."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        groups = file.read().replace("\r", "").strip().split("\n\n")
    rows = [[line.split() for line in group.splitlines() if line.strip()] for group in groups]
    return [(tuple(row[0] for row in group), spans(row[-1] for row in group)) for group in rows if group]


def spans(tags: Iterable[str]) -> Found:
    """Names in a row of IOB tags.

    >>> sorted(spans(["B-PERSON", "I-PERSON", "O", "B-LOC"]))
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    found = set()
    start, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        mark, _, kind = tag.partition("-")
        if label and (mark != "I" or kind != label):
            found.add((start, at, LABELS.get(label, label)))
            label = ""
        if mark in {"B", "I"} and not label:
            start, label = at, kind
    return frozenset(found)


def predict(pipeline: str | None, sentences: Sequence[tuple[str, ...]], language: str) -> list[Found]:
    """Names as the pipeline sees them in the words as given."""
    from spacy.tokens import Doc

    nlp = load(language, pipeline).nlp
    docs = [
        Doc(nlp.vocab, words=list(words), sent_starts=[i == 0 for i in range(len(words))])
        for words in sentences
    ]
    return [
        frozenset((e.start, e.end, e.label_) for e in doc.ents) for doc in nlp.pipe(docs, batch_size=BATCH)
    ]


def score(gold: Iterable[Found], found: Iterable[Found]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 by label and for all (`ALL`)."""
    right: Counter[str] = Counter()
    due: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for one, two in zip(gold, found, strict=True):
        for counter, names in ((right, one & two), (due, one), (given, two)):
            for _, _, label in names:
                counter[label] += 1
                counter["ALL"] += 1
    return {label: _figures(right[label], due[label], given[label]) for label in sorted(due)}


def _figures(right: int, due: int, given: int) -> tuple[float, float, float]:
    precision, recall = right / max(given, 1), right / max(due, 1)
    return precision, recall, 2 * right / max(due + given, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table for one file."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.names", description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="columns of word and IOB tag, plain or .xz")
    parser.add_argument("--pipeline", help="a spaCy pipeline in place of the shipped one")
    parser.add_argument("--language", default="id")
    options = parser.parse_args(arguments)
    rows = read(options.file)
    found = predict(options.pipeline, [words for words, _ in rows], options.language)
    figures = score([names for _, names in rows], found)
    print(f"{options.file.name}: {len(rows)} sentences")
    for label, (precision, recall, f1) in figures.items():
        print(f"{label:4} precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")
    print(f"F1 {figures['ALL'][2]:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
