"""Near-duplicate articles by MinHash (Broder 1997) with banding (Leskovec et al., Massive Datasets, 3.4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kawat.record.words import words
from kawat.records import CODED_BLOCKS, Article

Signature = NDArray[np.uint32]

PERMUTATIONS, BANDS, RUN = 64, 16, 5
"""64 values in 16 bands of 4: texts that share half of their five-word runs meet in a band in 64 cases of
100, those that share 70% in 99 of 100."""


@cache
def _factors() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    draw = np.random.default_rng(20231002)  # fixed: signatures are stored
    return (
        draw.integers(0, 1 << 63, (PERMUTATIONS, 1), dtype=np.uint64) * np.uint64(2) + np.uint64(1),
        draw.integers(0, 1 << 63, (PERMUTATIONS, 1), dtype=np.uint64),
    )


def own_text(article: Article) -> str:
    """The article's own news, without furniture; all of the text when it was not taken apart."""
    pieces = [article.part(b.part)[b.start : b.end] for b in article.blocks if b.kind in CODED_BLOCKS]
    return "\n".join(pieces) or article.text


def signature(text: str) -> Signature:
    """MinHash values of the five-word runs of a text, hashed by multiply-shift (Dietzfelbinger 1997)."""
    tokens = words(text)
    runs = {crc32(" ".join(tokens[i : i + RUN]).encode()) for i in range(max(1, len(tokens) - RUN + 1))}
    factor, offset = _factors()
    hashes = np.fromiter(runs, dtype=np.uint64, count=len(runs))
    mixed: Signature = ((factor * hashes + offset) >> np.uint64(32)).min(axis=1).astype(np.uint32)
    return mixed


def bands(values: Signature) -> Iterator[int]:
    """One 63-bit number a band; articles that share one are compared."""
    for number, band in enumerate(values.reshape(BANDS, -1)):
        raw = band.tobytes()
        yield (crc32(raw, number) << 31) | (crc32(raw[::-1], number) >> 1)


def similarity(one: Signature, other: Signature) -> float:
    """Estimated share of five-word runs in common, 0 to 1."""
    return float((one == other).mean())


def store_signature(connection: sqlite3.Connection, article: int, values: Signature) -> None:
    """Remember an article's signature and its bands."""
    connection.execute("INSERT OR REPLACE INTO signatures VALUES (?, ?)", (article, values.tobytes()))
    connection.execute("DELETE FROM bands WHERE article = ?", (article,))
    connection.executemany(
        "INSERT OR IGNORE INTO bands VALUES (?, ?)", ((band, article) for band in bands(values))
    )


def find_original(
    connection: sqlite3.Connection, article: int, values: Signature, days: Iterable[str], least: float
) -> int | None:
    """The earliest article between two days that this one copies, or ``None``.

    Args:
        days: first and last ISO day to look at.
        least: similarity from which an article is a copy.
    """
    keys = list(bands(values))
    marks = ", ".join("?" * len(keys))
    rows = connection.execute(
        f"""SELECT DISTINCT a.id, a.copy_of, s.minhash FROM bands b
            JOIN articles a ON a.id = b.article JOIN signatures s ON s.article = a.id
            WHERE b.band IN ({marks}) AND a.id <> ? AND a.day BETWEEN ? AND ? ORDER BY a.id""",
        (*keys, article, *days),
    )
    for other, original, stored in rows:
        if similarity(values, np.frombuffer(stored, dtype=np.uint32)) >= least and original != article:
            return int(original or other)
    return None
