"""What holds for every text, however broken."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kawat.article import coded_spans, open_sources, read_html, read_plain, read_record
from kawat.article.encodings import decode
from kawat.errors import SourceError
from kawat.records import Article

LINES = [
    "Menteri itu bertemu mitranya di ibu kota dan membahas perdagangan bilateral sepanjang hari.",
    "Jakarta, IDN Times - Presiden menerima surat kepercayaan duta besar baru di istana.",
    "Baca juga:",
    "Baca Juga: Kapal Tiba di Surabaya",
    "Ia pergi. Baca juga: Kapal Tiba di Surabaya Ia kembali kemudian.",
    "Topik:",
    "• Laut",
    "1. Kapal tiba",
    "Editor: Laras",
    "ADVERTISEMENT",
    "[Gambas:Video] Ia kembali.",
    "null",
    "   ",
    "",
    "…",
    "Senin (3/3/2025)",
]
pages = some.lists(some.one_of(some.sampled_from(LINES), some.text(max_size=60)), max_size=14).flatmap(
    lambda lines: some.sampled_from(["\n", "\n\n", "\r\n"]).map(lambda end: end.join(lines))
)


def read_or_refused(text: str) -> Article | None:
    try:
        return read_plain(text)
    except SourceError:
        return None


@settings(max_examples=120, deadline=None)
@given(pages)
def test_blocks_cover_every_character_that_is_not_blank_once_and_in_order(text: str) -> None:
    article = read_or_refused(text)
    if article is None:
        return
    blocks = [block for block in article.blocks if block.part == "text"]
    gaps = [0, *(offset for block in blocks for offset in (block.start, block.end)), len(text)]

    assert all(block.start < block.end for block in blocks)
    assert all(left.end <= right.start for left, right in pairwise(blocks))
    assert not any(text[start:end].strip() for start, end in zip(gaps[::2], gaps[1::2], strict=True))


@settings(max_examples=60, deadline=None)
@given(pages)
def test_what_is_analysed_lies_inside_coded_blocks(text: str) -> None:
    article = read_or_refused(text)
    if article is None:
        return
    for part, start, end, number in coded_spans(article):
        block = article.blocks[number]

        assert block.part == part
        assert block.start <= start < end == block.end
        assert not block.reason


@settings(max_examples=50, deadline=None)
@given(some.text(max_size=200), some.sampled_from(["<p>{}</p>", "<html><body><article>{}", "{}", "<!--{}"]))
def test_no_page_makes_html_raise_anything_but_a_source_error(text: str, page: str) -> None:
    with suppress(SourceError):
        read_html(page.format(text))


values = some.one_of(
    some.none(), some.booleans(), some.integers(), some.text(max_size=40), some.lists(some.text())
)


@settings(max_examples=50, deadline=None)
@given(some.dictionaries(some.sampled_from(["text", "title", "deck", "date", "id", "url", "author"]), values))
def test_no_record_raises_anything_but_a_source_error(record: dict[str, object]) -> None:
    with suppress(SourceError):
        read_record(record)


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=400))
def test_no_bytes_make_decoding_raise_anything_but_a_source_error(raw: bytes) -> None:
    with suppress(SourceError):
        decode(raw)


@settings(max_examples=60, deadline=None)
@given(some.binary(max_size=300), some.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a"]))
def test_no_file_stops_the_batch(tmp_path_factory: pytest.TempPathFactory, raw: bytes, name: str) -> None:
    path: Path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(raw)

    assert all(isinstance(found, Article | SourceError) for found in open_sources([path]))
