from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from invented import build, sample_readings

from kawat.errors import RecordError
from kawat.record import Record
from kawat.record.store import migrations, sql_statements


def test_new_record_has_every_migration_recorded(record: Record) -> None:
    names = [name for (name,) in record.store.connection.execute("SELECT name FROM migrations ORDER BY name")]
    assert names == [name for name, _ in migrations()]


def test_record_is_opened_by_any_sqlite(filled: Record) -> None:
    other = sqlite3.connect(filled.store.path)
    assert other.execute("SELECT count(*) FROM articles").fetchone() == (4,)


def test_migrations_are_split_inside_triggers_only_at_their_end() -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\n"
    script = "CREATE TABLE a (b);\n" + trigger
    assert len(list(sql_statements(script))) == 2


def test_an_older_record_is_migrated_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "lama.sqlite"
    with Record(path) as record:
        record.add(sample_readings(), "1")
        record.store.connection.execute("DROP TABLE corrections")
        record.store.connection.execute("DROP TABLE feeds")
        record.store.connection.execute("DELETE FROM migrations WHERE name LIKE '0007%'")
    with Record(path) as record:
        assert record.totals()["articles"] == 4
        assert record.corrections() == ()


def test_a_later_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "baru.sqlite"
    with Record(path) as record:
        record.store.connection.execute("INSERT INTO migrations VALUES ('9999_later', '')")
    with pytest.raises(RecordError, match=r"later Kawat \(schema 9999_later\); upgrade"):
        Record(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"just some text, long enough to be no header", "no SQLite file"),
        (b"SQLite format 3\0abc", "is torn"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bukan.sqlite"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=message):
        Record(path)


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "lain.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE things (a)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="something else"):
        Record(path)
    assert path.read_bytes() == before


def test_a_missing_record_is_not_made_by_a_question(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"):
        Record(tmp_path / "tiada.sqlite", create=False)
    assert not (tmp_path / "tiada.sqlite").exists()


def test_a_torn_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "robek.sqlite"
    with Record(path) as record:
        record.add(sample_readings(), "1")
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    with pytest.raises(RecordError, match="is torn"):
        Record(path)


def test_a_page_of_rubbish_is_told_by_check(tmp_path: Path) -> None:
    path = tmp_path / "rusak.sqlite"
    with Record(path) as record:
        record.add(sample_readings(), "1")
    raw = bytearray(path.read_bytes())
    raw[4096 * 20 : 4096 * 60] = b"\xa5" * 4096 * 40
    path.write_bytes(raw)
    with pytest.raises(RecordError, match="torn"), Record(path) as record:
        record.check()


FILL = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from invented import build
from kawat.record import Record
record = Record(sys.argv[1])
size = record.store.path.stat().st_size + 400_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
for n in range(1000):
    texts = [f"Kalimat ke-{n} {m} " + "kata lagi " * 900 for m in range(5)]
    record.add([build(text, f"x{n}-{m}").done() for m, text in enumerate(texts)], "1")
"""


def test_a_full_disk_is_told_and_what_was_stored_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "penuh.sqlite"
    with Record(path):
        pass
    run = subprocess.run(
        [sys.executable, "-c", FILL, str(path), str(Path(__file__).parent)], capture_output=True, text=True
    )
    assert "RecordError" in run.stderr
    assert "the last batch was not stored" in run.stderr
    with Record(path) as record:
        record.check()
        assert record.totals()["articles"] % 5 == 0


def test_a_page_limit_is_told_as_a_full_disk(record: Record) -> None:
    pages = record.store.connection.execute("PRAGMA page_count").fetchone()[0]
    record.store.connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(RecordError, match="the disk is full"):
        record.add([build(f"Kalimat ke-{n}. " * 1500, f"b{n}").done() for n in range(40)], "1")
    assert record.totals()["articles"] == 0


def test_a_reader_never_fails_nor_sees_half_an_article_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "serentak.sqlite"
    wrong: list[object] = []
    done = threading.Event()

    def ask(record: Record) -> None:
        while not done.is_set():
            try:
                with record.store.snapshot() as connection:
                    articles = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
                    events = connection.execute("SELECT count(*) FROM events").fetchone()[0]
                if articles != events:
                    wrong.append((articles, events))
                record.events()
            except Exception as error:
                wrong.append(error)

    with Record(path) as writer, Record(path) as reader:
        thread = threading.Thread(target=ask, args=(reader,))
        thread.start()
        for n in range(60):
            built = build(f"China menuduh Amerika Serikat untuk kali ke-{n}.", f"r{n}")
            writer.add([built.event("menuduh", "ACCUSE", "CHN:GOV", "USA:GOV").done()], "1")
        done.set()
        thread.join()
    assert wrong == []
