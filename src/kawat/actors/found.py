"""One mention as it was found, before it is known who is meant."""

from __future__ import annotations

import msgspec

from kawat.records import Sentence

HEADLINE = 0.7
"""From this share of capitals on, capitals tell no names from other words."""


class Found(msgspec.Struct, frozen=True):
    """A mention: its tokens, how it names somebody, and all that its words say about them.

    ``first`` to ``last`` (exclusive) and ``head`` are token positions in sentence ``sentence``.
    """

    sentence: int
    first: int
    last: int
    head: int
    kind: str
    how: str = "name"
    refs: tuple[str, ...] = ()
    """Entries that the mention names outright; several in a list."""
    name: str = ""
    """A proper name as written."""
    role: str = ""
    role_text: str = ""
    word: str = ""
    """The role's own words, without case."""
    countries: tuple[str, ...] = ()
    """Countries that the role belongs to; several in "para pemimpin Jepang dan Korea"."""
    sector: str = ""
    second: str = ""
    """Sector of another arm of the state that the words mean as well."""
    code: str = ""
    """Code taken over from the body that the role belongs to."""
    where: str = ""
    """Country of the place at which a crowd or the police is, where the sentence says so."""
    of: str = ""
    body: str = ""
    """Name or acronym of the body that the role belongs to, where only the article knows it."""
    to: str = ""
    many: bool = False
    former: bool = False
    pointer: bool = False
    owned: bool = False
    """A clitic behind the role tells whose it is."""
    local: bool = True
    here: bool = False
    """Belongs to the place that was spoken of last ("pejabat setempat")."""
    homely: bool = False
    """Only the home country's officials are called so."""
    echo: bool = False
    subject: bool = False
    kinds: tuple[str, ...] = ()
    """For a pronoun or a pointing noun: what it may stand for."""
    number: str = ""
    top: bool = False
    """Of a pair: heads of states and governments."""
    as_country: bool = False
    alias: str = ""
    """An acronym in brackets behind the name."""


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The token of the span that hangs on something outside it: the first nominal one, else the first."""
    tokens = sentence.tokens
    outside = [t for t in range(first, last) if not first <= tokens[t].head < last or tokens[t].head == t]
    nominal = [t for t in outside if tokens[t].upos in ("NOUN", "PROPN", "PRON")]
    return (nominal or outside or [first])[0]


def is_subject(sentence: Sentence, head: int) -> bool:
    """Whether the token is who acts: subject of an active verb, or agent of a passive one."""
    token = sentence.tokens[head]
    verb = sentence.tokens[token.head]
    if token.dep.startswith("nsubj"):
        return not (verb.passive or token.dep.endswith("pass"))
    return token.dep == "obl:agent" or (
        verb.passive and token.dep in ("obj", "obl") and head == token.head + 1
    )


def is_headline(sentence: Sentence) -> bool:
    """Whether nearly every word has a capital and no full stop ends it."""
    if sentence.tokens and sentence.tokens[-1].text == ".":
        return False
    letters = [token.text for token in sentence.tokens if token.text[:1].isalpha()]
    capitals = sum(text[0].isupper() for text in letters)
    return len(letters) > 3 and capitals >= HEADLINE * len(letters)
