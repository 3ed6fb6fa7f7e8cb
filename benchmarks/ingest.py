"""Articles ingested twice: ``python -m benchmarks.ingest [SOURCE]`` (without one, the sample articles)."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from kawat.reader import Reader
from kawat.record.ingest import Ingestion, Progress
from kawat.record.record import Record
from kawat.record.sources import gather

EXAMPLES = Path(__file__).parent.parent / "examples"
TIMES = 12


def main() -> None:
    """Print rate and size of the first run, and what share of its time the second takes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(sys.argv[1]) if len(sys.argv) > 1 else samples(Path(folder))
        path = Path(folder) / "record.sqlite"
        with Record(path) as record:
            first, second = run(record, source), run(record, source)
            totals = record.totals()
        size = path.stat().st_size / max(first.new, 1) / 1000
    print(
        f"first run   {first.new} stored, {first.failed} failed, {first.seconds:.1f} s, "
        f"{first.rate:.1f} articles/s"
    )
    print(f"second run  {second.new} stored, {second.known} known, {second.seconds:.2f} s")
    print(f"            {second.seconds / first.seconds:.1%} of the first run's time")
    print(f"{size:.0f} kB an article; {totals}")
    if second.new or second.changed or second.seconds > first.seconds / 10:
        raise SystemExit("the second run stored something or took more than a tenth of the time")


def run(record: Record, source: Path) -> Progress:
    """One ingestion."""
    return Ingestion(record, Reader).run(gather([source]))


def samples(folder: Path) -> Path:
    """The sample articles some times over, each time under another name and with another first line."""
    path = folder / "samples.jsonl"
    texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.txt"))]
    items = [
        {"id": f"{n}-{t}", "text": text, "outlet": f"{n}"}
        for n in range(TIMES)
        for t, text in enumerate(texts)
    ]
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
