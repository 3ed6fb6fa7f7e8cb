"""Many readers at once: ``python -m benchmarks.load RECORD [--clients 32] [--seconds 60]``.

Starts ``kawat serve`` in a process of its own, lets clients walk through the pages, each on its own connection,
and prints requests a second, median, p95, errors, and the server's memory from the start to the end.
Exit code 1 on any error, on a p95 over a second, or when memory grows by more than a fifth in the second half.
"""

from __future__ import annotations

import argparse
import http.client
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

PATHS = (
    "/", "/events", "/events?country=CHN", "/statements", "/statements?q=sanksi", "/dyads", "/dyads/USA/CHN",
    "/dyads/IRN/ISR", "/articles", "/actors", "/actors/1", "/calendar", "/map", "/network", "/contradictions",
    "/events/1", "/api/v1/events", "/api/v1/totals", "/static/page.css",
)  # fmt: skip
PORTS = range(20_000, 30_000)
P95_LIMIT, GROWTH_LIMIT = 1.0, 1.2


@dataclass
class Tally:
    """What the clients met."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """Seconds within which nineteen of twenty answers came."""
        return statistics.quantiles(self.seconds, n=20)[-1]

    @property
    def grown(self) -> float:
        """Memory at the end, as a share of that at half time."""
        return self.memory[-1] / self.memory[len(self.memory) // 2]


def main() -> None:
    """Serve, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    tally = load(given.record, given.clients, given.seconds)
    print(
        f"{given.clients} clients, {given.seconds:g} s: {len(tally.seconds) / given.seconds:.0f} requests/s"
    )
    print(f"median {statistics.median(tally.seconds) * 1000:.0f} ms, p95 {tally.p95 * 1000:.0f} ms")
    print(f"errors {len(tally.errors)} {tally.errors[:3]}")
    print(f"memory MB: {', '.join(str(m // 1024) for m in tally.memory)} (second half × {tally.grown:.2f})")
    if tally.errors or tally.p95 > P95_LIMIT or tally.grown > GROWTH_LIMIT:
        sys.exit(1)


def load(record: Path, clients: int, seconds: float) -> Tally:
    """Serve the record and let the clients walk."""
    port = free_port()
    command = [sys.executable, "-m", "kawat", "serve", str(record), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        tally, end = Tally(), time.monotonic() + seconds
        walkers = [
            threading.Thread(target=walk, args=(port, number, end, tally)) for number in range(clients)
        ]
        for walker in walkers:
            walker.start()
        while time.monotonic() < end:
            tally.memory.append(memory(server.pid))
            time.sleep(min(seconds / 10, 6))
        for walker in walkers:
            walker.join()
        tally.memory.append(memory(server.pid))
        return tally
    finally:
        server.terminate()
        server.wait(20)


def walk(port: int, number: int, end: float, tally: Tally) -> None:
    """One client, asking for pages in an order of its own until the end."""
    chance, line = random.Random(number), http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while time.monotonic() < end:
        path, begun = chance.choice(PATHS), time.perf_counter()
        try:
            line.request("GET", path)
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                tally.errors.append(f"{path}: {answer.status}")
        except OSError as error:
            tally.errors.append(f"{path}: {error!r}")
            line.close()
        tally.seconds.append(time.perf_counter() - begun)
    line.close()


def memory(pid: int) -> int:
    """Resident memory of its own, in KB: the record's mapped pages are the system's."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(next(row.split()[1] for row in status.splitlines() if row.startswith("RssAnon")))


def free_port() -> int:
    """A port that nobody uses, below those from which the system takes the callers' own: until the server is up, one of
    these may be taken again, and who knocks at it may even meet himself.
    """
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise SystemExit("every port is in use")


def wait_for(port: int) -> None:
    """Wait until the server listens."""
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
