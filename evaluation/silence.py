"""How silent the coder is on sport and markets: ``python -m evaluation.silence CORPUS.jsonl.xz ...``.

Articles are chosen by address or headline (``silence.toml``), the first ``most`` of them, file by file in turn.
Prints the events an article, and every event with ``--list``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
import tomllib
from collections.abc import Iterator
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from kawat.article import read_record
from kawat.reader import Reader

CHOICE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "silence.toml").read_text(encoding="utf-8"))


def chosen(record: dict[str, Any]) -> bool:
    """Whether the article is sport or markets."""
    title = f" {record.get('title', '')} ".replace(",", " ").replace(":", " ")
    in_address = any(part in (record.get("url") or "") for part in CHOICE["addresses"])
    return in_address or any(f" {name} " in title for name in CHOICE["headlines"])


def opened(path: Path) -> Iterator[dict[str, Any]]:
    """The records of one file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def records(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The chosen records of the files, turn by turn, until there are enough."""
    files = [[record for record in opened(path) if chosen(record)] for path in paths]
    turns = (record for turn in zip_longest(*files) for record in turn if record is not None)
    yield from islice(turns, CHOICE["most"])


def main(arguments: list[str]) -> None:
    """Print how many events the articles of sport and markets yield."""
    options = argparse.ArgumentParser(
        prog="python -m evaluation.silence", description=__doc__.splitlines()[0]
    )
    options.add_argument("corpus", type=Path, nargs="+", help="articles, one a line (.jsonl.xz)")
    options.add_argument("--list", action="store_true", help="every event with its sentence")
    given = options.parse_args(arguments)
    articles = [read_record(record) for record in records(given.corpus)]
    events = 0
    for reading in Reader().read_many(articles):
        events += len(reading.events)
        if given.list:
            for event in reading.events:
                sides = ">".join("+".join(p.code for p in side) for side in (event.actor, event.recipient))
                print(f"{event.type} {event.trigger.text!r} {sides}: {event.sentence.text[:160]}")
    print(f"events an article {events / max(len(articles), 1):.3f}   ({events} in {len(articles)})")


if __name__ == "__main__":
    main(sys.argv[1:])
