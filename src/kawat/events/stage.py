"""The stage: a reading with actors and statements becomes one with events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kawat.actors.lookup import ActorMap
from kawat.events.adjust import adjust, enough
from kawat.events.coding import Knowledge, code_sentence, knowledge
from kawat.events.draft import Draft
from kawat.events.ontology import quad, score
from kawat.events.view import View, lowered
from kawat.records import Actor, Event, Party, Reading, Sentence, Skip, Span, Statement

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
    events: list[Event] = []
    skipped: list[Skip] = []
    for sentence in reading.sentences:
        view = View(sentence, lowered(sentence), actors.in_sentence(sentence.index), by_sentence[sentence.index])
        drafts = [adjust(draft) for draft in code_sentence(view, known, speakers)]
        kept = keep(reading, sentence, drafts, skipped)
        events.extend(finish(reading, sentence, kept, len(events)))
    return replace(reading, events=tuple(events), skipped=(*reading.skipped, *skipped))


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


def keep(reading: Reading, sentence: Sentence, drafts: Sequence[Draft], skipped: list[Skip]) -> list[Draft]:
    """The drafts that are events, with parents renumbered; the others are added to ``skipped`` with the reason."""
    kept: list[Draft] = []
    place: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        reason = enough(draft)
        if reason:
            skipped.append(Skip(f"event.{reason}", trigger_span(reading, sentence, draft)))
            continue
        place[number] = len(kept)
        kept.append(replace(draft, parent=place.get(draft.parent, -1)))
    return kept


def trigger_span(reading: Reading, sentence: Sentence, draft: Draft) -> Span:
    """The words of the trigger."""
    start = sentence.tokens[draft.trigger.first].start
    end = sentence.tokens[draft.trigger.last - 1].end
    return reading.article.span(start, end, sentence.part)


def finish(reading: Reading, sentence: Sentence, drafts: Sequence[Draft], count: int) -> Iterable[Event]:
    """Events of one sentence, numbered on from ``count``."""
    whole = reading.article.span(sentence.start, sentence.end, sentence.part)
    for number, draft in enumerate(drafts):
        statement = reading.statements[draft.zone] if draft.zone >= 0 else None
        yield Event(
            id=f"e{count + number + 1}",
            trigger=trigger_span(reading, sentence, draft),
            type=draft.type,
            sentence=whole,
            mode=draft.mode,
            quad=quad(draft.type),
            score=score(draft.type, draft.mode),
            actor=parties(draft.actor),
            recipient=parties(draft.recipient),
            aux=draft.aux,
            said_by=statement.id if statement else None,
            parent=f"e{count + draft.parent + 1}" if draft.parent >= 0 else None,
            via=statement.via if statement else (),
            rules=draft.rules,
        )


def parties(actors: Iterable[Actor]) -> tuple[Party, ...]:
    """The actors as sides."""
    return tuple(Party(actor.id, actor.name, actor.code) for actor in actors)
