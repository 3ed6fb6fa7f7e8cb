"""Rebuild the shipped pipeline: `python -m training --shared ../shared`."""

import argparse
import sys
import time
from pathlib import Path

import torch
from torch import Tensor

from training import casing, judge
from training.export import export
from training.material import IDNER, NERGRIT, banks, items, static, tagged
from training.train import Labels, train

MODEL = Path("src/kawat/language/id/model")
META = {
    "name": "news",
    "version": "0.1.0",
    "description": "Indonesian news: tags, features, UD trees and names, by one small network in numpy",
    "author": "The Kawat founders",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.7,<3.9.0",
    "url": "",
    "sources": ["UD Indonesian GSD", "UD Indonesian CSUI", "UD Indonesian PUD", "idner-news-2k", "NERGrit"],
}


def main() -> int:
    """Read, relabel, count, train, write."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--shared", type=Path, default=Path("../shared"), help="folder of treebanks/, ner/, corpus/"
    )
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--passes", type=int, default=17)
    parser.add_argument("--write-every", type=int, default=4, help="passes between two states on disk")
    options = parser.parse_args()
    torch.set_num_threads(1)  # sums in one order, so that a second run gives the same weights
    start = time.perf_counter()

    def say(what: str) -> None:
        sys.stderr.write(f"{time.perf_counter() - start:6.0f} s  {what}\n")

    trees = banks(options.shared / "treebanks" / "id")
    say("treebanks relabelled: " + ", ".join(f"{style} {len(found)}" for style, found in trees.items()))
    idner, nergrit = (tagged(options.shared / "ner", files) for files in (IDNER, NERGRIT))
    words, vectors = static(options.shared / "corpus", trees, [*idner, *nergrit], "id")
    say(f"vectors for {len(words)} words")
    labels = Labels.of(trees, words)

    def write(number: int, state: dict[str, Tensor]) -> None:
        if number % options.write_every == 0 or number == options.passes:
            export(options.out, "id", labels, state, META)
            judge.add(options.out, trees)
            casing.add(options.out, options.shared / "corpus", "id")
            say(f"pass {number}: written to {options.out}")

    train(labels, vectors, items(trees, idner, nergrit, labels, "id"), options.passes, write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
