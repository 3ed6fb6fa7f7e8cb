"""What a person expects of every command: familiar options, plain errors, nothing made by mistake."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import kawat.reader
from kawat.cli import app
from kawat.record import Record

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
from invented import sample_readings
from stub import StubReader


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Record(tmp_path / "uji.sqlite") as record:
        record.add(sample_readings(), "1")
    return tmp_path / "uji.sqlite"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_from_and_to_are_source_and_target(path: Path) -> None:
    short = run("events", path, "--from", "CHN", "--to", "USA", "--format", "csv")

    assert short.exit_code == 0
    assert short.stdout == run("events", path, "--source", "CHN", "--target", "USA", "--format", "csv").stdout


@pytest.mark.parametrize("command", ["events", "statements"])
def test_a_table_shows_the_numbers_that_correct_takes(path: Path, command: str) -> None:
    assert run(command, path).stdout.split()[0] == "id"


def test_a_table_without_rows_says_so(path: Path) -> None:
    assert run("events", path, "--since", "2099").stdout.splitlines()[-1] == "none"


def test_statements_of_a_record_go_to_a_file(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "s.csv"

    assert run("statements", path, "--format", "csv", "--out", out).exit_code == 0
    assert out.read_text().startswith("id,")


def test_statements_of_articles_are_no_parquet() -> None:
    assert run("statements", "a.txt", "--format", "parquet").exit_code == 2


@pytest.mark.parametrize("arguments", [("correct", "{}", "1", "--right"), ("reread", "{}")])
def test_a_mistyped_record_is_not_made(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    missing = tmp_path / "no.sqlite"
    found = run(*(argument.format(missing) for argument in arguments))

    assert found.exit_code == 1
    assert "no such record" in str(found.exception)
    assert not missing.exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("--actor", "China"), "no code: 'China'"),
        (("--recipient", "CHN"), "no code: 'CHN'"),
        (("--date", "2025-13"), "no date: '2025-13'"),
    ],
)
def test_a_correction_that_no_export_could_write_is_refused(
    path: Path, change: tuple[str, str], message: str
) -> None:
    found = run("correct", path, 1, *change)

    assert found.exit_code == 1
    assert message in str(found.exception)


def test_ingesting_nothing_says_what_is_missing(tmp_path: Path) -> None:
    found = run("ingest", tmp_path / "new.sqlite")

    assert found.exit_code == 0
    assert "name files or folders" in found.stderr


def test_a_file_that_cannot_be_written_is_one_line(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "missing" / "x.csv"
    command = [sys.executable, "-m", "kawat", "events", str(path), "--format", "csv", "--out", str(out)]
    found = subprocess.run(command, capture_output=True, text=True)

    assert found.returncode == 1
    assert found.stderr == f"kawat: {out}: No such file or directory\n"


def test_a_feed_that_cannot_be_polled_once_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kawat.reader, "Reader", StubReader)
    found = run("watch", tmp_path / "w.sqlite", "nowhere", "--once")

    assert found.exit_code == 1
    assert found.stderr == "kawat: nowhere: no http address\n"


def test_a_limit_below_nothing_is_refused(path: Path) -> None:
    assert run("events", path, "--limit", "-3").exit_code == 2


def test_a_port_that_is_taken_is_said_before_anything_else() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        found = run("serve", "--port", taken.getsockname()[1])

    assert found.exit_code == 1
    assert found.stdout == ""
    assert "choose another with --port" in str(found.exception)
