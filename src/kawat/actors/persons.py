"""Persons of an article: full names, surnames that mean them, well-known surnames that need no first name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from typing import NamedTuple

import msgspec

from kawat.actors.entries import slug
from kawat.actors.find import Near, Piece
from kawat.actors.offices import Holder, Office, in_office
from kawat.actors.roles import all_roles, roles
from kawat.actors.scene import is_headline
from kawat.actors.trie import Term, fold, words_of
from kawat.actors.whoswho import TOP_ROLES, Held, WhosWho
from kawat.lexicon import read_toml
from kawat.records import Sentence

SHORTEST_SURNAME = 2
SHORTEST_FAMOUS = 4
YEARS_BEFORE, YEARS_AFTER = 1, 6
"""How long before and after high office one word is enough."""
FAMOUS_ROLES = TOP_ROLES | {
    "foreign-minister",
    "defence-minister",
    "finance-minister",
    "trade-minister",
    "deputy-head-of-state",
    "supreme-leader",
    "secretary-general",
}
"""Offices whose holders news names by one word alone."""


class Persons(NamedTuple):
    """Keys of the article's persons by full name and by each word of it."""

    full: dict[str, str]
    words: dict[str, str]

    def key(self, name: str) -> str:
        """The person meant by a full name or one word of it; empty when none is."""
        return self.full.get(fold_name(name), "") or self.words.get(name, "")

    def with_name(self, name: str) -> Persons:
        """These persons and one more, met under this full name; words that others bear stay theirs."""
        if fold_name(name) in self.full:
            return self
        key = f"person:{slug(name)}"
        words = {fold(word).capitalize(): key for word in words_of(name) if len(word) >= SHORTEST_SURNAME}
        return Persons({**self.full, fold_name(name): key}, {**words, **self.words})


def fold_name(name: str) -> str:
    return " ".join(fold(word) for word in words_of(name))


def persons_of(
    found: Iterable[Mapping[int, Piece]], sentences: Iterable[Sentence], day: str, near: Near, famous: Famous
) -> Persons:
    """Everybody whom the pieces name in full, and those who are so well known that one word is enough.

    In a headline, where every word has its capital, the recogniser of names is not believed.
    """
    full: dict[str, str] = {}
    for sentence, there in zip(sentences, found, strict=True):
        for piece in there.values():
            if piece.entry is not None and piece.entry.kind == "person":
                full.update({fold_name(name): piece.entry.id for name in piece.entry.names})
            elif piece.kind == "PER" and piece.last - piece.first > 1 and not is_headline(sentence):
                name = "".join(token.text + " " for token in sentence.tokens[piece.first : piece.last])
                full.setdefault(fold_name(name), f"person:{slug(name)}")
            full.update(_other_name(sentence, there, piece, full, famous))
    words = {**famous.words(day, near), **_by_word(full, famous.titles)}
    return Persons(full, words)


def _other_name(
    sentence: Sentence,
    there: Mapping[int, Piece],
    piece: Piece,
    full: Mapping[str, str],
    famous: Famous,
) -> dict[str, str]:
    """The second name of a person that stands behind the first: "Anu alias [Itu]"."""
    behind = sentence.tokens[piece.last].text.lower() if piece.last < len(sentence.tokens) else ""
    if not any(words[0] == behind for words in famous.aliases):
        return {}
    tokens = [token.text for token in sentence.tokens]
    key = (
        piece.entry.id
        if piece.entry is not None
        else full.get(fold_name(" ".join(tokens[piece.first : piece.last])), "")
    )
    for words in famous.aliases if key and not is_headline(sentence) else ():
        at = piece.last + len(words)
        if tuple(word.lower() for word in tokens[piece.last : at]) != words or at >= len(tokens):
            continue
        other = there.get(at)
        known = other is not None and (other.terms or other.kind != "PER")
        last = other.last if other is not None else at + 1
        return {fold_name(" ".join(tokens[at:last])): key} if tokens[at][:1].isupper() and not known else {}
    return {}


def people_told(found: Sequence[dict[int, Piece]], sentences: Sequence[Sentence]) -> list[dict[int, Piece]]:
    """The pieces with every unknown name as a person's that the recogniser takes for one elsewhere."""
    told: Counter[str] = Counter()
    for sentence, there in zip(sentences, found, strict=True):
        for piece in there.values():
            if piece.kind in ("PER", "ORG", "LOC") and piece.last - piece.first > 1:
                told[_words_of(sentence, piece)] += 1 if piece.kind == "PER" else -1
    persons = {name for name, count in told.items() if count > 0}
    return [
        {
            at: piece._replace(label="PER")
            if not piece.terms and _words_of(sentence, piece) in persons
            else piece
            for at, piece in there.items()
        }
        for sentence, there in zip(sentences, found, strict=True)
    ]


def _words_of(sentence: Sentence, piece: Piece) -> str:
    return " ".join(token.text for token in sentence.tokens[piece.first : piece.last])


def _by_word(full: Mapping[str, str], titles: frozenset[str]) -> dict[str, str]:
    """Every word that names just one of the article's persons."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for name, key in full.items():
        for word in name.split():
            holders[word].add(key)
    return {
        word.capitalize(): next(iter(keys))
        for word, keys in holders.items()
        if len(keys) == 1 and len(word) >= SHORTEST_SURNAME and word not in titles
    }


_Day = tuple[dict[str, str], dict[str, dict[str, str]]]
"""Call names with their persons, and by country the other words."""
SHARED = ""
PAST = 2
"""Rank of those who are a name only where a call name is enough."""


class Famous:
    """Words for holders of high office, by day: who is meant when news gives no first name.

    Args:
        known: the who's-who; it is gone through once.
    """

    def __init__(self, known: WhosWho) -> None:
        self.known = known
        self.home = roles(known.language).home
        single = (
            word for role in all_roles(known.language).values() for word in role.words if " " not in word
        )
        words = roles(known.language)
        self.titles = frozenset((*words.titles, *words.times, *single))
        """Words that are no name by themselves, though names hold them ("Sultan")."""
        self.lands = frozenset(
            name for entry in known.entries.values() if entry.kind == "country" for name in entry.names
        )
        """Names of countries, which mean nobody who bears one of them ("Israel")."""
        self.aliases = tuple(tuple(words.split()) for words in roles(known.language).aliases)
        """Words that lead from one name of a person to another."""
        self.calls = call_names()
        called = {id for word in self.calls for id in known.persons_by_word.get(words_of(word)[-1], ())}
        high = {id for id, held in known.held.items() if self._ever_high(held)}
        self._high = [(id, known.held.get(id, ())) for id in sorted(high | called)]
        self._days: dict[str, _Day] = {}

    def words(self, day: str, near: Near) -> dict[str, str]:
        """The word for each of them on the day: a usual call name, or a name whose country is ``near``."""
        if day not in self._days:
            self._days[day] = self._meant(day)
        calls, by_country = self._days[day]
        meant: dict[str, str] = {}
        shared: set[str] = set()
        for country in near:
            for word, id in by_country.get(country, {}).items():
                if meant.setdefault(word, id) != id:
                    shared.add(word)
        return {**{word: id for word, id in meant.items() if word not in shared}, **calls}

    def _ever_high(self, held: Iterable[Held]) -> bool:
        return any(self._is_high(office) for office, _ in held)

    def _is_high(self, office: Office) -> bool:
        return office.role in FAMOUS_ROLES or (office.country == self.home and _minister(office))

    def _meant(self, day: str) -> _Day:
        """Persons by every word of their names; among call names those in office on the day come first."""
        calls: dict[str, str] = {}
        by_country: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for rank, id, country in sorted(self._named_on(day)):
            names = self.known.entries[id].names
            words = {word for name in names for word in (*words_of(name), *name.split())}
            for word in filter(self._usable, words):
                if word in self.calls:
                    calls.setdefault(word, id)
                elif rank < PAST:
                    there = by_country[country]
                    there[word] = id if there.get(word, id) == id else SHARED
        plain = {country: {w: id for w, id in there.items() if id} for country, there in by_country.items()}
        return calls, plain

    def _named_on(self, day: str) -> Iterator[tuple[int, str, str]]:
        """Who may be a name on the day: 0 in high office, 1 lately on top, 2 in the past, 3 never; id, country."""
        for id, held in self._high:
            now = any(self._is_high(office) and in_office(holder, day) for office, holder in held)
            lately = any(office.role in TOP_ROLES and _lately(holder, day) for office, holder in held)
            rank = 0 if now else 1 if lately else PAST if self._ever_high(held) else PAST + 1
            yield rank, id, self.known.country_of(id)

    def _usable(self, word: str) -> bool:
        long = len(word) >= SHORTEST_FAMOUS or word in self.calls
        return long and word[0].isupper() and word.lower() not in self.titles and word not in self.lands


class CallNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    names: tuple[str, ...]


def call_names() -> frozenset[str]:
    """Words that mean a holder of high office in any article (``data/calls``)."""
    path = resources.files("kawat.actors") / "data" / "calls" / "callnames.toml"
    return frozenset(read_toml(path, CallNames).names)


def _minister(office: Office) -> bool:
    return office.role.endswith("-minister") and not office.role.startswith("deputy-")


def _lately(holder: Holder, day: str) -> bool:
    """Whether the holder left or came within some years of the day, and so is still, or already, a name."""
    year = int(day[:4])
    until = int((holder.until or day)[:4])
    return int(holder.from_[:4]) - YEARS_BEFORE <= year <= until + YEARS_AFTER


def with_surnames(
    sentence: Sentence, found: Mapping[int, Piece], persons: Persons, known: WhosWho
) -> dict[int, Piece]:
    """The pieces with every free capitalised word that is somebody's surname."""
    kept = {at: piece for at, piece in found.items() if _believed(sentence, piece, persons)}
    added = {at: _known(sentence, piece, persons, known) for at, piece in kept.items()}
    covered = {token for piece in added.values() for token in range(piece.first, piece.last)}
    for at, token in enumerate(sentence.tokens):
        if at not in covered and token.text in persons.words and token.upos in ("PROPN", "NOUN", "X"):
            added[at] = _known(sentence, Piece(at, at + 1, (), "PER"), persons, known)
    return dict(sorted(added.items()))


def _known(sentence: Sentence, piece: Piece, persons: Persons, known: WhosWho) -> Piece:
    """A bare name as the person of the article or the who's-who that it means."""
    if piece.terms or (piece.kind != "PER" and piece.last - piece.first > 1):
        return piece
    words = tuple(token.text for token in sentence.tokens[piece.first : piece.last])
    key = persons.key(" ".join(words))
    entry = known.entries.get(key)
    if entry is None:
        return piece._replace(label="PER") if key else piece
    return Piece(piece.first, piece.last, (Term(words, "name", entry),))


def _believed(sentence: Sentence, piece: Piece, persons: Persons) -> bool:
    """Whether a name that only the recogniser saw is one: in a headline, one of the article's."""
    if piece.kind != "PER" or not is_headline(sentence):
        return True
    return bool(persons.key(" ".join(token.text for token in sentence.tokens[piece.first : piece.last])))
