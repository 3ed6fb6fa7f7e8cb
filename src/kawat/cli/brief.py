"""``kawat brief``: what happened, in words, with evidence."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from kawat.cli.options import RecordPath, filtered, open_record


class BriefFormat(StrEnum):
    """What is written."""

    md = "md"
    html = "html"


Since = Annotated[str, typer.Option(metavar="DATE", help="First day: 2023-10-02, or 7d, 2w, 3m back.")]
Today = Annotated[str, typer.Option(metavar="DATE", help="Last day; that of the latest article otherwise.")]
Language = Annotated[str, typer.Option(metavar="CODE", help="id or en.")]
Format = Annotated[BriefFormat, typer.Option("--format", "-f", help="Markdown or HTML.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="File; standard output when left out.")]


@filtered("since", "until", "unique", "status", "aux")
def brief(
    record: RecordPath,
    where: Any,
    since: Since = "7d",
    today: Today = "",
    language: Language = "id",
    format: Format = BriefFormat.md,
    out: Out = None,
) -> None:
    """A briefing in Indonesian or English in which every sentence links to its evidence.

    Example: kawat brief berita.sqlite --since 7d --language en --format html --out brief.html
    """
    from kawat.export.brief import render
    from kawat.export.briefing import prepare

    with open_record(record) as opened:
        text = render(prepare(opened, since, today, where), language, format.value)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8")
