from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from invented import sample_readings
from stub import StubReader

from kawat.errors import QueryError, SourceError
from kawat.record import Record
from kawat.record.alerts import Alarm, Alert, command, find_alerts, is_wanted, parse_wanted, webhook
from kawat.record.ingest import Listener
from kawat.record.watch import FeedState, Watcher, failed, parse_time

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar Uji</title>
<item><title>Satu</title><link>{base}/satu</link><pubDate>Mon, 03 Mar 2025 10:00:00 +0700</pubDate></item>
<item><title>Dua</title><link>{base}/tertutup/dua</link>
<description>&lt;p&gt;RUS ASSAULT UKR di sini.&lt;/p&gt;</description>
</item></channel></rss>"""

PAGE = """<html><head><title>Satu</title></head><body><article><h1>Satu</h1>
<p>Hari ini CHN ACCUSE USA menyadap kedutaan besarnya di ibu kota negara itu, kata seorang pejabat.</p>
<p>Pernyataan itu dibacakan di depan wartawan dan dimuat lagi oleh kantor berita pada sore harinya.</p>
</article></body></html>"""


class Site:
    """A server on the loopback address that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.posted: list[bytes] = []
        self.status = 200
        self.robots = "User-agent: *\nDisallow: /tertutup/\n"
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers.get("If-None-Match", "")))
                site.answer(self)

            def do_POST(self) -> None:
                site.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path
        if path == "/robots.txt":
            return self.send(handler, 200, self.robots)
        if path == "/feed" and self.status != 200:
            return self.send(handler, self.status, "", {"Retry-After": "7200"})
        if path == "/feed" and handler.headers.get("If-None-Match") == '"e1"':
            return self.send(handler, 304, "")
        if path == "/feed":
            return self.send(handler, 200, FEED.format(base=self.base), {"ETag": '"e1"'})
        return self.send(handler, 200, PAGE, {"Content-Type": "text/html; charset=utf-8"})

    def send(
        self, handler: BaseHTTPRequestHandler, status: int, body: str, headers: dict[str, str] | None = None
    ) -> None:
        handler.send_response(status)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body.encode())


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()


class Ear(Listener):
    def __init__(self) -> None:
        self.errors: list[str] = []

    def failed(self, error: SourceError) -> None:
        self.errors.append(str(error))


def watcher(record: Record, **given: object) -> Watcher:
    return Watcher(record, StubReader(), given.pop("ear", Ear()), times=(0.0, 0.0), **given)  # type: ignore[arg-type]


def test_new_pages_are_fetched_once(record: Record, site: Site) -> None:
    watch = watcher(record)
    assert watch.poll([f"{site.base}/feed"]) == 2
    assert watch.poll([f"{site.base}/feed"]) == 0
    assert [path for path, _ in site.asked].count("/satu") == 1
    assert ("/feed", '"e1"') in site.asked


def test_robots_are_obeyed_and_the_feeds_own_text_is_read_instead(record: Record, site: Site) -> None:
    watcher(record).poll([f"{site.base}/feed"])
    assert not any(path.startswith("/tertutup") for path, _ in site.asked)
    assert {event.type for event in record.events().rows} == {"ACCUSE", "ASSAULT"}


def test_a_site_that_forbids_everything_is_left_alone(record: Record, site: Site) -> None:
    site.robots = "User-agent: *\nDisallow: /\n"
    ear = Ear()
    assert watcher(record, ear=ear).poll([f"{site.base}/feed"]) == 0
    assert "robots.txt" in ear.errors[0]
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_a_site_that_does_not_answer_is_told_as_such(record: Record) -> None:
    ear = Ear()
    watcher(record, ear=ear).poll(["http://127.0.0.1:9/feed"])
    assert "no answer" in ear.errors[0]


def test_a_failing_feed_is_left_alone_as_long_as_it_asks(record: Record, site: Site) -> None:
    site.status = 503
    watch = watcher(record)
    address = f"{site.base}/feed"
    watch.poll([address])
    state = watch.state(address)
    assert state.failures == 1
    assert (parse_time(state.wait_until) - parse_time(state.polled_at)).total_seconds() == pytest.approx(
        7200, abs=2
    )
    watch.poll([address])
    assert [path for path, _ in site.asked].count("/feed") == 1


def test_the_wait_doubles_with_each_failure_up_to_a_day() -> None:
    state, waits = FeedState("http://feed.test"), []
    for _ in range(9):
        state = failed(state, "x", 900, 0)
        waits.append((parse_time(state.wait_until) - parse_time(state.polled_at)).total_seconds())
    assert waits[1] == pytest.approx(2 * waits[0], abs=2)
    assert waits[-1] == pytest.approx(86_400, abs=2)


def test_alerts_are_posted_once_stored(record: Record, site: Site) -> None:
    alarm = Alarm((parse_wanted("CHN>USA"),), (webhook(f"{site.base}/hook"),))
    watch = watcher(record, alarm=alarm)
    watch.poll([f"{site.base}/feed"])
    assert [json.loads(raw)["type"] for raw in site.posted] == ["ACCUSE"]
    assert record.totals()["articles"] == 2


def test_a_command_gets_the_alert_without_a_shell(tmp_path: Path) -> None:
    out = tmp_path / "alert.json"
    code = f"import sys; open({str(out)!r}, 'w').write(sys.stdin.read())"
    alert = next(find_alerts(sample_readings(), [parse_wanted("ACCUSE")]))
    command(f'{sys.executable} -c "{code}"')(alert)
    assert json.loads(out.read_text())["article"] == "satu"
    with pytest.raises(SourceError, match="did not take"):
        command("/no/such/program; rm x")(alert)


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("CHN>USA", ["satu", "dua"]),
        ("USA>CHN", []),
        ("USA-CHN", ["satu", "dua"]),
        ("CHN>USA THREATEN", []),
        ("AGREE IDN-MYS", ["empat"]),
        ("Rusia", ["tiga", "tiga"]),
        ("ASSAULT", ["tiga", "tiga"]),
        ("IRN:GOV", ["tiga", "tiga"]),
        (">USA", ["satu", "dua"]),
    ],
)
def test_what_alerts_listen_for(words: str, articles: list[str]) -> None:
    want = parse_wanted(words)
    found = [r.id for r in sample_readings() for event in r.events if is_wanted(event, want)]
    assert found == articles


def test_an_empty_alert_is_refused() -> None:
    with pytest.raises(QueryError, match="empty alert"):
        parse_wanted(" ")


def test_an_alert_with_words_beside_a_dyad_that_are_no_type_is_refused() -> None:
    with pytest.raises(QueryError, match="THREATEN"):
        parse_wanted("USA>CHN NOPE")


def test_an_alert_tells_where_it_comes_from() -> None:
    alert: Alert = next(find_alerts(sample_readings(), [parse_wanted("CHN>USA ACCUSE")]))
    assert (alert.outlet, alert.url, alert.actor) == (
        "Kabar Uji",
        "https://kabar.test/satu",
        ("China (CHN:GOV)",),
    )
