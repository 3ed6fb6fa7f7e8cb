"""The API: every answer in its described form, cursors, ETags, errors as JSON."""

from __future__ import annotations

import pytest
from paged import demand
from starlette.testclient import TestClient

from kawat.page.api.v1 import QUESTIONS, ROOT

ASKED = {
    "/events/{id}": "/events/1",
    "/stories/{id}": "/stories/1",
    "/articles/{key:path}": "/articles/satu",
    "/actors/{id}": "/actors/1",
    "/timelines/{one}/{other}": "/timelines/CHN/USA",
    "/top/{what}": "/top/dyads",
}


@pytest.mark.parametrize("path", [path for path, *_ in QUESTIONS])
def test_every_question_is_answered_and_tagged(client: TestClient, path: str) -> None:
    answer = client.get(ROOT + ASKED.get(path, path))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    again = client.get(ROOT + ASKED.get(path, path), headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_a_cursor_leads_through_all_rows_once(client: TestClient) -> None:
    seen: list[int] = []
    cursor = ""
    while True:
        page = client.get(f"{ROOT}/events", params={"limit": 2, "cursor": cursor}).json()
        seen += [row["id"] for row in page["rows"]]
        cursor = page.get("cursor", "")
        if not cursor:
            break
    assert len(seen) == len(set(seen)) == client.get(f"{ROOT}/totals").json()["events"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/events?limit=x", 400),
        ("/events?cursor=x", 400),
        ("/events?since=soon", 400),
        ("/events/99", 404),
        ("/events/x", 400),
        ("/actors/77", 404),
        ("/articles/none", 404),
        ("/top/nothing", 400),
        ("/none", 404),
        ("/timelines/CHN/Atlantis", 404),
        ("/events?country=Atlantis", 400),
        ("/stories/" + "9" * 19, 404),
    ],
)
def test_errors_are_json_with_a_message(client: TestClient, path: str, status: int) -> None:
    answer = client.get(ROOT + path)
    assert answer.status_code == status
    assert answer.json()["error"]["status"] == status
    assert answer.json()["error"]["message"]


def test_openapi_describes_every_route_and_every_row(client: TestClient) -> None:
    document = client.get(f"{ROOT}/openapi.json").json()
    assert len(document["paths"]) == len(QUESTIONS) + 1
    schemas = document["components"]["schemas"]
    assert {"EventRow", "StatementRow", "Story", "Timeline"} <= set(schemas)
    row = client.get(f"{ROOT}/events").json()["rows"][0]
    assert set(row) <= set(schemas["EventRow"]["properties"])
    references = str(document["paths"]).split("#/components/schemas/")[1:]
    assert all(reference.split("'")[0] in schemas for reference in references)


def test_an_article_is_read_in_the_form_of_the_contract(client: TestClient) -> None:
    reading = client.post(f"{ROOT}/read", json={"text": demand().article.text, "outlet": "Kabar Uji"}).json()
    assert reading["schema"] == 1
    assert [event["parent"] for event in reading["events"]] == [None, "e1"]
