"""Reading the TOML files in which Kawat's knowledge lies, with errors that name file and line."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from kawat.errors import LexiconError, UnsupportedLanguage

T = TypeVar("T")


def read_toml(path: Path | Traversable, form: type[T]) -> T:
    """The file as a value of ``form`` (a msgspec Struct, or a container of them).

    Unknown keys are refused when ``form`` is declared with ``forbid_unknown_fields=True``.

    Raises:
        LexiconError: no such file, no TOML, or TOML of another form; names file and, where it can be found, line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    try:
        return msgspec.convert(tomllib.loads(text), form)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: no valid TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise LexiconError(f"{path}:{line_of(text, str(error))}: {error}") from error


def line_of(text: str, message: str) -> int:
    """Line of the table that a msgspec message points at (``at `$.entry[12].type` ``), from 1."""
    found = re.search(r"\$\.(\w+)\[(\d+)\]", message)
    if not found:
        return 1
    header = re.compile(rf"^[ \t]*\[\[\s*{re.escape(found[1])}\s*\]\]", re.M)
    for number, match in enumerate(header.finditer(text)):
        if number == int(found[2]):
            return text.count("\n", 0, match.start()) + 1
    return 1


def language_folder(language: str) -> Traversable:
    """The folder of a language.

    Raises:
        UnsupportedLanguage: none has that code; the message lists those that exist.
    """
    home = resources.files("kawat") / "language"
    folder = home / language
    if not re.fullmatch(r"[a-z]{2,3}", language) or not (folder / "lexicon").is_dir():
        known = ", ".join(sorted(f.name for f in home.iterdir() if (f / "lexicon").is_dir()))
        raise UnsupportedLanguage(f"language {language!r} is not supported; choose one of: {known}")
    return folder


@cache
def words(language: str, name: str, form: type[T]) -> T:
    """``language/<language>/lexicon/<name>.toml`` as a value of ``form``, read once."""
    return read_toml(language_folder(language) / "lexicon" / f"{name}.toml", form)
