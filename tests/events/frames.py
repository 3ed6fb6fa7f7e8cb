"""Sentences built from a predicate's frame: one for each use that it has, with parse and expected sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kawat.events.predicates import Frame, Predicate, expand, frames, sets

DOER, OTHER = "Norwegia", "Peru"
AFFIXES = ("me", "ber", "ter", "di", "pe", "ke")
GRAMMAR = frozenset({"subject", "object", "agent", "possessor", "complement-subject", "speaker"})
"""Slots that are no preposition."""
FRAMES, SETS = frames("id"), sets("id")
Row = tuple[str, str, int, str]
"""Word, tag, position of the governor from 1 (0 for the root), relation."""


class Built(NamedTuple):
    """A sentence in the rows of ``trees.py``, and who does it to whom."""

    rows: str
    actor: frozenset[str]
    recipient: frozenset[str]
    said: bool = False
    """Whether the whole sentence stands in the mouth of ``DOER``."""


def built(predicate: Predicate) -> Iterator[tuple[str, Built]]:
    """A name and a sentence for each use of the predicate: active, headline, passive, nominal, phrase."""
    frame = FRAMES[predicate.frame]
    headline = tuple(form for form in predicate.active if not form.startswith(AFFIXES))
    affixed = tuple(form for form in predicate.active if form.startswith(AFFIXES))
    for name, forms in (("active", affixed), ("headline", headline), ("adjective", predicate.adjectives)):
        if forms:
            yield name, active(predicate, frame, forms[0])
    if predicate.phrases:
        yield "phrase", active(predicate, frame, predicate.phrases[0])
    if predicate.passive and "subject" not in frame.recipient:
        yield "passive", passive(predicate, frame, predicate.passive[0])
    for name, forms in (("noun", predicate.nouns), ("noun phrase", predicate.noun_phrases)):
        if forms and "speaker" not in frame.noun_actor:
            yield name, nominal(predicate, frame, forms[0])


def preposition(slots: Sequence[str]) -> str:
    """The first slot that is a preposition; empty when none is."""
    return next((s.lstrip("&") for s in slots if s.lstrip("&") not in GRAMMAR), "")


def object_word(predicate: Predicate) -> str:
    """A word that the predicate asks for as its object; empty when it asks for none."""
    return next(iter(sorted(expand(predicate.objects, SETS))), "")


def trigger(form: str, at: int, tag: str, filler: str) -> list[Row]:
    """The words of the form, the first governing the others; ``*`` is filled."""
    first, *rest = form.split()
    governor, relation = (0, "root") if tag != "NOUN" else (-1, "nsubj")
    rows: list[Row] = [(first, tag, governor, relation)]
    for word in rest:
        rows.append((filler, "PROPN", at, "obj") if word == "*" else (word, "NOUN", at, "fixed"))
    return rows


def subject(predicate: Predicate, side: str, verb: int) -> list[Row]:
    """The subject: the side itself, or the word that the predicate asks for with the side as possessor."""
    if not predicate.subjects:
        return [(side, "PROPN", verb, "nsubj")]
    word = sorted(expand(predicate.subjects, SETS))[0]
    return [(word, "NOUN", verb, "nsubj"), (side, "PROPN", 1, "nmod")]


def under(word: str, side: str, governor: int, at: int) -> list[Row]:
    """A side under a preposition; ``at`` is the preposition's position."""
    return [(word, "ADP", at + 1, "case"), (side, "PROPN", governor, "obl")]


def active(predicate: Predicate, frame: Frame, form: str) -> Built:
    """``Norwegia menyerang Peru``; hosts and sufferers are the subject, judged ones too; a comma opens imperatives."""
    reversed_ = "subject" in frame.recipient
    first = OTHER if reversed_ else DOER
    verb = 3 if predicate.subjects else 2
    rows = subject(predicate, first, verb + frame.opens)
    if frame.opens:
        verb += 1
        rows.append((",", "PUNCT", verb, "punct"))
    second = DOER if reversed_ else OTHER
    tag = "ADJ" if form in predicate.adjectives else "VERB"
    rows += trigger(form, verb, tag, second)
    slots = frame.actor if reversed_ else frame.recipient
    if "*" not in form and "speaker" not in frame.actor and (slots or frame.mutual):
        rows += beside(predicate, slots, second, verb, rows)
    return expected(frame, rows, "speaker" in frame.actor)


def beside(predicate: Predicate, slots: Sequence[str], side: str, verb: int, rows: list[Row]) -> list[Row]:
    """The other side after an active verb, with the object that the predicate asks for before it."""
    word = object_word(predicate)
    if len(rows) > verb and rows[-1][0] in slots:
        rows[-1] = (rows[-1][0], "ADP", len(rows) + 1, "case")
        return [(side, "PROPN", verb, "obl")]
    if "object" in slots and not word and len(rows) == verb:
        return [(side, "PROPN", verb, "obj")]
    own: list[Row] = [(word, "NOUN", verb, "obj")] if word else []
    prepared = preposition(slots) or preposition(("&dengan",))
    return own + under(prepared, side, verb, len(rows) + len(own) + 1)


def passive(predicate: Predicate, frame: Frame, form: str) -> Built:
    """``Peru diserang oleh Norwegia``; with an object ``bantuan dikirim oleh Norwegia kepada Peru``."""
    word = object_word(predicate)
    rows: list[Row] = [(word or OTHER, "NOUN" if word else "PROPN", 2, "nsubj:pass")]
    rows += trigger(form, 2, "VERB", OTHER)
    at = len(rows) + 1
    rows += [("oleh", "ADP", at + 1, "case"), (DOER, "PROPN", 2, "obl:agent")]
    if word and (frame.recipient or frame.mutual):
        rows += under(preposition(frame.recipient) or "dengan", OTHER, 2, len(rows) + 1)
    return expected(frame, rows, False)


def nominal(predicate: Predicate, frame: Frame, form: str) -> Built:
    """``serangan Norwegia terhadap Peru berlanjut``."""
    rows: list[Row] = trigger(form, 1, "NOUN", OTHER)
    word = object_word(predicate)
    if word:
        rows.append((word, "NOUN", 1, "nmod"))
    if frame.mutual:
        at = len(rows) + 1
        rows += [("antara", "ADP", at + 1, "case"), (DOER, "PROPN", 1, "nmod")]
        rows += [("dan", "CCONJ", at + 3, "cc"), (OTHER, "PROPN", at + 1, "conj")]
    elif frame.noun_recipient[:1] == ("possessor",):
        rows.append((OTHER, "PROPN", 1, "nmod"))
        rows += under(preposition(frame.noun_actor), DOER, 1, len(rows) + 1)
    else:
        rows += acting(frame, len(rows))
        rows += under(preposition(frame.noun_recipient), OTHER, 1, len(rows) + 1)
    rows.append(("berlanjut", "VERB", 0, "root"))
    rows[0] = (*rows[0][:2], len(rows), "nsubj")
    return expected(frame, rows, False)


def acting(frame: Frame, before: int) -> list[Row]:
    """Who does it, as possessor of the noun or under a preposition."""
    if "possessor" in frame.noun_actor:
        return [(DOER, "PROPN", 1, "nmod")]
    return under(preposition(frame.noun_actor), DOER, 1, before + 1)


def expected(frame: Frame, rows: list[Row], said: bool) -> Built:
    """The rows written out, with the sides."""
    text = " ".join(f"{word}/{tag}/{head}/{relation}" for word, tag, head, relation in rows)
    if frame.mutual:
        return Built(text, frozenset({DOER, OTHER}), frozenset(), said)
    there = frozenset({OTHER}) if any(row[0] == OTHER for row in rows) else frozenset()
    return Built(text, frozenset({DOER}), there, said)
