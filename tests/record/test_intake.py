from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from kawat.article.feeds import read_feed
from kawat.article.warc import pages
from kawat.errors import BadRecord, SourceError
from kawat.record.sources import Intake, gather
from kawat.records import Article

NEWS = "Hari ini China menuduh Amerika Serikat menyadap kedutaan besarnya di ibu kota negara itu."


def articles(*paths: Path, **intake: object) -> list[Article]:
    found = list(gather(paths, Intake(**intake)))  # type: ignore[arg-type]
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_csv_with_any_usual_separator(tmp_path: Path, sign: str) -> None:
    path = tmp_path / ("a.tsv" if sign == "\t" else "a.csv")
    path.write_text(f'id{sign}text{sign}outlet\n7{sign}"{NEWS}\nBaris dua."{sign}Media\n', encoding="utf-8")
    assert [(a.id, a.outlet, a.text) for a in articles(path)] == [("7", "Media", f"{NEWS}\nBaris dua.")]


def test_csv_in_windows_1252_and_with_a_long_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(("text\n" + f'"“Kutipan” {"kata " * 60_000}"\n').encode("cp1252"))
    assert articles(path)[0].text.startswith("“Kutipan”")


def test_a_csv_row_without_text_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text,id\n"{NEWS}\nlagi",1\n,2\n{NEWS},3\n', encoding="utf-8")
    found = list(gather([path]))
    assert [isinstance(item, Article) for item in found] == [True, False, True]
    assert isinstance(found[1], SourceError)
    assert found[1].line == 4


def test_parquet_with_mapped_columns(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "a.parquet"
    duckdb.sql(f"SELECT '{NEWS}' AS isi_berita, DATE '2025-03-02' AS tanggal").write_parquet(str(path))
    found = articles(path, columns={"text": "isi_berita", "date": "tanggal"})
    assert [(a.text, a.published) for a in found] == [(NEWS, "2025-03-02")]


def test_jsonl_with_mapped_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"isi": "{NEWS}"}}\n[1]\n', encoding="utf-8")
    found = list(gather([path], Intake(columns={"text": "isi"})))
    assert isinstance(found[0], Article)
    assert str(found[1]).startswith(f"{path}:2: no JSON object")


def test_standard_input(tmp_path: Path) -> None:
    given = io.BytesIO(f'{{"text": "{NEWS}"}}\n'.encode())
    assert [a.text for a in gather(["-"], Intake(stdin=given)) if isinstance(a, Article)] == [NEWS]


def test_a_folder_is_read_by_name_at_any_depth_and_other_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "dua.txt").write_text("Dua. " + NEWS, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Satu. " + NEWS, encoding="utf-8")
    (tmp_path / "README.md").write_text("# What lies here", encoding="utf-8")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    assert [a.text[:4] for a in articles(tmp_path)] == ["Satu", "Dua."]


def warc_record(kind: str, url: str, body: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def http(
    body: bytes, kind: str = "text/html; charset=utf-8", more: str = "", status: str = "200 OK"
) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


PAGE = f"<html><body><article><h1>Judul</h1><p>{NEWS}</p><p>{NEWS} Lagi.</p></article></body></html>".encode()
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)


def archive(tmp_path: Path) -> Path:
    members = [
        warc_record("warcinfo", "", b"software: test"),
        warc_record("response", "https://a.test/1", http(PAGE)),
        warc_record("response", "https://a.test/2", http(CHUNKED, more="Transfer-Encoding: chunked\r\n")),
        warc_record(
            "response", "https://a.test/3", http(gzip.compress(PAGE), more="Content-Encoding: gzip\r\n")
        ),
        warc_record("response", "https://a.test/4", http(PAGE, status="404 Not Found")),
        warc_record("response", "https://a.test/5", http(b"\x89PNG", "image/png")),
        warc_record("request", "https://a.test/6", b"GET / HTTP/1.1\r\n\r\n"),
    ]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(gzip.compress(member) for member in members))
    return path


def test_the_pages_of_an_archive_are_read_whatever_their_encoding(tmp_path: Path) -> None:
    found = articles(archive(tmp_path))
    assert [a.url for a in found] == ["https://a.test/1", "https://a.test/2", "https://a.test/3"]
    assert all(NEWS in a.text for a in found)


def test_a_torn_archive_gives_what_is_whole_and_then_says_so(tmp_path: Path) -> None:
    path = archive(tmp_path)
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    found = list(gather([path]))
    assert isinstance(found[0], Article)
    assert "torn after" in str(found[-1])


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(ValueError, match="no WARC record"):
        list(pages(io.BytesIO(b"hello\r\n")))


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Kabar Uji</title><item><title>Satu</title><link>/satu</link><guid>g1</guid>
<pubDate>Mon, 03 Mar 2025 10:00:00 +0700</pubDate>
<content:encoded>&lt;p&gt;{NEWS}&lt;/p&gt;&lt;p&gt;Dua &amp;amp; tiga.&lt;/p&gt;</content:encoded></item>
<item><title>Kosong</title><link>/dua</link></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Warta</title><entry><id>tag:1</id><title>Satu</title>
<link rel="alternate" href="https://b.test/1"/><published>2025-03-03T10:00:00+07:00</published>
<summary>{NEWS}</summary></entry></feed>"""


def test_rss_and_atom_files(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    (tmp_path / "b.atom").write_text(ATOM, encoding="utf-8")
    found = list(gather([tmp_path]))
    read = [item for item in found if isinstance(item, Article)]
    assert [(a.id, a.outlet, a.published[:10]) for a in read] == [
        ("g1", "Kabar Uji", "2025-03-03"),
        ("tag:1", "Warta", "2025-03-03"),
    ]
    assert read[0].text == f"{NEWS}\n\nDua & tiga."
    assert len(found) == 3


def test_relative_links_are_made_whole() -> None:
    assert read_feed(RSS.encode(), "https://a.test/feed").entries[0].url == "https://a.test/satu"


@pytest.mark.parametrize("raw", [b"<html><body>x</body></html>", b"", b"not xml", b"<rss"])
def test_what_is_no_feed_is_refused(raw: bytes) -> None:
    if raw == b"<rss":
        assert read_feed(b"<rss><channel/></rss>").entries == ()
        return
    with pytest.raises(BadRecord, match="no RSS or Atom"):
        read_feed(raw)


def test_a_feed_cannot_read_files_nor_grow(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("RAHASIA")
    bomb = f"""<!DOCTYPE x [<!ENTITY f SYSTEM "file://{tmp_path}/secret.txt">]>
    <rss><channel><title>&f;</title></channel></rss>"""
    assert "RAHASIA" not in read_feed(bomb.encode()).title
