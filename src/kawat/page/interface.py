"""The words of the interface, in each of its languages."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from kawat.errors import LexiconError
from kawat.lexicon import read_toml

LANGUAGES = ("id", "en")
"""The first is spoken to whoever asks for none of them."""

Words = dict[str, str]


@cache
def interface(language: str) -> Words:
    """Words of one language by dotted name: ``nav.events``.

    Raises:
        LexiconError: no such language, or a file that breaks its form.
    """
    if language not in LANGUAGES:
        raise LexiconError(f"no interface in {language!r}; choose from: {', '.join(LANGUAGES)}")
    folder = resources.files("kawat.page") / "words"
    tables = read_toml(folder / f"{language}.toml", dict[str, dict[str, str]])
    return {f"{table}.{name}": said for table, rows in tables.items() for name, said in rows.items()}


def preferred(accepted: str) -> str:
    """The language of ours that an Accept-Language header likes best."""
    wanted: list[tuple[float, int, str]] = []
    for number, item in enumerate(accepted.split(",")[:20]):
        name, _, rest = item.strip().partition(";")
        weight = re.fullmatch(r"\s*q=(0(?:\.\d{1,3})?|1(?:\.0{1,3})?)\s*", rest)
        wanted.append((-float(weight[1]) if weight else -1.0, number, name.partition("-")[0].lower()))
    return next((name for _, _, name in sorted(wanted) if name in LANGUAGES), LANGUAGES[0])
