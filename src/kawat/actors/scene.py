"""A sentence with its pieces, and the small questions that reading a phrase asks of it."""

from __future__ import annotations

from typing import NamedTuple

from kawat.actors.entries import Entry
from kawat.actors.find import Piece
from kawat.actors.found import is_headline as is_headline
from kawat.actors.roles import Pronouns, Role, Roles
from kawat.actors.trie import atoms_of, matches
from kawat.actors.whoswho import WhosWho
from kawat.records import Sentence

LONGEST_BRACKET = 4


class Scene(NamedTuple):
    """What the phrase readers look at."""

    sentence: Sentence
    pieces: dict[int, Piece]
    known: WhosWho
    roles: Roles
    pronouns: Pronouns
    lower: tuple[str, ...]
    headline: bool

    def word(self, token: int) -> str:
        """The token's text without case; empty outside the sentence."""
        return self.lower[token] if 0 <= token < len(self.lower) else ""

    def capital(self, token: int) -> bool:
        """Whether the token begins with a capital letter and is inside the sentence."""
        return 0 <= token < len(self.lower) and self.sentence.tokens[token].text[:1].isupper()

    def tag(self, token: int) -> str:
        """The token's part of speech; empty outside the sentence."""
        return self.sentence.tokens[token].upos if 0 <= token < len(self.lower) else ""

    def role_at(self, token: int) -> Role | None:
        """The role whose words begin at the token."""
        piece = self.pieces.get(token)
        role = piece.ref("role", "roles") if piece else None
        return role if isinstance(role, Role) else None

    def text(self, first: int, last: int) -> str:
        """The words of the tokens, spaced as in the article as far as offsets tell."""
        tokens = self.sentence.tokens[first:last]
        words = [token.text for token in tokens]
        for at in range(len(tokens) - 1, 0, -1):
            if tokens[at].start > tokens[at - 1].end:
                words.insert(at, " ")
        return "".join(words)

    def titled(self, token: int) -> bool:
        """Whether the token is a title before a name, or the full stop of its short form."""
        word = self.word(token - 1) if self.word(token) == "." else self.word(token)
        return word in self.roles.titles

    def leaning(self, token: int) -> bool:
        """Whether the token only takes sides for or against a name: "pro-Palestina"."""
        start = self.word(token).split("-")[0]
        before = self.word(token - 1), self.word(token - 2) if self.word(token - 1) == "-" else ""
        leanings = self.pronouns.leanings
        two = " ".join(self.word(t) for t in range(token - 2, token))
        leans = two in leanings or any(word in leanings for word in before)
        return leans or (start in leanings and "-" in self.word(token))

    def counted(self, token: int) -> bool:
        """Whether the token counts the holders of an office: "ke-10"."""
        word = self.word(token)
        return word[:1].isalpha() and word[-1:].isdigit()

    def says(self, token: int, words: str) -> bool:
        """Whether these words begin at the token."""
        if not words.startswith(self.word(token) or "\0"):
            return False
        return all(self.word(token + i) == part for i, part in enumerate(words.split()))

    def countries_inside(self, first: int, last: int) -> tuple[str, ...]:
        """Countries that the name of a body between the tokens holds: "Bank of [Anu]"."""
        atoms = atoms_of(token.text for token in self.sentence.tokens[first:last])
        found = (match.terms for match in matches(self.known.trie, atoms))
        refs = [terms[0].ref for terms in found if len({id(term.ref) for term in terms}) == 1]
        states = (ref.country for ref in refs if isinstance(ref, Entry) and self.known.is_state(ref.country))
        return tuple(dict.fromkeys(states))[-1:]

    def pointer(self, token: int) -> bool:
        return self.word(token) in self.pronouns.pointers

    def bracket(self, token: int) -> int:
        """The token behind a short bracket with a name that opens at ``token``; else ``token`` itself."""
        if self.word(token) != "(" or not self.capital(token + 1):
            return token
        for end in range(token + 1, token + LONGEST_BRACKET + 1):
            if self.word(end) == ")":
                return end + 1
        return token
