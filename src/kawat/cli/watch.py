"""``kawat watch``: feeds into a record, with alerts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kawat.cli.ingest import Language, Pipeline, summary
from kawat.cli.options import RecordPath

if TYPE_CHECKING:
    from kawat.record.alerts import Alert
    from kawat.record.ingest import Progress

Feeds = Annotated[list[str], typer.Argument(metavar="FEED…", help="Addresses of RSS or Atom feeds.")]
Wants = Annotated[
    list[str] | None,
    typer.Option(
        "--alert", metavar="WORDS", help="A dyad, actor or type: 'USA>CHN THREATEN', 'RUS', 'ASSAULT'."
    ),
]
Webhook = Annotated[str, typer.Option(metavar="URL", help="Where alerts are posted as JSON.")]
Command = Annotated[str, typer.Option(metavar="COMMAND", help="Run for each alert, given as JSON.")]
Every = Annotated[float, typer.Option(min=60, help="Seconds between two polls of a feed.")]
Once = Annotated[bool, typer.Option("--once", help="Poll each feed once and stop.")]


def watch(
    record: RecordPath,
    feeds: Feeds,
    alert: Wants = None,
    webhook: Webhook = "",
    command: Command = "",
    every: Every = 900,
    once: Once = False,
    language: Language = "id",
    pipeline: Pipeline = "",
) -> None:
    """Poll feeds, read what is new, and tell of what you listen for (on standard output, JSON lines).

    Polite: robots.txt, conditional requests, a pause between pages, longer waits after failures.

    Example: kawat watch berita.sqlite https://example.org/rss --alert "USA>CHN THREATEN"
    """
    from kawat.reader import Reader
    from kawat.record import alerts
    from kawat.record.record import Record
    from kawat.record.watch import PAUSE_SECONDS, Watcher

    tellers: list[alerts.Teller] = [print_alert] if alert else []
    tellers += [alerts.webhook(webhook)] if webhook else []
    tellers += [alerts.command(command)] if command else []
    alarm = alerts.Alarm(tuple(map(alerts.parse_wanted, alert or ())), tuple(tellers))
    with Record(record) as opened:
        reader = Reader(language, pipeline or None)
        failures: list[Exception] = []
        watcher = Watcher(opened, reader, voice(failures), alarm, (every, PAUSE_SECONDS))
        try:
            watcher.poll(feeds) if once else watcher.watch(feeds)
        except KeyboardInterrupt:
            print("stopped; everything read so far is stored", file=sys.stderr)
    if once and failures:
        raise typer.Exit(1)


def print_alert(alert: Alert) -> None:
    """An alert as a line of JSON."""
    import msgspec

    print(msgspec.json.encode(msgspec.structs.asdict(alert)).decode(), flush=True)


def voice(failures: list[Exception]) -> Any:
    """Failures and counts on standard error; failures are also remembered."""
    from kawat.record.ingest import Listener

    class Voice(Listener):
        def failed(self, error: Exception) -> None:
            print(f"kawat: {error}", file=sys.stderr)
            failures[:] = [error]

        def progressed(self, progress: Progress) -> None:
            print(summary(progress), file=sys.stderr)

    return Voice()
