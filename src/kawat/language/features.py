"""What the network sees of a word before its neighbours: itself, its beginning and end, its outline."""

from collections.abc import Mapping
from zlib import crc32

AFFIX_ROWS = 8192
SHAPE_ROWS = 64
AFFIXES = (2, 3, 4)
OUTSIDE = 0  # the row of words that the vocabulary does not hold

Row = tuple[int, ...]
"""Row of the word, rows of its beginnings, rows of its ends, row of its outline."""


def normal(word: str) -> str:
    """The form under which a word is looked up: small letters, every digit a 0.

    >>> normal("Senin"), normal("2/10/2023")
    ('senin', '0/00/0000')
    """
    lower = word.lower()
    return lower if lower.isalpha() else "".join("0" if letter.isdigit() else letter for letter in lower)


def outline(word: str) -> str:
    """The shape of a word, each run of like characters once: `Xx`, `X`, `x-x`, `0`.

    >>> outline("Kim"), outline("AS"), outline("negara-negara"), outline("1.000")
    ('Xx', 'X', 'x-x', '0.0')
    """
    marks: list[str] = []
    for letter in word[:24]:
        mark = "X" if letter.isupper() else "x" if letter.isalpha() else "0" if letter.isdigit() else letter
        if not marks or marks[-1] != mark:
            marks.append(mark)
    return "".join(marks[:6])


def _bucket(text: str, rows: int) -> int:
    return crc32(text.encode()) % rows


def row(word: str, places: Mapping[str, int]) -> Row:
    """The rows of the network's tables that belong to a word.

    In: a word, and the row of each known word. Out: 1 + 3 + 3 + 1 numbers.
    """
    form = normal(word)
    starts = [_bucket(f"{form[:size]}<", AFFIX_ROWS) for size in AFFIXES]
    ends = [_bucket(f">{form[-size:]}", AFFIX_ROWS) for size in AFFIXES]
    return (places.get(form, OUTSIDE), *starts, *ends, _bucket(outline(word), SHAPE_ROWS))
