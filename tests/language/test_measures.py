"""The scorers of tags, trees and names, on answers made by hand."""

from pathlib import Path

import msgspec
import pytest

from evaluation import names, parser
from kawat.language.conllu import Parsed

GOLD = Parsed(
    forms=("Ia", "dipanggil", "hakim"),
    spaces=(True, True, False),
    tags=("PRON", "VERB", "NOUN"),
    feats=("", "Voice=Pass", ""),
    heads=(2, 0, 2),
    labels=("nsubj:pass", "root", "obl:agent"),
)


def test_a_perfect_parse_scores_a_hundred() -> None:
    assert parser.score([GOLD], [GOLD]) == {"UPOS": 100, "UAS": 100, "LAS": 100, "Voice": 100}


def test_each_mistake_costs_its_own_figure() -> None:
    found = msgspec.structs.replace(
        GOLD,
        tags=("PRON", "NOUN", "NOUN"),
        feats=("", "", ""),
        heads=(2, 0, 1),
        labels=("nsubj", "root", "obl:agent"),
    )

    assert parser.score([GOLD], [found]) == pytest.approx(
        {"UPOS": 200 / 3, "UAS": 200 / 3, "LAS": 100 / 3, "Voice": 0}
    )


def test_a_name_counts_with_its_words_and_label() -> None:
    gold = [names.spans(["B-PER", "I-PER", "O", "B-LOC"])]
    found = [names.spans(["B-PER", "I-PER", "O", "B-ORG"])]

    assert names.score(gold, found)["ALL"] == (0.5, 0.5, 0.5)


def test_columns_of_words_and_marks_are_read(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Budi PROPN B-PER\npergi VERB O\n\nMedan B-PLACE\n")

    assert names.read(path) == [
        (("Budi", "pergi"), frozenset({(0, 1, "PER")})),
        (("Medan",), frozenset({(0, 1, "LOC")})),
    ]


@pytest.mark.parametrize(
    ("module", "file"),
    [(parser, "treebanks/id/csui-test.conllu.xz"), (names, "ner/idner-news-2k-test.txt.xz")],
)
def test_the_commands_print_their_figure_by_name(
    module, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(__file__).parents[3] / "shared" / file
    if not path.is_file():
        pytest.skip("the data of ../shared is not here")
    module.main([str(path)])
    lines = dict(line.split() for line in capsys.readouterr().out.splitlines() if len(line.split()) == 2)

    assert float(lines["LAS"]) >= 72 if module is parser else float(lines["F1"]) >= 0.78
