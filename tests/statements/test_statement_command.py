"""``kawat statements``, as table, CSV and JSONL, on readings made by hand."""

from __future__ import annotations

import csv
import io
import json

from kawat.cli import statements as command
from kawat.cli.statements import StatementFormat, write
from kawat.records import Article, Party, Reading, Span, Statement

READING = Reading(
    Article("art-1", '"Kami siap," kata Budi.', title="Budi Siap"),
    statements=(
        Statement(
            "s1", "direct", Party("a1", "Budi Raharjo", "IDN:GOV"), Span(1, 11, "Kami siap,"),
            cue=Span(13, 17, "kata"), addressee=Party("", "wartawan", "ZZZ:JRN"),
            via=("Yonhap", "KCNA"), date="2023-10-02", sentence=0,
        ),
    ),
)  # fmt: skip


def test_csv_has_a_row_a_statement(capsys):
    write([READING], StatementFormat.csv)
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))

    assert row["speaker"] == "Budi Raharjo"
    assert row["via"] == "Yonhap < KCNA"
    assert (row["start"], row["end"], row["content"]) == ("1", "11", "Kami siap,")


def test_csv_of_nothing_still_has_its_header(capsys):
    write([], StatementFormat.csv)

    assert capsys.readouterr().out.split(",")[0] == "article"


def test_jsonl_keeps_the_spans(capsys):
    write([READING], StatementFormat.jsonl)
    line = json.loads(capsys.readouterr().out)

    assert (line["article"], line["cue"]["text"], line["via"]) == ("art-1", "kata", ["Yonhap", "KCNA"])


def test_the_table_shows_speaker_words_and_chain(capsys):
    write([READING], StatementFormat.table)
    out = capsys.readouterr().out

    assert all(
        word in out for word in ("Budi Siap", "Budi Raharjo", "Kami siap,", "Yonhap < KCNA", "wartawan")
    )


def test_the_command_is_registered():
    from kawat.cli import app

    assert command.statements in [registered.callback for registered in app.registered_commands]
