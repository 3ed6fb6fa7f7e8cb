"""From characters to sentences: pipelines of spaCy, ours or others, and CoNLL-U.

One folder a language (`id/`), with the same file names in each: `model/`, `lexicon/`, `quirks/`.
spaCy costs seconds to import, so nothing here imports it before a pipeline is loaded.
"""

from pathlib import Path

from kawat.errors import PipelineError, UnsupportedLanguage
from kawat.language.analyser import Analyser

__all__ = ["Analyser", "languages", "load"]

HERE = Path(__file__).parent


def languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder with a shipped model.

    >>> "id" in languages()
    True
    """
    return tuple(sorted(path.parent.name for path in HERE.glob("*/model") if (path / "meta.json").is_file()))


def load(language: str = "id", pipeline: str | None = None) -> Analyser:
    """An analyser for a language.

    In: the language's code, and, in place of the shipped pipeline, the path or package name of another that
    gives Universal Dependencies labels. Out: an analyser.

    Raises:
        UnsupportedLanguage: no pipeline is shipped for the language, and none was given.
        PipelineError: the pipeline is missing, cannot be loaded, or has no parser.
    """
    if pipeline is None and language not in languages():
        known = ", ".join(languages()) or "none"
        raise UnsupportedLanguage(
            f"no pipeline is shipped for the language {language!r} (shipped: {known}); "
            "give another spaCy pipeline with UD labels (--pipeline)"
        )
    return Analyser(_pipeline(pipeline or str(HERE / language / "model")))


def _pipeline(name: str):  # type: ignore[no-untyped-def]
    """A loaded spaCy pipeline that parses."""
    import spacy

    import kawat.language.component  # noqa: F401  (registers our parts)

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0].rstrip(".")
        msg = f"the pipeline {name!r} could not be loaded: {reason}; give a pipeline's path or package name"
        raise PipelineError(msg) from error
    if not any("token.dep" in nlp.get_pipe_meta(part).assigns for part in nlp.pipe_names):
        parts = ", ".join(nlp.pipe_names) or "nothing"
        msg = f"the pipeline {name!r} has no parser (it has: {parts}); give one with Universal Dependencies"
        raise PipelineError(msg)
    return nlp
