"""Correcting: in place, with the token, never without."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

KEY = "satu"


def fields(page: str) -> dict[str, str]:
    """What the form on the page would send."""
    form = re.search(r'<form class="correct".*?</form>', page, re.S)
    assert form is not None
    sent = dict(re.findall(r'<input[^>]*name="(\w+)" value="([^"]*)"', form[0]))
    for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', form[0], re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def test_an_event_gets_another_type_aux_and_side(editor: TestClient) -> None:
    page = editor.get(f"/articles/{KEY}", params={"correct": "e1"}).text
    form = fields(page) | {"type": "THREATEN", "aux": "future", "recipient": "JPN:GOV", "verdict": "changed"}
    answer = editor.post("/corrections", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/articles/{KEY}")
    event = editor.get("/api/v1/events", params={"type": "THREATEN"}).json()["rows"][0]
    assert (event["aux"], event["recipient"][0]["code"], event["corrected"]) == ("future", "JPN:GOV", True)


def test_an_event_is_rejected(editor: TestClient) -> None:
    before = editor.get("/api/v1/totals").json()["events"]
    form = fields(editor.get(f"/articles/{KEY}", params={"correct": "e1"}).text) | {"verdict": "wrong"}
    editor.post("/corrections", data=form)
    assert editor.get("/api/v1/totals").json()["events"] == before - 1


def test_a_statement_gets_another_speaker(editor: TestClient) -> None:
    form = fields(editor.get(f"/articles/{KEY}", params={"correct": "s1"}).text)
    editor.post("/corrections", data=form | {"speaker": "Mao Ning", "verdict": "changed"})
    assert editor.get("/api/v1/statements", params={"speaker": "Mao Ning"}).json()["rows"]


def test_without_the_token_the_page_is_read_only(client: TestClient) -> None:
    page = client.get(f"/articles/{KEY}", params={"correct": "e1"}).text
    assert "/corrections" not in page
    assert client.post("/corrections", data={"key": KEY}).status_code == 403


def test_the_token_is_asked_for_and_checked(client: TestClient) -> None:
    assert client.post("/edit", data={"token": "guess"}).status_code == 403
    answer = client.post("/edit", data={"token": "token-of-the-tests"})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    client.cookies.clear()


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "DANCE"},
        {"actor": "somebody"},
        {"date": "yesterday"},
        {"start": "-1"},
        {"verdict": "maybe"},
        {"part": "body"},
        {"kind": "poem"},
        {"key": "none"},
        {"start": "900", "end": "901"},
    ],
)
def test_what_the_codebook_does_not_know_is_refused(editor: TestClient, wrong: dict[str, str]) -> None:
    form = fields(editor.get(f"/articles/{KEY}", params={"correct": "e1"}).text) | {"verdict": "changed"}
    assert editor.post("/corrections", data=form | wrong).status_code == 400
