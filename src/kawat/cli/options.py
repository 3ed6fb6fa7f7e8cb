"""The limits of a question as options, written once for every command that asks the record."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="The record: one SQLite file.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=0, help="Rows at most; 0 for all.")]

Many = list[str] | None

OPTIONS: dict[str, tuple[type[Any] | Any, Any, str]] = {
    "country": (
        Many,
        None,
        "Country on either side (code or name); for statements the speaker's. Repeatable.",
    ),
    "source": (Many, None, "Country of who acts."),
    "target": (Many, None, "Country of who receives."),
    "sector": (Many, None, "Sector: GOV, MIL, REB …"),
    "type": (Many, None, "Type of event: ACCUSE, CONSULT …"),
    "quad": (Many, None, "Quad class: 'verbal cooperation', 'material conflict' …"),
    "aux": (Many, None, "future, hypothetical, negated or historical."),
    "status": (Many, None, "done, asserted, planned, possible or denied."),
    "since": (str, "", "First day: 2023-10-02, 2023-10, 2023, or 7d, 2w, 3m, 1y back from today."),
    "until": (str, "", "Last day, inclusive."),
    "outlet": (Many, None, "Medium that published it."),
    "place": (Many, None, "Name of a place, or code of its country."),
    "via": (Many, None, "Medium in the chain behind it."),
    "unique": (bool, False, "One report, the first, for each event."),
}
"""Fields of ``kawat.record.Filter`` with type, default and help."""

SAME = {"source": ("--from",), "target": ("--to",)}
"""Other words for an option."""


def filtered(*left_out: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options above (but those left out); it gets them as one ``Filter``, ``where``."""
    names = [name for name in OPTIONS if name not in left_out]

    def wrap(command: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        own = [
            p.replace(annotation=hints[p.name])
            for p in inspect.signature(command).parameters.values()
            if p.name != "where"
        ]

        def called(**given: Any) -> None:
            command(where=to_filter({name: given.pop(name) for name in names}), **given)

        parameters = own + [parameter(name) for name in names]
        called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        called.__annotations__ = {p.name: p.annotation for p in parameters}
        called.__doc__, called.__name__ = command.__doc__, command.__name__
        return called

    return wrap


def parameter(name: str) -> inspect.Parameter:
    """One option as a parameter of a command."""
    kind, default, help = OPTIONS[name]
    option = typer.Option(f"--{name}", *SAME.get(name, ()), help=help, rich_help_panel="Limits")
    annotation = Annotated[kind, option]  # type: ignore[valid-type]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def to_filter(given: dict[str, Any]) -> Any:
    """The options as a ``Filter``."""
    from kawat.record import Filter

    values: Any = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items() if v}
    return Filter(**values)


def is_record(path: str) -> bool:
    """Whether a path leads to a record (any SQLite file) and not to an article."""
    try:
        with open(path, "rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def open_record(path: Path) -> Any:
    """An existing record, for questions. Raises RecordError when there is none."""
    from kawat.record import Record

    return Record(path, create=False)


def open_existing(path: Path) -> Any:
    """An existing record, for changes. Raises RecordError when there is none."""
    from kawat.record import Record

    open_record(path).close()
    return Record(path)
