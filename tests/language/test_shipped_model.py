"""The shipped Indonesian pipeline itself. Sentences here are our own."""

from pathlib import Path

import pytest

import kawat.language
from kawat.language import Analyser, load
from kawat.records import Sentence

MODEL = Path(kawat.language.__file__).parent / "id" / "model"
LIMIT = 15 * 1024 * 1024


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return load("id")


def one(analyser: Analyser, text: str) -> Sentence:
    (sentence,) = analyser.analyse(text)
    return sentence


def word(sentence: Sentence, text: str) -> int:
    return next(at for at, token in enumerate(sentence.tokens) if token.text == text)


def dependants(sentence: Sentence, text: str) -> dict[str, str]:
    """Label of each word that leans on `text`."""
    head = word(sentence, text)
    return {t.text: t.dep for at, t in enumerate(sentence.tokens) if t.head == head and at != head}


def names(sentence: Sentence) -> list[tuple[str, str]]:
    return [(" ".join(t.text for t in sentence.tokens[n.first : n.last]), n.label) for n in sentence.names]


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= LIMIT


def test_voice_tells_who_did_it(analyser: Analyser) -> None:
    passive = one(analyser, "Duta besar itu dipanggil oleh Kementerian Luar Negeri Jepang.")
    active = one(analyser, "Kementerian Luar Negeri Jepang memanggil duta besar itu.")

    assert passive.tokens[word(passive, "dipanggil")].passive
    assert not active.tokens[word(active, "memanggil")].passive
    assert dependants(passive, "dipanggil")["Duta"] == "nsubj:pass"
    assert dependants(active, "memanggil")["Kementerian"] == "nsubj"
    assert dependants(active, "memanggil")["duta"] == "obj"


def test_speech_hangs_together(analyser: Analyser) -> None:
    sentence = one(
        analyser, '"Kami akan mengirim bantuan," kata Menteri Luar Negeri Brasil, Rabu (5/3/2025).'
    )

    assert {sentence.tokens[word(sentence, "mengirim")].dep, sentence.tokens[word(sentence, "kata")].dep} == {
        "root",
        "parataxis",
    }
    assert dependants(sentence, "kata")["Menteri"] == "nsubj"
    assert dependants(sentence, "mengirim")["bantuan"] == "obj"


def test_negation_and_future_are_tagged(analyser: Analyser) -> None:
    sentence = one(analyser, "Brasil tidak akan menarik pasukannya.")

    assert sentence.tokens[word(sentence, "tidak")].feats == "Polarity=Neg"
    assert sentence.tokens[word(sentence, "akan")].upos == "AUX"
    assert [t.text for t in sentence.tokens][-3:] == ["pasukan", "nya", "."]


def test_lemmas_are_roots_and_names_stay(analyser: Analyser) -> None:
    sentence = one(analyser, "Warga Manila menyambut kedatangan para pelaut.")
    lemmas = {token.text: token.lemma for token in sentence.tokens}

    assert (lemmas["menyambut"], lemmas["kedatangan"], lemmas["Manila"]) == ("sambut", "datang", "Manila")


def test_names_are_found(analyser: Analyser) -> None:
    sentence = one(analyser, "Presiden Lula da Silva bertemu Joko Widodo di Jakarta.")

    assert ("Joko Widodo", "PER") in names(sentence)
    assert ("Jakarta", "LOC") in names(sentence)


def test_a_headline_is_read_through_its_capitals(analyser: Analyser) -> None:
    sentence = one(analyser, "Brasil Desak Peru Tolak Usulan Bolivia")

    assert sentence.tokens[word(sentence, "Desak")].dep == "root"
    assert dependants(sentence, "Desak")["Brasil"] == "nsubj"
    assert sentence.tokens[word(sentence, "Tolak")].upos == "VERB"
    assert dependants(sentence, "Tolak")["Usulan"] == "obj"


def test_every_sentence_has_one_root_and_words_at_their_offsets(analyser: Analyser) -> None:
    text = (
        "KTT  Damai\nPara menteri ASEAN bertemu di Manila, Kamis (6/3/2025). “Kita sepakat,” kata Budi.\n\n"
        "- Tahap satu: gencatan senjata;\n- Tahap dua: bantuan (beras, obat, dll.)"
    )
    spans = [(0, 10), (11, text.index("\n\n")), (text.index("- T"), len(text))]
    found = analyser.analyse(text, spans)

    assert [s.block for s in found][:3] == [0, 1, 1]
    for sentence in found:
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)
        assert sum(t.head == at for at, t in enumerate(sentence.tokens)) == 1
        assert [t.dep for at, t in enumerate(sentence.tokens) if t.head == at] == ["root"]
        assert not any(t.text.isspace() for t in sentence.tokens)


def test_reading_together_or_alone_gives_the_same(analyser: Analyser) -> None:
    texts = ["Rusia menuduh Ukraina.", "Pertemuan itu ditunda hingga pekan depan karena badai.", "Ya."]
    together = list(analyser.analyse_many([(text, [(0, len(text))]) for text in texts]))

    assert together == [analyser.analyse(text) for text in texts]


def test_strange_text_is_survived(analyser: Analyser) -> None:
    for text in (
        "",
        "   ",
        "???",
        "a" * 5000,
        "kata " * 2000,
        "👍🏽 ‏שלום 中文 e\u0301",
        "\x00\x01",
        "((((((",
        '"""',
    ):
        for sentence in analyser.analyse(text):
            assert all(text[t.start : t.end] == t.text for t in sentence.tokens)
