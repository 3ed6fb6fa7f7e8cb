"""``kawat reread``: what an older Kawat read, read again."""

from __future__ import annotations

from functools import partial

from kawat.cli.ingest import Actors, Language, Pipeline, Workers, finish, listener
from kawat.cli.options import RecordPath


def reread(
    record: RecordPath,
    language: Language = "id",
    pipeline: Pipeline = "",
    actors: Actors = None,
    workers: Workers = 1,
) -> None:
    """Read again only the articles that another version of the reader read; corrections stay.

    Example: kawat reread berita.sqlite
    """
    from kawat.reader import Reader
    from kawat.record.ingest import Ingestion
    from kawat.record.record import Record

    make_reader = partial(Reader, language, pipeline or None, tuple(actors or ()))
    with Record(record) as opened:
        run = Ingestion(opened, make_reader, listener(), workers)
        run.reread()
        finish(run.progress)
