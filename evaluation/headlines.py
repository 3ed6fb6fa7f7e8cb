"""How many headlines that name two countries or armed groups yield an event, and a sample to judge.

    python -m evaluation.headlines FOLDER [--every N]          share of such headlines that are coded
    python -m evaluation.headlines FOLDER --draw SEED > FILE   200 codings drawn at random, to be judged
    python -m evaluation.headlines --judged FILE               precision of a judged list

FOLDER holds headlines.jsonl.xz, one headline a line. A judged list has three columns: number of the line
(from 0), the coding, and the verdict: ``right`` (type and both sides), ``type`` (the type is right, a side is
not) or ``wrong``. The list holds no word of the headlines; they are not ours to publish.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kawat.article import read_record
from kawat.reader import Reader
from kawat.records import Article, Event, Reading

DRAWN = 200
STATES = frozenset({"country", "group"})
"""Kinds of actor that count as country or armed group."""


def headlines(folder: Path, every: int) -> Iterator[Article]:
    """Every ``every``-th headline as an article of one line; its id is the number of the line."""
    with lzma.open(folder / "headlines.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            title = json.loads(line)["title"].strip()
            if number % every == 0 and title:
                yield read_record({"id": str(number), "text": title})


def two_sided(reading: Reading) -> bool:
    """Whether the headline names two different countries or armed groups."""
    return len({actor.code for actor in reading.actors if actor.mentions and actor.kind in STATES}) > 1


def told(event: Event) -> str:
    """An event on one line, without words of the headline."""
    sides = " -> ".join("+".join(party.code for party in side) for side in (event.actor, event.recipient))
    return " ".join(filter(None, (event.type, sides, event.aux)))


def share(readings: Iterable[Reading]) -> str:
    """Of the headlines with two sides, the share with an event."""
    counts: Counter[bool] = Counter(bool(reading.events) for reading in readings if two_sided(reading))
    return f"{counts.total()} headlines name two; {counts[True] / counts.total():.3f} of them yield an event"


def draw(readings: Iterable[Reading], seed: int) -> Iterator[str]:
    """Codings drawn at random: number of the line, tab, coding, tab, nothing yet."""
    coded = [(int(reading.id), told(event)) for reading in readings for event in reading.events]
    for number, coding in sorted(random.Random(seed).sample(coded, min(DRAWN, len(coded)))):
        yield f"{number}\t{coding}\t"


def precision(judged: Path) -> str:
    """What the verdicts of a judged list come to."""
    rows = judged.read_text(encoding="utf-8").splitlines()
    verdicts = Counter(row.split("\t")[2] for row in rows if row and not row.startswith("#"))
    total = verdicts.total()
    typed = verdicts["right"] + verdicts["type"]
    return f"{total} judged: type {typed / total:.3f}, type and sides {verdicts['right'] / total:.3f}"


def main(arguments: list[str]) -> None:
    """Count, draw, or sum up a judged list."""
    options = argparse.ArgumentParser(
        prog="python -m evaluation.headlines", description=__doc__.splitlines()[0]
    )
    options.add_argument("folder", type=Path, nargs="?", help="holds headlines.jsonl.xz")
    options.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th headline")
    options.add_argument("--draw", type=int, metavar="SEED", help=f"{DRAWN} codings at random, to be judged")
    options.add_argument("--judged", type=Path, metavar="FILE", help="the precision of a judged list")
    given = options.parse_args(arguments)
    if given.judged:
        print(precision(given.judged))
        return
    if given.folder is None:
        options.error("neither a folder with headlines nor --judged FILE given")
    readings = Reader().read_many(headlines(given.folder, given.every))
    print(share(readings) if given.draw is None else "\n".join(draw(readings, given.draw)))


if __name__ == "__main__":
    main(sys.argv[1:])
