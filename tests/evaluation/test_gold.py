"""The scorer counts as the codebook's does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.gold import paired, rates, score, sides

SHARED = Path(__file__).parents[3] / "shared" / "gold"
TEXT = "Rusia menyerang Ukraina. Jepang bertemu Filipina."


def event(type: str, start: int, actor: list[str], recipient: list[str], aux: str | None = None) -> dict:
    """An event as a reading tells it."""
    return {
        "trigger": {"start": start, "end": start + 4, "text": TEXT[start : start + 4]},
        "type": type,
        "mode": None,
        "actor": [{"code": code} for code in actor],
        "recipient": [{"code": code} for code in recipient],
        "aux": aux,
    }


def gold_event(sent: int, type: str, actor: list[str], recipient: list[str]) -> dict:
    """An event as gold tells it."""
    return {
        "sent": sent,
        "trigger": "x",
        "type": type,
        "mode": None,
        "actor": actor,
        "recipient": recipient,
        "aux": None,
    }


GOLD = {
    "x": {
        "sentences": [[0, 24], [25, 49]],
        "events": [
            gold_event(1, "ASSAULT", ["RUS:GOV"], ["UKR:GOV"]),
            gold_event(2, "CONSULT", ["JPN:GOV", "PHL:GOV"], []),
        ],
        "statements": [],
    }
}


def test_who_visits_whom_does_not_matter_for_talks():
    one = {"type": "CONSULT", "actor": ["JPN:GOV"], "recipient": ["PHL:GOV"]}
    other = {"type": "CONSULT", "actor": ["PHL:GOV", "JPN:GOV"], "recipient": []}

    assert sides(one) == sides(other)


def test_matches_are_one_to_one():
    pairs, missed, extra = paired([{"a": 1}], [{"a": 1}, {"a": 1}], lambda item: item["a"])

    assert (len(pairs), len(missed), len(extra)) == (1, 0, 1)


def test_each_measure_asks_more_than_the_one_before():
    found = [event("ASSAULT", 6, ["RUS:MIL"], ["UKR:GOV"]), event("CONSULT", 32, ["JPN:GOV"], ["CHN:GOV"])]

    tally = score(GOLD, [{"id": "x", "events": found, "statements": []}])

    assert [tally.right[m] for m in ("detect", "dyad", "full")] == [2, 1, 0]


def test_an_event_in_the_title_is_left_out():
    titled = event("ASSAULT", 6, ["RUS:GOV"], ["UKR:GOV"])
    titled["trigger"]["part"] = "title"

    assert score(GOLD, [{"id": "x", "events": [titled]}]).found["detect"] == 0


def test_nothing_found_has_no_rate():
    assert rates(0, 5, 0) == (0.0, 0.0, 0.0)


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="the shared gold is not beside the checkout")
def test_agrees_with_the_scorer_of_the_codebook(tmp_path: Path):
    """On readings of our own the lines are those of the shared scorer, character for character."""
    found = [
        event("ASSAULT", 6, ["RUS:GOV"], ["UKR:GOV"], "future"),
        event("CONSULT", 32, ["JPN:GOV"], ["PHL:GOV"]),
    ]
    reading = {"id": "x", "events": found, "statements": []}
    (tmp_path / "gold.json").write_text(json.dumps(GOLD))
    (tmp_path / "readings.jsonl").write_text(json.dumps(reading))
    command = [
        sys.executable,
        str(SHARED / "score.py"),
        str(tmp_path / "gold.json"),
        str(tmp_path / "readings.jsonl"),
    ]

    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()

    assert list(score(GOLD, [reading]).rows(("detect", "dyad", "full"))) == theirs[1:4]
