"""One sentence as the coder looks at it: words, tree, who stands where, whose words they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kawat.records import Actor, Mention, Sentence, Statement

CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass"})
"""UD relations whose dependent opens a clause of its own (xcomp and conj share their governor's)."""


LIGHT = frozenset({"ADV", "AUX", "PART"})
"""Parts of speech of the words that may stand between a verb and what it goes on with."""
HYPHENS = frozenset("-–—/") | {"--", "---"}
"""Marks that join two names into a pair (*Iran–Israel*)."""
JOINTS = HYPHENS | {","}


class Named(msgspec.Struct, frozen=True, gc=False):
    """A longest mention: tokens ``first`` to ``last`` (exclusive), its head, and who is meant."""

    first: int
    last: int
    head: int
    actors: tuple[Actor, ...]


class View:
    """A sentence with its tree turned downwards.

    Args:
        sentence: the parsed sentence; a tree that is none (every token its own head) still gives surface
        order.
        mentions: mentions of the sentence with their actors, in any order; those inside a longer one are
        dropped.
        statements: statements whose content may cover tokens of the sentence.
    """

    __slots__ = ("at", "children", "deps", "heads", "named", "sentence", "texts", "words", "zones")

    def __init__(
        self,
        sentence: Sentence,
        words: list[str],
        mentions: Iterable[tuple[Mention, tuple[Actor, ...]]] = (),
        statements: Sequence[tuple[int, Statement]] = (),
    ) -> None:
        self.sentence = sentence
        self.words = words
        self.texts = [token.text for token in sentence.tokens]
        self.heads = [token.head for token in sentence.tokens]
        self.deps = [token.dep for token in sentence.tokens]
        self.children: list[list[int]] = [[] for _ in words]
        for position, head in enumerate(self.heads):
            if head != position and 0 <= head < len(words):
                self.children[head].append(position)
        self.named = longest(mentions, len(words))
        self.at = cover(self.named, len(words))
        self.zones = zones(sentence, statements)

    def __len__(self) -> int:
        return len(self.words)

    def who(self, token: int) -> Named | None:
        """The mention that covers the token."""
        found = self.at[token]
        return self.named[found] if found >= 0 else None

    def climb(self, token: int) -> Iterator[int]:
        """Governors of the token, nearest first; ends at the root, and after as many steps as there are
        tokens.
        """
        for _ in self.words:
            head = self.heads[token]
            if head == token or not 0 <= head < len(self.words):
                return
            yield head
            token = head

    def clause(self, token: int) -> int:
        """The head of the clause that the token stands in."""
        here = token
        for head in self.climb(token):
            if self.deps[here] in CLAUSES:
                return here
            here = head
        return here

    def within(self, top: int, token: int) -> bool:
        """Whether the token is ``top`` or hangs below it."""
        return token == top or top in self.climb(token)

    def case(self, token: int) -> str:
        """The preposition that marks the token, lower case; empty when none does."""
        for child in self.children[token]:
            if self.deps[child] == "case" and child < token:
                return self.words[child]
        return ""


def lowered(sentence: Sentence) -> list[str]:
    """The sentence's words in lower case."""
    return [token.text.lower() for token in sentence.tokens]


def longest(mentions: Iterable[tuple[Mention, tuple[Actor, ...]]], size: int) -> list[Named]:
    """Mentions with an actor that lie in no longer one, from left to right."""
    ordered = sorted(mentions, key=lambda pair: (pair[0].first, -pair[0].last))
    kept: list[Named] = []
    for mention, actors in ordered:
        if not actors or not 0 <= mention.first < mention.last <= size:
            continue
        if kept and mention.last <= kept[-1].last:
            continue
        head = mention.head if mention.first <= mention.head < mention.last else mention.first
        kept.append(Named(mention.first, mention.last, head, actors))
    return kept


def cover(named: list[Named], size: int) -> list[int]:
    """For each token the position in ``named`` of the mention that covers it, or -1."""
    at = [-1] * size
    for number, mention in enumerate(named):
        for token in range(mention.first, mention.last):
            at[token] = number
    return at


def zones(sentence: Sentence, statements: Sequence[tuple[int, Statement]]) -> list[int]:
    """For each token the number of the shortest statement whose content covers it, or -1."""
    found = [-1] * len(sentence.tokens)
    if not statements:
        return found
    by_length = sorted(statements, key=lambda pair: pair[1].content.start - pair[1].content.end)
    for number, statement in by_length:
        content = statement.content
        for position, token in enumerate(sentence.tokens):
            if content.start <= token.start < content.end:
                found[position] = number
    return found


def after_link(view: View, mention: Named) -> Named | None:
    """The mention that follows after nothing but a comma and a conjunction."""
    token = mention.last
    while token < len(view) and token - mention.last < 2 and linking(view, token):
        token += 1
    if token == mention.last or token >= len(view):
        return None
    following = view.who(token)
    return following if following is not None and following.first == token else None


def linking(view: View, token: int) -> bool:
    """Whether the token links the parts of a list."""
    return view.texts[token] in JOINTS or view.sentence.tokens[token].upos == "CCONJ"


def joins(view: View, token: int) -> bool:
    """Whether a conjunction or hyphen at the token joins two names."""
    return view.sentence.tokens[token].upos == "CCONJ" or view.texts[token] in HYPHENS


def governed(view: View, mention: Named) -> bool:
    """Whether a mention is part of the phrase or the object of the word just before it."""
    return mention.first > 0 and view.sentence.tokens[mention.first - 1].upos in ("NOUN", "ADP", "VERB")


def list_start(view: View, mention: Named) -> Named:
    """The first mention of the list that ends with this one; the mention itself when it ends none."""
    number = view.at[mention.first]
    if mention.first == 0 or not joins(view, mention.first - 1):
        return mention
    while number > 0 and after_link(view, view.named[number - 1]) is view.named[number]:
        if governed(view, view.named[number - 1]) and number < view.at[mention.first]:
            break
        number -= 1
    return view.named[number]
