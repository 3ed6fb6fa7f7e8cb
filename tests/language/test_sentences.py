"""Sentence starts by rule. No model is loaded."""

import pytest
import spacy

from kawat.language import component  # noqa: F401
from kawat.language.analyser import Analyser

NLP = spacy.blank(
    "id", config={"nlp": {"tokenizer": {"@tokenizers": "kawat.Tokenizer.v1", "language": "id"}}}
)
NLP.add_pipe("kawat_sentences")
ANALYSER = Analyser(NLP)


def split(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in ANALYSER.analyse(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Menteri itu pulang.", "Ia lelah."],
        ['"Kami setuju," kata Prof. Dr. Sari di Jl. Merdeka No. 7.', "Rapat bubar."],
        ["“Kami tidak takut.", "Kami akan datang,” kata Budi."],
        ['"Apakah benar?" tanya dia.'],
        ["Ia berkata, “Cukup!”", "Hadirin diam."],
        ["Harga naik Rp 1.000 menjadi Rp 2.500 pada pukul 09.15.", "Warga mengeluh."],
        ["Ikut hadir kopi, teh, dll. dan gula."],
        ["Ikut hadir kopi, teh, dll.", "Semua habis."],
        ["Demikian kata Mahfud Md.", "Dia lalu pergi."],
        ["Pertemuan ASEAN ke-12"],
        ["Kombes Pol. Sutrisno memimpin apel.", "Polisi siap."],
        ["Mayjen TNI (Purn.) Wiryawan hadir bersama Letkol Inf. Dani dan Col. Baker."],
        ["Irjen Pol. Dr. H. Rahmat, S.I.K., M.H. tiba di Medan.", "Warga menyambutnya."],
        ["Ia bergelar S.Psi. dan M.Kn. dari Bandung."],
        ["Dia menjawab... lalu diam."],
        ["Sidang ditunda (lihat hal. 3).", "Hakim sakit."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_no_sentence_crosses_a_block() -> None:
    text = "Judul tanpa titik\nIsi berita di sini"
    found = ANALYSER.analyse(text, [(0, 17), (18, 35)])

    assert [(s.start, s.end, s.block, s.index) for s in found] == [(0, 17, 0, 0), (18, 35, 1, 1)]


def test_offsets_count_from_the_text_and_words_are_its_characters() -> None:
    text = "xx Kunjungannya  ke\tBeijing. Ia pulang. yy"
    found = ANALYSER.analyse(text, [(3, 39)])

    assert [token.text for sentence in found for token in sentence.tokens] == [
        "Kunjungan", "nya", "ke", "Beijing", ".", "Ia", "pulang", ".",
    ]  # fmt: skip
    assert all(text[t.start : t.end] == t.text for s in found for t in s.tokens)


def test_a_block_of_nothing_has_no_sentences() -> None:
    assert ANALYSER.analyse("   ", [(0, 3), (1, 1)]) == ()


def test_many_texts_come_back_in_their_order() -> None:
    texts = [(f"Ini kalimat {n}. Itu kalimat lain.", [(0, len(f"Ini kalimat {n}."))]) for n in range(150)]
    found = list(ANALYSER.analyse_many(texts))

    assert [sentences[0].tokens[2].text for sentences in found] == [str(n) for n in range(150)]
    assert all(len(sentences) == 1 for sentences in found)


def test_sentences_that_were_given_are_kept() -> None:
    from spacy.tokens import Doc

    doc = Doc(NLP.vocab, words=["Ya", ".", "Tidak", "."], sent_starts=[True, False, False, False])

    assert len(list(NLP.get_pipe("kawat_sentences")(doc).sents)) == 1
