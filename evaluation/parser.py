"""Tags and trees against a treebank, with the treebank's own words and sentences.

    python -m evaluation.parser FILE.conllu [--pipeline PATH]

Prints UPOS, UAS and LAS in percent, over all words, punctuation included, labels with their subtypes.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from kawat.language import load
from kawat.language.conllu import Document, Parsed, read_conllu


def predict(pipeline: str | None, documents: Sequence[Document], language: str) -> list[Parsed]:
    """The sentences as the pipeline sees them: tags, heads and labels for the words as given.

    A document is one Doc, as in reading: the pipeline may judge its manner as a whole.
    """
    nlp = load(language, pipeline).nlp
    docs = [_doc(nlp.vocab, document.parses) for document in documents]
    return [_answer(sentence) for doc in nlp.pipe(docs) for sentence in doc.sents]


def _doc(vocab, parses: Sequence[Parsed]):  # type: ignore[no-untyped-def]
    from spacy.tokens import Doc

    words = [form for parse in parses for form in parse.forms]
    spaces = [space for parse in parses for space in parse.spaces]
    starts = [at == 0 for parse in parses for at in range(len(parse.forms))]
    return Doc(vocab, words=words, spaces=spaces, sent_starts=starts)


def _answer(sentence) -> Parsed:  # type: ignore[no-untyped-def]
    first = sentence.start
    return Parsed(
        forms=tuple(token.text for token in sentence),
        spaces=tuple(bool(token.whitespace_) for token in sentence),
        tags=tuple(token.pos_ for token in sentence),
        feats=tuple(str(token.morph) for token in sentence),
        heads=tuple(0 if token.head.i == token.i else token.head.i - first + 1 for token in sentence),
        labels=tuple("root" if token.dep_ == "ROOT" else token.dep_ for token in sentence),
    )


def voice(feats: str) -> str:
    """The Voice among some features, or nothing."""
    return next((part[6:] for part in feats.split("|") if part.startswith("Voice=")), "")


def score(gold: Iterable[Parsed], found: Iterable[Parsed]) -> dict[str, float]:
    """Shares of words that are right, in percent: UPOS, UAS, LAS and, over verbs, Voice."""
    right = {"UPOS": 0, "UAS": 0, "LAS": 0}
    words = verbs = voices = 0
    for one, two in zip(gold, found, strict=True):
        heads = np.equal(one.heads, two.heads)
        labels = np.array([a == b for a, b in zip(one.labels, two.labels, strict=True)], dtype=bool)
        words += len(one.forms)
        right["UPOS"] += sum(a == b for a, b in zip(one.tags, two.tags, strict=True))
        right["UAS"] += int(heads.sum())
        right["LAS"] += int((heads & labels).sum())
        for tag, a, b in zip(one.tags, one.feats, two.feats, strict=True):
            verbs += tag == "VERB"
            voices += tag == "VERB" and voice(a) == voice(b)
    figures = {name: 100 * count / max(words, 1) for name, count in right.items()}
    return figures | {"Voice": 100 * voices / max(verbs, 1)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table for one file."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.parser", description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="a treebank, .conllu or .conllu.xz")
    parser.add_argument("--pipeline", help="a spaCy pipeline in place of the shipped one")
    parser.add_argument("--language", default="id")
    options = parser.parse_args(arguments)
    documents = read_conllu(options.file)
    gold = [sentence for document in documents for sentence in document.parses]
    start = time.perf_counter()
    found = predict(options.pipeline, documents, options.language)
    seconds = time.perf_counter() - start
    words = sum(len(sentence.forms) for sentence in gold)
    print(f"{options.file.name}: {len(gold)} sentences, {words} words, {seconds:.1f} s with loading")
    for name, figure in score(gold, found).items():
        print(f"{name} {figure:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
