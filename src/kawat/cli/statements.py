"""``kawat statements``: who said what, as a table, CSV or JSONL."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kawat.cli.options import Limit, filtered, is_record, open_record
from kawat.cli.output import Out, RowFormat, all_rows, show
from kawat.cli.read import Actors, FormatIn, InFormat, Language, Paths, Pipeline, Published, dated, opened
from kawat.errors import KawatError

if TYPE_CHECKING:
    from kawat.records import Reading, Statement


class StatementFormat(StrEnum):
    """What is written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


COLUMNS = (
    "article", "id", "date", "speaker", "code", "kind", "cue",
    "addressee", "via", "part", "start", "end", "content",
)  # fmt: skip
CHAIN = " < "
"""Between media of a chain, from the outlet back to the first witness."""
PIPED_WIDTH = 160

RECORD_COLUMNS = ("id", "day", "speaker", "code", "content", "addressee", "via", "outlet", "article")

Words = Annotated[str, typer.Option(help="Words in it (of a record), found under their affixes.")]
Speaker = Annotated[
    str, typer.Option(metavar="NAME", help="Name, surname or code of who speaks (of a record).")
]
Addressee = Annotated[
    str, typer.Option(metavar="NAME", help="Name or code of who is spoken to (of a record).")
]
Format = Annotated[
    StatementFormat, typer.Option("--format", "-f", help="What to write; Parquet only of a record.")
]


@filtered("source", "target", "type", "quad", "aux", "status", "place", "unique")
def statements(
    where: Any,
    paths: Paths = None,
    words: Words = "",
    speaker: Speaker = "",
    addressee: Addressee = "",
    limit: Limit = 50,
    format: Format = StatementFormat.table,
    out: Out = None,
    format_in: FormatIn = InFormat.auto,
    published: Published = "",
    language: Language = "id",
    pipeline: Pipeline = "",
    actors: Actors = None,
) -> None:
    """Who said what, to whom, when, and through which media the words came.

    Of articles, all statements; of a record, those within the limits, the latest first.

    Example: kawat statements examples/wire.txt --format csv
    Example: kawat statements berita.sqlite --country CHN --words Taiwan
    """
    from kawat.reader import Reader

    chosen = paths or ([] if sys.stdin.isatty() else ["-"])
    if chosen and is_record(chosen[0]):
        limits = replaced(where, speaker, addressee)
        ask_record(Path(chosen[0]), limits, words, RowFormat(format.value), out, limit)
        return
    if not chosen:
        raise typer.BadParameter("give files, or - for standard input")
    if out or format is StatementFormat.parquet:
        raise typer.BadParameter("--out and Parquet are for the statements of a record")
    failures: list[KawatError] = []
    reader = Reader(language, pipeline or None, tuple(actors or ()))
    readings = reader.read_many(dated(opened(chosen, format_in, language, failures), published, language))
    write(readings, format)
    if failures:
        raise typer.Exit(1)


def replaced(where: Any, speaker: str, addressee: str) -> Any:
    """The limits with those that only statements have."""
    from msgspec.structs import replace

    return replace(where, speaker=speaker, addressee=addressee)


def ask_record(path: Path, where: Any, words: str, format: RowFormat, out: Path | None, limit: int) -> None:
    """Statements of a record."""
    with open_record(path) as record:
        rows = all_rows(lambda cursor, size: record.statements(where, words, cursor, size), limit)
        show(rows, RECORD_COLUMNS, format, out)


def row(reading: Reading, statement: Statement) -> dict[str, str | int]:
    """One statement as a flat row, empty where the text does not say."""
    content = statement.content
    return {
        "article": reading.id,
        "id": statement.id,
        "date": statement.date or "",
        "speaker": statement.speaker.name,
        "code": statement.speaker.code,
        "kind": statement.kind,
        "cue": statement.cue.text if statement.cue else "",
        "addressee": statement.addressee.name if statement.addressee else "",
        "via": CHAIN.join(statement.via),
        "part": content.part,
        "start": content.start,
        "end": content.end,
        "content": content.text,
    }


def write(readings: Iterable[Reading], format: StatementFormat) -> None:
    """All statements to standard output, article by article as each is read."""
    if format is StatementFormat.jsonl:
        for line in jsonl(readings):
            print(line)
    elif format is StatementFormat.csv:
        rows = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        rows.writeheader()
        for reading in readings:
            rows.writerows(row(reading, statement) for statement in reading.statements)
    else:
        for reading in readings:
            print_table(reading)


def jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """Each statement as the contract writes it, with the id of its article."""
    import msgspec

    for reading in readings:
        for statement in reading.statements:
            yield msgspec.json.encode({"article": reading.id, **msgspec.to_builtins(statement)}).decode()


def print_table(reading: Reading) -> None:
    """For people: speaker, words, and the way they came."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=reading.article.title or reading.id, title_justify="left")
    for name in ("speaker", "code", "said", "cue", "to", "via", "date"):
        table.add_column(name, overflow="fold", ratio=5 if name == "said" else None)
    for statement in reading.statements:
        cells = row(reading, statement)
        names = ("speaker", "code", "content", "cue", "addressee", "via", "date")
        table.add_row(*(str(cells[name]) for name in names))
    Console(highlight=False, width=None if sys.stdout.isatty() else PIPED_WIDTH, markup=False).print(table)
