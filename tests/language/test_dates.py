"""Indonesian dates: every form, and what must stay silent. All sentences are invented."""

from __future__ import annotations

import itertools
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kawat.language.dates import find_dates
from kawat.language.dates_grammar import grammar

ANCHOR = date(2025, 6, 14)
"""A Saturday."""
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
MONTHS = [
    *["Januari", "Februari", "Maret", "April", "Mei", "Juni"],
    *["Juli", "Agustus", "September", "Oktober", "November", "Desember"],
]


def told(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.value, m.precision) for m in find_dates(text, "id", anchor)]


FULL = [
    ("Menlu RI tiba di Hanoi, Senin (3/3/2025).", "Senin (3/3/2025)", "2025-03-03", "day"),
    ("Ia berangkat Jumat (6/6/2025) malam.", "Jumat (6/6/2025) malam", "2025-06-06", "day"),
    (
        "Rapat digelar Kamis, 5 Juni 2025 pukul 14.30 WIB.",
        "Kamis, 5 Juni 2025 pukul 14.30 WIB",
        "2025-06-05",
        "day",
    ),
    ("ASEAN lahir pada 8 Agustus 1967 di Bangkok.", "8 Agustus 1967", "1967-08-08", "day"),
    ("Surat bertanggal 3 Okt. 2024 itu bocor.", "3 Okt. 2024", "2024-10-03", "day"),
    ("Naskah diterima wartawan (12/5/2025).", "12/5/2025", "2025-05-12", "day"),
    ("Berkas 2024-02-29 dibuka.", "2024-02-29", "2024-02-29", "day"),
    ("Perundingan sejak Januari 2024 macet.", "Januari 2024", "2024-01", "month"),
    ("Perjanjian Roma akhir Maret 1957 diteken enam negara.", "akhir Maret 1957", "1957-03", "month"),
    ("Indonesia merdeka tahun 1945.", "tahun 1945", "1945", "year"),
    ("PBB berdiri pada 1945 seusai perang.", "1945", "1945", "year"),
    ("Perdagangan naik pada semester I-2023.", "semester I-2023", "2023", "year"),
    ("Ekspor turun pada kuartal III 2024.", "kuartal III 2024", "2024", "year"),
    ("SENIN (2/6/2025) RAPAT DIMULAI", "SENIN (2/6/2025)", "2025-06-02", "day"),
]


@pytest.mark.parametrize(("text", "words", "value", "precision"), FULL)
def test_a_full_date_needs_no_anchor(text: str, words: str, value: str, precision: str) -> None:
    assert told(text, None) == [(words, value, precision)]
    assert not find_dates(text, "id", None)[0].relative


RELATIVE = [
    ("Putin dan Kim bertemu pada 13 Mei.", "13 Mei", "2025-05-13", "day"),
    ("Sidang dibuka Rabu (11/6).", "Rabu (11/6)", "2025-06-11", "day"),
    ("KTT itu digelar bulan ini.", "bulan ini", "2025-06", "month"),
    ("KTT APEC digelar pada November mendatang.", "November mendatang", "2025-11", "month"),
    ("Ia mundur pekan lalu.", "pekan lalu", "2025-06-02", "week"),
    ("Kapal itu tiba kemarin.", "kemarin", "2025-06-13", "day"),
    ("Besok keduanya bertemu.", "Besok", "2025-06-15", "day"),
    ("Utusan itu datang lusa.", "lusa", "2025-06-16", "day"),
    ("Pasukan ditarik tiga hari lalu.", "tiga hari lalu", "2025-06-11", "day"),
    ("Tembok itu runtuh tiga puluh lima tahun yang lalu.", "tiga puluh lima tahun yang lalu", "1990", "year"),
    ("Embargo berlaku sejak Februari.", "Februari", "2025-02", "month"),
    ("Kata dia, Rabu, perundingan lancar.", "Rabu", "2025-06-11", "day"),
    ("Kata dia, Sabtu, perundingan lancar.", "Sabtu", "2025-06-14", "day"),
    ("Ia tiba Sabtu lalu.", "Sabtu lalu", "2025-06-07", "day"),
    ("Ia tiba Senin mendatang.", "Senin mendatang", "2025-06-16", "day"),
    ("Sidang digelar Kamis pekan lalu.", "Kamis pekan lalu", "2025-06-05", "day"),
    ("Sidang digelar Kamis pekan depan.", "Kamis pekan depan", "2025-06-19", "day"),
    ("Gencatan senjata bubar akhir Agustus.", "akhir Agustus", "2025-08", "month"),
    ("Pemilu digelar awal tahun depan.", "awal tahun depan", "2026", "year"),
    ("Keduanya bersua pada 1 Juni lalu.", "1 Juni lalu", "2025-06-01", "day"),
    ("Pelantikan digelar 20 Januari mendatang.", "20 Januari mendatang", "2026-01-20", "day"),
    ("Blokade dicabut April tahun lalu.", "April tahun lalu", "2024-04", "month"),
    ("Ledakan terdengar pada Minggu pagi.", "Minggu pagi", "2025-06-08", "day"),
    ("Rudal jatuh minggu lalu.", "minggu lalu", "2025-06-02", "week"),
    ("Rudal jatuh tadi malam.", "tadi malam", "2025-06-13", "day"),
    ("Pasukan pulang dua tahun lagi jika perang usai.", "dua tahun lagi", "2027", "year"),
]


@pytest.mark.parametrize(("text", "words", "value", "precision"), RELATIVE)
def test_a_relative_date_is_reckoned_from_the_anchor(
    text: str, words: str, value: str, precision: str
) -> None:
    assert told(text) == [(words, value, precision)]
    assert find_dates(text, "id", ANCHOR)[0].relative


@pytest.mark.parametrize("text", [text for text, *_ in RELATIVE])
def test_without_an_anchor_nothing_relative_is_told(text: str) -> None:
    assert told(text, None) == []


RANGES = [
    ("KTT digelar 2-5 Oktober 2025.", "2025-10-02", "2025-10-05"),
    ("Latihan digelar 30 September-2 Oktober 2025.", "2025-09-30", "2025-10-02"),
    ("Latihan 28 Desember hingga 3 Januari 2025.", "2024-12-28", "2025-01-03"),
    ("Pertemuan Selasa-Rabu (17-18/6/2025) batal.", "2025-06-17", "2025-06-18"),
    ("Ekspor Januari-Mei 2025 naik.", "2025-01", "2025-05"),
    ("Sejak Januari-Mei, ekspor naik.", "2025-01", "2025-05"),
    ("Duta besar periode 2022-2024 itu pulang.", "2022", "2024"),
    ("Serangan dalam dua hari terakhir mereda.", "2025-06-12", "2025-06-14"),
    ("Anggaran lima tahun ke depan naik.", "2025", "2030"),
    ("Kuil abad ke-11 itu disengketakan.", "1001", "1100"),
    ("Perang dagang tahun 1930-an terulang.", "1930", "1939"),
]


@pytest.mark.parametrize(("text", "value", "until"), RANGES)
def test_a_stretch_of_time_has_its_end(text: str, value: str, until: str) -> None:
    assert [(m.value, m.until) for m in find_dates(text, "id", ANCHOR)] == [(value, until)]


SILENT = [
    "Nomor 12 Tahun 2023 tentang perbatasan.",
    "Skor akhir 3/2 untuk tim tamu.",
    "Pasal 5 ayat (2) dan pasal 12.",
    "Piala Dunia 2026 digelar di tiga negara.",
    "Sebanyak 2024 orang mengungsi.",
    "Jumlahnya naik hingga 2000 orang.",
    "Konflik itu berlangsung beberapa tahun lalu.",
    "Batuan itu terbentuk 30 juta tahun lalu.",
    "Lapisan itu mengendap 126.000 tahun lalu.",
    "Warga Pasar Minggu menolak.",
    "Mereka salat Jumat bersama.",
    "Setiap Senin mereka berapat.",
    "Universitas Sebelas Maret membuka pameran.",
    "Mei Ling berangkat ke Taipei.",
    "31 Februari 2025 tidak ada.",
    "Pria berusia 45 tahun ini ditahan.",
    "UUD 1945 menjamin hak itu.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_date_stays_silent(text: str) -> None:
    assert told(text) == []


OTHERS = [
    "Selasa-Rabu (17-18/6/2025)",
    "hari ini, Sabtu (14/6/2025)",
    "pada (13/6) malam",
    "bulan Maret ini",
    "pada bulan Maret, Juli",
    "Kamis pekan lalu",
    "pada Minggu, hari itu",
    "Minggu malam",
    "dua hari kemudian",
    "5 Juni 2025 di hari yang sama",
    "keesokan harinya",
    "kuartal ketiga tahun ini",
    "akhir pekan lalu",
    "hingga akhir tahun.",
    "tahun 2026-2027",
    "2013-2015",
    "akhir 2022",
    "2026 mendatang",
    "tahun 1945",
]


def test_every_form_of_the_grammar_reads_some_sentence_of_this_file() -> None:
    listed = [*FULL, *RELATIVE, *RANGES]
    texts = [
        *(text for text, *_ in listed),
        *OTHERS,
        "Mereka bertemu 5 Maret 2020. Keesokan harinya, ia pulang.",
    ]
    texts.append("Mereka bertemu 5 Maret 2020. Dua hari kemudian, ia pulang.")
    used = {mention.rule for text in texts for mention in find_dates(text, "id", ANCHOR)}

    assert {form.id for form in grammar("id").forms} - used == set()


def test_the_day_after_is_reckoned_from_the_day_told_last() -> None:
    found = told("Mereka bertemu pada 5 Maret 2020. Keesokan harinya, keduanya berpisah.")

    assert found[1] == ("Keesokan harinya", "2020-03-06", "day")


def test_today_inside_a_quotation_is_the_day_on_which_it_was_said() -> None:
    found = told('"Hari ini kami sepakat," kata menteri itu, Rabu (11/6/2025).')

    assert [value for _, value, _ in found] == ["2025-06-11", "2025-06-11"]


def test_today_outside_a_quotation_is_the_day_of_the_article() -> None:
    found = told("Hari ini ia tiba, setelah berangkat Rabu (11/6/2025).")

    assert [value for _, value, _ in found] == ["2025-06-14", "2025-06-11"]


def test_a_weekday_decides_between_two_years() -> None:
    """20 January was a Saturday in 2024, a Monday in 2025."""
    assert told("Senin (20/1)", date(2024, 12, 1)) == [("Senin (20/1)", "2025-01-20", "day")]


def test_of_two_years_the_coming_one_is_taken_only_when_near() -> None:
    assert told("pada 2 Juli", date(2025, 6, 14))[0][1] == "2025-07-02"
    assert told("pada 2 Desember", date(2025, 6, 14))[0][1] == "2024-12-02"


FORMATS = [
    "{weekday} ({day}/{month}/{year})",
    "{weekday}, {day} {name} {year}",
    "{day} {name} {year}",
    "{weekday} ({day:02}/{month:02}/{year}) malam",
    "{year}-{month:02}-{day:02}",
    "{day}-{month}-{year}",
]


@settings(max_examples=200, deadline=None)
@given(some.dates(date(1900, 1, 1), date(2099, 12, 31)), some.sampled_from(FORMATS))
def test_a_written_day_reads_back_as_itself(day: date, layout: str) -> None:
    written = layout.format(
        weekday=WEEKDAYS[day.weekday()],
        day=day.day,
        month=day.month,
        year=day.year,
        name=MONTHS[day.month - 1],
    )

    (found,) = find_dates(f"Mereka bertemu {written}, kata dia.", "id", None)

    assert (found.value, found.start, found.end) == (day.isoformat(), 15, 15 + len(written))


@settings(max_examples=200, deadline=None)
@given(some.dates(date(1950, 1, 1), date(2080, 12, 31)), some.integers(-120, 60))
def test_a_day_without_year_near_the_anchor_finds_its_year(anchor: date, steps: int) -> None:
    day = anchor + timedelta(steps)

    (found,) = find_dates(f"bertemu pada {day.day} {MONTHS[day.month - 1]} di Jakarta", "id", anchor)

    assert found.value == day.isoformat() or (day.month, day.day) == (2, 29)


@settings(max_examples=200, deadline=None)
@given(some.text(alphabet="0123456789/()-. aSeninMiguJumatlahrkedp", max_size=80), some.dates())
def test_no_text_makes_it_raise_and_mentions_never_overlap(text: str, anchor: date) -> None:
    found = find_dates(text, "id", anchor)

    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


def test_a_paragraph_takes_less_than_a_fifth_of_a_millisecond() -> None:
    paragraph = "Menlu itu bertemu mitranya Senin (2/6/2025) di Jenewa sebelum ke Wina bulan ini. " * 5
    grammar("id")
    best = min(timed(paragraph) for _ in range(20))

    assert best < 0.001  # five times the aim: machines differ


def timed(paragraph: str) -> float:
    begin = time.process_time()
    for _ in range(10):
        find_dates(paragraph, "id", ANCHOR)
    return (time.process_time() - begin) / 10
