"""Our parts of a spaCy pipeline, registered by name so that `spacy.load` finds them after `import kawat.language`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy import registry
from spacy.language import Language

from kawat.language.sentences import SentenceStarts
from kawat.language.tokens import tokenizer

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer


@registry.tokenizers("kawat.Tokenizer.v1")
def make_tokenizer(language: str) -> Callable[[Language], "Tokenizer"]:
    """The tokenizer of a language's folder, as a part of a pipeline's config."""
    return lambda nlp: tokenizer(nlp.vocab, language)


@Language.factory("kawat_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> SentenceStarts:
    """Sentence starts by rule, before the parser."""
    return SentenceStarts(nlp.vocab, nlp.lang)
