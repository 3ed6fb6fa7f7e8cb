"""``kawat reread``: what an older Kawat read, read again."""

from __future__ import annotations

from functools import partial

from kawat.cli.ingest import Actors, Language, Pipeline, Workers, finish, listener
from kawat.cli.options import RecordPath, open_existing


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

    make_reader = partial(Reader, language, pipeline or None, tuple(actors or ()))
    with open_existing(record) as opened:
        run = Ingestion(opened, make_reader, listener(), workers)
        run.reread()
        finish(run.progress)
