"""The grammar of dates: word lists and forms of a language, compiled once to one scanning expression.

The words and their orders are data (``language/<code>/lexicon/dates.toml``); here is only how a form is
spelt out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

import msgspec

from kawat.errors import LexiconError
from kawat.lexicon import words

Direction = Literal["back", "ahead", "now"]
Unit = Literal["day", "week", "month", "year", "decade", "century"]
Meaning = Literal[
    "calendar",
    "weekday",
    "stretch",
    "count",
    "step",
    "next_day",
    "same_day",
    "offset",
    "year",
    "unit",
    "decade",
    "century",
]

BLANK = r"[^\S\n]+"
SHAPES = {
    "day": r"(?:0?[1-9]|[12]\d|3[01])",
    "monthnumber": r"(?:0?[1-9]|1[0-2])",
    "year": r"(?:19|20)\d\d",
    "anyyear": r"[12]\d{3}",
    "shortyear": r"\d\d",
    "century": r"[IVX]+",
}
"""What digits (and Roman numerals) look like in a slot, whatever the language."""


class Nearness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far ahead of the article a day or month without year may lie."""

    days_ahead: int
    months_ahead: int


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to say when: its words in order, and what kind of reckoning it asks for."""

    id: str
    meaning: Meaning
    form: str
    begins: Literal["digit", "word", "either"] = "word"


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lexicon/dates.toml`` of a language."""

    tail: str
    starters: tuple[str, ...]
    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    tens: dict[str, int]
    teens: dict[str, int]
    ones: dict[str, Unit]
    units: dict[str, Unit]
    offsets: dict[str, int]
    directions: dict[str, Direction]
    stretches: dict[str, Direction]
    steps: dict[str, Direction]
    cues: dict[str, tuple[str, ...]]
    nearness: Nearness
    form: tuple[Form, ...]


class Grammar(msgspec.Struct, frozen=True):
    """The dates of one language, ready to scan."""

    words: DateWords
    scan: re.Pattern[str]
    forms: tuple[Form, ...]
    lookup: dict[str, dict[str, int | str]]
    """Slot → lower-cased word → its meaning."""
    since: tuple[str, ...]

    def slots(self, match: re.Match[str]) -> tuple[Form, dict[str, str]]:
        """The form that matched and the words in its slots."""
        number = int((match.lastgroup or "form0")[4:])
        ending = f"_{number}"
        found = match.groupdict()
        return self.forms[number], {
            name.removesuffix(ending): value
            for name, value in found.items()
            if value is not None and name.endswith(ending)
        }


def alternatives(options: Iterable[str]) -> str:
    """An expression for any of the words, the longest first."""
    spelt = (re.escape(word).replace(r"\ ", BLANK) for word in sorted(options, key=len, reverse=True))
    return f"(?:{'|'.join(spelt)})"


def any_case(options: Iterable[str]) -> str:
    """As ``alternatives``, in small letters or capitals, not inside a longer word."""
    return f"(?i:{alternatives(options)})(?!\\w)"


def capitalised(options: Iterable[str]) -> str:
    """As ``alternatives``, written as a name or in capitals."""
    listed = list(options)
    return f"{alternatives([*listed, *(word.upper() for word in listed)])}(?!\\w)"


def stands_after(options: Iterable[str], wanted: bool) -> str:
    """An expression that consumes nothing: true where one of the words stands just before."""
    listed = [*options]
    cased = sorted({form for word in listed for form in (word, word[:1].upper() + word[1:], word.upper())})
    behind = [rf"(?<{'=' if wanted else '!'}\b{re.escape(word)}\s)" for word in cased]
    return f"(?:{'|'.join(behind)})" if wanted else "".join(behind)


def number_shape(language: DateWords) -> str:
    """Digits, or number words in a row: ``dua``, ``dua puluh lima``."""
    simple = alternatives(language.numbers)
    more = alternatives([*language.numbers, *language.tens, *language.teens])
    return rf"(?:\d{{1,3}}|(?i:{simple}(?:{BLANK}{more}){{0,3}}))(?!\w)"


def slot_shapes(language: DateWords) -> dict[str, str]:
    """What each slot of a form matches."""
    shifted = [word for word, unit in language.units.items() if unit != "day"]
    return SHAPES | {
        "month": any_case([*language.months, *language.short_months]),
        "monthname": capitalised(language.months),
        "weekday": capitalised(language.weekdays),
        "count": number_shape(language),
        "unit": any_case(language.units),
        "one": any_case(language.ones),
        "shiftunit": any_case(shifted),
        "offset": any_case(language.offsets),
        "direction": any_case(language.directions),
        "yearshift": any_case(language.directions),
        "weekshift": any_case(language.directions),
        "stretch": any_case(language.stretches),
        "step": any_case(language.steps),
    }


SLOT = re.compile(r"\{(?:(?P<kind>after|unless|word):)?(?P<name>[a-z_]+)\}")


def spell(form: Form, number: int, language: DateWords, shapes: Mapping[str, str]) -> str:
    """The form as a regular expression; its groups end in ``_number``.

    Raises:
        LexiconError: the form names a slot or list that does not exist.
    """

    def fill(match: re.Match[str]) -> str:
        kind, name = match["kind"], match["name"]
        if kind and name in language.cues:
            listed = language.cues[name]
            return any_word(listed) if kind == "word" else stands_after(listed, kind == "after")
        shape = shapes.get(name.removeprefix("to") if name not in shapes else name)
        if kind or shape is None:
            raise LexiconError(f"dates.toml: form {form.id!r} names {match[0]!r}, which does not exist")
        return f"(?P<{name}_{number}>{shape})"

    spaced = form.form.replace("{tail}", language.tail).replace(" ?", f"(?:{BLANK})?").replace(" ", BLANK)
    own = re.sub(r"(\(\?P<|\(\?P=|\(\?\()([a-z]+)([>)])", rf"\g<1>\g<2>_{number}\g<3>", spaced)
    return SLOT.sub(fill, own)


def any_word(options: Iterable[str]) -> str:
    """Words in any case; signs such as a dash need no end of word."""
    signs = [word for word in options if not word[-1:].isalpha()]
    spoken = [word for word in options if word[-1:].isalpha()]
    parts = [any_case(spoken)] if spoken else []
    return f"(?:{'|'.join([*parts, alternatives(signs)] if signs else parts)})"


def starters(language: DateWords) -> str:
    """A look ahead that is true only where some form can begin: it makes the scan fast."""
    tables = (language.months, language.short_months, language.weekdays, language.numbers, language.ones)
    listed = [word for table in (*tables, language.units, language.offsets) for word in table]
    listed += [word for name in language.starters for word in language.cues[name]]
    first = {word.split()[0] for word in listed}
    cased = {form for word in first for form in (word, word.lower(), word.capitalize(), word.upper())}
    return rf"(?=\(?\d|{by_letters(cased)})"


def by_letters(words: Iterable[str]) -> str:
    """An expression for any of the words as a whole, tried letter by letter: faster than a list."""
    tails: dict[str, set[str]] = {}
    for word in words:
        tails.setdefault(word[:1], set()).add(word[1:])
    ends = [r"(?!\w)"] if tails.pop("", None) else []
    branches = ends + [re.escape(letter) + by_letters(rest) for letter, rest in sorted(tails.items())]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def lookups(language: DateWords) -> dict[str, dict[str, int | str]]:
    """For each slot that holds words: what each word means."""
    months: dict[str, int] = {**language.months, **language.short_months}
    tables: dict[str, Mapping[str, int | str]] = {
        "month": months,
        "weekday": language.weekdays,
        "unit": {**language.units, **language.ones},
        "offset": language.offsets,
        "direction": language.directions,
        "stretch": language.stretches,
        "step": language.steps,
    }
    return {name: {word.lower(): value for word, value in table.items()} for name, table in tables.items()}


@cache
def grammar(language: str) -> Grammar:
    """The dates of a language.

    Raises:
        UnsupportedLanguage: no such language.
        LexiconError: its ``dates.toml`` is missing or breaks its form.
    """
    listed = words(language, "dates", DateWords)
    shapes = slot_shapes(listed)
    forms = [form for form in listed.form if form.begins != "word"]
    split = len(forms)
    forms += [form for form in listed.form if form.begins != "digit"]
    spelt = [f"(?P<form{n}>{spell(form, n, listed, shapes)})" for n, form in enumerate(forms)]
    # Told apart by the first character, half of the forms need not be tried.
    either = rf"(?=\d)(?:{'|'.join(spelt[:split])})|(?!\d)(?:{'|'.join(spelt[split:])})"
    scan = re.compile(rf"(?<!\w)(?<![.,/-](?=\d)){starters(listed)}(?:{either})")
    return Grammar(listed, scan, tuple(forms), lookups(listed), listed.cues["since"])
