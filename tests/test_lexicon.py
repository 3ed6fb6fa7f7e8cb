"""TOML as knowledge: errors name file and line."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kawat.errors import LexiconError, UnsupportedLanguage
from kawat.lexicon import language_folder, read_toml


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry: list[Entry]


def test_error_names_file_and_line_of_the_entry(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('[[entry]]\nid = "a"\n\n[[entry]]\nid = 3\n')

    with pytest.raises(LexiconError, match=r"words\.toml:4: Expected `str`, got `int`"):
        read_toml(path, File)


def test_unknown_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('[[entry]]\nid = "a"\nidd = "b"\n')

    with pytest.raises(LexiconError, match="unknown field `idd`"):
        read_toml(path, File)


def test_broken_toml_names_file(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text("[[entry\n")

    with pytest.raises(LexiconError, match=r"words\.toml: no valid TOML"):
        read_toml(path, File)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"absent\.toml: cannot be read"):
        read_toml(tmp_path / "absent.toml", File)


@pytest.mark.parametrize("language", ["xx", "../id", "", "ID"])
def test_unsupported_language_lists_the_supported(language: str) -> None:
    with pytest.raises(UnsupportedLanguage, match=r"choose one of: .*id"):
        language_folder(language)
