"""The stage that adds statements: finders propose, this decides and keeps the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from kawat.records import Actor, Party, Reading, Statement
from kawat.statements.ahead import first_words, told_later
from kawat.statements.cast import Cast
from kawat.statements.details import addressee, cue_span, said_on, via
from kawat.statements.direct import direct
from kawat.statements.forms import lexicon
from kawat.statements.indirect import indirect
from kawat.statements.proposals import Place, Proposal, Scene
from kawat.statements.scene import scene_of


class StatementStage:
    """Adds the statements of an article, and to its actors those who speak and were not found before.

    Args:
        language: code of a folder under ``language/``.

    Raises:
        UnsupportedLanguage, LexiconError: from the language's lexicons.
    """

    needs = frozenset({"sentences", "actors"})
    adds = frozenset({"statements"})

    def __init__(self, language: str = "id") -> None:
        self.language = language
        self.lexicon = lexicon(language)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its statements, in the order of the text."""
        if not reading.sentences:
            return reading
        scene = scene_of(reading, self.lexicon)
        found = proposals(scene)
        cast = Cast(scene, _busy(scene, found))
        statements = tuple(self._statements(scene, cast, found))
        return replace(reading, statements=statements, actors=cast.actors())

    def _statements(self, scene: Scene, cast: Cast, found: Sequence[Proposal]) -> Iterator[Statement]:
        """A statement for each proposal whose source is identifiable."""
        anchor = _day(scene.reading.article.published)
        number = 0
        for proposal in found:
            speaker = cast.speaker(proposal)
            if speaker is not None:
                number += 1
                _first_person(scene, cast, proposal, speaker)
                yield _statement(
                    f"s{number}", scene, proposal, speaker, said_on(scene, proposal, self.language, anchor)
                )


def proposals(scene: Scene) -> list[Proposal]:
    """What the finders propose, in the order of the text, each cue used once."""
    quoted = told_later(scene, direct(scene))
    used = {(p.cue.sentence, i) for p in quoted if p.cue is not None for i in range(p.cue.first, p.cue.last)}
    return first_words(sorted([*quoted, *indirect(scene, used)], key=lambda p: (p.sentence, p.start, p.end)))


def _busy(scene: Scene, found: Sequence[Proposal]) -> frozenset[int]:
    """Sentences that hold a cue or words reported; what the others are about is narration."""
    cues = {p.cue.sentence for p in found if p.cue is not None}
    for proposal in found:
        for view in scene.views[proposal.sentence :]:
            if view.sentence.part != proposal.part or view.sentence.start >= proposal.end:
                break
            cues.add(view.number)
    return frozenset(cues)


def _statement(id: str, scene: Scene, proposal: Proposal, speaker: Actor, day: str | None) -> Statement:
    return Statement(
        id,
        proposal.kind,
        Party(speaker.id, speaker.name, speaker.code),
        scene.reading.article.span(proposal.start, proposal.end, proposal.part),
        cue=cue_span(scene, proposal),
        addressee=addressee(scene, proposal, speaker),
        via=via(scene, proposal, speaker),
        date=day,
        sentence=proposal.sentence,
        rules=(proposal.rule,),
    )


def _first_person(scene: Scene, cast: Cast, proposal: Proposal, speaker: Actor) -> None:
    """kami, kita, saya inside somebody's quoted words are the speaker."""
    if proposal.kind == "indirect":
        return
    we = scene.lexicon.cues.grammar.we
    for view in scene.views[proposal.sentence :]:
        if view.sentence.part != proposal.part or view.sentence.start >= proposal.end:
            return
        if we.isdisjoint(view.words):
            continue
        for i, word in enumerate(view.words):
            inside = word in we and proposal.start <= view.tokens[i].start < proposal.end
            if inside and not scene.actors.at(view.number, i):
                cast.add(speaker, Place(view.number, i, i + 1), "we")


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
