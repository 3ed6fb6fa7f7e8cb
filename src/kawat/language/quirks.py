"""What a language's folder says of its writing: tables under `<language>/quirks/`, and the rule of clitics.

The words are data; nothing here knows one.
"""

import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

Cut = Callable[[str], int]


def quirks(language: str, name: str) -> Mapping[str, Any]:
    """The table `<language>/quirks/<name>.toml`, empty when the language has none.

    In: a language code (`id`) and the name of a table (`clitics`). Out: the table as read.
    """
    path = files("kawat.language") / language / "quirks" / f"{name}.toml"
    if not path.is_file():
        return {}
    return tomllib.loads(path.read_text(encoding="utf-8"))


def clitic_cutter(language: str) -> Cut:
    """A function that says where a word's clitic starts, or 0 when it has none.

    >>> cut = clitic_cutter("id")
    >>> cut("kunjungannya"), cut("hanya"), cut("bukanlah"), cut("sekolah")
    (9, 0, 5, 0)
    """
    rules = tuple(quirks(language, "clitics").items())
    whole = {clitic: frozenset(rule.get("whole", ())) for clitic, rule in rules}
    hosts = {clitic: frozenset(rule.get("hosts", ())) for clitic, rule in rules}
    shortest = {clitic: rule.get("shortest", 1) for clitic, rule in rules}

    def cut(word: str) -> int:
        lower = word.lower()
        for clitic, rule in rules:
            at = len(lower) - len(clitic)
            if at < shortest[clitic] or not lower.endswith(clitic):
                continue
            if rule["split"] == "only listed":
                return at if lower[:at] in hosts[clitic] else 0
            free = lower not in whole[clitic] and not (word[:1].isupper() and word.isupper())
            return at if free and word[at:].islower() else 0
        return 0

    return cut
