"""From words to candidates: one dictionary over the first words of all predicates of a language."""

from __future__ import annotations

from functools import cache
from operator import attrgetter

import msgspec

from kawat.events.predicates import Frame, Light, Predicate, Usage, expand, frames, lights, predicates, sets
from kawat.events.turns import turned
from kawat.lexicon import words

GAP = "*"
MOST = 200_000
"""Words whose plain form is remembered at a time."""
WIDEST_GAP = 3
"""Most words that one ``*`` of a phrase may span."""


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``surface.toml``: what words carry besides themselves."""

    enclitics: tuple[str, ...]
    """Particles and pronouns written onto a word, longest first."""
    shortest: int = 4
    """Least letters that must remain when an enclitic is taken off."""
    verbal: tuple[str, ...] = ()
    """Beginnings of a verb with affix; an active form without one is bare, as in headlines."""


class Entry(msgspec.Struct, frozen=True):
    """One surface form of one predicate, ready to be compared."""

    rest: tuple[str, ...]
    """Words after the first; ``*`` is a gap."""
    usage: Usage
    predicate: Predicate
    frame: Frame
    objects: frozenset[str]
    not_objects: frozenset[str]
    subjects: frozenset[str]
    bare: bool
    """An active form without affix, which outside headlines may be a noun."""

    @property
    def strict(self) -> tuple[int, int]:
        """Longer forms first, among equals those that ask more."""
        asks = WEIGHT * bool(self.objects) + WEIGHT * bool(self.subjects) + bool(self.not_objects)
        asks += len(self.predicate.needs) + WEIGHT * self.predicate.turns
        return -len(self.rest), -asks


WEIGHT = 10
"""How much more it says of a form that it asks for its object than for the sort of its sides."""
EMPTY: list[Entry] = []
STRICTNESS = attrgetter("strict")


class Table:
    """The predicates of a language by first word, and its light verbs.

    Args:
        found: predicates; known: frames by id; named: sets of words; carriers: light verbs; forms: enclitics.
    """

    def __init__(
        self,
        found: tuple[Predicate, ...],
        known: dict[str, Frame],
        named: dict[str, tuple[str, ...]],
        carriers: tuple[Light, ...],
        forms: Forms,
    ) -> None:
        self.entries: dict[str, list[Entry]] = {}
        self.forms = forms
        self.skip = frozenset(forms.enclitics)
        self.nouns = frozenset(tuple(f.split()) for p in found for f in (*p.nouns, *p.noun_phrases))
        self._plain: dict[str, str] = {}
        for predicate in found:
            self._add(predicate, known[predicate.frame], named)
        self.runs: dict[str, dict[str, list[Entry]]] = {}
        for first, listed in self.entries.items():
            listed.sort(key=lambda entry: entry.strict)
            self.runs[first] = by_second(listed)
        self.light_active = {word: light for light in carriers for word in light.active}
        self.light_passive = {word: light for light in carriers for word in light.passive}

    def _add(self, predicate: Predicate, frame: Frame, named: dict[str, tuple[str, ...]]) -> None:
        objects, refused = expand(predicate.objects, named), expand(predicate.not_objects, named)
        subjects = expand(predicate.subjects, named)
        for form, usage in surface_forms(predicate):
            first, *rest = form.split()
            bare = usage == "active" and not first.startswith(self.forms.verbal)
            entry = Entry(tuple(rest), usage, predicate, frame, objects, refused, subjects, bare)
            self.entries.setdefault(first, []).append(entry)

    def light(self, word: str) -> Light | None:
        """The light verb that the word is a form of."""
        return self.light_active.get(word) or self.light_passive.get(word)

    def candidates(self, plain: list[str], start: int) -> list[Entry]:
        """Entries that may begin at the token, by its word and the next: longer ones first."""
        runs = self.runs[plain[start]]
        after = start + 1
        while after < len(plain) and plain[after] in self.skip:
            after += 1
        own = runs.get(plain[after], EMPTY) if after < len(plain) else EMPTY
        open_ones = runs.get(GAP, EMPTY)
        longer = sorted((*own, *open_ones), key=STRICTNESS) if open_ones else own
        return longer + runs.get("", EMPTY)

    def plains(self, words: list[str]) -> list[str]:
        """Lower-case words without reduplication and the enclitic without which they are known."""
        return [self._plain.get(word) or self._learn(word) for word in words]

    def worth(self, words: list[str]) -> bool:
        """Whether any of the words may begin a trigger."""
        return not self.entries.keys().isdisjoint(self.plains(words))

    def _learn(self, word: str) -> str:
        if len(self._plain) > MOST:
            self._plain.clear()
        return self._plain.setdefault(word, self._strip(halved(word)))

    def _strip(self, word: str) -> str:
        if word in self.entries:
            return word
        for enclitic in self.forms.enclitics:
            stem = word.removesuffix(enclitic)
            if stem != word and len(stem) >= self.forms.shortest:
                return stem
        return word


def by_second(listed: list[Entry]) -> dict[str, list[Entry]]:
    """Entries by their second word, the empty word for those of one word."""
    found: dict[str, list[Entry]] = {}
    for entry in listed:
        found.setdefault(entry.rest[0] if entry.rest else "", []).append(entry)
    return found


def surface_forms(predicate: Predicate) -> list[tuple[str, Usage]]:
    """Every form of the predicate with its usage."""
    listed: list[tuple[tuple[str, ...], Usage]] = [
        (predicate.active, "active"),
        (predicate.passive, "passive"),
        (predicate.nouns, "noun"),
        (predicate.adjectives, "adjective"),
        (predicate.phrases, "phrase"),
        (predicate.passive_phrases, "passive"),
        (predicate.noun_phrases, "noun"),
    ]
    return [(form, usage) for forms, usage in listed for form in forms]


def halved(word: str) -> str:
    """A reduplicated word once, another as it is.

    >>> halved("serangan-serangan"), halved("tarik-menarik")
    ('serangan', 'tarik-menarik')
    """
    left, hyphen, right = word.partition("-")
    return left if hyphen and right.startswith(left) and len(right) - len(left) <= 3 else word


@cache
def table(language: str) -> Table:
    """The table of a language, built once; turns of measures included.

    Raises:
        LexiconError: a lexicon file breaks its form.
    """
    forms = words(language, "surface", Forms)
    known = (*predicates(language), *turned(language))
    return Table(known, frames(language), sets(language), lights(language), forms)


def matched(entry: Entry, plain: list[str], start: int, skip: frozenset[str]) -> int:
    """Where the form ends (exclusive) when it begins at ``start``, or -1; words in ``skip`` may stand
    between.
    """
    here, gap = start + 1, 0
    for word in entry.rest:
        if word == GAP:
            gap = WIDEST_GAP
            continue
        while here < len(plain) and plain[here] != word and (plain[here] in skip or gap > 0):
            gap -= plain[here] not in skip
            here += 1
        if here >= len(plain) or plain[here] != word:
            return -1
        here, gap = here + 1, 0
    return here
