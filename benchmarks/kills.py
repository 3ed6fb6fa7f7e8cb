"""An ingestion killed at random moments: ``python -m benchmarks.kills CORPUS.jsonl [KILLS]``.

Ingests 300 articles with the real reader, kills the process (SIGKILL) at random moments, resumes it, and goes
on until all kills are spent; then compares the record, by hash, with one that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from kawat.reader import Reader
from kawat.record.ingest import Ingestion
from kawat.record.record import Record
from kawat.record.sources import gather

ARTICLES = 300
LONGEST_SECONDS = 20.0


def main() -> None:
    """Run one ingestion undisturbed and one killed; exit code 1 when they differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("kills", type=int, nargs="?", default=100)
    parser.add_argument("--ingest", type=Path, help=argparse.SUPPRESS)  # what the killed process runs
    given = parser.parse_args()
    if given.ingest:
        ingest(given.ingest, given.corpus)
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        with open(given.corpus, encoding="utf-8") as lines:
            source.write_text("".join(islice(lines, ARTICLES)), encoding="utf-8")
        begun = time.perf_counter()
        ingest(Path(folder) / "calm.sqlite", source)
        print(f"undisturbed: {time.perf_counter() - begun:.0f} s")
        compare(Path(folder), source, given.kills)


def compare(folder: Path, source: Path, kills: int) -> None:
    """Spend the kills on fresh records, each resumed to its end, and compare each with the calm one."""
    chance, spent, rounds = random.Random(6), 0, 0
    with Record(folder / "calm.sqlite", create=False) as calm:
        wanted = calm.digest()
    while spent < kills:
        path = folder / f"killed-{rounds}.sqlite"
        finished = False
        while not finished and spent < kills:
            finished = killed(path, source, chance.uniform(0.5, LONGEST_SECONDS))
            spent += not finished
        ingest(path, source)
        with Record(path, create=False) as record:
            record.check()
            same = record.digest() == wanted
        rounds += 1
        print(f"record {rounds}: {spent} kills so far, {'equal' if same else 'DIFFERENT'}", flush=True)
        if not same:
            raise SystemExit(1)


def killed(path: Path, source: Path, seconds: float) -> bool:
    """Ingest for so many seconds, then kill; True when it was done before."""
    run = subprocess.Popen([sys.executable, "-m", "benchmarks.kills", str(source), "--ingest", str(path)])
    try:
        return run.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        return False


def ingest(path: Path, source: Path) -> None:
    """Ingest the source to its end."""
    with Record(path) as record:
        Ingestion(record, Reader).run(gather([source]))


if __name__ == "__main__":
    main()
