"""The stage that adds statements: finders propose, this decides, names the speaker and keeps the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from kawat.actors.lookup import ActorMap
from kawat.language.dates import find_dates
from kawat.records import Actor, Mention, Party, Part, Reading, Statement
from kawat.statements.direct import direct
from kawat.statements.forms import Lexicon, lexicon
from kawat.statements.indirect import indirect
from kawat.statements.proposals import Place, Proposal, Scene
from kawat.statements.quotes import Quote, quotes_of
from kawat.statements.speaker import Described, Speaker, speaker_at, subject_of, unresolved_is_carried
from kawat.statements.via import chain, credits
from kawat.statements.view import view


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
        cast = Cast(scene, self.language)
        statements = tuple(cast.statements(proposals(scene)))
        return replace(reading, statements=statements, actors=cast.actors())


def scene_of(reading: Reading, words: Lexicon) -> Scene:
    """Everything the finders look at, made once an article."""
    quotes = _quotes(reading, words)
    views = tuple(view(s, quotes.get(s.block, ()), words) for s in reading.sentences)
    parts: dict[Part, None] = dict.fromkeys(s.part for s in reading.sentences)
    found = {part: credits(reading.article.part(part), words.via) for part in parts}
    return Scene(reading, words, views, quotes, ActorMap(reading), found)


def proposals(scene: Scene) -> list[Proposal]:
    """What the finders propose, in the order of the text, each cue used once."""
    quoted = list(direct(scene))
    used = {(p.cue.sentence, i) for p in quoted if p.cue is not None for i in range(p.cue.first, p.cue.last)}
    order = {part: i for i, part in enumerate(dict.fromkeys(v.sentence.part for v in scene.views))}
    return sorted([*quoted, *indirect(scene, used)], key=lambda p: (order[p.part], p.start, p.end))


def _quotes(reading: Reading, words: Lexicon) -> dict[int, tuple[Quote, ...]]:
    """Outermost quotations by block; a block reaches from its first sentence to its last."""
    reach: dict[int, tuple[Part, int, int]] = {}
    for sentence in reading.sentences:
        part, start, _ = reach.get(sentence.block, (sentence.part, sentence.start, 0))
        reach[sentence.block] = (part, start, sentence.end)
    found = {}
    for block, (part, start, end) in reach.items():
        quotes = quotes_of(reading.article.part(part), start, end, part, block, words.quotes)
        if quotes:
            found[block] = quotes
    return found


class Spoken(NamedTuple):
    """A statement under way: its actor and the proposal."""

    actor: Actor
    proposal: Proposal


class Cast:
    """Who has spoken so far, while the statements of one article are made in order."""

    def __init__(self, scene: Scene, language: str) -> None:
        self.scene, self.language = scene, language
        self._anchor = _day(scene.reading.article.published)
        self._met: dict[str, Actor] = {}
        self._added: dict[str, list[Mention]] = {}
        self._next = 1 + len(scene.reading.actors)
        self._focus: Actor | None = None
        self._read = 0

    def statements(self, found: Iterable[Proposal]) -> Iterable[Statement]:
        """A statement for each proposal whose source is identifiable."""
        told = list(found)
        busy = {p.sentence for p in told} | {p.cue.sentence for p in told if p.cue is not None}
        number = 0
        for proposal in told:
            self._follow(proposal.sentence, busy)
            actor = self._speaker(proposal)
            if actor is None:
                continue
            number += 1
            yield self._statement(f"s{number}", proposal, actor)

    def actors(self) -> tuple[Actor, ...]:
        """The article's actors with the mentions found here, and the speakers met for the first time."""
        all_actors = (*self.scene.reading.actors, *self._met.values())
        return tuple(
            replace(a, mentions=(*a.mentions, *self._added[a.id])) if a.id in self._added else a for a in all_actors
        )

    def _follow(self, sentence: int, busy: set[int]) -> None:
        """Move on to ``sentence``: a person whom narration is about is the one that "ujarnya" means next."""
        for index in range(self._read, sentence):
            if index not in busy:
                self._focus = subject_of(self.scene, self.scene.views[index]) or self._focus
        self._read = max(self._read, sentence)

    def _speaker(self, proposal: Proposal) -> Actor | None:
        found: Speaker = speaker_at(self.scene, proposal.source) if proposal.source is not None else None
        if found is None:
            actor = self._focus if unresolved_is_carried(self.scene, proposal) else None
        else:
            actor = self._meet(found) if isinstance(found, Described) else found
        if actor is None:
            return None
        if proposal.media and actor.kind == "media" and proposal.kind == "direct" and self._focus is not None:
            return self._focus
        self._focus = actor
        return actor

    def _meet(self, described: Described) -> Actor:
        """The actor for a description, the same one whenever the words are the same."""
        key = described.name.casefold()
        if key not in self._met:
            self._met[key] = Actor(f"a{self._next}", described.name, described.code, kind="people")
            self._next += 1
        actor = self._met[key]
        self._add(actor, described.place, "speaker")
        return actor

    def _add(self, actor: Actor, place: Place, how: str) -> None:
        sentence = self.scene.views[place.sentence].sentence
        start, end = sentence.tokens[place.first].start, sentence.tokens[place.last - 1].end
        text = self.scene.reading.article.part(sentence.part)[start:end]
        mention = Mention(
            start, end, text, place.sentence, place.first, place.last, _head(self.scene, place), sentence.part, how
        )
        self._added.setdefault(actor.id, []).append(mention)

    def _statement(self, id: str, proposal: Proposal, actor: Actor) -> Statement:
        article = self.scene.reading.article
        self._first_person(proposal, actor)
        return Statement(
            id,
            proposal.kind,
            Party(actor.id, actor.name, actor.code),
            article.span(proposal.start, proposal.end, proposal.part),
            cue=self._cue(proposal),
            addressee=self._addressee(proposal, actor),
            via=self._via(proposal, actor),
            date=self._date(proposal),
            sentence=proposal.sentence,
            rules=(proposal.rule,),
        )

    def _cue(self, proposal: Proposal):  # type: ignore[no-untyped-def]
        if proposal.cue is None:
            return None
        sentence = self.scene.views[proposal.cue.sentence].sentence
        first, last = sentence.tokens[proposal.cue.first], sentence.tokens[proposal.cue.last - 1]
        return self.scene.reading.article.span(first.start, last.end, sentence.part)

    def _frame(self, proposal: Proposal) -> tuple[int, int] | None:
        """Offsets of the words around the cue."""
        if proposal.frame is None or proposal.frame.first >= proposal.frame.last:
            return None
        tokens = self.scene.views[proposal.frame.sentence].tokens
        return tokens[proposal.frame.first].start, tokens[proposal.frame.last - 1].end

    def _via(self, proposal: Proposal, actor: Actor) -> tuple[str, ...]:
        """The media credited in the sentences of the statement and of its cue, outside its words."""
        places = {proposal.sentence} | ({proposal.frame.sentence} if proposal.frame else set())
        found = [
            credit
            for index in sorted(places)
            for s in (self.scene.views[index].sentence,)
            for credit in self.scene.credits_in(s.part, s.start, s.end)
            if not (proposal.kind == "direct" and proposal.start <= credit.start < proposal.end)
        ]
        return tuple(name for name in chain(tuple(found)) if name.casefold() != actor.name.casefold())

    def _date(self, proposal: Proposal) -> str | None:
        frame = self._frame(proposal)
        if frame is None:
            return None
        text = self.scene.reading.article.part(proposal.part)[frame[0] : frame[1]]
        if not any(map(str.isdigit, text)) and len(text) < 40:
            return None
        found = find_dates(text, self.language, self._anchor)
        return found[0].value if found else None

    def _addressee(self, proposal: Proposal, actor: Actor) -> Party | None:
        """kepada wartawan, kepada parlemen: the first one in the words around the cue."""
        if proposal.frame is None:
            return None
        view_ = self.scene.views[proposal.frame.sentence]
        grammar = self.scene.lexicon.cues.grammar
        for i in range(proposal.frame.first, min(proposal.frame.last, len(view_.words) - 1)):
            if view_.words[i] in grammar.addressing:
                return self._party(Place(view_.index, i + 1, self._phrase(view_.index, i + 1)), actor)
        return None

    def _phrase(self, sentence: int, first: int) -> int:
        from kawat.statements.scan import end_of_phrase

        view_ = self.scene.views[sentence]
        return max(first + 1, end_of_phrase(view_, first, self.scene.lexicon.cues.grammar))

    def _party(self, place: Place, speaker: Actor) -> Party | None:
        found = speaker_at(self.scene, _source(place))
        if isinstance(found, Actor):
            return Party(found.id, found.name, found.code) if found.id != speaker.id else None
        return Party("", found.name, found.code) if found is not None else None

    def _first_person(self, proposal: Proposal, actor: Actor) -> None:
        """kami, kita, saya inside somebody's quoted words are the speaker."""
        if proposal.kind == "indirect":
            return
        we = self.scene.lexicon.cues.grammar.we
        for view_ in self.scene.views[proposal.sentence :]:
            if view_.sentence.part != proposal.part or view_.sentence.start >= proposal.end:
                break
            for i, word in enumerate(view_.words):
                inside = proposal.start <= view_.tokens[i].start < proposal.end
                if word in we and inside and not self.scene.actors.at(view_.index, i):
                    self._add(actor, Place(view_.index, i, i + 1), "we")


def _source(place: Place):  # type: ignore[no-untyped-def]
    from kawat.statements.proposals import Source

    return Source(place, True)


def _head(scene: Scene, place: Place) -> int:
    """The token of the phrase that hangs on a word outside it."""
    tokens = scene.views[place.sentence].tokens
    return next(
        (i for i in range(place.first, place.last) if not place.first <= tokens[i].head < place.last), place.first
    )


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
