from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from stub import StubReader

from kawat.errors import SourceError
from kawat.record import Record
from kawat.record.ingest import Ingestion, Listener, Progress, one_thread_each
from kawat.record.sources import Intake, gather

STUB = Path(__file__).parent / "stub.py"


def lines(count: int) -> list[dict[str, str]]:
    return [
        {
            "id": f"n{n}",
            "title": f"Judul {n}",
            "date": f"2025-0{1 + n % 9}-1{n % 10}",
            "outlet": f"Media {n % 3}",
            "text": f"Hari ini CHN ACCUSE USA di kota {n}. USA: kami menolak tuduhan nomor {n}. Selesai.",
        }
        for n in range(count)
    ]


def write(path: Path, items: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return path


def ingest(record: Record, *sources: Path, version: str = "stub-1", **intake: object) -> Progress:
    return Ingestion(record, partial(StubReader, version)).run(gather(sources, Intake(**intake)))  # type: ignore[arg-type]


def test_the_second_run_stores_nothing(record: Record, tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", lines(70))
    first, second = ingest(record, source), ingest(record, source)
    assert (first.new, first.events, first.statements) == (70, 70, 70)
    assert (second.new, second.changed, second.known) == (0, 0, 70)


def test_the_same_article_by_address_and_by_content_is_stored_once(record: Record, tmp_path: Path) -> None:
    base = {
        "text": "CHN ACCUSE USA sekali saja.",
        "outlet": "Media",
        "url": "https://media.test/1",
        "id": "a",
    }
    again = [base, {**base, "id": "b"}, {**base, "id": "c", "url": "https://media.test/2"}]
    progress = ingest(record, write(tmp_path / "a.jsonl", again))
    assert (progress.new, progress.known, record.totals()["articles"]) == (1, 2, 1)


def test_the_same_words_in_another_outlet_are_a_copy_and_no_second_source(
    record: Record, tmp_path: Path
) -> None:
    text = "Hari ini CHN ACCUSE USA menyadap kedutaan besarnya di ibu kota, kata pejabat tinggi pemerintah."
    items = [{"id": o, "outlet": o, "text": text, "date": "2025-01-02"} for o in ("Satu", "Dua", "Tiga")]
    ingest(record, write(tmp_path / "a.jsonl", items))
    row = record.events().rows[0]
    assert (row.reports, row.outlets, row.sources) == (3, 3, 1)


def test_a_changed_article_replaces_its_reading_and_leaves_its_hash(record: Record, tmp_path: Path) -> None:
    item = {"id": "a", "text": "CHN ACCUSE USA.", "outlet": "Media", "date": "2025-01-02"}
    ingest(record, write(tmp_path / "a.jsonl", [item]))
    before = record.store.connection.execute("SELECT hash FROM articles").fetchone()
    progress = ingest(record, write(tmp_path / "a.jsonl", [{**item, "text": "CHN THREATEN USA."}]))
    assert progress.changed == 1
    assert [event.type for event in record.events().rows] == ["THREATEN"]
    assert record.store.connection.execute("SELECT hash FROM revisions").fetchall() == [before]
    assert record.totals()["identities"] == 1


def test_reread_reads_only_what_is_stale(record: Record, tmp_path: Path) -> None:
    ingest(record, write(tmp_path / "a.jsonl", lines(3)))
    ingest(record, write(tmp_path / "b.jsonl", [{**lines(5)[4]}]), version="stub-2")
    assert Ingestion(record, partial(StubReader, "stub-2")).reread().reread == 3
    assert Ingestion(record, partial(StubReader, "stub-2")).reread().reread == 0


def test_errors_name_file_and_line_and_the_rest_goes_on(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "CHN ACCUSE USA."}\nnot json\n{"title": "kosong"}\n{"text": "RUSAK"}\n')
    heard: list[SourceError] = []

    class Ear(Listener):
        def failed(self, error: SourceError) -> None:
            heard.append(error)

    progress = Ingestion(record, StubReader, Ear()).run(gather([path, tmp_path / "tiada.txt"]))
    assert (progress.new, progress.failed) == (1, 4)
    assert [f"{error.path}:{error.line}" for error in heard[:2]] == [f"{path}:2", f"{path}:3"]
    assert any("reader failed" in str(error) for error in heard)


def test_two_processes_make_the_same_record_as_one(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", lines(100))
    digests = set()
    for workers in (1, 2):
        with Record(tmp_path / f"{workers}.sqlite") as record:
            Ingestion(record, StubReader, workers=workers).run(gather([source]))
            digests.add(record.digest())
    assert len(digests) == 1


def test_columns_are_mapped(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('judul;isi_berita\nSatu;"CHN ACCUSE USA; lagi"\n', encoding="utf-8")
    ingest(record, path, columns={"text": "isi_berita", "title": "judul"})
    assert record.events().rows[0].title == "Satu"
    lacking = next(gather([path]))
    assert isinstance(lacking, SourceError)
    assert "no column 'text' (found: judul, isi_berita)" in str(lacking)


def kill_while_ingesting(record: Path, source: Path, after: float) -> None:
    run = subprocess.Popen([sys.executable, str(STUB), str(record), str(source), "0.01"])
    time.sleep(after)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()


def test_killed_ingestions_end_in_the_same_record(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", lines(150))
    chance = random.Random(6)
    for _ in range(5):
        kill_while_ingesting(tmp_path / "a.sqlite", source, chance.uniform(0.4, 1.4))
    with Record(tmp_path / "a.sqlite") as killed, Record(tmp_path / "b.sqlite") as calm:
        ingest(killed, source)
        ingest(calm, source)
        killed.check()
        assert killed.totals()["articles"] == 150
        assert killed.digest() == calm.digest()


@pytest.mark.parametrize("name", ["a.jsonl", "b.csv", "c.parquet", "d.warc.gz"])
def test_an_empty_or_broken_file_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x00\x01rubbish" if name != "a.jsonl" else b"")
    found = list(gather([path]))
    assert len(found) == 1
    assert isinstance(found[0], SourceError)
    assert str(path) in str(found[0])


def test_workers_compute_with_one_thread_each_unless_the_user_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    with one_thread_each():
        assert (os.environ["OMP_NUM_THREADS"], os.environ["OPENBLAS_NUM_THREADS"]) == ("1", "3")
    assert "OMP_NUM_THREADS" not in os.environ
