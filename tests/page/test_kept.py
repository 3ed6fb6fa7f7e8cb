"""Kept answers are given again until the record changes, and never to another question."""

from __future__ import annotations

import shutil
from pathlib import Path

from paged import demand
from starlette.responses import Response
from starlette.testclient import TestClient

from kawat.page.countries import country_name
from kawat.page.kept import MOST_BYTES, Kept
from kawat.record import Record


class Counted:
    """A view that counts how often it is asked."""

    def __init__(self, status: int = 200, body: bytes = b"halo") -> None:
        self.times, self.status, self.body = 0, status, body

    def __call__(self) -> Response:
        self.times += 1
        return Response(self.body, self.status)


def test_an_answer_is_made_once_for_each_question() -> None:
    kept, view = Kept(None), Counted()
    assert [kept.answer("a", view).body for _ in range(3)] == [b"halo"] * 3
    kept.answer("b", view)
    assert view.times == 2


def test_only_successes_are_kept_and_nothing_huge() -> None:
    kept, broken, huge = Kept(None), Counted(500), Counted(body=b"a" * MOST_BYTES)
    for _ in range(2):
        kept.answer("broken", broken)
        kept.answer("huge", huge)
    assert (broken.times, huge.times) == (2, 2)


def test_the_longest_unused_makes_room() -> None:
    kept, big = Kept(None), Counted(body=b"a" * (MOST_BYTES // 10))
    for number in range(12):
        kept.answer(number, big)
    kept.answer(11, big)
    assert big.times == 12
    kept.answer(0, big)
    assert big.times == 13


def test_a_commit_of_anybody_forgets_everything(filled: Path, tmp_path: Path) -> None:
    path, view = Path(shutil.copy(filled, tmp_path / "r.sqlite")), Counted()
    kept = Kept(path)
    with Record(path) as record:
        for number in range(3):
            kept.answer("a", view)
            kept.answer("a", view)
            text = f"Amerika Serikat mendesak China menekan Korea Utara {number} kali, kata Matthew Miller."
            record.add([demand(text, f"n{number}")], "1")
    kept.close()
    assert view.times == 3


def test_languages_and_editors_have_answers_of_their_own(editor: TestClient) -> None:
    plain = editor.get("/articles/satu", headers={"cookie": ""}).text
    assert "correct=e1" in editor.get("/articles/satu").text
    assert "correct=e1" not in plain
    assert editor.get("/events?lang=en").text != editor.get("/events?lang=id").text


def test_countries_are_named_in_the_language_of_the_interface() -> None:
    assert country_name("PRK", "id") == "Korea Utara"
    assert country_name("PRK", "en") == "North Korea"
    assert country_name("UNO", "id") == "PBB"
    assert country_name("QQQ", "en") == "QQQ"
