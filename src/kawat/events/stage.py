"""The stage: a reading with actors and statements becomes one with events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from kawat.actors.lookup import ActorMap
from kawat.actors.scene import is_headline
from kawat.actors.whoswho import whos_who
from kawat.events.adjust import adjust, as_people, enough
from kawat.events.byoffice import by_office
from kawat.events.coding import Knowledge, code_sentence, knowledge, on_land
from kawat.events.contexts import Contexts
from kawat.events.crowds import about, apart_from_cause, elsewhere, ground
from kawat.events.discourse import complete
from kawat.events.draft import Draft
from kawat.events.foes import opposed
from kawat.events.fronts import before_whom
from kawat.events.headlines import sure
from kawat.events.nameless import unnamed
from kawat.events.ontology import quad, score
from kawat.events.silence import domains, out_of_place, silent, tells_of_war, unpolitical
from kawat.events.view import View, lowered
from kawat.events.visits import hosted
from kawat.events.when import Dates, dated, dates_by_sentence, event_date, lingering, past, published
from kawat.events.where import place_near, place_of, places_in
from kawat.records import Actor, Event, Party, Reading, Sentence, Skip, Span, Statement
from kawat.statements.via import narration_chain

POSSESSOR = "actor.possessor"
"""Rule by which whoever stands right behind an event noun does it."""
Numbered = list[tuple[int, Statement]]


class EventStage:
    """Codes the events of a reading.

    Args:
        language: code of a folder under ``language/``.

    Raises:
        LexiconError, UnsupportedLanguage: before anything is read.
    """

    needs = frozenset({"sentences", "actors", "statements"})
    adds = frozenset({"events"})

    def __init__(self, language: str = "id") -> None:
        self.known = knowledge(language)
        self.language = language

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its events, and with what was left out in ``skipped``."""
        return code(reading, self.known)


def code(reading: Reading, known: Knowledge) -> Reading:
    """The reading with its events."""
    actors = ActorMap(reading)
    by_sentence = statements_by_sentence(reading)
    speakers = speakers_of(reading)
    views = [view_of(sentence, known, actors, by_sentence) for sentence in reading.sentences]
    coded = [
        opposed(view, code_sentence(view, known, speakers), known.markers) if view else [] for view in views
    ]
    dates = dates_by_sentence(reading, known.language) if any(coded) else defaultdict(list)
    scenes = Scenes(
        reading,
        dates,
        known,
        lingering(reading, dates, known.markers),
        states(reading),
        Contexts(reading.sentences, known.signs),
    )
    told = [
        [
            by_place(view, before_whom(view, without_bodies(draft), known.markers), known)
            for draft in scenes.historical(view, own)
        ]
        if view
        else own
        for view, own in zip(views, coded, strict=True)
    ]
    alone = frozenset(number for number, s in enumerate(reading.sentences) if is_headline(s))
    governed = scenes.states if len(reading.sentences) > 1 else {}
    drafts = hosted(complete(by_office(told, reading.actors), governed, alone))
    drafts = [[unnamed(draft, known.markers) for draft in own] for own in drafts]
    at_war = tells_of_war(draft for own in drafts for draft in own)
    domain = domains(reading.sentences, known.silence)
    events: list[Event] = []
    skipped: list[Skip] = []
    for view, found in zip(views, drafts, strict=True):
        if not view or not found:
            continue
        settled = [adjust(on_land(view, draft, known.markers)) for draft in found]
        about = domain.get(view.sentence.block)
        settled = [
            replace(
                d,
                silent=d.silent
                or out_of_place(d, about, known.silence)
                or silent(view, d, known.silence)
                or unpolitical(d, at_war, known.silence),
            )
            for d in settled
        ]
        kept = keep(reading, view.sentence, sure(view, settled, known.markers), skipped)
        events.extend(scenes.finish(view, kept, len(events)))
    return replace(reading, events=tuple(events), skipped=(*reading.skipped, *skipped))


def view_of(
    sentence: Sentence, known: Knowledge, actors: ActorMap, by_sentence: defaultdict[int, Numbered]
) -> View | None:
    """The sentence as the coder looks at it; None when it holds no word that may name an event."""
    words = lowered(sentence)
    if not known.table.worth(words) and known.openers.keys().isdisjoint(words):
        return None
    return View(sentence, words, actors.in_sentence(sentence.index), by_sentence[sentence.index])


def statements_by_sentence(reading: Reading) -> defaultdict[int, Numbered]:
    """The statements whose content overlaps each sentence, with their numbers."""
    found: defaultdict[int, Numbered] = defaultdict(list)
    for number, statement in enumerate(reading.statements):
        content = statement.content
        for sentence in reading.sentences:
            same_part = sentence.part == content.part
            if same_part and sentence.start < content.end and content.start < sentence.end:
                found[sentence.index].append((number, statement))
    return found


def speakers_of(reading: Reading) -> dict[int, tuple[Actor, ...]]:
    """Who speaks in each statement."""
    found: dict[int, tuple[Actor, ...]] = {}
    for number, statement in enumerate(reading.statements):
        party = statement.speaker
        actor = reading.actor(party.actor) or Actor(party.actor or f"s{number}", party.name, party.code)
        found[number] = (actor,)
    return found


def states(reading: Reading) -> dict[str, Actor]:
    """The government of each country that an article names: the country itself, else who governs it."""
    found: dict[str, Actor] = {}
    for actor in sorted(reading.actors, key=lambda actor: actor.kind != "country"):
        country, sector = actor.country, actor.sector
        if sector == "GOV":
            found.setdefault(country, actor)
    return found


def keep(reading: Reading, sentence: Sentence, drafts: Sequence[Draft], skipped: list[Skip]) -> list[Draft]:
    """The drafts that are events, with parents renumbered; the others are added to ``skipped`` with the
    reason.
    """
    kept: list[Draft] = []
    place: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        draft = fitting(draft)
        reason = draft.silent or enough(draft)
        if reason:
            skipped.append(Skip(f"event.{reason}", trigger_span(reading, sentence, draft)))
            continue
        place[number] = len(kept)
        kept.append(replace(draft, parent=place.get(draft.parent, -1)))
    return kept


def by_place(view: View, draft: Draft, known: Knowledge) -> Draft:
    """A protest as one of people, of the place where it is when it names none."""
    draft = apart_from_cause(view, about(view, draft, known.markers), known.markers)
    if draft.type != "PROTEST":
        return abroad(view, draft, known)
    if draft.actor:
        return replace(draft, actor=tuple(map(as_people, draft.actor)))
    place = place_near(view, draft, known.markers)
    country = place.country if place else ground(view, known.markers)
    if not country or elsewhere(view, draft, (p[0] for p in places_in(view, known.markers))):
        return draft
    people = Actor("", place.name if place else country, f"{country}:CVL")
    return replace(draft, actor=(people,), rules=(*draft.rules, "actor.place"))


def without_bodies(draft: Draft) -> Draft:
    """A protest without a body of a state as its actor: one held before the embassy of *A* is not A's people's."""
    kept = tuple(a for a in draft.actor if a.kind != "agency")
    if draft.type != "PROTEST" or len(kept) == len(draft.actor) or POSSESSOR not in draft.rules:
        return draft
    return replace(draft, actor=kept, rules=tuple(r for r in draft.rules if not r.startswith("actor.")))


def abroad(view: View, draft: Draft, known: Knowledge) -> Draft:
    """An act of office against foreigners as one of the officers of the country where it is done."""
    offices = draft.trigger.entry.predicate.by
    if draft.actor or not offices or not draft.recipient:
        return draft
    place = place_near(view, draft, known.markers)
    own = {actor.country for actor in draft.recipient}
    named = {actor.country for mention in view.named for actor in mention.actors}
    if place is None or place.country not in named - own:
        return draft
    officers = Actor("", place.name, f"{place.country}:{offices[0]}")
    return replace(draft, actor=(officers,), rules=(*draft.rules, "actor.place"))


def fitting(draft: Draft) -> Draft:
    """The draft as the first of the predicates of its words whose needs its sides meet; itself when none's
    are.
    """
    if not enough(draft):
        return draft
    for entry in draft.trigger.others:
        rules = (f"{entry.predicate.type.lower()}.{entry.predicate.id}", *draft.rules[1:])
        trigger = replace(draft.trigger, entry=entry)
        other = replace(
            draft, trigger=trigger, type=entry.predicate.type, mode=entry.predicate.mode, rules=rules
        )
        if not enough(other):
            return adjust(other)
    return draft


def trigger_span(reading: Reading, sentence: Sentence, draft: Draft) -> Span:
    """The words of the trigger."""
    start = sentence.tokens[draft.trigger.first].start
    end = sentence.tokens[draft.trigger.last - 1].end
    return reading.article.span(start, end, sentence.part)


class Scenes(NamedTuple):
    """What dates, places and numbers of events are told by."""

    reading: Reading
    dates: Dates
    known: Knowledge
    past: frozenset[int]
    """Sentences that stay in a far past told before."""
    states: Mapping[str, Actor]
    """The government of each country that the article names."""
    contexts: Contexts

    def historical(self, view: View | None, drafts: list[Draft]) -> list[Draft]:
        """The drafts of a sentence, as background where it dates them more than a year back."""
        if not view:
            return drafts
        mentions, anchor = self.dates[view.sentence.index], published(self.reading.article)
        if not mentions:
            lingers = view.sentence.index in self.past
            return [background(d, "aux.lingering") for d in drafts] if lingers else drafts
        known = self.known.markers
        return [background(d, "aux.date") if past(view, d, mentions, known, anchor) else d for d in drafts]

    def parties(self, actors: Iterable[Actor]) -> tuple[Party, ...]:
        """The actors as sides."""
        known = (called(actor, self.states, self.known.language) for actor in actors)
        return tuple(Party(actor.id, actor.name, actor.code) for actor in known)

    def finish(self, view: View, drafts: Sequence[Draft], count: int) -> Iterator[Event]:
        """Events of one sentence, numbered on from ``count``."""
        sentence, article = view.sentence, self.reading.article
        whole = article.span(sentence.start, sentence.end, sentence.part)
        when = dated(view, drafts, self.dates[sentence.index])
        there = places_in(view, self.known.markers)
        told_by = narration_chain(self.reading, sentence.index) if drafts else ()
        about = self.contexts.of(sentence) if drafts else ()
        for number, draft in enumerate(drafts):
            statement = self.reading.statements[draft.zone] if draft.zone >= 0 else None
            yield Event(
                id=f"e{count + number + 1}",
                trigger=trigger_span(self.reading, sentence, draft),
                type=draft.type,
                sentence=whole,
                mode=draft.mode,
                contexts=about,
                quad=quad(draft.type),
                score=score(draft.type, draft.mode),
                actor=self.parties(draft.actor),
                recipient=self.parties(draft.recipient),
                aux=draft.aux,
                said_by=statement.id if statement else None,
                parent=f"e{count + draft.parent + 1}" if draft.parent >= 0 else None,
                via=statement.via if statement else told_by,
                date=event_date(when[number], article, sentence.part) if number in when else None,
                place=place_of(view, draft, there, article),
                rules=draft.rules,
            )


def background(draft: Draft, rule: str) -> Draft:
    """The draft as background, unless its words say that it did not or might happen."""
    return draft if draft.aux else replace(draft, aux="historical", rules=(*draft.rules, rule))


def called(actor: Actor, states: Mapping[str, Actor], language: str) -> Actor:
    """An actor that a rule gave by its country alone, as the article calls it, or else the who's-who."""
    country = actor.country
    if actor.id or actor.name != country:
        return actor
    state = states.get(country)
    if state is not None and state.code == actor.code:
        return state
    entry = whos_who(language).entries.get(country)
    return replace(actor, name=entry.names[0]) if entry is not None and entry.names else actor
