"""``kawat read``: articles in, what was said and done out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.errors import BadRecord, KawatError, SourceError

if TYPE_CHECKING:
    from kawat.reader import Reader
    from kawat.records import Article, Reading


class OutFormat(StrEnum):
    """What is written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"


class InFormat(StrEnum):
    """What is read."""

    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"
    conllu = "conllu"


PARSED_ENDING = ".conllu"

PIPED_WIDTH = 110
"""Columns of the text format where no terminal says how wide it is."""

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]… | -", help="Files, or - for standard input.")
]
Format = Annotated[OutFormat, typer.Option("--format", "-f", help="What to write.")]
FormatIn = Annotated[
    InFormat, typer.Option(help="How to read the files; auto goes by their endings and content.")
]
Published = Annotated[str, typer.Option(metavar="DATE", help="Day of publication, for all articles.")]
Language = Annotated[str, typer.Option(metavar="CODE", help="Language of articles that name none.")]
Pipeline = Annotated[str, typer.Option(metavar="PATH", help="Another spaCy pipeline with UD labels.")]
Actors = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="Who's-who of your own (TOML); repeatable.")
]
Why = Annotated[bool, typer.Option("--why", help="Also show each event's way from words to code.")]


def read(
    paths: Paths = None,
    format: Format = OutFormat.text,
    format_in: FormatIn = InFormat.auto,
    published: Published = "",
    language: Language = "id",
    pipeline: Pipeline = "",
    actors: Actors = None,
    why: Why = False,
) -> None:
    """Read articles: who said what via whom, who did what to whom.

    Plain text as scraped, HTML, JSONL (one object a line with "text"), or CoNLL-U. What cannot be read is
    named on standard error, the rest goes on, and the exit code is 1.

    Example: kawat read examples/wire.txt
    """
    from kawat.reader import Reader

    failures: list[KawatError] = []
    reader = Reader(language, pipeline or None, tuple(actors or ()))
    chosen = paths or ([] if sys.stdin.isatty() else ["-"])
    if not chosen:
        raise typer.BadParameter("give files, or - for standard input")
    write(all_readings(reader, chosen, format_in, (published, language), failures), format, why)
    if failures:
        raise typer.Exit(1)


def all_readings(
    reader: Reader,
    paths: list[str],
    format_in: InFormat,
    given: tuple[str, str],
    failures: list[KawatError],
) -> Iterator[Reading]:
    """The readings of all paths in their order; parses travel the road from the actors on.

    Args:
        given: day of publication and language.
    """
    published, language = given

    def is_parsed(path: str) -> bool:
        return format_in is InFormat.conllu or (format_in is InFormat.auto and path.endswith(PARSED_ENDING))

    for parsed, group in groupby(paths, is_parsed):
        if parsed:
            yield from map(reader.read_parsed, parsed_readings(list(group), language, failures))
        else:
            articles = dated(opened(list(group), format_in, language, failures), published, language)
            yield from reader.read_many(articles)


def opened(
    paths: list[str], format_in: InFormat, language: str, failures: list[KawatError]
) -> Iterator[Article]:
    """The articles that can be read; the rest is reported and counted."""
    from kawat.article import open_sources

    for found in open_sources(paths, format=format_in.value, language=language):  # type: ignore[arg-type]
        if isinstance(found, SourceError):
            report(found, failures)
        else:
            yield found


def dated(articles: Iterable[Article], published: str, language: str) -> Iterator[Article]:
    """The articles with the day of publication that was given, if one was."""
    if not published:
        yield from articles
        return
    from msgspec.structs import replace

    from kawat.article.published import given_date

    day = given_date(published, language)
    if not day:
        raise BadRecord(f"no date: {published!r}; write it as 2023-10-03", "--published")
    for article in articles:
        yield replace(article, published=day, published_inferred=False)


def parsed_readings(paths: list[str], language: str, failures: list[KawatError]) -> Iterator[Reading]:
    """The documents of CoNLL-U files as readings with their sentences."""
    from kawat.article.parsed import read_document
    from kawat.language.conllu import read_conllu

    for path in paths:
        try:
            for document in read_conllu(Path("/dev/stdin" if path == "-" else path)):
                yield read_document(document, language=language)
        except SourceError as error:
            report(error, failures)
        except OSError as error:
            report(SourceError(f"cannot be read ({error.strerror or error})", path), failures)


def report(error: KawatError, failures: list[KawatError]) -> None:
    """One line on standard error, and remember."""
    print(f"kawat: {error}", file=sys.stderr)
    failures.append(error)


def write(readings: Iterator[Reading], format: OutFormat, why: bool) -> None:
    """All readings to standard output, each as soon as it is there."""
    if format is OutFormat.text:
        write_text(readings, why)
        return
    first = next(readings, None)
    if first is None:
        return
    for piece in pieces(chain([first], readings), format, why):
        sys.stdout.write(piece)


def pieces(readings: Iterable[Reading], format: OutFormat, why: bool) -> Iterator[str]:
    """What is written, piece by piece."""
    from kawat.export import html, json

    if format is OutFormat.html:
        yield from html.html_document(readings, why)
    elif format is OutFormat.json:
        yield from json.json_document(readings)
    else:
        yield from (json.to_jsonl(reading) + "\n" for reading in readings)


def write_text(readings: Iterable[Reading], why: bool) -> None:
    """For people: in colour on a terminal, plain elsewhere."""
    from rich.console import Console

    from kawat.export.text import render_text

    width = None if sys.stdout.isatty() else PIPED_WIDTH
    console = Console(highlight=False, width=width)
    for number, reading in enumerate(readings):
        if number:
            console.rule()
        render_text(reading, console, why)
