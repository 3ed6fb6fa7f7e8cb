"""``kawat correct``: a person's word on the machine's coding."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated, Any

import typer

from kawat.cli.options import RecordPath, open_existing

Id = Annotated[
    int | None, typer.Argument(metavar="[ID]", help="Number of the event, as kawat events gives it.")
]
Spoken = Annotated[bool, typer.Option("--statement", help="The number is that of a statement.")]
Right = Annotated[bool, typer.Option("--right", help="The coding is right as it stands.")]
Wrong = Annotated[bool, typer.Option("--wrong", help="There is no such event or statement.")]
Type = Annotated[str, typer.Option(help="The right type.")]
Mode = Annotated[str, typer.Option(help="The right mode.")]
Actors = Annotated[list[str] | None, typer.Option("--actor", metavar="CODE", help="Who acts; repeatable.")]
Others = Annotated[list[str] | None, typer.Option("--recipient", metavar="CODE", help="To whom; repeatable.")]
Aux = Annotated[str, typer.Option(help="future, hypothetical, negated, historical or none.")]
Date = Annotated[str, typer.Option(metavar="DATE", help="The right date.")]
Speaker = Annotated[str, typer.Option(metavar="NAME", help="Who said it.")]
Article = Annotated[str, typer.Option(metavar="KEY", help="Article in which an event is missing.")]
Trigger = Annotated[str, typer.Option(metavar="WORDS", help="The words in it that name the missing event.")]
Author = Annotated[str, typer.Option(metavar="NAME", help="Who corrects; your user name otherwise.")]
Note = Annotated[str, typer.Option(help="Why.")]
Listed = Annotated[bool, typer.Option("--list", help="List the corrections.")]
Scored = Annotated[bool, typer.Option("--score", help="Score the reader against them.")]


def correct(
    record: RecordPath,
    id: Id = None,
    statement: Spoken = False,
    right: Right = False,
    wrong: Wrong = False,
    type: Type = "",
    mode: Mode = "",
    actor: Actors = None,
    recipient: Others = None,
    aux: Aux = "",
    date: Date = "",
    speaker: Speaker = "",
    article: Article = "",
    trigger: Trigger = "",
    author: Author = "",
    note: Note = "",
    list_them: Listed = False,
    score: Scored = False,
) -> None:
    """Correct an event or statement; the machine's own coding is kept beside it, and re-reading keeps both.

    Example: kawat correct berita.sqlite 12 --type REQUEST --recipient CHN:GOV --note "asks, does not accuse"
    Example: kawat correct berita.sqlite --article a1 --trigger membalas --type THREATEN --actor CHN:GOV
    """
    if list_them or score:
        answer(record, score)
        return
    changes: dict[str, Any] = {"type": type, "mode": mode, "date": date, "speaker": speaker}
    changes = {name: value for name, value in changes.items() if value}
    changes |= {name: side for name, side in (("actor", actor), ("recipient", recipient)) if side}
    if aux:
        changes["aux"] = None if aux == "none" else aux
    by = author or getpass.getuser()
    if article and trigger and id is None:
        add(record, article, trigger, (by, changes, note))
        return
    if id is None or right + wrong + bool(changes) != 1:
        raise typer.BadParameter(
            "give a number and either --right, --wrong or what is otherwise; or --article and --trigger"
        )
    verdict = "right" if right else "wrong" if wrong else "changed"
    store(record, id, statement, (verdict, by, changes, note))


def store(path: Path, id: int, statement: bool, made: Any) -> None:
    """Keep one correction."""
    from kawat.record.hands import on_event, on_statement

    with open_existing(path) as opened:
        number = opened.correct((on_statement if statement else on_event)(opened, id, *made))
    typer.echo(f"correction {number} kept")


def add(path: Path, article: str, trigger: str, made: Any) -> None:
    """Keep an event that the machine did not find, at the first place of its words."""
    from kawat.errors import QueryError
    from kawat.record.hands import missing_event

    with open_existing(path) as opened:
        text = opened.reading(article).article.text
        start = text.find(trigger)
        if start < 0:
            raise QueryError(f"the words {trigger!r} do not stand in the text of {article}")
        place = ("text", start, start + len(trigger))
        number = opened.correct(missing_event(opened, article, place, *made))  # type: ignore[arg-type]
    typer.echo(f"correction {number} kept")


def answer(path: Path, scored: bool) -> None:
    """The corrections, or how the reader stands against them."""
    from kawat.cli.options import open_record
    from kawat.cli.output import RowFormat, show
    from kawat.record.hands import score

    with open_record(path) as opened:
        if not scored:
            columns = (
                "id",
                "key",
                "kind",
                "start",
                "type",
                "verdict",
                "changes",
                "author",
                "made_at",
                "note",
            )
            show(opened.corrections(), columns, RowFormat.table)
            return
        for m in score(opened):
            figures = f"precision {m.precision:.2f}  recall {m.recall:.2f}  F1 {m.f1:.2f}"
            typer.echo(f"{m.name:8} {figures}  ({m.right} of {m.machine} and {m.people})")
