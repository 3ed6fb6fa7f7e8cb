"""Words reported by a passive: seperti dikatakan X, disebutkan bahwa …, hal itu disampaikan X."""

from __future__ import annotations

from kawat.statements.making import Frame, around_or_after, made
from kawat.statements.proposals import Place, Proposal, Scene, Source, place_of
from kawat.statements.scan import end_of_phrase, find, skip
from kawat.statements.view import Cue, View

NEAR = 6
"""Words of the judge between a passive and what he expects."""


def passive(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    grammar, back = scene.lexicon.cues.grammar, scene.lexicon.cues.back
    if cue.entry.group.media:
        return None
    first = skip(view, cue.last, grammar.by)
    if first >= len(view.words) or not _agent(scene, view, first, by=first > cue.last):
        return None
    source = Source(Place(view.number, first, end_of_phrase(view, first, grammar)), True, cue.first)
    if (
        cue.word in back.passives
        and find(view, 0, 3, back.nouns) >= 0
        and find(view, 0, 4, back.pointers) >= 0
    ):
        return _sentence_before(scene, view, cue, source)
    if _compares(scene, view, cue):
        return around_or_after(scene, view, cue, source, source.place.last)
    return _judged(scene, view, cue, source)


def _judged(scene: Scene, view: View, cue: Cue, source: Source) -> Proposal | None:
    """RUU itu diprediksi para ahli akan …: the clause goes on after its judge."""
    grammar = scene.lexicon.cues.grammar
    words = view.words[source.place.first : source.place.first + NEAR]
    at = next((source.place.first + i for i, word in enumerate(words) if word in grammar.futures), -1)
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


def _sentence_before(scene: Scene, view: View, cue: Cue, source: Source) -> Proposal | None:
    if view.number == 0:
        return None
    before = scene.views[view.number - 1]
    if before.sentence.part != view.sentence.part or before.cues or not before.words:
        return None
    frame = Place(view.number, 0, len(view.words))
    found = made(scene, before, Frame("indirect.back", frame, source, cue), 0)
    return found._replace(kind="indirect", cue=place_of(cue))
