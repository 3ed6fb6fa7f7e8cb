"""The pages: there, small, linked, filtered, downloadable, without a script."""

from __future__ import annotations

import csv
import io
import re

import pytest
from paged import demand
from starlette.testclient import TestClient

from kawat.record import Record

PAGES = (
    "/",
    "/articles",
    "/articles/satu",
    "/articles/desak",
    "/statements",
    "/events",
    "/events/1",
    "/actors",
    "/actors/1",
    "/dyads",
    "/dyads/CHN/USA",
    "/calendar",
    "/map",
    "/network",
    "/contradictions",
    "/read",
    "/edit",
)


WORDS = "Amerika Serikat mendesak China menekan Korea Utara untuk kali ke-{}, kata Matthew Miller."


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_is_whole_small_and_ours(client: TestClient, path: str, language: str) -> None:
    answer = client.get(path, params={"lang": language})
    assert answer.status_code == 200
    assert len(answer.content) < 300_000
    assert f'<html lang="{language}"' in answer.text
    for landmark in ("<header", "<nav", "<main", "<footer", 'class="skip"'):
        assert landmark in answer.text
    assert answer.text.count("<h1") == 1
    loaded = re.findall(r'(?:src|action|href)="(https?:[^"]+)"', answer.text)
    assert all(address == "https://kabar.test/satu" for address in loaded)


@pytest.mark.parametrize("path", PAGES)
def test_no_style_or_handler_stands_in_a_page(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
    assert not re.search(r"<script(?![^>]*(src=|application/json))", page)


def test_a_statement_leads_to_its_place_in_its_article(client: TestClient) -> None:
    page = client.get("/statements", params={"q": "balas"}).text
    assert "membalas" in page
    assert 'href="/articles/satu#c-s1"' in page
    assert 'id="c-s1"' in client.get("/articles/satu").text


def test_words_are_found_under_their_affixes_and_others_are_not(client: TestClient) -> None:
    assert "tidak ada" in client.get("/statements", params={"q": "gajah"}).text.lower()


def test_a_dyad_keeps_to_the_filters_of_its_address(client: TestClient) -> None:
    assert "menuduh Amerika" in client.get("/dyads/CHN/USA").text
    none = client.get("/dyads/CHN/USA", params={"since": "2026"}).text
    assert "menuduh Amerika" not in none
    assert 'value="2026"' in none


def test_an_event_tells_all_reports_the_first_and_the_chain(client: TestClient) -> None:
    page = client.get("/events", params={"type": "ACCUSE"}).text
    story = re.search(r'href="(/events/\d+)"', page)
    assert story is not None
    page = client.get(story[1]).text
    assert page.count('class="event-line"') == 2
    assert 'class="chain"' in page
    assert "Xinhua" in page


def test_contradicting_reports_stand_side_by_side(client: TestClient) -> None:
    page = client.get("/contradictions").text
    assert "membantah menyerang kapal Iran" in page
    assert page.count('class="story-pair"') == 1


def test_the_calendar_shows_what_is_planned(client: TestClient) -> None:
    assert "2025-04-20" in client.get("/calendar").text
    assert "2025-04-20" not in client.get("/calendar", params={"today": "2025-05-01"}).text


@pytest.mark.parametrize(
    ("path", "table", "column"),
    [
        ("/dyads/CHN/USA", "course", "score"),
        ("/dyads/CHN/USA", "types", "events"),
        ("/events", "events", "sentence"),
        ("/statements", "1", "content"),
        ("/map", "1", "lat"),
        ("/network", "1", "score"),
        ("/actors/1", "months", "side"),
        ("/", "days", "events"),
        ("/calendar", "1", "type"),
    ],
)
def test_numbers_come_as_csv(client: TestClient, path: str, table: str, column: str) -> None:
    answer = client.get(path, params={"csv": table})
    assert answer.headers["content-type"].startswith("text/csv")
    header, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert column in header
    assert all(len(row) == len(header) for row in rows)


def test_every_chart_has_its_numbers_beside_it(client: TestClient) -> None:
    for path in ("/dyads/CHN/USA", "/actors/1", "/map"):
        page = client.get(path).text
        assert page.count('class="plot"') == len(re.findall(r'class="plot".*?<table>', page, re.S))


def test_who_has_a_page_gets_nothing_new(client: TestClient) -> None:
    first = client.get("/events")
    again = client.get("/events", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/events?lang=en").headers["etag"] != first.headers["etag"]


def test_language_and_theme_are_remembered(client: TestClient) -> None:
    answer = client.get("/dress", params={"lang": "en", "theme": "dark", "back": "/events?type=ACCUSE"})
    assert answer.headers["location"] == "/events?type=ACCUSE"
    assert "lang=en" in answer.headers.get_list("set-cookie")[0]
    client.cookies.clear()


def test_what_is_not_there_is_told(client: TestClient) -> None:
    for path in ("/nowhere", "/articles/none", "/actors/99", "/events/99", "/dyads/CHN/Atlantis"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert 'role="alert"' in answer.text


def test_a_wrong_filter_names_the_choices(client: TestClient) -> None:
    answer = client.get("/events", params={"type": "DANCE"})
    assert answer.status_code == 400
    assert "ACCUSE" in answer.text


def test_without_a_record_there_is_the_box(bare: TestClient) -> None:
    assert bare.get("/").headers["location"] == "/read"
    page = bare.get("/read").text
    assert "<textarea" in page
    assert 'href="/events"' not in page
    assert bare.get("/events").status_code == 404


def test_the_page_follows_an_ingestion(editor: TestClient) -> None:
    before = editor.get("/api/v1/totals").json()["articles"]
    tag = editor.get("/events").headers["etag"]
    path = editor.app.state.site.path  # type: ignore[attr-defined]
    with Record(path) as record:
        for number in range(5):
            record.add([demand(WORDS.format(number), f"baru-{number}")], "1")
            assert editor.get("/api/v1/totals").json()["articles"] == before + number + 1
            assert editor.get("/events").status_code == 200
    assert editor.get("/events", headers={"if-none-match": tag}).status_code == 200
