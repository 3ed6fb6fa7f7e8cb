from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kawat.errors import QueryError
from kawat.events.ontology import ontology
from kawat.export.brief import render, words
from kawat.export.briefing import prepare
from kawat.record import Record

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
from invented import build, sample_readings


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "uji.sqlite") as record:
        record.add(sample_readings(), "1")
        yield record


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_links_to_evidence_that_is_there(filled: Record, language: str) -> None:
    text = render(prepare(filled, "7d"), language)
    body, evidence = text.split(f"## {words(language).evidence}")
    lines = [line for line in body.splitlines() if line.startswith("- ")]
    links = [re.search(r"\(#(e\d+)\)$", line) for line in lines]
    assert len(lines) >= 6
    assert all(links)
    assert all(f'<a id="{link[1]}">' in evidence for link in links if link)


def test_each_language_has_a_verb_for_each_type() -> None:
    for language in ("id", "en"):
        assert set(words(language).verbs) == set(ontology().quads)


def test_the_period_limits_what_is_told(filled: Record) -> None:
    told = prepare(filled, "2025-03-05", "2025-03-06")
    assert (told.articles, told.reports) == (2, 2)


def test_hostile_text_stays_text(filled: Record) -> None:
    bad = build(
        'Rusia <script>alert(1)</script> menuduh Iran "[klik](javascript:x)".', "j", url="javascript:x"
    )
    bad.event("menuduh", "ACCUSE", "RUS:GOV", "IRN:GOV")
    filled.add([bad.done()], "1")
    page = render(prepare(filled, "30d"), "id", "html")
    tags: list[str] = []

    class Ear(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags.append(tag)

    Ear().feed(page)
    assert "script" not in tags
    assert 'href="javascript' not in page
    assert not re.search(r"(?<!\\)\]\(javascript", render(prepare(filled, "30d"), "id"))


def test_an_unknown_language_lists_the_known(filled: Record) -> None:
    with pytest.raises(QueryError, match="choose from: en, id"):
        render(prepare(filled, "7d"), "xx")
