"""The network in numpy, with small random weights, against the plainest way to write it."""

from typing import Any

import numpy as np
import pytest

from kawat.language.features import AFFIX_ROWS, SHAPE_ROWS, normal, outline, row
from kawat.language.network import Labels, Network, _transitions

WORDS = ("", "ia", "pergi", "ke", "pasar", ".")
LABELS = Labels(
    tags=("NOUN", "VERB"),
    feats=("", "Voice=Act"),
    labels=("nsubj", "obj", "root"),
    names=("O", "B-PER", "I-PER", "B-LOC", "I-LOC"),
    styles=("none", "satu", "dua"),
)
SIZE, ARC, LABEL = 4, 6, 5
WIDE = 2 * SIZE
WIDTH = 3 + 2 + 2 + 2


def random_network() -> Network:
    rng = np.random.default_rng(3)

    def some(*shape: int) -> Any:
        return rng.normal(size=shape).astype(np.float32)

    weights: dict[str, Any] = {
        "words": rng.integers(-127, 127, (len(WORDS), 3)).astype(np.int8),
        "words.scale": np.full((len(WORDS), 1), 0.01),
        "starts": some(AFFIX_ROWS, 2),
        "ends": some(AFFIX_ROWS, 2),
        "shapes": some(SHAPE_ROWS, 2),
        "style": some(3, WIDTH),
        "root": some(WIDE),
        "arc": some(ARC + 1, ARC),
        "label": some(LABEL + 1, 3 * (LABEL + 1)),
    }
    for layer, width in enumerate((WIDTH, WIDE)):
        for way in range(2):
            weights[f"enter{layer}.{way}.weight"] = some(width, 4 * SIZE)
            weights[f"enter{layer}.{way}.bias"] = some(4 * SIZE)
            weights[f"again{layer}.{way}"] = some(SIZE, 4 * SIZE)
    sizes = {
        "tags": (WIDE, 2), "feats": (WIDE, 2), "names": (WIDE, 5), "judge": (WIDTH, 2),
        "arc_child": (WIDE, ARC), "arc_head": (WIDE, ARC),
        "label_child": (WIDE, LABEL), "label_head": (WIDE, LABEL),
    }  # fmt: skip
    for name, shape in sizes.items():
        weights[f"{name}.weight"], weights[f"{name}.bias"] = some(*shape), some(shape[1])
    return Network(weights, LABELS, WORDS)


def plain_lstm(inputs: Any, enter: Any, bias: Any, again: Any) -> Any:
    """One LSTM over one sentence, word by word; gates i, f, o (halved) and g."""
    state, cell, out = np.zeros(SIZE), np.zeros(SIZE), []
    for vector in inputs:
        i, f, o, g = np.split(vector @ enter + bias + state @ again, 4)
        i, f, o = (1 / (1 + np.exp(-2 * gate)) for gate in (i, f, o))
        cell = f * cell + i * np.tanh(g)
        state = o * np.tanh(cell)
        out.append(state)
    return np.array(out)


def rows(text: str, network: Network) -> Any:
    return np.array([row(word, network.places) for word in text.split()])


def test_sentences_side_by_side_are_read_as_each_alone() -> None:
    network = random_network()
    sentences = [rows(text, network) for text in ("ia pergi ke pasar raya .", "ia pergi .", "pasar")]
    values = [network._inputs(sentence) for sentence in sentences]
    found = network._read(np.concatenate(values), np.array([6, 3, 1]))
    for layer in range(2):
        w = network.weights
        ahead, back = (
            (w[f"enter{layer}.{way}.weight"], w[f"enter{layer}.{way}.bias"], w[f"again{layer}.{way}"])
            for way in range(2)
        )
        values = [np.hstack((plain_lstm(v, *ahead), plain_lstm(v[::-1], *back)[::-1])) for v in values]

    assert np.allclose(found, np.concatenate(values), atol=1e-5)


def test_answers_keep_the_order_and_do_not_depend_on_company() -> None:
    network = random_network()
    sentences = [rows(text, network) for text in ("pasar", "ia pergi ke pasar .", "ke pasar", "ia")]
    together = network(sentences, [0, 1, 2, 0])
    for at, (sentence, style) in enumerate(zip(sentences, (0, 1, 2, 0), strict=True)):
        alone = network([sentence], [style])

        for kind in ("tags", "feats", "heads", "labels", "names"):
            assert (getattr(together, kind)[at] == getattr(alone, kind)[0]).all()


def test_only_the_root_is_labelled_root() -> None:
    network = random_network()
    answer = network([rows("ia pergi ke pasar .", network)], [0])

    assert ((answer.labels[0] == 2) == (answer.heads[0] == 0)).all()


def test_names_go_on_only_where_one_began() -> None:
    network = random_network()
    marks = [
        LABELS.names[mark] for mark in network([rows("ia pergi ke pasar . " * 8, network)], [0]).names[0]
    ]

    assert all(
        not mark.startswith("I-") or before[2:] == mark[2:]
        for before, mark in zip(["O", *marks], marks, strict=False)
    )
    assert (_transitions(LABELS.names)[0] < 0).tolist() == [False, False, True, False, True]


@pytest.mark.parametrize(
    ("word", "form", "shape"),
    [("Kim", "kim", "Xx"), ("AS", "as", "X"), ("1.000", "0.000", "0.0"), ("5G", "0g", "0X")],
)
def test_form_and_outline_of_a_word(word: str, form: str, shape: str) -> None:
    assert (normal(word), outline(word)) == (form, shape)
