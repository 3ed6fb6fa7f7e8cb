"""``kawat actor``: everything about one actor."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kawat.cli.options import Limit, RecordPath, filtered, open_record
from kawat.cli.output import Format, Out, RowFormat, show

ROLES = ("name", "role", "code", "first_day", "last_day", "articles", "evidence")
EVENTS = ("day", "type", "status", "actor_name", "recipient_name", "outlet", "sentence")
SAID = ("day", "speaker", "addressee", "via", "outlet", "content")

Name = Annotated[str, typer.Argument(metavar="NAME", help="A name, surname, code or #number.")]


@filtered("country", "source", "target", "sector")
def actor(
    record: RecordPath,
    name: Name,
    where: Any,
    format: Format = RowFormat.table,
    out: Out = None,
    limit: Limit = 20,
) -> None:
    """Names, roles with their time and evidence, deeds and words of an actor.

    Example: kawat actor berita.sqlite "Lin Jian" --since 1y
    """
    with open_record(record) as opened:
        found = opened.actor(name, where, limit or 1_000_000)
    if format is RowFormat.table:
        typer.echo(
            f"{found.actor.name}  {found.actor.code}  {found.actor.kind} {found.actor.wikidata}".rstrip()
        )
        for rows, columns in (
            (found.roles, ROLES),
            (found.events.rows, EVENTS),
            (found.statements.rows, SAID),
        ):
            typer.echo("")
            show(rows, columns, format)
    elif format is RowFormat.jsonl:
        show([found], (), format, out)
    else:
        show(found.events.rows, EVENTS, format, out)
