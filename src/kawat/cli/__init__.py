"""The command line: one thin command a file, registered here, heavy imports inside the commands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import kawat
from kawat.cli import (
    actor,
    actors,
    articles,
    brief,
    calendar,
    conflicts,
    contradictions,
    correct,
    events,
    export,
    ingest,
    read,
    reread,
    serve,
    statements,
    timeline,
    top,
    watch,
)
from kawat.errors import KawatError

app = typer.Typer(
    name="kawat",
    help="Reads news and keeps the diplomatic record: who said or did what to whom, when, according to whom.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)

app.command("read")(read.read)
app.command("statements")(statements.statements)
app.command("ingest")(ingest.ingest)
app.command("reread")(reread.reread)
app.command("events")(events.events)
app.command("timeline")(timeline.timeline)
app.command("actor")(actor.actor)
app.command("actors")(actors.actors)
app.command("calendar")(calendar.calendar)
app.command("contradictions")(contradictions.contradictions)
app.command("top")(top.top)
app.command("serve")(serve.serve)
app.command("export")(export.export)
app.command("articles")(articles.articles)
app.command("conflicts")(conflicts.conflicts)
app.command("brief")(brief.brief)
app.command("watch")(watch.watch)
app.command("correct")(correct.correct)


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        print(f"kawat {kawat.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reads news and keeps the diplomatic record."""


def main() -> None:
    """Run the command line; what Kawat raises on purpose becomes one line on standard error."""
    try:
        app()
    except KawatError as error:
        print(f"kawat: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        if error.filename is None:
            raise
        print(f"kawat: {error.filename}: {error.strerror}", file=sys.stderr)
        sys.exit(1)
