"""How fast each page comes on a large record: ``python -m benchmarks.pages RECORD``.

Make the record with ``python -m benchmarks.million --keep million.sqlite``. Prints size, first and median
time of each page inside the server (no network, no kept answers); exit code 1 when a median is over 300 ms.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

LIMIT_MS, ROUNDS = 300.0, 7
PATHS = (
    "/",
    "/articles",
    "/articles?q=gencatan",
    "/statements",
    "/statements?q=serangan",
    "/statements?q=Taiwan&country=CHN",
    "/events",
    "/events?country=CHN",
    "/events?country=PER&type=AID",
    "/events/1",
    "/contradictions",
    "/actors",
    "/actors/1",
    "/actors/22",
    "/dyads",
    "/dyads?since=2025-01",
    "/dyads/USA/CHN",
    "/dyads/USA/CHN?since=2025",
    "/dyads/PER/COL",
    "/calendar",
    "/map",
    "/network",
    "/network?country=CHN",
    "/api/v1/overview",
    "/api/v1/events",
    "/api/v1/timelines/USA/CHN",
)


def main() -> None:
    """Ask for every page, print, judge."""
    from starlette.testclient import TestClient

    from kawat.page import Site, make_app
    from kawat.reader import Reader

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    site = Site(parser.parse_args().record, Reader)
    with TestClient(make_app(site), base_url="http://127.0.0.1") as client:
        client.cookies.set("kawat_token", site.token)  # editors get no kept answers
        slow = [path for path in PATHS if measure(client, path) > LIMIT_MS]
    if slow:
        print(f"over {LIMIT_MS:g} ms: {', '.join(slow)}")
        sys.exit(1)


def measure(client: object, path: str) -> float:
    """Median milliseconds of the warm answers."""
    times = []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        answer = client.get(path)  # type: ignore[attr-defined]
        times.append((time.perf_counter() - begun) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code}")
    median = statistics.median(times[1:])
    print(
        f"{path:36} {len(answer.content) / 1000:6.0f} KB  first {times[0]:6.0f}  median {median:6.0f} ms",
        flush=True,
    )
    return median


if __name__ == "__main__":
    main()
