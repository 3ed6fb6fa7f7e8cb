"""Run every evaluation and write ``evaluation/REPORT.md``: ``python -m evaluation.report SHARED``.

What is run, and the floor under each figure, stands in ``measures.toml``. A measure whose data is missing is named
as skipped. Exit code 1 when a figure lies under its floor.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
REPORT = HERE / "REPORT.md"


@dataclass(frozen=True)
class Outcome:
    """What one measure printed, how long it took, and which of its figures lie under their floors."""

    title: str
    command: str
    data: str
    output: str
    seconds: float
    figures: tuple[str, ...]
    failures: tuple[str, ...]


def figure(output: str, pattern: str) -> float | None:
    """The number that ``pattern``'s first group finds in the output."""
    found = re.search(pattern, output, re.M)
    return float(found[1]) if found else None


def judge(output: str, floors: list[dict[str, Any]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A line for each figure with its floor and aim, and the names of those under their floors."""
    lines, failures = [], []
    for floor in floors:
        value = figure(output, floor["pattern"])
        least, most = floor.get("floor"), floor.get("ceiling")
        low = value is None or (least is not None and value < least) or (most is not None and value > most)
        bound = f"at least {least:g}" if least is not None else f"at most {most:g}"
        aim = f", aim {floor['aim']:g}" if "aim" in floor else ""
        shown = "missing" if value is None else f"{value:g}"
        lines.append(f"| {floor['name']} | {shown} | {bound}{aim} | {'**no**' if low else 'yes'} |")
        if low:
            failures.append(floor["name"])
    return tuple(lines), tuple(failures)


def fingerprint(paths: list[Path]) -> str:
    """File names with the first eight digits of their SHA-256, so that a report names its data."""
    files = [path for path in paths if path.is_file()]
    return ", ".join(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()[:8]}" for path in files)


def run(measure: dict[str, Any], shared: Path) -> Outcome:
    """Run one measure of ``measures.toml``."""
    paths = [shared / name for name in measure.get("data", [])]
    command = ["-m", measure["module"], *map(str, paths), *measure.get("options", [])]
    words = " ".join(["python", *command]).replace(str(shared), "../shared")
    missing = [p for p in paths if not p.exists()]
    if missing:
        return Outcome(measure["title"], words, "", f"skipped: {missing[0].name} is not there", 0.0, (), ())
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, cwd=HERE.parent, check=False
    )
    output = (
        done.stdout
        if done.returncode == 0
        else f"{done.stdout}\nfailed ({done.returncode}): {done.stderr[-800:]}"
    )
    figures, failures = judge(output, measure.get("figures", []))
    seconds = time.perf_counter() - start
    return Outcome(measure["title"], words, fingerprint(paths), output.strip(), seconds, figures, failures)


def section(outcome: Outcome) -> str:
    """One measure as Markdown."""
    table = ["| figure | reached | asked for | there |", "| --- | --- | --- | --- |", *outcome.figures]
    return "\n".join(
        [
            f"## {outcome.title}",
            f"`{outcome.command}`" + (f" ({outcome.data})" if outcome.data else ""),
            "",
            *(table if outcome.figures else []),
            "",
            "```",
            outcome.output,
            "```",
            "",
        ]
    )


def main(argv: list[str]) -> int:
    """Write the report; returns the exit code."""
    options = argparse.ArgumentParser(prog="python -m evaluation.report", description=__doc__.splitlines()[0])
    options.add_argument("shared", type=Path, nargs="?", default=Path("../shared"), help="folder of the data")
    shared = options.parse_args(argv).shared.resolve()
    measures = tomllib.loads((HERE / "measures.toml").read_text(encoding="utf-8"))["measure"]
    outcomes = []
    for measure in measures:
        print(measure["title"], flush=True)
        outcomes.append(run(measure, shared))
    head = (
        "# Evaluation\n\nWritten by `make evaluate`. Data under `../shared` is named with its checksum.\n\n"
    )
    REPORT.write_text(head + "\n".join(map(section, outcomes)), encoding="utf-8")
    low = [f"{o.title}: {name}" for o in outcomes for name in o.failures]
    print("\n".join(["under its floor:", *low] if low else ["every figure is at or over its floor"]))
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
