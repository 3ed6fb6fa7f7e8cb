"""The short form of benchmarks/load.py: readers at once meet no error."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import load


def test_eight_readers_at_once_meet_no_error(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "PATHS", tuple(path for path in load.PATHS if path != "/dyads/IRN/ISR"))
    tally = load.load(filled, clients=8, seconds=2)
    assert not tally.errors
    assert len(tally.seconds) > 20
    assert tally.p95 < 3
