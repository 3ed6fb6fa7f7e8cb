"""Articles a second, room by room, on the sample articles repeated."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from kawat.article import read_plain
from kawat.reader import Reader
from kawat.records import Reading

EXAMPLES = Path(__file__).parent.parent / "examples"
TIMES = 25


def main() -> None:
    """Print articles a second of the whole road and the milliseconds an article spends in each room."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))] * TIMES
    spent: Counter[str] = Counter()
    reader = Reader(stages=())
    next(reader.read_many([read_plain(texts[0])]))
    start = time.perf_counter()
    articles = [read_plain(text) for text in texts]
    spent["article"] = time.perf_counter() - start
    start = time.perf_counter()
    readings: list[Reading] = list(reader.read_many(articles))
    spent["language"] = time.perf_counter() - start
    for stage in Reader().stages:
        stage(readings[0])
        start = time.perf_counter()
        readings = [stage(reading) for reading in readings]
        spent[type(stage).__name__] = time.perf_counter() - start
    tokens = sum(len(s.tokens) for r in readings for s in r.sentences)
    print(
        f"{len(texts)} articles, {tokens} tokens, one process: {len(texts) / sum(spent.values()):.1f} articles a second"
    )
    for room, seconds in spent.items():
        print(f"{room:16} {1000 * seconds / len(texts):7.2f} ms an article")


if __name__ == "__main__":
    main()
