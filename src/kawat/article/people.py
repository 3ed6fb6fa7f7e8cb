"""Who wrote and who edited, from the page's byline lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kawat.article.furniture import Piece

NAME_LONGEST = 60
"""Names that are longer are sentences that a byline rule caught."""


def people_in(pieces: Iterable[Piece], role: str, separators: Sequence[str]) -> tuple[str, ...]:
    """The names that furniture rules caught as ``author`` or ``editor``, each once, in order."""
    found = [piece.found[role] for piece in pieces if piece.found and role in piece.found]
    names = [name for listed in found for name in split_names(listed, separators)]
    return tuple(dict.fromkeys(names))


def split_names(listed: str, separators: Sequence[str]) -> list[str]:
    """Several names in one line, one by one."""
    parts = re.split("|".join(separator_shape(separator) for separator in separators), listed)
    names = (re.sub(r"\s+", " ", part).strip(" .-–|\\") for part in parts)
    return [name for name in names if 1 < len(name) <= NAME_LONGEST]


def separator_shape(separator: str) -> str:
    """An expression for a separator: a word stands between blanks, a sign anywhere."""
    return rf"\s{re.escape(separator)}\s" if separator.isalpha() else re.escape(separator)
