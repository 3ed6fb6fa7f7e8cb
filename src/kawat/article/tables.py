"""Tables of articles: CSV and TSV by the standard library, Parquet by DuckDB (an extra)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from kawat.article.readers import read_record
from kawat.errors import BadRecord, SourceError
from kawat.records import Article

SEPARATORS = ",;\t|"

ROWS = 500
"""Rows of a Parquet file held in memory at once."""


def read_csv(text: str, source: str, columns: Mapping[str, str]) -> Iterator[Article | SourceError]:
    """The articles of a CSV or TSV file; a row that is none comes as its error, and the rest goes on.

    Args:
        text: the file, decoded.
        source: its name, for messages.
        columns: our name of a field → the file's name of its column, where they differ.
    """
    csv.field_size_limit(2**31 - 1)  # articles are longer than csv's 128 KiB
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator(text))
    lacking = missing_columns(rows.fieldnames or (), columns)
    if lacking:
        yield BadRecord(lacking, source, 1)
        return
    before = rows.line_num
    try:
        for row in rows:
            yield read_row(row, source, before + 1, columns)
            before = rows.line_num
    except csv.Error as error:
        yield BadRecord(f"no CSV ({error}); the rows after this one are not read", source, rows.line_num)


def separator(text: str) -> str:
    """The sign between columns: the commonest candidate in the first line."""
    head = text[: text.find("\n")] if "\n" in text else text
    return max(SEPARATORS, key=head.count)


def missing_columns(names: Any, columns: Mapping[str, str]) -> str:
    """What to tell a user whose columns do not fit; empty when they do."""
    wanted = {"text": "text", **columns}
    lacking = [theirs for theirs in wanted.values() if theirs not in names]
    if not lacking:
        return ""
    there = ", ".join(map(str, names)) or "none"
    return f"no column {lacking[0]!r} (found: {there}); map it, as in --column text=NAME"


def read_row(
    row: Mapping[str, Any], source: str, line: int, columns: Mapping[str, str]
) -> Article | SourceError:
    """One row under our names of its fields, as an article or as what is wrong with it."""
    try:
        return read_record(rename(row, columns), source=source, line=line)
    except SourceError as error:
        return error


def rename(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """A row with the mapped columns under our names; dates and the like as text."""
    named = {**row, **{ours: row.get(theirs) for ours, theirs in columns.items()}}
    return {
        str(name): value if isinstance(value, str | int | float | list) else str(value)
        for name, value in named.items()
        if value is not None
    }


def read_parquet(path: Path, columns: Mapping[str, str]) -> Iterator[Article | SourceError]:
    """The articles of a Parquet file; see ``read_csv``. Needs DuckDB."""
    try:
        import duckdb
    except ImportError:
        yield SourceError("Parquet needs DuckDB; install it with: pip install 'kawat[analysis]'", str(path))
        return
    try:
        with duckdb.connect() as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            names = [column[0] for column in found.description]
            if lacking := missing_columns(names, columns):
                yield BadRecord(lacking, str(path))
                return
            rows = chain.from_iterable(iter(lambda: found.fetchmany(ROWS), []))
            for line, row in enumerate(rows, 1):
                yield read_row(dict(zip(names, row, strict=True)), str(path), line, columns)
    except duckdb.Error as error:
        yield SourceError(f"no Parquet file: {str(error).splitlines()[0]}", str(path))
