"""``kawat read`` on one article, start of the interpreter and of the pipeline included."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

ARTICLE = Path(__file__).parent.parent / "examples" / "wire.txt"
RUNS = 5


def main() -> None:
    """Print the median wall time and the largest memory of the runs."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        command = [sys.executable, "-m", "kawat", "read", str(ARTICLE), "--format", "json"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"median {sorted(seconds)[RUNS // 2]:.2f} s of {RUNS} (asked for: at most 4 s)")
    print(f"peak {peak:.0f} MB (asked for: at most 700 MB)")


if __name__ == "__main__":
    main()
