"""Sixty hostile requests are refused, or what they bring is shown without harm."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import Any

import pytest
from paged import BASE, HandReader, build, open_site, served
from starlette.testclient import TestClient

from kawat.page import Limits, make_app
from kawat.record import Record
from kawat.records import Article, Reading, Span

MARK = "hxq7"
ATTACKS = (
    f"<script>alert('{MARK}')</script>",
    f'"><img src=x onerror=alert("{MARK}")>',
    f"</script><script>{MARK}()</script>",
    f"' onmouseover='{MARK}()",
    f"</style><style>*{{background:url(//{MARK}.example)}}",
    f"javascript:alert('{MARK}')",
    f"{{{{ 7*7 }}}}{{% raw %}}{MARK}",
    f"</textarea><svg onload={MARK}()>",
    f"<!--{MARK}--><base href=//evil.example>",
    f"\u2028{MARK}\u2029]]>&lt;",
)
OPENERS = (
    "<script>",
    "<img",
    "<svg onload",
    "<style>",
    "<base",
    "</textarea><",
    'onerror=alert("',
    "' onmouseover='",
)


def harmless(page: str) -> bool:
    """No attack stands in the page as markup."""
    plain = page.replace('<script type="application/json">', "").replace('<script src="/static/', "")
    return not any(opener in plain for opener in OPENERS)


def poisoned(attack: str) -> Reading:
    """A reading with the attack in every field."""
    text = f"China menuduh Amerika Serikat. {attack} kata {attack}."
    made = build(
        text,
        f"racun{attack}",
        title=attack,
        outlet=attack,
        url=f"javascript:{attack}",
        published="2025-03-08",
    )
    made.article = made.article.__class__(
        **{
            **{f: getattr(made.article, f) for f in made.article.__struct_fields__},
            "deck": attack,
            "authors": (attack,),
        }
    )
    who = made.party("CHN:GOV", attack, "person", attack)
    made.event("menuduh", "ACCUSE", who, "USA:GOV", via=(attack,), contexts=(attack,), place=attack)
    made.said(attack, who, attack, via=(attack,))
    return made.done()


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("racun") / "r.sqlite"
    with Record(path) as record:
        record.add([poisoned(attack) for attack in ATTACKS], "1")
    with TestClient(make_app(open_site(path)), base_url=BASE, follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_stored_attack_is_only_words(poison: TestClient, attack: str) -> None:
    found = poison.get("/api/v1/articles", params={"limit": 50}).json()["rows"]
    key = next(row["key"] for row in found if row["title"] == attack)
    from urllib.parse import quote

    page = poison.get(f"/articles/{quote(key, safe='')}").text
    assert MARK in page
    assert harmless(page)
    assert 'href="javascript:' not in page


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/articles",
        "/statements",
        "/events",
        "/events/1",
        "/actors",
        "/actors/2",
        "/dyads/CHN/USA",
        "/map",
        "/network",
        "/contradictions",
    ],
)
def test_no_page_runs_what_articles_bring(poison: TestClient, path: str) -> None:
    answer = poison.get(path)
    assert answer.status_code == 200
    assert harmless(answer.text)
    assert "49" not in answer.text.replace("149", "") or "{{ 7*7 }}" in answer.text or MARK not in answer.text


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_the_address_or_the_box_is_only_words(client: TestClient, attack: str) -> None:
    for page in (
        client.get("/statements", params={"q": attack, "speaker": attack, "since": "2025"}).text,
        client.get("/events", params={"type": attack, "outlet": attack}).text,
        client.get("/read").text and client.post("/read", data={"text": attack, "title": attack}).text,
    ):
        assert harmless(page)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "",
        "127.0.0.1@evil.example",
        "localhost/x",
        "[::1",
        "127.0.0.1:99999999",
        "xn--kawat",
    ],
)
def test_a_foreign_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9"},
        {"origin": "file://"},
        {"sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:8000.evil.example"},
    ],
)
def test_another_site_cannot_send(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/read", data={"text": "halo"}, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/../guard.py",
        "/static/%2e%2e/guard.py",
        "/static/..%2f..%2fetc%2fpasswd",
        "/articles/../../../../etc/passwd",
        "/articles/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/static/%00page.css",
        "/articles/file:///etc/passwd",
        "/static/C:%5cboot.ini",
    ],
)
def test_no_path_reaches_a_file(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "back", ["//evil.example", "/\\evil.example", "https://evil.example", "/x\r\nSet-Cookie: a=b"]
)
def test_nobody_is_sent_elsewhere(client: TestClient, back: str) -> None:
    assert client.get("/dress", params={"back": back}).headers["location"] == "/"


@pytest.mark.parametrize(
    "body",
    [
        b'{"text":' + b"[" * 200_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        b"[1]",
        b"\xff\xfe",
        b'{"text": 5}',
        b"",
        b'{"text": null}',
    ],
)
def test_hostile_json_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/v1/read", content=body)
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["message"]


def test_twenty_megabytes_are_refused_at_once(client: TestClient) -> None:
    begun = time.perf_counter()
    assert client.post("/read", content=b"text=" + b"a" * 20_000_000).status_code == 413
    assert time.perf_counter() - begun < 2


def test_twenty_megabytes_in_pieces_are_refused_too(client: TestClient) -> None:
    pieces = (b"a" * 100_000 for _ in range(200))
    assert client.post("/read", content=pieces).status_code == 413


def test_a_long_address_and_odd_methods_are_refused(client: TestClient) -> None:
    assert client.get("/events", params={"q": "a" * 20_000}).status_code == 414
    assert client.get("/events?" + "&".join("type=ACCUSE" for _ in range(600))).status_code == 200
    for method in ("PUT", "DELETE", "TRACE", "CONNECT"):
        assert client.request(method, "/events").status_code == 405


@pytest.mark.parametrize(
    "query",
    [
        "limit=-1",
        "limit=99999999999",
        "cursor=%27%3B--",
        "since=2025-13",
        "country=%00",
        "q=%22",
        "q=NEAR(",
        "q=*",
        "place=%27%20OR%201%3D1",
    ],
)
def test_hostile_questions_do_no_harm(client: TestClient, query: str) -> None:
    for path in ("/events", "/statements", "/api/v1/statements"):
        assert client.get(f"{path}?{query}").status_code in (200, 400)


def test_a_cell_is_no_formula(poison: TestClient) -> None:
    from kawat.page.look import harmless as cell

    assert cell("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert cell(-3) == -3


def test_every_answer_is_under_the_policy(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/api/v1/none", "/static/page.css"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_a_slow_body_is_not_waited_for() -> None:
    with served(open_site(None, Limits(body_seconds=0.3))) as address:
        port = int(address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            head = f"POST /read HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 100\r\n\r\nte"
            line.sendall(head.encode())
            assert b" 408 " in line.recv(200)


class Stubborn(HandReader):
    def read(self, article: Article) -> Reading:
        raise RuntimeError(f"secret of {article.id}")


def test_what_breaks_tells_no_details() -> None:
    from kawat.page import Site

    site = Site(None, Stubborn)
    with TestClient(make_app(site), base_url=BASE, raise_server_exceptions=False) as client:
        answer = client.post("/read", data={"text": "halo dunia"})
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert client.get("/read").status_code == 200


def test_marks_beyond_the_text_break_nothing(tmp_path: Path) -> None:
    from msgspec.structs import replace

    from kawat.page.cards import marked

    reading = poisoned("x kata")
    far = replace(reading.events[0], trigger=Span(9_000, 9_100, "jauh"), parent="e1")
    shown = marked(replace(reading, events=(far,)))
    assert "".join(p.text for paragraph in shown.paragraphs for p in paragraph.pieces) == reading.article.text
