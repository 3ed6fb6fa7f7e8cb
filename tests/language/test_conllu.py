"""CoNLL-U in, text and sentences with offsets out."""

from pathlib import Path

import pytest

from kawat.errors import BadRecord, MissingSource
from kawat.language.conllu import parse_conllu, read_conllu

SAMPLE = """# newdoc id = satu
# newpar
# text = Ia membawanya.
1\tIa\tia\tPRON\t_\tPerson=3\t2\tnsubj\t_\t_
2-3\tmembawanya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tmembawa\tbawa\tVERB\t_\tVoice=Act\t0\troot\t_\t_
3\tnya\tnya\tPRON\t_\t_\t2\tobj\t_\t_
4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# text = Selesai
1\tSelesai\tselesai\tADJ\t_\t_\t0\troot\t_\t_

# newpar
1\tBaru\tbaru\tADJ\t_\t_\t0\troot\t_\t_

# newdoc id = dua
1\tLain\tlain\tADJ\t_\t_\t0\troot\t_\t_
"""


def test_words_get_their_place_in_the_text() -> None:
    first, second = parse_conllu(SAMPLE.splitlines())

    assert first.text == "Ia membawanya. Selesai\n\nBaru"
    assert [first.text[t.start : t.end] for s in first.sentences for t in s.tokens] == [
        "Ia", "membawa", "nya", ".", "Selesai", "Baru",
    ]  # fmt: skip
    assert (second.id, second.text) == ("dua", "Lain")


def test_paragraphs_are_blocks() -> None:
    first = next(iter(parse_conllu(SAMPLE.splitlines())))

    assert [first.text[start:end] for start, end in first.spans] == ["Ia membawanya. Selesai", "Baru"]
    assert [sentence.block for sentence in first.sentences] == [0, 0, 1]


def test_heads_are_positions_and_the_root_is_its_own() -> None:
    first = next(iter(parse_conllu(SAMPLE.splitlines())))
    tokens = first.sentences[0].tokens

    assert [token.head for token in tokens] == [1, 1, 1, 1]
    assert [(token.dep, token.lemma, token.feats) for token in tokens[1:3]] == [
        ("root", "bawa", "Voice=Act"),
        ("obj", "nya", ""),
    ]


def test_a_line_that_is_no_conllu_is_named() -> None:
    with pytest.raises(BadRecord, match=r"sumber:1: not CoNLL-U: 2 columns"):
        list(parse_conllu(["1\tIa\n"], "sumber"))


def test_a_sentence_without_heads_is_named() -> None:
    with pytest.raises(BadRecord, match=r"sumber:1: not a parse"):
        list(parse_conllu(["1\tIa\t_\t_\t_\t_\t_\t_\t_\t_\n"], "sumber"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match=r"tiada\.conllu"):
        read_conllu(tmp_path / "tiada.conllu")


def test_treebanks_round_trip_their_text() -> None:
    bank = Path(__file__).parents[3] / "shared" / "treebanks" / "id" / "csui-test.conllu.xz"
    if not bank.is_file():
        pytest.skip("the treebanks of ../shared are not here")
    (document,) = read_conllu(bank)

    assert len(document.sentences) == 374
    assert all(document.text[t.start : t.end] == t.text for s in document.sentences for t in s.tokens)
