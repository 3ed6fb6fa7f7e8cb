"""Everything an ingestion can read, one article after another: files and folders of every kind we know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from kawat.article.encodings import decode
from kawat.article.feeds import read_entries
from kawat.article.sources import ENDINGS, STDIN, STDIN_NAME, open_sources, opened
from kawat.article.tables import read_csv, read_parquet, read_row
from kawat.article.warc import read_warc
from kawat.errors import BadRecord, EmptySource, MissingSource, SourceError
from kawat.records import Article

CSV = (".csv", ".tsv", ".tab")
LINES = (".jsonl", ".ndjson")
FEED = (".rss", ".atom", ".xml")
TABLE = (".parquet",)
ARCHIVE = (".warc", ".warc.gz")
ABOUT = frozenset({"readme", "license", "changelog", "notice"})
"""Names of files that tell of a folder and are no articles in it."""

Found = Iterator[Article | SourceError]


class Intake(msgspec.Struct, frozen=True):
    """How sources are read.

    ``columns`` maps our name of a field (``text``, ``title``, ``date``, ``outlet``, ``url``, ``id``) to the
    source's, for tables and JSONL; ``language`` is that of articles which do not name theirs.
    """

    columns: Mapping[str, str] = {}
    language: str = "id"
    stdin: BinaryIO | None = None


def gather(sources: Iterable[str | Path], intake: Intake | None = None) -> Found:
    """The articles of files and folders, by name; ``-`` is standard input (JSONL or text).

    Yields:
        An article, or the error that says what is wrong with a file, line or page; the rest goes on.
    """
    for source in sources:
        for path in unfold(str(source)):
            try:
                yield from read_one(path, intake or Intake())
            except SourceError as error:
                yield error
            except OSError as error:
                yield SourceError(f"cannot be read ({error.strerror or error})", path)


def unfold(source: str) -> Iterator[str]:
    """The files of a folder that we can read, below it at any depth, less those that only tell of the folder;
    anything else is itself.
    """
    folder = Path(source)
    if source == STDIN or not folder.is_dir():
        yield source
        return
    endings = (*CSV, *LINES, *FEED, *TABLE, *ARCHIVE, *ENDINGS)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name.lower().endswith(endings) and path.stem.lower() not in ABOUT:
            yield str(path)


def read_one(path: str, intake: Intake) -> Found:
    """The articles of one file, by its ending."""
    name = path.lower()
    if name.endswith((*TABLE, *ARCHIVE)) and not Path(path).exists():
        raise MissingSource("no such file; check the name", path)
    if name.endswith(TABLE):
        return read_parquet(Path(path), intake.columns)
    if name.endswith(ARCHIVE):
        return read_warc(Path(path))
    if name.endswith(CSV):
        return read_csv(decode(whole(path, intake), path), path, intake.columns)
    if name.endswith(FEED):
        return read_entries(whole(path, intake), path)
    if intake.columns and (path == STDIN or name.endswith(LINES)):
        return read_mapped(path, intake)
    return open_sources([path], language=intake.language, stdin=intake.stdin)


def whole(path: str, intake: Intake) -> bytes:
    """All bytes of a file.

    Raises:
        SourceError: missing or empty.
    """
    with opened(path, intake.stdin) as file:
        raw = file.read()
    if not raw.strip():
        raise EmptySource("empty; nothing to read", path)
    return raw


def read_mapped(path: str, intake: Intake) -> Found:
    """JSONL under other names of its fields."""
    name = STDIN_NAME if path == STDIN else path
    with opened(path, intake.stdin) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                item = msgspec.json.decode(decode(line, name, number), type=dict)
            except (msgspec.DecodeError, RecursionError):
                yield BadRecord("no JSON object; one object a line", name, number)
                continue
            yield read_row({"language": intake.language, **item}, name, number, intake.columns)
