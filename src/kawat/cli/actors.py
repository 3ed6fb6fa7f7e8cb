"""``kawat actors``: who is in an article and how each was recognised; and the import of dictionaries."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from kawat.cli.options import Limit, is_record, open_record
from kawat.cli.output import Format, Out, RowFormat, all_rows, show
from kawat.cli.read import Actors, FormatIn, InFormat, Language, Published, dated, opened
from kawat.errors import KawatError, MissingSource

if TYPE_CHECKING:
    from kawat.records import Reading

IMPORT = "import"
RECORD_COLUMNS = ("id", "name", "code", "kind", "wikidata")
COLUMNS = ("name", "code", "kind", "role", "mentions")

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE… | RECORD [WORDS] | import FILE.txt…",
        help="Articles; or a record; or 'import' and PETRARCH dictionaries.",
    ),
]


class Line(msgspec.Struct, frozen=True):
    """One actor of one article as a row."""

    article: str
    id: str
    name: str
    code: str
    kind: str
    role: str
    entry: str
    wikidata: str
    mentions: tuple[str, ...]
    """Each mention with the rule that resolved it: ``negara itu (title)``."""


def actors(
    sources: Sources,
    format: Format = RowFormat.table,
    out: Out = None,
    format_in: FormatIn = InFormat.auto,
    published: Published = "",
    language: Language = "id",
    actors: Actors = None,
    limit: Limit = 100,
) -> None:
    """List the actors of articles with their mentions and how each was resolved.

    With the word import first, PETRARCH dictionaries (actors or agents, .txt) become a file for --actors.

    Of a record, its actors, the most frequent first; words after it are looked for in their names.

    Example: kawat actors examples/wire.txt
    Example: kawat actors berita.sqlite Netanyahu
    """
    if sources[0] == IMPORT:
        import_dictionaries(sources[1:], out)
        return
    if is_record(sources[0]):
        ask_record(Path(sources[0]), " ".join(sources[1:]), limit, format, out)
        return
    from kawat.actors import ActorStage
    from kawat.reader import Reader

    failures: list[KawatError] = []
    reader = Reader(language, stages=(ActorStage(language, tuple(actors or ())),))
    articles = dated(opened(sources, format_in, language, failures), published, language)
    show(lines(reader.read_many(articles)), COLUMNS, format, out)
    if failures:
        raise typer.Exit(1)


def ask_record(path: Path, words: str, limit: int, format: RowFormat, out: Path | None) -> None:
    """The actors of a record."""
    with open_record(path) as record:
        rows = all_rows(lambda cursor, size: record.actors(words, cursor, size), limit)
        show(rows, RECORD_COLUMNS, format, out)


def lines(readings: Iterable[Reading]) -> Iterator[Line]:
    """A row for every actor, those of an article in the order of their first mention."""
    for reading in readings:
        for actor in reading.actors:
            mentions = tuple(f"{mention.text} ({mention.how})" for mention in actor.mentions)
            facts = (actor.id, actor.name, actor.code, actor.kind, actor.role, actor.entry, actor.wikidata)
            yield Line(reading.id, *facts, mentions)


def import_dictionaries(paths: list[str], out: Path | None) -> None:
    """Write the dictionaries as TOML; lines that break their format are named on standard error.

    Raises:
        MissingSource: a file that is not there.
    """
    from kawat.actors.petrarch import read_dictionary, to_toml

    if not paths:
        raise typer.BadParameter("give the dictionaries to import: kawat actors import FILE.txt")
    texts = []
    for name in paths:
        path = Path(name)
        if not path.is_file():
            raise MissingSource("no such file; check the name", name)
        with path.open(encoding="utf-8", errors="replace") as file:
            found = read_dictionary(file, path.name)
        texts.append(to_toml(found.file, f"Imported from {path.name}"))
        for problem in found.problems:
            print(f"kawat: {problem}", file=sys.stderr)
    text = "\n".join(texts)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8")
