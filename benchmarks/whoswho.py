"""How long the whole who's-who takes over 5 MB of news (target: 2 s on one core).

    taskset -c 0 python benchmarks/whoswho.py [--megabytes 5]

Words and signs of the articles in ../shared/corpus are made before, as the language room makes them.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import time
from collections.abc import Iterator
from pathlib import Path

from kawat.actors.trie import atoms_of, matches
from kawat.actors.whoswho import whos_who

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
WORDS = re.compile(r"\w+(?:[-'.]\w+)*|[^\w\s]")


def sentences(characters: int) -> Iterator[list[str]]:
    """The words of as many paragraphs as have that many characters."""
    for name in ("kompas", "detik"):
        with lzma.open(CORPUS / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                for paragraph in json.loads(line)["text"].split("\n"):
                    yield WORDS.findall(paragraph)
                    characters -= len(paragraph) + 1
                    if characters < 0:
                        return


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--megabytes", type=float, default=5)
    given = options.parse_args()
    texts = list(sentences(int(given.megabytes * 1_000_000)))
    start = time.perf_counter()
    known = whos_who("id")
    print(f"building: {time.perf_counter() - start:.2f} s, {len(known.entries)} entries")
    start = time.process_time()
    found = sum(len(matches(known.trie, atoms_of(words))) for words in texts)
    words = sum(map(len, texts))
    print(
        f"matching {given.megabytes} MB, {words} words: {time.process_time() - start:.2f} s, {found} matches"
    )


if __name__ == "__main__":
    main()
