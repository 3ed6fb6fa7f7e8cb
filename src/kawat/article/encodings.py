"""Bytes become text: UTF-8, UTF-16 and Windows-1252 are recognised, all else is refused."""

from __future__ import annotations

import codecs
import re

from kawat.errors import BinarySource, UnknownEncoding

MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\xfd7zXZ",
    b"BZh",
    b"SQLite",
)
"""First bytes of common binary files, for a message that names the trouble."""
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CONTROLS_SHARE = 0.005
"""Text has next to no control characters; a page may hold a stray one."""
ZEROS_SHARE = 0.3
"""In UTF-16, Latin letters have a zero in every second byte."""
FOREIGN_SHARE = 0.25
"""Of text in a Western language at most this share lies beyond ASCII; more is another encoding."""
SAMPLE = 65536


def decode(raw: bytes, path: str = "", line: int | None = None) -> str:
    """The text in some bytes, without its byte order mark.

    Args:
        raw: a file or one line of it.
        path, line: where it comes from, for messages.

    Raises:
        BinarySource: not text.
        UnknownEncoding: text in none of the three encodings.
    """
    name = encoding_of(raw[:SAMPLE], path, line)
    try:
        return raw.decode(name)
    except UnicodeDecodeError:
        pass
    if name != "utf-8-sig":
        raise UnknownEncoding(f"broken {name}; save it as UTF-8", path, line)
    return decode_western(raw, path, line)


def encoding_of(raw: bytes, path: str = "", line: int | None = None) -> str:
    """The encoding that the first bytes show; UTF-8 until a byte says otherwise.

    Raises:
        BinarySource: not text.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    zeros_even, zeros_odd = raw[::2].count(0), raw[1::2].count(0)
    if len(raw) > 3 and max(zeros_even, zeros_odd) > len(raw) / 2 * ZEROS_SHARE and not raw.startswith(MAGIC):
        if zeros_odd > zeros_even * 4:
            return "utf-16-le"
        if zeros_even > zeros_odd * 4:
            return "utf-16-be"
    if raw.startswith(MAGIC) or b"\x00" in raw or len(CONTROLS.findall(raw)) > len(raw) * CONTROLS_SHARE + 1:
        raise BinarySource("a binary file, not text; give text, HTML or JSONL", path, line)
    return "utf-8-sig"


def decode_western(raw: bytes, path: str, line: int | None) -> str:
    """Text in Windows-1252.

    Raises:
        UnknownEncoding: bytes that have no meaning there, or too many beyond ASCII.
    """
    what = "text in none of UTF-8, UTF-16 and Windows-1252; save it as UTF-8"
    foreign = sum(byte >= 0x80 for byte in raw[:SAMPLE])
    if foreign > len(raw[:SAMPLE]) * FOREIGN_SHARE:
        raise UnknownEncoding(what, path, line)
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnknownEncoding(what, path, line) from error
