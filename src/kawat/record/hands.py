"""Correcting by hand: a correction made from a row or from words, and the score of the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from kawat.errors import QueryError
from kawat.record.corrections import Correction, Verdict, anchor, change_event, check_changes, correct
from kawat.record.people import split_code
from kawat.records import Event, Part, Reading, Sentence, Span, Value

if TYPE_CHECKING:
    from kawat.record.record import Record


class Measure(Value, frozen=True):
    """How the machine's coding stands against what people judged."""

    name: str
    right: int
    machine: int
    """What the machine has of all that was judged."""
    people: int
    """What people let stand or added."""

    @property
    def precision(self) -> float:
        """Share of the machine's that is right."""
        return self.right / self.machine if self.machine else 0.0

    @property
    def recall(self) -> float:
        """Share of what people want that the machine has."""
        return self.right / self.people if self.people else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.machine + self.people
        return 2 * self.right / both if both else 0.0


def on_event(
    record: Record, id: int, verdict: Verdict, author: str, changes: dict[str, Any], note: str = ""
) -> Correction:
    """A correction of the event with this id in the record (not yet stored: ``Record.correct`` does that).

    Raises:
        QueryError: no such event.
    """
    row = record.event(id)
    part: Any = row.part
    return Correction(
        row.article, "event", part, row.start, row.end, row.type, verdict, changes, author=author, note=note
    )


def on_statement(
    record: Record, id: int, verdict: Verdict, author: str, changes: dict[str, Any], note: str = ""
) -> Correction:
    """A correction of the statement with this id.

    Raises:
        QueryError: no such statement.
    """
    found = record.store.connection.execute(
        """SELECT a.key, s.part, s.start, s."end" FROM statements s JOIN articles a ON a.id = s.article
           WHERE s.id = ?""",
        (id,),
    ).fetchone()
    if found is None:
        raise QueryError(f"no statement {id} in the record")
    key, part, start, end = found
    return Correction(key, "statement", part, start, end, "", verdict, changes, author=author, note=note)


def missing_event(
    record: Record,
    key: str,
    place: tuple[Part, int, int],
    author: str,
    changes: dict[str, Any],
    note: str = "",
) -> Correction:
    """A correction that adds an event which the machine did not find.

    Args:
        place: part of the article and characters of the trigger.
        changes: ``type`` at least; ``actor`` and ``recipient`` as lists of codes.

    Raises:
        QueryError: no type, no such article, or no words at that place.
    """
    check_changes("event", changes)
    if "type" not in changes:
        raise QueryError("what kind of event is missing? Give its type")
    reading = record.reading(key)
    part, start, end = place
    trigger = reading.article.span(start, end, part)
    if not trigger.text.strip():
        raise QueryError(f"no words at {part} {start}-{end} of {key}")
    blank = Event("new", trigger, changes["type"], sentence_around(reading, trigger), rules=("hand",))
    machine = msgspec.to_builtins(change_event(reading, blank, changes))
    return Correction(
        key, "event", part, start, end, changes["type"], "missing", changes, machine, author, note=note
    )


def sentence_around(reading: Reading, trigger: Span) -> Span:
    """The sentence that holds a trigger; the trigger alone where there is none."""
    holds = [s for s in reading.sentences if s.part == trigger.part and s.start <= trigger.start < s.end]
    return next((whole(reading, s) for s in holds), trigger)


def whole(reading: Reading, sentence: Sentence) -> Span:
    """A sentence as a span."""
    return reading.article.span(sentence.start, sentence.end, sentence.part)


Key = Literal["detect", "dyad", "full"]


def score(record: Record) -> tuple[Measure, ...]:
    """The machine's present coding against all that people judged, by the measures of ``score.py``."""
    judged = list(judgements(record))
    return tuple(measure(name, judged) for name in ("detect", "dyad", "full"))


def judgements(record: Record) -> Iterator[tuple[Event | None, Event | None]]:
    """What the machine has and what people want, for each event that somebody judged."""
    for key in dict.fromkeys(c.key for c in record.corrections() if c.kind == "event"):
        machine, own = record.reading(key), record.corrections(key)
        wanted, _ = correct(machine, own)
        latest = {(c.part, c.start, c.end, c.machine.get("id", "")): c for c in own if c.kind == "event"}
        for correction in latest.values():
            yield (
                anchored(machine, correction),
                None if correction.verdict == "wrong" else anchored(wanted, correction),
            )


def anchored(reading: Reading, correction: Correction) -> Event | None:
    """The event of a reading that a correction means."""
    found = anchor(reading.events, correction, lambda event: event.trigger)
    other = found is not None and found.type not in (correction.type, correction.changes.get("type"))
    return None if other and correction.verdict == "missing" else found


def measure(name: Key, judged: list[tuple[Event | None, Event | None]]) -> Measure:
    """One measure over the judged events."""
    right = sum(1 for had, want in judged if had and want and facts(had, name) == facts(want, name))
    return Measure(
        name, right, sum(had is not None for had, _ in judged), sum(want is not None for _, want in judged)
    )


def facts(event: Event, name: Key) -> tuple[Any, ...]:
    """What has to agree: the type; with ``dyad`` also the countries; with ``full`` the codes and aux."""
    if name == "detect":
        return (event.type,)
    sides = [frozenset(party.code for party in side) for side in (event.actor, event.recipient)]
    if name == "dyad":
        return (event.type, *(frozenset(split_code(code)[0] for code in side) for side in sides))
    return (event.type, *sides, event.aux)
