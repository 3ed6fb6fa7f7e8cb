"""Our parts of a spaCy pipeline, registered by name: import this module before `spacy.load`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy import registry
from spacy.language import Language

from kawat.language.reader import NetworkReader
from kawat.language.sentences import SentenceStarts
from kawat.language.tokens import tokenizer

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer


@registry.tokenizers("kawat.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer(language: str) -> Callable[[Language], "Tokenizer"]:
    """The tokenizer of a language's folder, as a part of a pipeline's config."""
    return lambda nlp: tokenizer(nlp.vocab, language)


@Language.factory("kawat_sentences", assigns=["token.is_sent_start"])  # type: ignore[untyped-decorator]
def make_sentences(nlp: Language, name: str) -> SentenceStarts:  # noqa: ARG001
    """Sentence starts by rule, before the parser."""
    return SentenceStarts(nlp.vocab, nlp.lang)


@Language.factory(  # type: ignore[untyped-decorator]
    "kawat_network",
    assigns=[
        "token.pos",
        "token.morph",
        "token.dep",
        "token.head",
        "doc.ents",
        "token.ent_type",
        "token.ent_iob",
    ],
    requires=["token.is_sent_start"],
    default_config={"style": "auto"},
)
def make_network(nlp: Language, name: str, style: str) -> NetworkReader:  # noqa: ARG001
    """Tags, features, tree and names by our network; `style` asks for one treebank's manner, "none" for no
    one's; "auto" lets the words of each Doc decide."""
    return NetworkReader(nlp.vocab, style)
