"""Pipelines of others in place of ours, and what is said when they do not serve."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kawat.errors import PipelineError, UnsupportedLanguage
from kawat.language import languages, load


@Language.component("flat_tree", assigns=["token.dep", "token.head"])
def flat_tree(doc: Doc) -> Doc:
    """Everything leans on the first word."""
    for token in doc:
        token.head = doc[0]
        token.dep_ = "ROOT" if token.i == 0 else "dep"
    return doc


def test_our_languages_are_known() -> None:
    assert "id" in languages()


def test_a_language_that_is_not_shipped() -> None:
    with pytest.raises(UnsupportedLanguage, match=r"'xx'.*--pipeline"):
        load("xx")


def test_a_pipeline_that_is_missing() -> None:
    with pytest.raises(PipelineError, match="'tiada/apa-apa' could not be loaded"):
        load("id", "tiada/apa-apa")


def test_a_pipeline_without_a_parser(tmp_path: Path) -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path)

    with pytest.raises(PipelineError, match=r"no parser .it has: sentencizer"):
        load("id", str(tmp_path))


def test_another_pipeline_serves(tmp_path: Path) -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("flat_tree")
    nlp.to_disk(tmp_path)
    (sentence,) = load("id", str(tmp_path)).analyse("Ia menulis surat")

    assert [(t.text, t.head, t.dep) for t in sentence.tokens] == [
        ("Ia", 0, "root"),
        ("menulis", 0, "dep"),
        ("surat", 0, "dep"),
    ]
