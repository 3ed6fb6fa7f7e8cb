"""A reader without a parser: an event for each ``AAA TYPE BBB`` in a text; and a program that uses it.

python stub.py RECORD SOURCE [SECONDS]    ingest, so many seconds an article
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from invented import build

from kawat.record.ingest import Ingestion
from kawat.record.record import Record
from kawat.record.sources import gather
from kawat.records import Article, Reading


class StubReader:
    def __init__(self, version: str = "stub-1", seconds: float = 0.0) -> None:
        self.version, self.seconds = version, seconds

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        for article in articles:
            time.sleep(self.seconds)
            if "RUSAK" in article.text:
                raise ValueError("broken on purpose")
            yield read(article)


def read(article: Article) -> Reading:
    built = build(article.text, article.id)
    built.article = article
    for found in re.finditer(r"([A-Z]{3}) ([A-Z]{5,}) ([A-Z]{3})", article.text):
        built.event(found.group(), found[2], f"{found[1]}:GOV", f"{found[3]}:GOV")
    for found in re.finditer(r"([A-Z]{3}): ([^.]+)", article.text):
        built.said(found[2], f"{found[1]}:GOV")
    return built.done()


def main(record: str, source: str, seconds: str = "0") -> None:
    with Record(record) as opened:
        Ingestion(opened, lambda: StubReader(seconds=float(seconds))).run(gather([source]))


if __name__ == "__main__":
    main(*sys.argv[1:])
