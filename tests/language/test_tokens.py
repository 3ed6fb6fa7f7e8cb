"""Characters into words: what is told apart and what stays together. No model is loaded."""

import pytest
import spacy

from kawat.language.quirks import clitic_cutter
from kawat.language.tokens import tokenizer

CUT = tokenizer(spacy.blank("id").vocab, "id")


def words(text: str) -> list[str]:
    return [token.text for token in CUT(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harga Rp1.000 atau Rp 1.000.", ["Harga", "Rp", "1.000", "atau", "Rp", "1.000", "."]),
        ("Naik 1,5% pukul 14.30 WIB", ["Naik", "1,5", "%", "pukul", "14.30", "WIB"]),
        ("Senin (2/10/2023),", ["Senin", "(", "2/10/2023", ")", ","]),
        (
            "Dr. Ir. Budi Md. di Jl. Melati No. 5",
            ["Dr.", "Ir.", "Budi", "Md.", "di", "Jl.", "Melati", "No.", "5"],
        ),
        ("lensa, kaca, dll. S.Sos.", ["lensa", ",", "kaca", ",", "dll.", "S.Sos."]),
        ("P. Salim dan A.B. Nasution", ["P.", "Salim", "dan", "A.B.", "Nasution"]),
        ("“Tidak,” katanya.", ["“", "Tidak", ",", "”", "kata", "nya", "."]),
        ("(KTT ke-7)", ["(", "KTT", "ke-7", ")"]),
        ("https://contoh.id/a?b=1.", ["https://contoh.id/a?b=1", "."]),
        ("di Beijing.Menurut dia", ["di", "Beijing", ".", "Menurut", "dia"]),
        ("harga 245.000.\\", ["harga", "245.000", ".", "\\"]),
        ("KABAR.com - Jakarta", ["KABAR.com", "-", "Jakarta"]),
    ],
)
def test_punctuation_numbers_and_abbreviations(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("negara-negara", ["negara-negara"]),
        ("anak-anaknya", ["anak-anak", "nya"]),
        ("Undang-Undang", ["Undang-Undang"]),
        ("AS-China", ["AS", "-", "China"]),
        ("DPR-RI", ["DPR", "-", "RI"]),
        ("Ben-Gvir dan al-Aqsa", ["Ben-Gvir", "dan", "al-Aqsa"]),
        ("jet F-16", ["jet", "F-16"]),
        ("Yoon Suk-yeol", ["Yoon", "Suk-yeol"]),
        ("tahun 1960-an", ["tahun", "1960-an"]),
        ("2019-2024", ["2019", "-", "2024"]),
    ],
)
def test_hyphens_join_one_word_and_part_two_names(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "word", ["hanya", "punya", "biasanya", "sebelumnya", "Kenya", "sekolah", "setelah", "buku"]
)
def test_words_that_only_look_like_they_have_a_clitic_stay_whole(word: str) -> None:
    assert words(word) == [word]


@pytest.mark.parametrize(
    ("word", "host"),
    [
        ("kunjungannya", "kunjungan"),
        ("bukanlah", "bukan"),
        ("apakah", "apa"),
        ("ataupun", "atau"),
        ("kepadaku", "kepada"),
    ],
)
def test_clitics_are_cut(word: str, host: str) -> None:
    assert words(word) == [host, word[len(host) :]]


def test_a_language_without_tables_has_no_clitics() -> None:
    assert clitic_cutter("xx")("kunjungannya") == 0


@pytest.mark.parametrize(
    "text",
    ["  Dua  spasi \u00a0 di sini. ", "“Ya!”—kata dia… (lihat: a/b)", "e\u0301tat, ﬁlm, 👍🏽 baik", "", " "],
)
def test_no_character_is_lost(text: str) -> None:
    assert CUT(text).text == text
