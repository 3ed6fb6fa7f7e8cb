"""Rows as a table for people, or as CSV, JSONL or Parquet for programs; written once for all commands."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from kawat.errors import KawatError


class RowFormat(StrEnum):
    """What is written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


Format = Annotated[RowFormat, typer.Option("--format", "-f", help="What to write.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="File to write; needed for Parquet.")]

WIDE = 160
"""Columns of a table where no terminal says how wide it is."""

PAGE = 500
"""Rows fetched at a time."""


def all_rows(ask: Callable[[str, int], Any], limit: int) -> Iterator[Any]:
    """The rows of a question, page after page, up to a limit; 0 is none."""
    cursor, left = "", limit or sys.maxsize
    while left > 0:
        page = ask(cursor, min(PAGE, left))
        yield from page.rows
        left, cursor = left - len(page.rows), page.cursor
        if not cursor:
            return


def show(rows: Iterable[Any], columns: Sequence[str], format: RowFormat, out: Path | None = None) -> None:
    """Write rows (values of the record) in one of the formats.

    Args:
        columns: those of the table; the other formats have all.
    """
    if format is RowFormat.parquet:
        write_parquet(rows, out)
        return
    with opened(out) as file:
        if format is RowFormat.jsonl:
            write_jsonl(rows, file)
        elif format is RowFormat.csv:
            write_csv(rows, file)
        else:
            write_table(rows, columns, file)


@contextmanager
def opened(out: Path | None) -> Iterator[Any]:
    """The file to write, or standard output, which stays open."""
    if out is None:
        yield sys.stdout
        return
    with open(out, "w", encoding="utf-8", newline="") as file:
        yield file


def flat(row: Any) -> dict[str, Any]:
    """A row with plain cells: sides as codes and names, lists joined."""
    import msgspec

    cells: dict[str, Any] = {}
    for name in row.__struct_fields__:
        value = getattr(row, name)
        if isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
            cells[name] = ";".join(str(getattr(part, "code", part)) for part in value)
            cells[f"{name}_name"] = ";".join(str(getattr(part, "name", part)) for part in value)
        elif isinstance(value, tuple):
            cells[name] = ";".join(map(str, value))
        elif isinstance(value, msgspec.Struct):
            cells |= {f"{name}_{key}": cell for key, cell in flat(value).items()}
        else:
            cells[name] = value
    return cells


def write_jsonl(rows: Iterable[Any], file: Any) -> None:
    """One object a line, with the fields as the record names them."""
    import msgspec

    for row in rows:
        file.write(msgspec.json.encode(msgspec.structs.asdict(row)).decode() + "\n")


def write_csv(rows: Iterable[Any], file: Any) -> None:
    """All fields, flat; the header comes with the first row."""
    writer = None
    for row in rows:
        cells = flat(row)
        if writer is None:
            writer = csv.DictWriter(file, header(row), lineterminator="\n", restval="")
            writer.writeheader()
        writer.writerow(cells)


def header(row: Any) -> list[str]:
    """The columns of a kind of row, also where this row has nothing in them."""
    names = list(flat(row))
    for side in ("actor", "recipient"):
        if side in names and f"{side}_name" not in names and hasattr(row, "trigger"):
            names.insert(names.index(side) + 1, f"{side}_name")
    return names


def write_parquet(rows: Iterable[Any], out: Path | None) -> None:
    """A Parquet file, by way of DuckDB reading our own JSON Lines."""
    import tempfile

    from kawat.export.base import write_lines

    if out is None:
        raise KawatError("Parquet needs a file: add --out NAME.parquet")
    try:
        import duckdb
    except ImportError as error:
        raise KawatError("Parquet needs DuckDB; install it with: pip install 'kawat[analysis]'") from error
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        if not write_lines(path, map(flat, rows)):
            raise KawatError("no rows within these limits, so no Parquet file was written")
        with duckdb.connect() as connection:
            # all rows are looked at for the types: a column can be empty for thousands of them
            connection.read_json(str(path), sample_size=-1).write_parquet(str(out))


def write_table(rows: Iterable[Any], columns: Sequence[str], file: Any) -> None:
    """For people: the columns that matter, folded into the width."""
    from rich.console import Console
    from rich.table import Table

    table = Table(show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold", ratio=4 if name in ("sentence", "content", "text") else None)
    for row in rows:
        cells = flat(row)
        if cells.get("place_fallback"):
            cells["place"] = f"({cells['place']})"  # only the dateline says so
        table.add_row(*(cell(cells.get(name, "")) for name in columns))
    width = None if file is sys.stdout and sys.stdout.isatty() else WIDE
    console = Console(file=file, highlight=False, markup=False, width=width)
    console.print(table)
    if not table.row_count:
        console.print("none")


def cell(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, float):
        return f"{value:.1f}"
    return "" if value is None else str(value)
