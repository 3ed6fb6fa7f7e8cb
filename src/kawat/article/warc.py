"""Web archives: the pages of a WARC file (ISO 28500), gzipped record by record or not.

A dozen lines instead of a library: gzip members are read one after another, and of each response record only
the page is kept.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from kawat.article import encodings
from kawat.article.readers import read_html
from kawat.errors import BadRecord, SourceError
from kawat.records import Article, Value

LARGEST_PAGE = 20 * 1024 * 1024
"""Bytes beyond which a record is passed over; news pages are smaller by far."""


class Page(Value, frozen=True):
    """One archived page."""

    url: str
    body: bytes
    charset: str = ""


def read_warc(path: Path) -> Iterator[Article | SourceError]:
    """The articles of a WARC file; a page without one comes as its error, and the rest goes on."""
    number = 0
    try:
        with opened(path) as file:
            for number, page in enumerate(pages(file), 1):
                yield page_article(page, str(path), number)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        yield BadRecord(
            f"the archive is torn after {number} pages ({error}); those before it are read", str(path)
        )


def opened(path: Path) -> IO[bytes]:
    """The archive, open for reading, unzipped on the way when it has to be."""
    if path.suffix == ".gz":
        return cast(IO[bytes], gzip.open(path, "rb"))
    return open(path, "rb")


def page_article(page: Page, source: str, number: int) -> Article | SourceError:
    """One page as an article, or what is wrong with it."""
    try:
        return read_html(decode(page), url=page.url, source=f"{source}#{number}")
    except SourceError as error:
        return error


def pages(file: IO[bytes]) -> Iterator[Page]:
    """The HTML pages of an archive.

    Raises:
        ValueError: what should be a record is none.
    """
    while line := file.readline():
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise ValueError(f"no WARC record begins with {line[:20]!r}")
        head = headers(file)
        length = int(head.get("content-length", "0"))
        if head.get("warc-type") != "response" or length > LARGEST_PAGE:
            skip(file, length)
            continue
        page = http_page(file.read(length), head.get("warc-target-uri", "").strip("<>"))
        if page is not None:
            yield page


def headers(file: IO[bytes]) -> dict[str, str]:
    """Header lines up to the empty one, names in lower case."""
    found: dict[str, str] = {}
    while (line := file.readline()).strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()
    return found


def skip(file: IO[bytes], length: int) -> None:
    """Pass over so many bytes."""
    while length > 0 and (piece := file.read(min(length, 1 << 20))):
        length -= len(piece)


def http_page(raw: bytes, url: str) -> Page | None:
    """The page in an HTTP response; ``None`` for anything but a page that was found."""
    head, _, body = raw.partition(b"\r\n\r\n")
    status, _, lines = head.decode("latin-1").partition("\r\n")
    fields = {
        name.strip().lower(): value.strip()
        for name, _, value in (x.partition(":") for x in lines.splitlines())
    }
    kind = fields.get("content-type", "")
    if " 200" not in status or "html" not in kind:
        return None
    if "chunked" in fields.get("transfer-encoding", ""):
        body = unchunk(body)
    if "gzip" in fields.get("content-encoding", ""):
        body = zlib.decompress(body, zlib.MAX_WBITS | 16)
    charset = re.search(r"charset=[\"']?([\w-]+)", kind)
    return Page(url, body, charset[1] if charset else "")


def unchunk(body: bytes) -> bytes:
    """A body sent in chunks (RFC 9112, 7.1), joined; archives often store it joined already."""
    pieces, rest = [], body
    while match := re.match(rb"([0-9a-fA-F]+)[^\r\n]*\r\n", rest):
        size = int(match[1], 16)
        pieces.append(rest[match.end() : match.end() + size])
        rest = rest[match.end() + size + 2 :]
        if size == 0:
            break
    return b"".join(pieces) or body


def decode(page: Page) -> str:
    """The page's characters: by its header, by its meta tag, or as its bytes show.

    Raises:
        SourceError: no text.
    """
    meta = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", page.body[:4096], re.I)
    for charset in (page.charset, meta[1].decode("ascii") if meta else ""):
        try:
            if charset:
                return page.body.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return encodings.decode(page.body, page.url)
