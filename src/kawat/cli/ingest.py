"""``kawat ingest``: articles into a record."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kawat.cli.options import RecordPath
from kawat.errors import BadRecord

if TYPE_CHECKING:
    from kawat.record.ingest import Progress

Sources = Annotated[
    list[str] | None, typer.Argument(metavar="SOURCE…", help="Files and folders; - for standard input.")
]
Column = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="OURS=THEIRS", help="Another name of a column, as in text=isi_berita."),
]
Language = Annotated[str, typer.Option(metavar="CODE", help="Language of articles that name none.")]
Pipeline = Annotated[str, typer.Option(metavar="PATH", help="Another spaCy pipeline with UD labels.")]
Actors = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="Who's-who of your own (TOML); repeatable.")
]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read.")]


def ingest(
    record: RecordPath,
    sources: Sources = None,
    column: Column = None,
    language: Language = "id",
    pipeline: Pipeline = "",
    actors: Actors = None,
    workers: Workers = 1,
) -> None:
    """Read articles into a record, each once; stop it at any time and repeat it to go on.

    Text, HTML, JSONL, CSV, Parquet, WARC (.warc.gz) and RSS or Atom files, or folders of them. What cannot be
    read is named on standard error with file and line, the rest goes on, and the exit code is 1.

    Example: kawat ingest berita.sqlite arsip/ --column text=isi_berita --workers 2
    """
    from kawat.reader import Reader
    from kawat.record.ingest import Ingestion
    from kawat.record.record import Record
    from kawat.record.sources import Intake, gather

    make_reader = partial(Reader, language, pipeline or None, tuple(actors or ()))
    with Record(record) as opened:
        if not sources:
            print(f"kawat: {record} is ready; name files or folders to read into it", file=sys.stderr)
            return  # the record is made or brought up to date, which is all that was asked
        run = Ingestion(opened, make_reader, listener(), workers)
        run.run(gather(sources, Intake(columns=mapping(column), language=language)))
        finish(run.progress)


def mapping(columns: list[str] | None) -> dict[str, str]:
    """``text=isi_berita`` and the like as a mapping.

    Raises:
        BadRecord: no equals sign.
    """
    pairs = [column.partition("=") for column in columns or ()]
    for ours, sign, theirs in pairs:
        if not (sign and ours and theirs):
            raise BadRecord(f"{ours!r} maps nothing; write it as text=isi_berita", "--column")
    return {ours: theirs for ours, _, theirs in pairs}


def listener() -> Any:
    """Errors on a line each; on a terminal also a line that counts."""
    from kawat.record.ingest import Listener

    class Voice(Listener):
        def progressed(self, progress: Progress) -> None:
            if sys.stderr.isatty():
                print(f"\r{summary(progress)}", end="", file=sys.stderr)

        def failed(self, error: Exception) -> None:
            print(f"\rkawat: {error}" if sys.stderr.isatty() else f"kawat: {error}", file=sys.stderr)

    return Voice()


def summary(progress: Progress) -> str:
    """One line of counts."""
    return (
        f"{progress.new} new, {progress.changed} changed, {progress.reread} read again, "
        f"{progress.known} known, {progress.failed} failed; "
        f"{progress.events} events, {progress.statements} statements; "
        f"{progress.rate:.1f} articles/s, {progress.seconds:.0f} s"
    )


def finish(progress: Progress) -> None:
    """The last counts, what was skipped and why; leaves with 1 when something failed."""
    print(("\r" if sys.stderr.isatty() else "") + summary(progress), file=sys.stderr)
    if progress.skipped:
        print("skipped: " + ", ".join(f"{n} {reason}" for reason, n in progress.skipped), file=sys.stderr)
    if progress.failed:
        raise typer.Exit(1)
