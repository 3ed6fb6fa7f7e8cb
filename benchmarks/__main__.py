"""``python -m benchmarks [NAME…]``: run the benchmarks (all of them without a name), write ``benchmarks/REPORT.md``.

A benchmark is a module here; its docstring's first line is its title and what it prints is kept word for word.
The long ones (kills, million) are only run when named.
"""

from __future__ import annotations

import ast
import platform
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
REPORT = HERE / "REPORT.md"
HEAD = """# Benchmarks

Written by `make bench`; each section by `python -m benchmarks NAME`. Timings are noisy; read ratios.
"""
LONG = frozenset({"ingest", "kills", "load", "million", "pages"})


def names() -> list[str]:
    """All benchmarks, by name."""
    return sorted(p.stem for p in HERE.glob("*.py") if not p.stem.startswith("_"))


def title(name: str) -> str:
    """The first line of a benchmark's docstring."""
    docstring = ast.get_docstring(ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))) or name
    return docstring.splitlines()[0]


def run(name: str) -> str:
    """One section of the report."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}"], capture_output=True, text=True, check=False
    )
    output = (
        done.stdout
        if done.returncode == 0
        else f"{done.stdout}\nfailed ({done.returncode}): {done.stderr[-800:]}"
    )
    machine = f"Python {platform.python_version()}, {platform.machine()}"
    return f"## {name}\n\n{title(name)} ({machine})\n\n```\n{output.strip()}\n```\n"


def sections(report: str) -> dict[str, str]:
    """The sections of an earlier report, by name, so that running one benchmark keeps the others' figures."""
    return {m[1]: m[0] for m in re.finditer(r"^## (\S+)\n.*?(?=^## |\Z)", report, re.M | re.S)}


def main(argv: list[str]) -> int:
    """Run, write the report, return the exit code."""
    unknown = [name for name in argv if name not in names()]
    if unknown:
        print(f"no benchmark named {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    kept = sections(REPORT.read_text(encoding="utf-8")) if REPORT.exists() else {}
    for name in argv or [n for n in names() if n not in LONG]:
        print(name, flush=True)
        kept[name] = run(name)
    body = "\n".join(kept[name].rstrip() + "\n" for name in sorted(kept))
    REPORT.write_text(f"{HEAD}\n{body}", encoding="utf-8")
    return int(any("\nfailed (" in section for section in kept.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
