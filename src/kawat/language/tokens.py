"""Characters into words: spaCy's tokenizer with rules that a language's folder gives as data.

Offsets stay exact: words are never changed, only told apart.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab

from kawat.language.quirks import clitic_cutter, quirks

OPENING = r"""[\"'“”‘’«»„`´(\[{<¿¡…]|\.\.+|[—–]|--+|[#*•▪◦·|=~^_\\]|,|;|:|!|\?|/|\+(?!\d)|-(?!\d)|-(?=\d+$)"""
CLOSING = (
    r"""[\"'“”‘’«»`´)\]}>…%]|\.\.+|[—–]|--+|[*•|=~^_\\]|,|;|:|!|\?|/|°|\.|(?<=[^-])-|(?<=[a-zA-Z])'s|’s"""
)
BETWEEN = r"""\.\.+|…|[—]|--+|[“”\"«»()\[\]{}|;]|(?<=\d)[–](?=\d)|(?<=[^\W\d_])[–:,!?](?=[^\W\d_])"""
SENTENCE_GLUED = r"(?<=[a-z]{2})\.(?=[A-Z][a-z])"
SLASH = r"(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})"
NAMES = r"(?<=[^\W\d_]{2})-(?=[A-Z]\w)"
NUMBERS = r"(?<=\d)-(?=\d)"
WEB = re.compile(r"^(?:https?://\S*[\w/]|www\.\S*[\w/]|[\w.+-]+@[\w-]+\.[\w.-]*\w|@\w+|#\w+)$")
INITIALS = re.compile(
    r"^(?:[A-Z]\.)+$|^(?:[A-Z][a-z]{0,3}\.){2,}$|^\d+(?:[.,:]\d+)+$|^\d{1,4}/\d{1,2}(?:/\d{1,4})?$"
)


class RuledTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer; its rules are the language folder's and are not stored again with a model."""

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Nothing to store."""

    def from_disk(self, path: str | Path, **_: Any) -> "RuledTokenizer":  # noqa: ARG002
        """Nothing was stored."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to store."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> "RuledTokenizer":  # noqa: ARG002
        """Nothing was stored."""
        return self


def tokenizer(vocab: Vocab, language: str) -> RuledTokenizer:
    """The tokenizer of a language.

    In: the vocabulary of a pipeline and a language code. Out: a callable from text to spaCy's Doc.
    """
    rules = quirks(language, "tokens")
    short = quirks(language, "abbreviations")
    cases = {word: [{"ORTH": word}] for kind in ("inside", "ending") for word in short.get(kind, ())}
    return RuledTokenizer(
        vocab,
        rules=cases,
        prefix_search=_prefix(rules),
        suffix_search=_suffix(language),
        infix_finditer=_infix(rules),
        token_match=INITIALS.match,
        url_match=WEB.match,
    )


def _prefix(rules: Any) -> Callable[[str], re.Match[str] | None]:
    currencies = "|".join(rules.get("currencies", ()))
    money = rf"|(?:{currencies})(?=[\d.,]*\d)" if currencies else ""
    return re.compile(rf"^(?:{OPENING}|[$€£¥](?=\d){money})").search


def _suffix(language: str) -> Callable[[str], re.Match[str] | None]:
    """Punctuation at the end of a word; failing that, its clitic."""
    punctuation = re.compile(rf"(?:{CLOSING})$")
    cut = clitic_cutter(language)

    def search(word: str) -> re.Match[str] | None:
        found = punctuation.search(word)
        if found is not None:
            return found
        at = cut(word)
        return re.compile(".+").search(word, at) if at else None

    return search


def _infix(rules: Any) -> Callable[[str], Any]:
    pattern = re.compile("|".join((BETWEEN, SENTENCE_GLUED, SLASH, NUMBERS, NAMES)))
    held = frozenset(word.lower() for word in rules.get("bound", ()))

    def find(word: str) -> list[re.Match[str]]:
        return [
            found
            for found in pattern.finditer(word)
            if found.group() != "-" or _two_names(word, found.start(), held)
        ]

    return find


def _two_names(word: str, at: int, held: frozenset[str]) -> bool:
    """Whether the hyphen at `at` stands between two names or numbers, not inside one word."""
    left, right = word[:at].rpartition("-")[2], word[at + 1 :].partition("-")[0]
    if left.isdigit() or right.isdigit() or left[-1:].isdigit():
        return left[-1:].isdigit() and right[:1].isdigit()
    alike = left.lower()[-3:] == right.lower()[-3:] or left.lower()[:3] == right.lower()[:3]
    return left[:1].isupper() and right[:1].isupper() and left.lower() not in held and not alike
