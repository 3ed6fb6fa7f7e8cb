"""The manual names every command, with an example that the program takes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from kawat.cli import app

MANUAL = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)
COMMANDS = sorted(GROUP.commands)  # type: ignore[attr-defined]
EXAMPLES = re.findall(r"`kawat ([^`]+)`", MANUAL) + re.findall(r"^\$ kawat ([^#>\n]+)", README, re.MULTILINE)
SHOWN = [example for example in EXAMPLES if example.split()[0] in COMMANDS and " " in example]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    help = GROUP.commands[command].help or ""  # type: ignore[attr-defined]

    assert len(help.splitlines()[0]) > 20
    assert f"Example: kawat {command}" in help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_manual_with_an_example(command: str) -> None:
    assert f"| `{command}` |" in MANUAL
    assert any(example.split()[0] == command for example in SHOWN)


@pytest.mark.parametrize("example", SHOWN)
def test_every_example_is_understood(example: str) -> None:
    name, *words = shlex.split(example)
    found = GROUP.commands[name].make_context(name, words)  # type: ignore[attr-defined]

    assert found.params


def test_every_limit_stands_in_the_manual() -> None:
    from kawat.cli.options import OPTIONS, SAME

    names = [f"--{name}" for name in OPTIONS] + [other for others in SAME.values() for other in others]

    assert [name for name in names if f"`{name}`" not in MANUAL] == []
