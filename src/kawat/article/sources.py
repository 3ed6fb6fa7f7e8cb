"""Files, one by one, as articles; one that cannot be read becomes its error and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from kawat.article.assemble import LARGEST, Given
from kawat.article.encodings import decode, encoding_of
from kawat.article.readers import read_html, read_plain, read_record
from kawat.errors import (
    BadRecord,
    EmptySource,
    MissingSource,
    SourceError,
    SourceTooLarge,
    UnsupportedLanguage,
)
from kawat.records import Article

Format = Literal["auto", "text", "html", "jsonl", "json"]

STDIN = "-"
STDIN_NAME = "standard input"
LARGEST_BYTES = LARGEST * 4
"""Bytes of one article at most; a character takes up to four."""
ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
SNIFFED = 4096


def open_sources(
    paths: Iterable[str | Path],
    *,
    format: Format = "auto",
    language: str = "id",
    stdin: BinaryIO | None = None,
) -> Iterator[Article | SourceError]:
    """The articles of some files, in order, each as soon as it is read.

    Args:
        paths: files; ``-`` is standard input.
        format: how to read them; ``auto`` goes by the file's ending, then by its first bytes.
        language: of articles that do not name theirs.
        stdin: read for ``-`` in place of the process's own.

    Yields:
        An article, or the error that says what is wrong with a file or line.
    """
    for path in paths:
        yield from open_source(str(path), format, language, stdin)


def open_source(
    path: str, format: Format, language: str, stdin: BinaryIO | None
) -> Iterator[Article | SourceError]:
    """The articles of one file."""
    try:
        with opened(path, stdin) as stream:
            yield from read_stream(stream, STDIN_NAME if path == STDIN else path, format, language)
    except SourceError as error:
        yield error
    except UnsupportedLanguage as error:
        yield SourceError(str(error), path)
    except OSError as error:
        yield SourceError(f"cannot be read ({error.strerror or error})", path)


def opened(path: str, stdin: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    """The file, open for reading bytes.

    Raises:
        MissingSource: no such file.
        SourceError: a directory.
    """
    if path == STDIN:
        return nullcontext(stdin or sys.stdin.buffer)
    try:
        return open(path, "rb")
    except FileNotFoundError as error:
        raise MissingSource("no such file; check the name", path) from error
    except IsADirectoryError as error:
        raise SourceError(
            f"a directory; name the files in it, as in {path.rstrip('/')}/*.txt", path
        ) from error


def read_stream(
    stream: BinaryIO, name: str, format: Format, language: str
) -> Iterator[Article | SourceError]:
    """The articles of an open file."""
    head = stream.read(SNIFFED)
    if not head.strip():
        raise EmptySource("empty; nothing to read", name)
    chosen = format_of(head, name) if format == "auto" else format
    if chosen == "jsonl":
        yield from read_lines(stream, head, name, language)
        return
    text = decode(rest_of(stream, head, name), name)
    if chosen == "json":
        yield from read_json(text, name, language)
    elif chosen == "html":
        yield read_html(text, language=language, source=name)
    else:
        yield read_plain(text, Given(source=name), language=language)


def format_of(head: bytes, name: str) -> Format:
    """The format by the ending of the name, else by the first bytes."""
    ending = Path(name).suffix.lower()
    if ending in ENDINGS:
        return ENDINGS[ending]
    start = head.decode(encoding_of(head, name), errors="replace").lstrip().lower()
    if start.startswith("{"):
        return "jsonl"
    if start.startswith(("<!doctype html", "<html", "<?xml", "<head", "<body", "<article", "<!--")):
        return "html"
    return "text"


def rest_of(stream: BinaryIO, head: bytes, name: str) -> bytes:
    """The whole file.

    Raises:
        SourceTooLarge: more than one article can be; the rest is left unread.
    """
    raw = head + stream.read(LARGEST_BYTES - len(head) + 1)
    if len(raw) > LARGEST_BYTES:
        what = (
            f"more than {LARGEST_BYTES // 1_000_000} MB, too large for one article; give one a line as JSONL"
        )
        raise SourceTooLarge(what, name)
    return raw


def read_json(text: str, name: str, language: str) -> Iterator[Article | SourceError]:
    """One object, or a list of them."""
    try:
        value = msgspec.json.decode(text)
    except msgspec.DecodeError:
        yield from (
            record_of(line.encode(), name, n, language) for n, line in enumerate(text.splitlines(), 1) if line
        )
        return
    for item in value if isinstance(value, list) else [value]:
        yield article_of(item, name, None, language)


def read_lines(stream: BinaryIO, head: bytes, name: str, language: str) -> Iterator[Article | SourceError]:
    """One object a line."""
    encoding = encoding_of(head, name)
    lines = byte_lines(stream, head) if encoding == "utf-8-sig" else wide_lines(stream, head, encoding)
    for number, raw in enumerate(lines, 1):
        if raw is None:
            what = f"a line of more than {LARGEST_BYTES // 1_000_000} MB; one article a line"
            yield SourceTooLarge(what, name, number)
        elif raw.strip():
            yield record_of(raw, name, number, language)


def byte_lines(stream: BinaryIO, head: bytes) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long, which is passed over in small steps."""
    kept, too_long, chunk = bytearray(), False, head
    while chunk:
        *ended, rest = chunk.split(b"\n")
        for line in ended:
            kept += line
            yield None if too_long or len(kept) > LARGEST_BYTES else bytes(kept)
            kept.clear()
            too_long = False
        kept += rest
        if len(kept) > LARGEST_BYTES:
            kept.clear()
            too_long = True
        chunk = stream.read(1 << 16)
    if kept or too_long:
        yield None if too_long else bytes(kept)


def wide_lines(stream: BinaryIO, head: bytes, encoding: str) -> Iterator[bytes | None]:
    """The lines of a UTF-16 file, as UTF-8; the file is read whole, which such exports allow."""
    raw = head + stream.read(LARGEST_BYTES * 2)
    for line in raw.decode(encoding, errors="replace").lstrip("\ufeff").split("\n"):
        yield line.encode()


def record_of(raw: bytes, name: str, line: int, language: str) -> Article | SourceError:
    """One line of JSONL as an article, or what is wrong with it."""
    try:
        text = decode(raw, name, line)
        item = msgspec.json.decode(text)
    except SourceError as error:
        return error
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        return BadRecord(f"no JSON ({str(error).split(':')[0]}); one object a line", name, line)
    return article_of(item, name, line, language)


def article_of(item: object, name: str, line: int | None, language: str) -> Article | SourceError:
    """A decoded value as an article, or what is wrong with it."""
    if not isinstance(item, dict):
        kind = type(item).__name__
        return BadRecord(f'a {kind}, not an object; write {{"text": …}}', name, line)
    try:
        return read_record(item, source=name, line=line, language=language)
    except SourceError as error:
        return error
    except UnsupportedLanguage as error:
        return SourceError(str(error), name, line)
