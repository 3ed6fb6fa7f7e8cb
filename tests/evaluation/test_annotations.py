"""Annotation kept without the words it points at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation.annotations import digest, found, pack, unpack

TEXT = "Rusia menuduh Ukraina. Menurut juru bicaranya, itu bohong."
GOLD: dict[str, Any] = {
    "sentences": [[0, 22], [23, 58]],
    "events": [{"sent": 1, "trigger": "menuduh", "type": "ACCUSE"}],
    "statements": [
        {"sent": 2, "speaker": "Kremlin", "cue": "Menurut", "via": None, "content": "itu bohong."}
    ],
}


def test_words_are_kept_as_places_and_come_back() -> None:
    packed = pack(GOLD, TEXT)
    assert packed["events"][0]["trigger"] == [6, 13]
    assert unpack(packed, TEXT)["events"] == GOLD["events"]
    assert unpack(packed, TEXT)["statements"] == GOLD["statements"]


def test_a_word_of_the_text_is_never_kept() -> None:
    assert "bohong" not in str(pack(GOLD, TEXT))


def test_an_article_that_the_corpus_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.annotations.corpus", lambda folder: iter([{"id": "a", "text": TEXT}]))
    assert list(found({digest(TEXT): {}}, Path())) == [digest(TEXT)]
    with pytest.raises(ValueError, match="1 of 2 annotated articles"):
        found({digest(TEXT): {}, "0": {}}, Path())
