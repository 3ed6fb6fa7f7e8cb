"""What stands around a cue besides the speaker: addressee, date, and the media behind the words."""

from __future__ import annotations

from datetime import date

from kawat.language.dates import find_dates
from kawat.records import Actor, Party, Span
from kawat.statements.proposals import Place, Proposal, Scene, Source
from kawat.statements.scan import end_of_phrase
from kawat.statements.speaker import speaker_at
from kawat.statements.via import chain

DATED = 6
"""Letters that the shortest mention of a date has."""


def cue_span(scene: Scene, proposal: Proposal) -> Span | None:
    """The reporting words with their offsets."""
    if proposal.cue is None:
        return None
    view = scene.views[proposal.cue.sentence]
    start, end = view.tokens[proposal.cue.first].start, view.tokens[proposal.cue.last - 1].end
    return scene.reading.article.span(start, end, view.sentence.part)


def via(scene: Scene, proposal: Proposal, speaker: Actor) -> tuple[str, ...]:
    """The media credited beside the words and their cue, from the outlet to the first witness."""
    places = {proposal.sentence} | ({proposal.frame.sentence} if proposal.frame else set())
    found = [
        credit
        for number in sorted(places)
        for sentence in (scene.views[number].sentence,)
        for credit in scene.credits_in(sentence.part, sentence.start, sentence.end)
        if not (proposal.kind == "direct" and proposal.start <= credit.start < proposal.end)
        and not (credit.loose and proposal.kind != "direct")
    ]
    own = {speaker.name.casefold(), scene.reading.article.outlet.casefold()}
    return tuple(name for name in chain(tuple(found)) if name.casefold() not in own)


def said_on(scene: Scene, proposal: Proposal, language: str, anchor: date | None) -> str | None:
    """The date in the words around the cue, as precise as the text."""
    frame = proposal.frame
    if frame is None or frame.first >= frame.last:
        return None
    view = scene.views[frame.sentence]
    start, end = view.tokens[frame.first].start, view.tokens[frame.last - 1].end
    after = max(proposal.end, end) if proposal.kind != "direct" else end
    text = scene.reading.article.part(view.sentence.part)
    for piece in (text[start:end], text[after : view.sentence.end]):
        found = find_dates(piece, language, anchor) if len(piece) >= DATED else ()
        if found:
            return found[0].value
    return None


def addressee(scene: Scene, proposal: Proposal, speaker: Actor) -> Party | None:
    """kepada wartawan, kepada parlemen: the first one in the words around the cue."""
    frame = proposal.frame
    if frame is None:
        return None
    view, grammar = scene.views[frame.sentence], scene.lexicon.cues.grammar
    for i in range(frame.first, min(frame.last, len(view.words) - 1)):
        if view.words[i] in grammar.addressing:
            return _party(scene, Place(view.number, i + 1, end_of_phrase(view, i + 1, grammar)), speaker)
    return None


def _party(scene: Scene, place: Place, speaker: Actor) -> Party | None:
    found = speaker_at(scene, Source(place, True)) if place.first < place.last else None
    if isinstance(found, Actor):
        return Party(found.id, found.name, found.code) if found.id != speaker.id else None
    return Party("", found.name, found.code) if found is not None else None
