"""Files of every kind, good and bad: each error names file and line, and the batch goes on."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from kawat.article import open_sources
from kawat.errors import (
    BadRecord,
    BinarySource,
    EmptySource,
    MissingSource,
    SourceError,
    SourceTooLarge,
    UnknownEncoding,
)
from kawat.records import Article

TEXT = "Menlu RI ke Hanoi\n\nHanoi - Menlu RI tiba, kata “Kemlu” – Senin (3/3/2025), di Hôtel Métropole."


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(path: Path | str, **options: object) -> Article | SourceError:
    (found,) = open_sources([path], **options)  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encodings_of_news_are_recognised(tmp_path: Path, encoding: str) -> None:
    found = only(written(tmp_path, "a.txt", TEXT.encode(encoding)))

    assert isinstance(found, Article)
    assert found.text == TEXT


BAD = [
    ("empty.txt", b"", EmptySource),
    ("blank.txt", b" \n\t\n", EmptySource),
    ("binary.txt", bytes(range(256)) * 4, BinarySource),
    ("page.pdf", b"%PDF-1.7\nstream", BinarySource),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", BinarySource),
    ("japan.txt", "日本の外務大臣は北京で会談した。".encode("shift-jis"), UnknownEncoding),
    ("number.jsonl", b"7\n", BadRecord),
    ("other.jsonl", b'{"body": "x"}\n', BadRecord),
    ("cut.jsonl", b'{"text": "x', BadRecord),
    ("nothing.html", b"<html><head></head><body></body></html>", EmptySource),
]


@pytest.mark.parametrize(("name", "content", "kind"), BAD)
def test_each_bad_file_has_its_error_with_its_name(
    tmp_path: Path, name: str, content: bytes, kind: type[SourceError]
) -> None:
    found = only(written(tmp_path, name, content))

    assert type(found) is kind
    assert name in str(found)
    assert "\n" not in str(found)


def test_a_missing_file_and_a_directory_are_named(tmp_path: Path) -> None:
    assert isinstance(only(tmp_path / "no.txt"), MissingSource)
    assert "directory" in str(only(tmp_path))


def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    good = json.dumps({"text": "Menteri itu tiba.", "id": 9})
    path = written(tmp_path, "a.jsonl", f'{good}\n[1]\n\n{{"text": ""}}\n{good}\n')
    found = list(open_sources([path]))

    assert [getattr(item, "line", None) for item in found] == [None, 2, 4, None]
    assert isinstance(found[0], Article)
    assert found[0].id == "9"


def test_an_unsupported_language_is_an_error_of_its_line(tmp_path: Path) -> None:
    found = only(written(tmp_path, "a.jsonl", '{"text": "Tere.", "language": "et"}'))

    assert isinstance(found, SourceError)
    assert "a.jsonl:1" in str(found)
    assert "et" in str(found)


def test_a_line_too_long_for_an_article_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        file.write('{"text": "' + "x" * 21_000_000 + '"}\n{"text": "Menteri itu tiba."}\n')
    found = list(open_sources([path]))

    assert isinstance(found[0], SourceTooLarge)
    assert found[0].line == 1
    assert isinstance(found[1], Article)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = written(tmp_path, "good.txt", TEXT)

    assert [type(found) for found in open_sources([tmp_path / "no.txt", good])] == [MissingSource, Article]


SNIFFED = [
    ('{"text": "Menteri itu tiba."}', "Menteri itu tiba."),
    ("<!DOCTYPE html><html><body><p>Menteri itu tiba.</p></body></html>", "Menteri itu tiba."),
    ("Menteri itu tiba.", "Menteri itu tiba."),
]


@pytest.mark.parametrize(("content", "text"), SNIFFED)
def test_standard_input_is_sniffed(content: str, text: str) -> None:
    found = only("-", stdin=io.BytesIO(content.encode()))

    assert isinstance(found, Article)
    assert found.text == text


def test_a_json_file_may_hold_one_object_or_a_list(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", json.dumps([{"text": "Satu."}, {"text": "Dua."}], indent=1))

    assert [found.text for found in open_sources([path]) if isinstance(found, Article)] == ["Satu.", "Dua."]
