"""The reading at a terminal."""

from __future__ import annotations

import io

from handmade import handmade
from rich.console import Console

from kawat.article import read_plain
from kawat.export.text import render_text
from kawat.records import Reading


def shown(reading: Reading, why: bool = False, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=140, force_terminal=terminal, color_system="standard" if terminal else None
    )
    render_text(reading, console, why)
    return out.getvalue()


def test_headline_article_and_tables_are_shown() -> None:
    text = shown(handmade())

    assert text.startswith("Chili Minta Peru <Buka> Perbatasan\n")
    assert "Kabar Warga · Jakarta · 2025-03-03 (inferred)" in text
    assert "[related] Baca juga: Sejarah Perbatasan" in text
    for cell in ("REQUEST change", "Chili CHL:GOV", "Peru PER:GOV", "hypothetical", "AFP", "e2 ↳e1"):
        assert cell in text


def test_no_colours_where_no_terminal_is() -> None:
    assert "\x1b[" not in shown(handmade())
    assert "\x1b[" in shown(handmade(), terminal=True)


def test_why_shows_the_way_from_words_to_code() -> None:
    assert "verb.ask › side.subject" in shown(handmade(), why=True)
    assert "verb.ask" not in shown(handmade())


def test_an_article_without_findings_says_so() -> None:
    assert shown(Reading(read_plain("Menteri itu tiba."))).count("none") == 2


def test_brackets_in_the_text_are_no_markup() -> None:
    assert "[bold]tiba[/bold]" in shown(Reading(read_plain("Menteri itu [bold]tiba[/bold].")))
