"""Words reported by a passive: seperti dikatakan X, disebutkan bahwa …, hal itu disampaikan X."""

from __future__ import annotations

from kawat.statements.making import Frame, around_or_after, made
from kawat.statements.proposals import Place, Proposal, Scene, Source, place_of
from kawat.statements.scan import end_of_phrase, find, skip
from kawat.statements.view import Cue, View

NEAR = 6
"""Words of the judge between a passive and what he expects."""


def passive(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    """A proposal for a passive cue; None when nobody stands behind it."""
    if cue.entry.group.media:
        return None
    source = _by_whom(scene, view, cue)
    opening = _opening(scene, view, cue, source)
    if opening is not None or source is None:
        return opening
    if _refers(scene, view, cue):
        return _sentence_before(scene, view, cue, source)
    if _compares(scene, view, cue) or _set_apart(view, cue, source):
        return around_or_after(scene, view, cue, source, source.place.last)
    return _judged(scene, view, cue, source)


def reference(scene: Scene, view: View) -> Frame | None:
    """The frame of a sentence that only tells who said what stands before it: Hal itu disampaikan X."""
    for cue in view.cues:
        if cue.entry.order == "passive" and _refers(scene, view, cue, scene.lexicon.cues.nouns.words):
            source = _by_whom(scene, view, cue)
            if source is not None:
                return Frame("quote.back", Place(view.number, 0, len(view.words)), source, cue)
    return None


def _by_whom(scene: Scene, view: View, cue: Cue) -> Source | None:
    """(oleh) X right after the passive."""
    grammar = scene.lexicon.cues.grammar
    first = skip(view, cue.last, grammar.by)
    if first >= len(view.words) or not _agent(scene, view, first, by=first > cue.last):
        return None
    return Source(Place(view.number, first, end_of_phrase(view, first, grammar)), True, cue.first)


def _refers(scene: Scene, view: View, cue: Cue, besides: frozenset[str] = frozenset()) -> bool:
    """Hal itu disampaikan …, Demikian dikatakan …; with other nouns ``besides`` those for any reference."""
    back = scene.lexicon.cues.back
    if cue.word not in back.passives:
        return False
    if cue.first == 1 and view.words[0] in scene.lexicon.cues.nouns.openers:
        return True
    return find(view, 0, 3, back.nouns | besides) >= 0 and find(view, 0, 4, back.pointers) >= 0


def _opening(scene: Scene, view: View, cue: Cue, source: Source | None) -> Proposal | None:
    """Disebutkan (pula) bahwa …: who spoke before goes on; Disebutkan X bahwa …: X does."""
    grammar = scene.lexicon.cues.grammar
    if any(word not in grammar.connectives and word != "," for word in view.words[: cue.first]):
        return None
    first = source.place.first if source is not None else skip(view, cue.last, grammar.adverbs)
    last = source.place.last if source is not None else first + 1
    at = find(view, first, last, grammar.that)
    if at < 0 or at + 1 >= len(view.words):
        return None
    if source is not None:
        source = source._replace(place=source.place._replace(last=at))
    frame = Frame("indirect.opening", Place(view.number, 0, at), source, cue)
    return made(scene, view, frame, at + 1)


def _judged(scene: Scene, view: View, cue: Cue, source: Source) -> Proposal | None:
    """RUU itu diprediksi para ahli akan …: the clause goes on after its judge."""
    grammar = scene.lexicon.cues.grammar
    words = view.words[source.place.first : source.place.first + NEAR]
    begins = grammar.futures | (grammar.role if "as" in cue.entry.group.content else frozenset())
    at = next((source.place.first + i for i, word in enumerate(words) if word in begins), -1)
    if at <= source.place.first or "clause" not in cue.entry.group.content:
        return None
    source = Source(Place(view.number, source.place.first, at), True, cue.first)
    frame = Place(view.number, cue.first, at)
    return made(scene, view, Frame("indirect.judged", frame, source, cue), at)


def _agent(scene: Scene, view: View, first: int, by: bool) -> bool:
    if scene.actors.at(view.number, first) or view.words[first] in scene.lexicon.cues.grammar.pronouns:
        return True
    return by or view.words[first] in scene.lexicon.cues.sources.all


def _compares(scene: Scene, view: View, cue: Cue) -> bool:
    """seperti (yang) disebutkan X, sebagaimana dikatakan X."""
    likes = scene.lexicon.cues.grammar.likes
    return any(view.words[i] in likes for i in range(max(0, cue.first - 3), cue.first))


def _set_apart(view: View, cue: Cue, source: Source) -> bool:
    """Rapat itu, disebutkan NAMA, ditunda."""
    last = source.place.last
    return cue.first > 1 and view.words[cue.first - 1] == "," and view.words[last : last + 1] == (",",)


def _sentence_before(scene: Scene, view: View, cue: Cue, source: Source) -> Proposal | None:
    if view.number == 0:
        return None
    before = scene.views[view.number - 1]
    if before.sentence.part != view.sentence.part or before.cues or not before.words:
        return None
    frame = Place(view.number, 0, len(view.words))
    found = made(scene, before, Frame("indirect.back", frame, source, cue), 0)
    return found._replace(kind="indirect", cue=place_of(cue))
