"""``kawat read`` as a person meets it, without a language model."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kawat.reader
from kawat.cli import app
from kawat.records import Reading

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "Menteri Bertemu Mitra\n\nJakarta - Menteri itu bertemu mitranya di ibu kota, Senin (3/3/2025)."


class Unread:
    """A reader that reads nothing: the article as it was taken apart."""

    def __init__(self, language: str = "id", pipeline: str | None = None, actors: object = ()) -> None: ...

    def read_many(self, articles):  # type: ignore[no-untyped-def]
        return map(Reading, articles)

    def read_parsed(self, reading: Reading) -> Reading:
        return reading


@pytest.fixture(autouse=True)
def _without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kawat.reader, "Reader", Unread)


def run(*arguments: str, given: str | bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["read", *arguments], input=given)
    return result.exit_code, result.stdout, result.stderr


def test_an_article_on_standard_input_is_read() -> None:
    code, out, _ = run("-", given=TEXT)

    assert code == 0
    assert out.startswith("Menteri Bertemu Mitra")


def test_every_example_is_read() -> None:
    files = sorted(path for path in EXAMPLES.iterdir() if path.suffix != ".md")
    code, out, _ = run(*map(str, files), "--format", "jsonl")

    assert code == 0
    assert len(files) >= 6
    assert all(json.loads(line)["article"]["published"] for line in out.splitlines())


def test_failures_are_one_line_each_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT)
    code, out, err = run(str(tmp_path / "no.txt"), str(tmp_path), str(good), "--format", "json")

    assert code == 1
    assert json.loads(out)["article"]["title"] == "Menteri Bertemu Mitra"
    assert len(err.splitlines()) == 2
    assert all(line.startswith(f"kawat: {tmp_path}") for line in err.splitlines())


def test_nothing_but_failures_writes_nothing(tmp_path: Path) -> None:
    assert run(str(tmp_path / "no.txt"), "--format", "html")[:2] == (1, "")


def test_a_given_day_of_publication_is_used() -> None:
    code, out, _ = run("-", "--published", "2025-03-04", "--format", "json", given=TEXT)
    article = json.loads(out)["article"]

    assert code == 0
    assert (article["published"], article["published_inferred"]) == ("2025-03-04", False)


def test_html_is_one_page(tmp_path: Path) -> None:
    _, out, _ = run("-", "--format", "html", given=TEXT)

    assert out.startswith("<!doctype html>")
    assert out.rstrip().endswith("</html>")


def test_conllu_is_read_with_its_sentences(tmp_path: Path) -> None:
    rows = [
        "1\tMenteri\tmenteri\tNOUN\t_\t_\t2\tnsubj\t_\t_",
        "2\ttiba\ttiba\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No",
    ]
    path = tmp_path / "a.conllu"
    path.write_text(
        "# text = Menteri tiba.\n" + "\n".join([*rows, "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_"]) + "\n\n"
    )
    code, out, _ = run(str(path), "--format-in", "conllu", "--format", "json")

    assert run(str(path), "--format", "json")[1] == out, "the ending tells"
    assert code == 0
    assert json.loads(out)["article"]["text"].strip() == "Menteri tiba."


def test_help_imports_no_language_pipeline() -> None:
    script = (
        "import sys; from kawat.cli import app; print('spacy' in sys.modules, 'trafilatura' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert found.stdout.split() == ["False", "False"]
