"""Media chains, from the outlet back to the first witness."""

from __future__ import annotations

import pytest

from kawat.records import Article, Reading, Sentence
from kawat.statements.forms import lexicon
from kawat.statements.via import chain, credits, narration_chain


def names(text: str) -> tuple[str, ...]:
    return chain(credits(text, 0, len(text), lexicon("id").via))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gempa itu menewaskan 12 orang, dikutip dari Reuters.", ("Reuters",)),
        ("Dilansir dari Al Jazeera, Senin (2/10/2023), gempa itu merusak kota.", ("Al Jazeera",)),
        ("Dilansir The New York Times, kapal itu tenggelam.", ("The New York Times",)),
        ("Kapal itu tenggelam, seperti diberitakan kantor berita AFP.", ("AFP",)),
        ("Kapal itu tenggelam, sebagaimana dilaporkan Kyodo News pada Selasa.", ("Kyodo News",)),
        ("Mengutip BBC, kapal itu tenggelam.", ("BBC",)),
        ("Kapal itu tenggelam, demikian dilaporkan KCNA, seperti dikutip Yonhap.", ("Yonhap", "KCNA")),
        ("Kapal itu tenggelam, lapor TASS seperti dilansir Antara.", ("Antara", "TASS")),
        ("Kapal itu tenggelam, dikutip Antara dari Xinhua.", ("Antara", "Xinhua")),
        ("Kapal itu tenggelam, kata saksi kepada AFP.", ("AFP",)),
        ("Kapal itu tenggelam, kata saksi kepada AFP, dikutip dari CNA.", ("CNA", "AFP")),
        ("Dalam wawancara dengan DW, ia menolak usul itu.", ("DW",)),
        ("Dalam wawancara tahun lalu dengan CNN, ia menolak usul itu.", ("CNN",)),
        ("Ia menulisnya di platform X pada Senin.", ("X",)),
        ("Ia menulisnya lewat akun Truth Social miliknya.", ("Truth Social",)),
        ("DilansirAFP, kapal itu tenggelam.", ("AFP",)),
        ("Kapal itu tenggelam, dilansirdetikNews.", ("detikNews",)),
        ("Kapal itu tenggelam, seperti dikutip surat kabar Asahi.", ("Asahi",)),
    ],
)
def test_chains(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ia mengirim surat kepada Presiden Joko Widodo.",
        "Laporan itu diserahkan kepada parlemen.",
        "Kapal X berlayar melalui Selat Sunda.",
        "Ia menulis buku tentang Reuters.",
        "Menurut Prabowo, kapal itu tenggelam.",
    ],
)
def test_no_medium_is_credited(text):
    assert names(text) == ()


def test_days_are_no_part_of_a_name():
    assert names("Kapal itu tenggelam, dikutip dari Tolo News Senin (2/10/2023).") == ("Tolo News",)


def test_the_chain_of_narration_is_that_of_its_sentence():
    text = "Kapal itu tenggelam. Dilansir dari Reuters, tiga orang hilang."
    article = Article("a", text)
    sentences = (Sentence(0, "text", 0, 20, 0, ()), Sentence(1, "text", 21, len(text), 0, ()))
    reading = Reading(article, sentences=sentences)

    assert narration_chain(reading, 0) == ()
    assert narration_chain(reading, 1) == ("Reuters",)


def test_a_channel_of_ones_own_is_no_source_of_narration():
    text = "Ia menulisnya di platform X pada Senin."
    reading = Reading(Article("a", text), sentences=(Sentence(0, "text", 0, len(text), 0, ()),))

    assert narration_chain(reading, 0) == ()
