"""Making proposals of reported words: before their cue, after it, or around it."""

from __future__ import annotations

from typing import NamedTuple

from kawat.records import StatementKind
from kawat.statements.content import content_end
from kawat.statements.proposals import Place, Proposal, Scene, Source, place_of
from kawat.statements.scan import end_of_clause, is_mark, next_word
from kawat.statements.view import Cue, View

LONG = 12
"""Words after a cue and its source that are more than when and where it was said."""


class Frame(NamedTuple):
    """How words are attributed: the rule that saw it, the words around, the place of the speaker, the cue."""

    rule: str
    words: Place
    source: Source | None
    cue: Cue | None = None


def made(scene: Scene, view: View, frame: Frame, first: int, last: int = 0) -> Proposal:
    """A proposal for the words from token ``first`` to ``last``, or to the end without its tail."""
    start, cue = view.tokens[first].start, frame.cue
    cut = view.tokens[last].start if last else scene.credit_after(view, start)
    active = cue.first if cue is not None and cue.first < first else -1
    end = content_end(view, first, cut, scene.lexicon.cues.grammar, active)
    return Proposal(
        frame.rule,
        _kind(scene, view, start, end),
        view.sentence.part,
        start,
        end,
        view.number,
        place_of(cue) if cue else None,
        frame.source,
        frame.words,
        media=bool(cue and cue.entry.group.media),
    )


def _kind(scene: Scene, view: View, start: int, end: int) -> StatementKind:
    """Mixed when words, not a title or a name, are quoted inside."""
    quotes = [q for q in scene.quotes_in(view) if q.outer_start < end and q.outer_end > start]
    return "mixed" if any(_spoken(scene, q.start, q.end, view) for q in quotes) else "indirect"


def _spoken(scene: Scene, start: int, end: int, view: View) -> bool:
    words = scene.reading.article.part(view.sentence.part)[start:end].split()
    if len(words) < scene.lexicon.quotes.limits.mixed:
        return False
    names = sum(word[:1].isupper() for word in words)
    return names * 2 <= len(words)


def around(
    scene: Scene, view: View, cue: Cue, source: Source | None, last: int, rule: str
) -> Proposal | None:
    """Words that stand around their cue, or before it when nothing follows."""
    closing = end_of_clause(view, last)
    after = next_word(view, closing)
    before_is_clause = more_than_connective(scene, view, cue.first)
    goes_on = closing < len(view.words) and view.words[closing] == "," and _tells_more(view, after)
    frame = Place(view.number, cue.first, closing)
    if not goes_on:
        first = next_word(view, 0)
        if first >= cue.first - 1:
            return None
        tail = Place(view.number, cue.first, len(view.words))
        return made(scene, view, Frame(rule, tail, source, cue), first, cue.first)
    first = next_word(view, 0) if before_is_clause else after
    return made(scene, view, Frame(rule, frame, source, cue), first)


def _tells_more(view: View, first: int) -> bool:
    """Whether more follows than when and where it was said: a verb, or many words."""
    rest = view.tokens[first:]
    return len(rest) > LONG or any(token.upos in ("VERB", "AUX") for token in rest)


def more_than_connective(scene: Scene, view: View, last: int) -> bool:
    connectives = scene.lexicon.cues.grammar.connectives
    return any(view.words[i] not in connectives and not is_mark(view, i) for i in range(last))


def around_or_after(scene: Scene, view: View, cue: Cue, source: Source | None, last: int) -> Proposal | None:
    """Sentence-initial: the words begin after the source; else they stand around or before it."""
    if more_than_connective(scene, view, cue.first):
        return around(scene, view, cue, source, last, "indirect.according")
    first = next_word(view, end_of_clause(view, last))
    if view.words[last : last + 1] and view.words[last] != ",":
        first = next_word(view, last) if end_of_clause(view, last) >= len(view.words) - 1 else first
    if first >= len(view.words):
        return None
    return made(scene, view, Frame("indirect.according", Place(view.number, 0, first), source, cue), first)
