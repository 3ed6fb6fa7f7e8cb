"""``kawat actors`` on the command line."""

from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from kawat.cli import app
from kawat.language import languages

RUN = CliRunner()
needs_model = pytest.mark.skipif("id" not in languages(), reason="no Indonesian model is shipped here")
TEXT = "Presiden AS mengecam Iran. Negara itu membantah.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "wire.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@needs_model
def test_actors_are_listed_with_mentions_and_rules(article):
    found = RUN.invoke(app, ["actors", article, "--published", "2023-05-01", "--format", "jsonl"])
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert [(row["name"], row["code"]) for row in rows] == [("Joe Biden", "USA:GOV"), ("Iran", "IRN:GOV")]
    assert rows[1]["mentions"] == ["Iran (name)", "Negara itu (title)"]


@needs_model
def test_csv_has_a_header_and_a_row_for_each_actor(article):
    found = RUN.invoke(app, ["actors", article, "--published", "2025-05-01", "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert [row["name"] for row in rows] == ["Donald Trump", "Iran"]


def test_a_dictionary_is_imported_as_toml(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text("SEA_FRONT_ [ATLREB]\n", encoding="utf-8")
    found = RUN.invoke(app, ["actors", "import", str(path)])
    assert found.exit_code == 0
    assert 'code = "ATL:REB"' in found.stdout


def test_importing_nothing_is_an_error_that_says_how():
    found = RUN.invoke(app, ["actors", "import"])
    assert found.exit_code == 2
    assert "kawat actors import FILE.txt" in found.output
