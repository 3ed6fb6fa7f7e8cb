"""The paste box shows what was read, in place, and keeps nothing unless asked."""

from __future__ import annotations

import re
import time

import pytest
from paged import BASE, HandReader, demand
from starlette.testclient import TestClient

from kawat.page import Limits, Site, make_app
from kawat.page.cards import marked
from kawat.records import Article, Reading

TEXT = demand().article.text


def test_an_article_appears_with_its_marks_and_cards(bare: TestClient) -> None:
    page = bare.post("/read", data={"text": TEXT}).text
    assert '<a class="m content event" href="#c-e1"' in page
    assert '<a class="m cue" href="#c-s1"' in page
    for id in ("c-e1", "c-e2", "c-s1", "c-a1"):
        assert f'id="{id}"' in page
    for said in ("USA:GOV", "CHN:GOV", "Yonhap", "Matthew Miller", "REQUEST"):
        assert said in page


def test_a_demand_within_a_demand_is_nested(bare: TestClient) -> None:
    page = bare.post("/read?lang=en", data={"text": TEXT}).text
    outer, inner = page.index('id="c-e1"'), page.index('id="c-e2"')
    assert outer < page.index('class="cards nested"') < inner
    assert "hypothetical" in page[inner:]


def test_nothing_is_lost_of_the_text() -> None:
    reading = demand()
    shown = "".join(piece.text for paragraph in marked(reading).paragraphs for piece in paragraph.pieces)
    assert shown == reading.article.text


def test_a_web_page_is_taken_for_one(bare: TestClient) -> None:
    head = "<!doctype html><html><head><title>AS desak China</title></head>"
    html = f"{head}<body><article><p>{TEXT}</p></article></body></html>"
    assert "c-e1" in bare.post("/read", data={"text": html}).text


def test_nothing_is_stored_unasked(client: TestClient) -> None:
    before = client.get("/api/v1/totals").json()
    client.post("/read", data={"text": TEXT, "store": "1"})
    assert client.get("/api/v1/totals").json() == before


def test_an_editor_can_store(editor: TestClient) -> None:
    text = TEXT + " Ini baru."
    page = editor.post("/read", data={"text": text}).text
    assert 'name="store"' in page
    answer = editor.post("/read", data={"text": text, "store": "1"})
    assert answer.status_code == 303
    assert "Ini baru" in editor.get(answer.headers["location"]).text


@pytest.mark.parametrize("text", ["", "   \n "])
def test_nothing_pasted_is_told(bare: TestClient, text: str) -> None:
    answer = bare.post("/read", data={"text": text})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_too_long_a_text_is_refused(bare: TestClient) -> None:
    answer = bare.post("/read", data={"text": "kata " * 30_000})
    assert answer.status_code == 422
    assert len(answer.content) < 300_000


class SlowReader(HandReader):
    def read(self, article: Article) -> Reading:
        time.sleep(0.5)
        return Reading(article)


def test_a_reading_that_takes_too_long_is_given_up() -> None:
    site = Site(None, SlowReader, limits=Limits(read_seconds=0.05))
    with TestClient(make_app(site), base_url=BASE) as client:
        assert client.post("/read", data={"text": TEXT}).status_code == 422
        answer = client.post("/api/v1/read", json={"text": TEXT})
        assert answer.status_code == 503
        assert "too long" in answer.json()["error"]["message"]


def test_a_long_article_stays_a_small_page() -> None:
    from kawat.page.cards import TEXT_SHOWN

    long = marked(demand(TEXT + " kata" * 20_000))
    assert long.cut
    assert sum(len(piece.text) for p in long.paragraphs for piece in p.pieces) == TEXT_SHOWN


def test_the_shipped_reader_fits_the_box() -> None:
    from pathlib import Path

    from kawat.reader import Reader

    wire = Path(__file__).parents[2] / "examples" / "wire.txt"
    site = Site(None, Reader)
    with TestClient(make_app(site), base_url=BASE) as client:
        page = client.post("/read", data={"text": wire.read_text(encoding="utf-8")}).text
    assert len(re.findall(r'id="c-e\d+"', page)) >= 3
    assert re.search(r"<li><b>active</b> \w+", page)
    assert len(page.encode()) < 300_000
