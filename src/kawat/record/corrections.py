"""What people say of the machine's coding: kept beside it, laid over it when rows are written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar

import msgspec
from msgspec.structs import replace

from kawat.errors import QueryError
from kawat.events.ontology import ontology, quad, score
from kawat.records import Event, EventDate, Party, Precision, Reading, Span, Statement, Value

Verdict = Literal["right", "changed", "wrong", "missing"]

EVENT_FIELDS = frozenset({"type", "mode", "actor", "recipient", "aux", "date"})
STATEMENT_FIELDS = frozenset({"speaker", "speaker_code", "kind"})
CODE = re.compile(r"[A-Z][A-Z0-9]{2}:[A-Z]{3}")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
AUXES = frozenset({None, "future", "hypothetical", "negated", "historical"})


class Correction(Value, frozen=True):
    """One person's word on one event or statement.

    The place of its trigger (for a statement: its content) and the machine's type tie it to the coding, also
    after the article was read again. ``changes`` holds the fields of the codebook that are otherwise:
    ``type``, ``mode``, ``actor`` and ``recipient`` (lists of codes), ``aux``, ``date``; ``speaker``,
    ``speaker_code`` and ``kind`` for a statement.
    """

    key: str
    """Id of the article."""
    kind: Literal["event", "statement"]
    part: Literal["text", "title", "deck"]
    start: int
    end: int
    type: str
    verdict: Verdict
    changes: dict[str, Any] = msgspec.field(default_factory=dict)
    machine: dict[str, Any] = msgspec.field(default_factory=dict)
    """The event or statement as the machine had it when the correction was made."""
    author: str = ""
    made_at: str = ""
    note: str = ""
    id: int = 0

    @classmethod
    def of(cls, row: Sequence[Any]) -> Correction:
        """A row of the table ``corrections``, in the order of the fields."""
        values = list(row)
        values[7], values[8] = json.loads(values[7]), json.loads(values[8])
        return cls(*values)


def check_changes(kind: str, changes: dict[str, Any]) -> None:
    """Refuse what the codebook does not know.

    Raises:
        QueryError: names the field or value and the choices.
    """
    fields = EVENT_FIELDS if kind == "event" else STATEMENT_FIELDS
    if unknown := sorted(set(changes) - fields):
        raise QueryError(f"no field {unknown[0]!r} to correct; choose from: {', '.join(sorted(fields))}")
    if "type" in changes and changes["type"] not in ontology().quads:
        raise QueryError(f"no type {changes['type']!r}; choose from: {', '.join(ontology().quads)}")
    if (
        changes.get("mode")
        and "type" in changes
        and (changes["type"], changes["mode"]) not in ontology().kinds
    ):
        raise QueryError(f"{changes['type']} has no mode {changes['mode']!r}")
    if changes.get("aux") not in AUXES:
        raise QueryError(f"no aux {changes['aux']!r}; choose from: {', '.join(sorted(filter(None, AUXES)))}")
    check_forms(changes)


def check_forms(changes: dict[str, Any]) -> None:
    """Refuse codes and dates that no export could write.

    Raises:
        QueryError: what is wrong, and the form that is wanted.
    """
    speaker = changes.get("speaker_code")
    for code in (*changes.get("actor", ()), *changes.get("recipient", ()), *((speaker,) if speaker else ())):
        if not CODE.fullmatch(code):
            raise QueryError(f"no code: {code!r}; write country and sector, as in CHN:GOV")
    if changes.get("date") and not DATE.fullmatch(changes["date"]):
        raise QueryError(f"no date: {changes['date']!r}; write 2023-10-02, 2023-10 or 2023")


def correct(machine: Reading, corrections: Sequence[Correction]) -> tuple[Reading, frozenset[str]]:
    """The reading with the corrections laid over it, and the ids of what people have judged.

    A later correction of the same thing wins. One whose characters are no longer in the article is left out.
    """
    reading, judged = machine, set[str]()
    for correction in corrections:
        lay = lay_event if correction.kind == "event" else lay_statement
        reading, id = lay(reading, correction)
        judged.add(id)
    return reading, frozenset(judged - {""})


T = TypeVar("T", Event, Statement)


def anchor(items: Sequence[T], correction: Correction, span: Callable[[T], Span]) -> T | None:
    """What a correction means: the same characters; among several there, the one of the machine's type."""
    here = [
        item
        for item in items
        if span(item).part == correction.part
        and span(item).start < correction.end
        and correction.start < span(item).end
    ]
    wanted = {correction.type, correction.changes.get("type")}
    here.sort(
        key=lambda item: (
            getattr(item, "type", "") not in wanted,
            abs(span(item).start - correction.start) + abs(span(item).end - correction.end),
        )
    )
    return here[0] if here else None


def lay_event(reading: Reading, correction: Correction) -> tuple[Reading, str]:
    """The reading with one event corrected, removed or added, and that event's id."""
    found = anchor(reading.events, correction, lambda event: event.trigger)
    if correction.verdict == "wrong":
        return replace(reading, events=tuple(e for e in reading.events if e is not found)), ""
    if found is not None and not (
        correction.verdict == "missing" and found.type != correction.changes.get("type")
    ):
        changed = change_event(reading, found, correction.changes)
        return replace(reading, events=tuple(changed if e is found else e for e in reading.events)), found.id
    added = restored(reading, correction, Event)
    if added is None:
        return reading, ""
    added = change_event(reading, added, correction.changes)
    return replace(reading, events=(*reading.events, added)), added.id


def lay_statement(reading: Reading, correction: Correction) -> tuple[Reading, str]:
    """The reading with one statement corrected, removed or added, and that statement's id."""
    found = anchor(reading.statements, correction, lambda statement: statement.content)
    if correction.verdict == "wrong":
        return replace(reading, statements=tuple(s for s in reading.statements if s is not found)), ""
    if found is not None:
        changed = change_statement(reading, found, correction.changes)
        kept = tuple(changed if s is found else s for s in reading.statements)
        return replace(reading, statements=kept), found.id
    added = restored(reading, correction, Statement)
    if added is None:
        return reading, ""
    added = change_statement(reading, added, correction.changes)
    return replace(reading, statements=(*reading.statements, added)), added.id


def restored(reading: Reading, correction: Correction, form: type[T]) -> T | None:
    """What the machine had, or a person added, where the present reading has nothing."""
    if not correction.machine:
        return None
    item = msgspec.convert(correction.machine, form)
    span = item.trigger if isinstance(item, Event) else item.content
    if reading.article.part(correction.part)[span.start : span.end] != span.text:
        return None
    return replace(item, id=f"c{correction.id}")


def change_event(reading: Reading, event: Event, changes: dict[str, Any]) -> Event:
    """The event with the fields that a person gave; quad and score follow type and mode."""
    fields: dict[str, Any] = {k: changes[k] for k in ("type", "mode", "aux") if k in changes}
    if "type" in changes and "mode" not in changes:
        fields["mode"] = event.mode if (changes["type"], event.mode) in ontology().kinds else None
    for side in ("actor", "recipient"):
        if side in changes:
            fields[side] = tuple(party(reading, code, getattr(event, side)) for code in changes[side])
    if "date" in changes:
        value = changes["date"]
        fields["date"] = EventDate(value, precision_of(value)) if value else None
    changed: Event = replace(event, **fields)
    return replace(changed, quad=quad(changed.type), score=score(changed.type, changed.mode))


def change_statement(reading: Reading, statement: Statement, changes: dict[str, Any]) -> Statement:
    """The statement with the fields that a person gave."""
    speaker = statement.speaker
    if "speaker" in changes or "speaker_code" in changes:
        name = changes.get("speaker", speaker.name)
        same = next((actor.id for actor in reading.actors if actor.name == name), "")
        speaker = Party(same, name, changes.get("speaker_code", speaker.code))
    return replace(statement, speaker=speaker, kind=changes.get("kind", statement.kind))


def party(reading: Reading, code: str, before: Sequence[Party]) -> Party:
    """The actor meant by a code: one that stood there before, one of the article, or the code alone."""
    same = [p for p in before if p.code == code]
    named = [Party(actor.id, actor.name, actor.code) for actor in reading.actors if actor.code == code]
    return next(iter((*same, *named)), Party("", code, code))


def precision_of(value: str) -> Precision:
    """How fine an ISO date is."""
    return {4: "year", 7: "month"}.get(len(value), "day")  # type: ignore[return-value]
