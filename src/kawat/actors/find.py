"""Pieces of a sentence: names, role words and pronouns, each with the tokens it covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kawat.actors.entries import Entry
from kawat.actors.found import is_headline
from kawat.actors.roles import Role, pronouns, roles, telling_words
from kawat.actors.trie import Match, Term, atoms_of, fold, matches, words_of
from kawat.actors.whoswho import WhosWho
from kawat.records import Name, Sentence, Token

NAMING = ("name", "epithet", "seat", "capital", "place")
"""Kinds of term that name an entry, the strongest first."""
WHERE = frozenset({"capital", "place"})
LONGEST_NAME = 5
"""Tokens of a person's name; what the recogniser marks beyond that is no name."""
NOMINAL = frozenset({"NOUN", "PROPN", "X", "ADJ", "PRON", ""})


class Piece(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) and what they are: entry, role, pronoun, or a bare name."""

    first: int
    last: int
    terms: tuple[Term, ...]
    label: str = ""
    """``PER``, ``ORG`` or ``LOC`` where only the recogniser of names found it."""

    @property
    def kind(self) -> str:
        return self.terms[0].kind if self.terms else self.label

    @property
    def entry(self) -> Entry | None:
        ref = self.terms[0].ref if self.terms else None
        return ref if isinstance(ref, Entry) else None

    def ref(self, *kinds: str) -> Any:
        """What the first term of one of these kinds refers to."""
        return next((term.ref for term in self.terms if term.kind in kinds), None)


Near = Mapping[str, int]
"""How often the article names each country."""


def matched(sentence: Sentence, known: WhosWho) -> tuple[Match, ...]:
    """What the trie finds in a sentence, places being tokens."""
    atoms = atoms_of(token.text for token in sentence.tokens)
    found = matches(known.trie, atoms)
    return tuple(Match(atoms[m.first].place, atoms[m.last - 1].place + 1, m.terms) for m in found)


def countries_in(sentences: Iterable[tuple[Match, ...]]) -> Near:
    """How often each country is named, ambiguous names left out."""
    found: Counter[str] = Counter()
    for matches_ in sentences:
        for match in matches_:
            entries = {term.ref.country for term in match.terms if isinstance(term.ref, Entry)}
            if len(entries) == 1:
                found.update(entries)
    return found


def pieces(sentence: Sentence, found: Iterable[Match], near: Near, known: WhosWho) -> dict[int, Piece]:
    """The pieces of a sentence by the token they begin at.

    A name of several entries is settled by the countries ``near`` it in the article.
    """
    there: dict[int, Piece] = {}
    blind: set[int] = set()
    attributive = frozenset(pronouns(known.language).attributive)
    home = roles(known.language).home
    titled, common = is_headline(sentence), frozenset(pronouns(known.language).everyday)
    for first, last, terms in found:
        piece = _in_company(Piece(first, last, _settled(terms, near, home)), sentence, known)
        previous = next(reversed(there.values()), None)
        if piece.kind == "blind":
            blind.update(range(first, last))
        elif titled and _everyday(sentence.tokens, piece, common):
            continue
        elif _stands(sentence.tokens, piece, previous, attributive, titled):
            there[first] = piece
    given = frozenset(roles(known.language).given)
    glued = roles(known.language).glued
    named = (
        name
        for name in sentence.names
        if not (
            _is_glued(sentence.tokens[name.first].text, glued)
            or blind.issuperset(range(name.first, name.last))
        )
    )
    names = [_whole(name, sentence, given) for name in named]
    kept = _without_misread(there, sentence, known)
    kept = _without_name_parts(kept, sentence, names, given)
    return _with_names(
        _without_body_parts(kept, sentence, names, telling_words(known.language)), sentence, names
    )


def _is_glued(text: str, glued: Iterable[str]) -> bool:
    """Whether a word of reporting has lost the space before the name behind it ("DilansirWarta")."""
    start = next((word for word in glued if text.lower().startswith(word)), "")
    return bool(start) and any(sign.isupper() for sign in text[len(start) :])


def _whole(name: Name, sentence: Sentence, given: frozenset[str]) -> Name:
    """A name as long as it is: an organisation's with the names before it, a person's with a role word that is
    a part of it, and without the apposition behind it.
    """
    tokens, first, last = sentence.tokens, name.first, name.last
    if name.label == "ORG" and last - first == 1:
        while first > 0 and tokens[first - 1].upos == "PROPN" and tokens[first - 1].text[:1].isupper():
            first -= 1
        return Name(first, last, name.label)
    if name.label != "PER":
        return name
    while last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].text.lower() in given:
        last += 1
    end = (t for t in range(name.first + 1, last) if tokens[t].text == ",")
    return Name(name.first, next(end, last), name.label)


def _without_name_parts(
    found: dict[int, Piece], sentence: Sentence, names: Iterable[Name], given: frozenset[str]
) -> dict[int, Piece]:
    """The pieces without role words that are part of a person's name ("Putri Anu", "Anu Hakim")."""
    tokens = sentence.tokens
    opening = {
        at
        for at, piece in found.items()
        if _begins_name(piece, names, tokens[at].text.lower() in given and piece.last not in found)
    }
    kept = {at: piece for at, piece in found.items() if at not in opening}
    inside = {t for name in names if name.label == "PER" for t in range(name.first + 1, name.last)}
    for at, piece in tuple(kept.items()):
        single = piece.entry is None and piece.last - at == 1 and at in inside
        words = tokens[at - 1].text[:1].isupper() and tokens[at].text[:1].isupper()
        if single and words and not _covered(kept, at - 1):
            del kept[at]
    return kept


def _in_company(piece: Piece, sentence: Sentence, known: WhosWho) -> Piece:
    """A name of two countries as the place in the other one, where its sentence speaks of that one."""
    others = known.ambiguous.get(piece.terms[0].words[0]) if piece.kind == "name" else None
    if not others or len(piece.terms[0].words) > 1:
        return piece
    text = " ".join(token.text.lower() for token in sentence.tokens)
    for country, cues in others.items():
        if any(f" {cue} " in f" {text} " for cue in cues):
            return piece._replace(terms=(Term(piece.terms[0].words, "place", known.entries[country]),))
    return piece


def _settled(terms: tuple[Term, ...], near: Near, home: str) -> tuple[Term, ...]:
    """Terms in the order of their strength; of several entries the one whose country is named most, else home's."""

    def rank(term: Term) -> tuple[int, int, bool]:
        order = NAMING.index(term.kind) if term.kind in NAMING else len(NAMING)
        country = term.ref.country if isinstance(term.ref, Entry) else ""
        return order, -near.get(country, 0), country != home

    return tuple(sorted(terms, key=rank)) if len(terms) > 1 else terms


def _stands(
    tokens: tuple[Token, ...],
    piece: Piece,
    previous: Piece | None,
    attributive: frozenset[str],
    titled: bool,
) -> bool:
    """Whether the words can be what they look like: a role word is nominal, and no part of a longer title."""
    if piece.kind not in ("role", "roles", "definite"):
        return True
    at, role = piece.first, piece.ref("role", "roles")
    follows = previous is not None and previous.last == at
    inside = not titled and _capital(tokens, at - 1) and _capital(tokens, at)
    if isinstance(role, Role) and role.kind == "people" and inside:
        return follows
    if piece.last - at > 1:
        return True
    return follows or (tokens[at].upos in NOMINAL and not _describes(tokens, at, attributive))


def _everyday(tokens: tuple[Token, ...], piece: Piece, common: frozenset[str]) -> bool:
    """Whether a name of one word is one of everyday language, not written as an acronym."""
    text = tokens[piece.first].text
    return (
        piece.entry is not None
        and piece.last - piece.first == 1
        and text.lower() in common
        and not text.isupper()
    )


def _capital(tokens: tuple[Token, ...], at: int) -> bool:
    return at >= 0 and tokens[at].text[:1].isupper()


def _describes(tokens: tuple[Token, ...], at: int, attributive: frozenset[str]) -> bool:
    """Whether the word only describes the noun before it ("serangan militer")."""
    if at == 0 or tokens[at].text not in attributive:
        return False
    return tokens[at].head == at - 1 and tokens[at - 1].upos == "NOUN"


def _without_misread(found: dict[int, Piece], sentence: Sentence, known: WhosWho) -> dict[int, Piece]:
    data = pronouns(known.language)
    tokens = sentence.tokens
    after, before = frozenset(data.not_after), frozenset(data.not_before)
    units = roles(known.language).units
    kept = {}
    for first, piece in found.items():
        entry = piece.entry
        if entry is None or entry.kind == "person":
            kept[first] = piece
            continue
        previous = tokens[first - 1].text.lower() if first else ""
        following = tokens[piece.last].text if piece.last < len(tokens) else ""
        misled = (previous in after and not _in_role(found, first - 1)) or (
            following[:1].isupper() and following.lower() in before
        )
        named = _inside_person(piece, found, sentence) or _second_name(piece, found, tokens)
        if not misled and (previous in units or not named):
            kept[first] = piece
    return kept


def _in_role(found: dict[int, Piece], token: int) -> bool:
    return any(piece.first <= token < piece.last and piece.entry is None for piece in found.values())


def _second_name(piece: Piece, found: dict[int, Piece], tokens: tuple[Token, ...]) -> bool:
    """A town's name that hangs on a name before it as a part of it ("Hotman Paris")."""
    at = piece.first
    if piece.kind not in WHERE or at == 0 or not tokens[at].dep.startswith("flat"):
        return False
    before = tokens[at - 1]
    return before.upos == "PROPN" and before.text[:1].isupper() and not _covered(found, at - 1)


def _covered(found: dict[int, Piece], token: int) -> bool:
    return any(piece.first <= token < piece.last for piece in found.values())


def _inside_person(piece: Piece, found: dict[int, Piece], sentence: Sentence) -> bool:
    """A country's name that is part of a person's ("Michael Jordan")."""
    for name in sentence.names:
        longer = name.last - name.first > piece.last - piece.first
        if name.label == "PER" and longer and name.first <= piece.first and piece.last <= name.last:
            others = [p for p in found.values() if name.first <= p.first < name.last and p is not piece]
            return not others
    return False


def _without_body_parts(
    found: dict[int, Piece], sentence: Sentence, names: Iterable[Name], telling: frozenset[str]
) -> dict[int, Piece]:
    """The pieces without countries inside the longer name of a body that a word tells ("Bank of Anu")."""
    kept = dict(found)
    for name in names:
        words = {token.text.lower() for token in sentence.tokens[name.first : name.last]}
        inside = [piece for piece in kept.values() if name.first <= piece.first < name.last]
        states = any(piece.entry for piece in inside) and all(_inside_body(piece, name) for piece in inside)
        headed = name.first in kept and kept[name.first].entry is None
        if name.label == "ORG" and name.last - name.first > 2 and states and not headed and words & telling:
            for piece in inside:
                del kept[piece.first]
    return kept


def _inside_body(piece: Piece, name: Name) -> bool:
    """Whether a piece can be a part of a body's own name: a country, a word for bodies."""
    role = piece.ref("role")
    fits = isinstance(role, Role) and role.kind in ("agency", "organisation") and piece.entry is None
    state = piece.entry is not None and piece.entry.kind in ("country", "place")
    return piece.last <= name.last and (fits or state)


def _is_relative(piece: Piece, name: Name, sentence: Sentence) -> bool:
    """Whether somebody only shares the surname of a known person: another first name stands before it."""
    entry = piece.entry
    if entry is None or entry.kind != "person" or piece.last - piece.first > 1 or piece.last != name.last:
        return False
    known = {word.lower() for own in entry.names for word in words_of(own)}
    before = [token.text for token in sentence.tokens[name.first : piece.first]]
    return any(len(word) > 2 and word[0].isupper() and fold(word) not in known for word in before)


def _with_names(found: dict[int, Piece], sentence: Sentence, names: Iterable[Name]) -> dict[int, Piece]:
    """Names that only the recogniser knows, where no piece is yet."""
    added = dict(found)
    covered = {t for piece in found.values() for t in range(piece.first, piece.last)}
    for name in names:
        inside = [piece for piece in found.values() if name.first <= piece.first < name.last]
        if name.label == "PER" and len(inside) == 1 and _is_relative(inside[0], name, sentence):
            added.pop(inside[0].first)
            added[name.first] = Piece(name.first, name.last, (), "PER")
        elif name.label == "PER" and len(inside) == 1 and _is_person(inside[0]):
            added.pop(inside[0].first)
            added[name.first] = inside[0]._replace(first=name.first, last=max(name.last, inside[0].last))
        elif name.label == "PER":
            if name.last - name.first <= LONGEST_NAME:
                added.update((piece.first, piece) for piece in _person_rest(name, inside))
        elif not any(t in covered for t in range(name.first, name.last)):
            added[name.first] = Piece(name.first, name.last, (), name.label)
    return dict(sorted(added.items()))


def _is_person(piece: Piece) -> bool:
    return piece.entry is not None and piece.entry.kind == "person"


def _begins_name(piece: Piece, names: Iterable[Name], given: bool) -> bool:
    """A role word that is somebody's first name ("Putri Anu"): it opens what the recogniser marked."""
    role = piece.ref("role")
    if not isinstance(role, Role) or not (given or (role.kind == "person" and not role.alone)):
        return False
    return any(n.label == "PER" and n.first == piece.first and n.last > piece.last for n in names)


def _person_rest(name: Name, inside: list[Piece]) -> Iterator[Piece]:
    """The person's own name within what the recogniser marked: what follows roles and known names."""
    persons = [piece for piece in inside if piece.entry and piece.entry.kind == "person"]
    first = max((piece.last for piece in inside), default=name.first)
    if not persons and first < name.last:
        yield Piece(first, name.last, (), "PER")
