"""The reading as a page."""

from __future__ import annotations

import re
from itertools import pairwise

import lxml.html
from handmade import handmade
from hypothesis import given, settings
from hypothesis import strategies as some

from kawat.export.html import html_document, render_html
from kawat.export.marks import marks_of, segments
from kawat.records import Block


def page() -> str:
    return "".join(html_document([handmade()]))


def test_the_page_loads_nothing() -> None:
    assert not re.search(r"(?:src|href)=|url\(|@import|<script", page())


def test_the_text_is_escaped() -> None:
    assert "&lt;Buka&gt;" in page()
    assert "menunggu &amp; berharap" in page()
    assert "<Buka>" not in page()


def test_the_article_stands_in_it_word_for_word() -> None:
    tree = lxml.html.document_fromstring(page())
    paragraphs = [element.text_content() for element in tree.xpath("//article/p")]

    assert '"Kami menunggu & berharap," kata menteri itu, dikutip AFP.' in paragraphs


def test_marks_carry_their_meaning() -> None:
    html = render_html(handmade())

    assert "<mark class='event' title='REQUEST change CHL:GOV → PER:GOV'>meminta</mark>" in html
    assert "<mark class='actor' title='Peru PER:GOV'>Peru</mark>" in html


def test_why_is_shown_only_when_asked_for() -> None:
    assert "verb.ask" in render_html(handmade(), why=True)
    assert "verb.ask" not in render_html(handmade())


@settings(max_examples=50, deadline=None)
@given(some.integers(0, 200), some.integers(1, 100))
def test_segments_join_to_the_block(start: int, length: int) -> None:
    block = Block("paragraph", start, start + length)
    found = list(segments(block, marks_of(handmade(), "text")))

    assert [found[0].start, found[-1].end] == [block.start, block.end]
    assert all(left.end == right.start for left, right in pairwise(found))
