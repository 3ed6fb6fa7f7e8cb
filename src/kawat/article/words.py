"""The forms of ``lexicon/furniture.toml``: what a language's news pages look like."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from kawat.errors import LexiconError
from kawat.lexicon import words


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lengths (characters) and words that tell titles and headings from paragraphs."""

    title_longest: int
    heading_longest: int
    item_longest: int
    bullet_longest: int
    title_reach: int
    """Words of a headline at most."""
    small_words: frozenset[str]
    """Words written small in a headline."""
    name_separators: tuple[str, ...]


class DatelineForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One manner of datelines; ``{place}`` and the like stand for ``dateline_words``."""

    id: str
    match: str


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of furniture; the head of ``furniture.toml`` describes the fields."""

    id: str
    kind: Literal["related", "furniture", "caption"]
    where: Literal["line", "start", "end", "inline"]
    match: str
    longest: int = 260
    within: int = 10_000_000
    takes: Literal["", "title", "list"] = ""
    exact: bool = False
    hints: tuple[str, ...] = ()


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lexicon/furniture.toml`` of a language."""

    layout: Layout
    dateline_words: dict[str, str]
    dateline: tuple[DatelineForm, ...]
    rule: tuple[Rule, ...]


class Matcher(msgspec.Struct, frozen=True):
    """A furniture rule with its expression."""

    rule: Rule
    pattern: re.Pattern[str]


class Page(msgspec.Struct, frozen=True):
    """How the news pages of one language look, ready to match."""

    layout: Layout
    whole: tuple[Matcher, ...]
    """Rules for whole lines."""
    within: tuple[Matcher, ...]
    """Rules for parts of lines."""
    datelines: tuple[re.Pattern[str], ...]

    def for_text(self, text: str) -> Page:
        """The page with those rules only that can fit anywhere in a text."""
        return replace(self, whole=hinted(self.whole, text), within=hinted(self.within, text))


def hinted(matchers: tuple[Matcher, ...], text: str) -> tuple[Matcher, ...]:
    """The rules without hints, and those that have one of theirs in the text."""
    return tuple(m for m in matchers if not m.rule.hints or any(hint in text for hint in m.rule.hints))


def compiled(id: str, pattern: str, exact: bool) -> re.Pattern[str]:
    """The expression.

    Raises:
        LexiconError: it is none.
    """
    try:
        return re.compile(pattern, 0 if exact else re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"furniture.toml: rule {id!r}: {error}") from error


def matcher(rule: Rule) -> Matcher:
    """The rule, ready to match."""
    ending = {"line": r"\s*$", "start": "", "end": "$", "inline": ""}[rule.where]
    return Matcher(rule, compiled(rule.id, f"(?:{rule.match}){ending}", rule.exact))


@cache
def page_words(language: str) -> Page:
    """The pages of a language.

    Raises:
        UnsupportedLanguage: no such language.
        LexiconError: its ``furniture.toml`` is missing or breaks its form.
    """
    listed = words(language, "furniture", PageWords)
    matchers = [matcher(rule) for rule in listed.rule]
    return Page(
        listed.layout,
        tuple(m for m in matchers if m.rule.where in ("line", "start")),
        tuple(m for m in matchers if m.rule.where in ("end", "inline")),
        tuple(compiled(f.id, f.match.format(**listed.dateline_words), True) for f in listed.dateline),
    )
