from __future__ import annotations

import re
from pathlib import Path

from kawat.record import Record

PAGE = Path(__file__).parents[2] / "docs" / "record.md"


def test_every_table_and_column_is_documented(record: Record) -> None:
    text = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", text)) | set(
        re.findall(r"\w+", "".join(re.findall(r"^### .*$", text, re.M)))
    )
    tables = record.store.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%words_%'"
    ).fetchall()
    missing = [
        f"{table}.{column[1]}"
        for (table,) in tables
        for column in record.store.connection.execute(f"PRAGMA table_xinfo({table})")
        if column[1] not in named and not table.endswith("_words")
    ]
    assert [table for (table,) in tables if table not in named] == []
    assert missing == []
