"""Sentences a second of the coder alone: parses, actors and statements given, one process."""

from __future__ import annotations

import time
from pathlib import Path

from kawat.article import read_plain
from kawat.events import EventStage
from kawat.reader import Reader

EXAMPLES = Path(__file__).parent.parent / "examples"
TIMES = 40


def main() -> None:
    """Print sentences and articles a second (of processor time) of coding the sample articles over again."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    reader = Reader()
    stages, coder = reader.stages[:-1], EventStage("id")
    readings = list(Reader(stages=stages).read_many(map(read_plain, texts)))
    for reading in readings:
        coder(reading)
    start = time.process_time()
    for _ in range(TIMES):
        for reading in readings:
            coder(reading)
    spent = time.process_time() - start
    sentences = TIMES * sum(len(reading.sentences) for reading in readings)
    print(
        f"coding {sentences / spent:.0f} sentences a second, "
        f"{TIMES * len(readings) / spent:.0f} articles a second"
    )


if __name__ == "__main__":
    main()
