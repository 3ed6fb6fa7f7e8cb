from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kawat.cli import app
from kawat.errors import KawatError
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


def rows(*arguments: object) -> list[dict[str, str]]:
    result = run(*arguments, "--format", "csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_events_by_dyad(path: Path) -> None:
    found = rows("events", path, "--source", "CHN", "--target", "Amerika Serikat", "--since", "2025-03")
    assert [(row["actor"], row["recipient_name"], row["reports"]) for row in found] == [
        ("CHN:GOV", "Amerika Serikat", "2")
    ] * 2


def test_statements_of_a_record(path: Path) -> None:
    found = rows("statements", path, "--country", "CHN", "--words", "balasan")
    assert [(row["speaker"], row["via"], row["content"]) for row in found] == [
        ("Lin Jian", "Xinhua", "Beijing akan membalas")
    ]


def test_timeline_by_events_and_by_months(path: Path) -> None:
    assert len(rows("timeline", path, "USA", "China")) == 2
    assert rows("timeline", path, "USA", "China", "--months")[0]["conflict"] == "2"


def test_calendar_contradictions_top_and_actors(path: Path) -> None:
    assert rows("calendar", path, "--today", "2025-03-10")[0]["date"] == "2025-04-20"
    assert rows("contradictions", path)[0]["denied"] == "1"
    assert rows("top", path, "types")[0]["name"] == "ACCUSE"
    assert [row["name"] for row in rows("actors", path, "Jian")] == ["Lin Jian"]


def test_actor_as_tables_and_as_json(path: Path) -> None:
    assert "Juru bicara" in run("actor", path, "Lin Jian").stdout
    found = json.loads(run("actor", path, "Lin Jian", "--format", "jsonl").stdout)
    assert found["roles"][0]["evidence"] == "satu"


def test_jsonl_and_parquet(path: Path, tmp_path: Path) -> None:
    lines = run("events", path, "--format", "jsonl").stdout.splitlines()
    assert json.loads(lines[0])["actor"][0]["code"] == "IDN:GOV"
    duckdb = pytest.importorskip("duckdb")
    assert run("events", path, "--format", "parquet", "--out", tmp_path / "e.parquet").exit_code == 0
    assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/e.parquet'").fetchone() == (5,)


def test_articles_by_words_and_conflicts(path: Path) -> None:
    assert [
        row["key"] for row in rows("articles", path, "--words", "penyerangan", "--outlet", "Kabar Uji")
    ] == ["tiga"]
    assert len(rows("articles", path, "--since", "2025-03-05")) == 2
    assert run("conflicts", path).exit_code == 0


def test_ingest_twice_and_reread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.reader.Reader", lambda *given: StubReader())
    source = tmp_path / "berita.jsonl"
    source.write_text('{"isi": "Hari ini CHN ACCUSE USA."}\nrusak\n', encoding="utf-8")
    record = tmp_path / "baru.sqlite"
    first = run("ingest", record, source, "--column", "text=isi")
    assert first.exit_code == 1
    assert f"{source}:2: no JSON object" in first.stderr
    assert "1 new, 0 changed, 0 read again, 0 known, 1 failed; 1 events" in first.stderr
    assert (
        "0 new, 0 changed, 0 read again, 1 known"
        in run("ingest", record, source, "--column", "text=isi").stderr
    )
    monkeypatch.setattr("kawat.reader.Reader", lambda *given: StubReader("stub-2"))
    assert "1 read again" in run("reread", record).stderr
    assert isinstance(run("ingest", record, source, "--column", "isi").exception, KawatError)


def test_limit(path: Path) -> None:
    assert len(rows("events", path, "--limit", 2)) == 2
    assert len(rows("events", path, "--limit", 0)) == 5


def test_export_and_brief(path: Path, tmp_path: Path) -> None:
    assert run("export", path, "--format", "gdelt", "--out", tmp_path / "e.tsv").exit_code == 0
    assert (tmp_path / "e.tsv").read_text().count("\n") == 2
    assert run("brief", path, "--language", "en").stdout.startswith("# Briefing")


def test_correct_list_and_score(path: Path) -> None:
    number = rows("events", path, "--until", "2025-03-03")
    made = run("correct", path, number[0]["id"], "--type", "REQUEST", "--author", "ani", "--note", "minta")
    assert made.stdout == "correction 1 kept\n"
    assert "REQUEST" in run("correct", path, "--list").stdout
    assert "detect" in run("correct", path, "--score").stdout
    assert run("correct", path, number[0]["id"]).exit_code == 2


def test_a_missing_event_is_added_by_its_words(path: Path) -> None:
    given = ("--trigger", "membalas", "--type", "THREATEN", "--actor", "CHN:GOV", "--author", "ani")
    assert run("correct", path, "--article", "satu", *given).stdout == "correction 1 kept\n"
    assert rows("events", path, "--type", "THREATEN")[0]["trigger"] == "membalas"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["events", "tiada.sqlite"], "no such record"),
        (["events", "PATH", "--type", "HUG"], "no type 'HUG'"),
        (["actor", "PATH", "Nobody"], "no actor 'Nobody'"),
        (["export", "PATH", "--format", "xls"], "no format 'xls'"),
        (["top", "PATH", "colours"], "nothing called 'colours'"),
        (["events", "PATH", "--format", "parquet"], "Parquet needs a file"),
        (["events", "PATH", "--since", "2030", "--format", "parquet", "--out", "x.parquet"], "no rows"),
    ],
)
def test_what_is_wrong_is_one_clear_error(path: Path, arguments: list[str], message: str) -> None:
    result = run(*(path if argument == "PATH" else argument for argument in arguments))
    assert isinstance(result.exception, KawatError)
    assert message in str(result.exception)
