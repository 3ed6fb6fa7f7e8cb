"""GSD's training set from the 2.1 guidelines to those of 2.17.

Four steps, each fitted on or checked against the two states of GSD dev: words are joined at hyphens and cut
at clitics; a random forest gives tags and labels anew; punctuation is attached by rule; a second forest gives
the features that the older state lacks.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction import DictVectorizer

from kawat.language.quirks import clitic_cutter
from training.treebanks import Sentence, Word, repunctuated

SEED = 0
TREES = 150  # more gives nothing on GSD dev, in five folds
CLITIC_TAG = {"nya": "PRON", "lah": "PART", "kah": "PART", "pun": "PART", "ku": "PRON", "mu": "PRON"}


def _joins(left: str, right: str) -> bool:
    """Whether the two sides of a free hyphen are one word by 2.17: repeated words, ke-5, 1960-an, anti-x."""
    one, two = left.lower(), right.lower()
    repeated = len(one) > 1 and (
        two.startswith(one[: max(2, len(one) - 2)]) or (two.endswith(one[2:]) and len(one) > 4)
    )
    numbered = (
        one in {"ke", "se"} or two in {"an"} or one in {"anti", "non", "pro", "pra", "pasca", "ex", "eks"}
    )
    return (repeated and one.isalpha()) or numbered


def join_hyphens(sentence: Sentence) -> Sentence:
    """The sentence with `kata - kata` made one word."""
    groups: list[list[int]] = []
    at = 0
    while at < len(sentence):
        if (
            at + 2 < len(sentence)
            and sentence[at + 1].form == "-"
            and _joins(sentence[at].form, sentence[at + 2].form)
        ):
            groups.append([at, at + 1, at + 2])
            at += 3
        else:
            groups.append([at])
            at += 1
    return _regroup(sentence, groups)


def _regroup(sentence: Sentence, groups: Sequence[Sequence[int]]) -> Sentence:
    """Words merged by groups; the word of a group whose head lies outside gives its tag and label."""
    place = {old: new for new, group in enumerate(groups) for old in group}
    words = []
    for group in groups:
        top = next((old for old in group if sentence[old].head - 1 not in group), group[0])
        word = sentence[top]
        head = place[word.head - 1] + 1 if word.head else 0
        form = "".join(sentence[old].form for old in group)
        words.append(replace(word, form=form, head=head, joined=sentence[group[0]].joined))
    return tuple(words)


def cut_clitics(sentence: Sentence, cut: Callable[[str], int]) -> Sentence:
    """The sentence with `rumahnya` made `rumah` and `nya`, the second leaning on the first."""
    starts: list[int] = []
    cuts = [cut(word.form) for word in sentence]
    at = 0
    for where in cuts:
        starts.append(at)
        at += 2 if where else 1
    words: list[Word] = []
    for word, where, start in zip(sentence, cuts, starts, strict=True):
        head = starts[word.head - 1] + 1 if word.head else 0
        if not where:
            words.append(replace(word, head=head))
            continue
        clitic = word.form[where:]
        words.append(replace(word, form=word.form[:where], head=head))
        words.append(Word(clitic, CLITIC_TAG[clitic.lower()], None, start + 1, "clitic", None, True))
    return tuple(words)


def rewritten(sentences: Iterable[Sentence], language: str = "id") -> list[Sentence]:
    """Sentences of the 2.1 state with the words of 2.17."""
    cut = clitic_cutter(language)
    return [cut_clitics(join_hyphens(sentence), cut) for sentence in sentences]


def _shape(form: str) -> str:
    return re.sub(r"\d+", "9", re.sub(r"[a-z]+", "x", re.sub(r"[A-Z]+", "X", form)))[:6]


def _features(sentence: Sentence, at: int, known: frozenset[str]) -> dict[str, Any]:
    """What the forest sees of one word: itself, its head, its head's head, its children, its neighbours."""
    word = sentence[at]
    lower = word.form.lower()
    head = sentence[word.head - 1] if word.head else None
    above = sentence[head.head - 1] if head and head.head else None
    children = [child for child in sentence if child.head == at + 1]
    found: dict[str, Any] = {
        "tag": word.tag,
        "label": word.label,
        "form": lower if lower in known else "",
        "prefix": lower[:2],
        "prefix3": lower[:3],
        "suffix": lower[-3:],
        "shape": _shape(word.form),
        "distance": max(-4, min(4, word.head - 1 - at)) if head else 9,
        "head_tag": head.tag if head else "",
        "head_label": head.label if head else "",
        "head_form": head.form.lower() if head and head.form.lower() in known else "",
        "head_prefix": head.form.lower()[:2] if head else "",
        "head_upper": bool(head and head.form[:1].isupper()),
        "above_tag": above.tag if above else "",
        "before": sentence[at - 1].tag if at else "",
        "after": sentence[at + 1].tag if at + 1 < len(sentence) else "",
        "before_form": sentence[at - 1].form.lower() if at and sentence[at - 1].form.lower() in known else "",
        "children": len(children),
    }
    for child in children:
        found[f"has_{child.label}"] = 1
        if child.form.lower() in known and child.tag in {"ADP", "PRON", "SCONJ", "PUNCT", "NUM"}:
            found[f"with_{child.form.lower()}"] = 1
    return found


class Forest:
    """A random forest over dictionaries of features."""

    def __init__(self, leaf: int = 1) -> None:
        self.vectors = DictVectorizer(dtype=np.float32)
        self.trees = RandomForestClassifier(TREES, min_samples_leaf=leaf, random_state=SEED, n_jobs=1)

    def fit(self, rows: list[dict[str, Any]], answers: list[str]) -> "Forest":
        self.trees.fit(self.vectors.fit_transform(rows), answers)
        return self

    def predict(self, rows: list[dict[str, Any]]) -> list[str]:
        found = self.vectors.transform(rows)
        found.indices, found.indptr = found.indices.astype(np.int32), found.indptr.astype(np.int32)
        return [str(answer) for answer in self.trees.predict(found)]


def frequent(sentences: Iterable[Sentence], least: int = 5) -> frozenset[str]:
    """Forms that occur often enough to be features."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence:
            counts[word.form.lower()] = counts.get(word.form.lower(), 0) + 1
    return frozenset(form for form, count in counts.items() if count >= least)


class Relabeller:
    """Tags and labels of 2.17 for sentences of 2.1, fitted on sentences that exist in both states."""

    def __init__(self, old: Sequence[Sentence], new: Sequence[Sentence]) -> None:
        self.known = frequent(old)
        rows, tags, labels = [], [], []
        for before, after in zip(rewritten(old), new, strict=True):
            if [word.form for word in before] != [word.form for word in after]:
                continue
            for at in range(len(before)):
                if before[at].head == after[at].head or after[at].tag == "PUNCT":
                    rows.append(_features(before, at, self.known))
                    tags.append(after[at].tag)
                    labels.append(after[at].label)
        self.tags = Forest().fit(rows, tags)
        self.labels = Forest().fit(rows, labels)

    def __call__(self, sentences: Iterable[Sentence]) -> list[Sentence]:
        sentences = rewritten(sentences)
        rows = [_features(sentence, at, self.known) for sentence in sentences for at in range(len(sentence))]
        tags, labels = iter(self.tags.predict(rows)), iter(self.labels.predict(rows))
        out = []
        for sentence in sentences:
            words = [self._word(word, next(tags), next(labels)) for word in sentence]
            out.append(repunctuated(tuple(words)))
        return out

    @staticmethod
    def _word(word: Word, tag: str, label: str) -> Word:
        if (word.head == 0) != (label == "root"):
            label = "root" if word.head == 0 else word.label
        return replace(word, tag=tag, label="nmod:poss" if label == "clitic" else label)


def _form_features(word: Word, known: frozenset[str]) -> dict[str, Any]:
    lower = word.form.lower()
    return {
        "tag": word.tag,
        "form": lower if lower in known else "",
        "prefix": lower[:2],
        "prefix3": lower[:3],
        "suffix": lower[-2:],
        "suffix3": lower[-3:],
        "hyphen": "-" in lower,
        "repeated": len(lower) > 4 and lower.partition("-")[0][-4:] == lower.partition("-")[2][-4:],
        "shape": _shape(word.form),
        "label": word.label,
    }


class Featurer:
    """Features (Voice, Number, …) for words that lack them, fitted on words that have them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.known = frequent(sentences, 3)
        words = [word for sentence in sentences for word in sentence]
        self.forest = Forest().fit(
            [_form_features(word, self.known) for word in words], [w.feats or "_" for w in words]
        )

    def __call__(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        rows = [_form_features(word, self.known) for sentence in sentences for word in sentence]
        answers = iter(self.forest.predict(rows))
        return [
            tuple(replace(word, feats=next(answers).replace("_", "")) for word in sentence)
            for sentence in sentences
        ]
