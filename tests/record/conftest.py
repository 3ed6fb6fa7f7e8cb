from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import sample_readings

from kawat.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "uji.sqlite") as made:
        yield made


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(sample_readings(), "1")
    return record
