"""The cast of an article while it is read: who has been met, in what order, under which mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from kawat.actors.found import Found, is_headline
from kawat.actors.roles import roles
from kawat.actors.whoswho import CITIZEN, WhosWho
from kawat.records import NOWHERE, UNKNOWN, Actor, Mention, Sentence

STORIED = frozenset({"SOC", "LAB", "CVL", "CRM", "REL"})
"""Sectors of those who, without a country of their own, are of the country where the story plays."""
TRADES = STORIED | {"BUS", "EDU"}
"""The same for one with a name, whose trade the text tells."""
BODIES = frozenset({"party", "organisation", "body", "agency", "company"})
SPEAKING = frozenset({"PTY", "SOC", "REL", "LAB", "LEG", "BUS"})
"""Sectors of bodies whose people headlines call by the body's name alone."""
MAIN_SHARE = 0.6
"""From this share of all names of countries on, an article is about one country."""


class Member(msgspec.Struct):
    """One actor of the article as it grows."""

    key: str
    kind: str
    name: str = ""
    code: str = UNKNOWN
    role: str = ""
    role_id: str = ""
    of: str = ""
    word: str = ""
    entry: str = ""
    wikidata: str = ""
    many: bool = False
    titled: bool = False
    """Known by a headline's word for them only."""
    former: bool = False
    """Introduced by the article as somebody who was something."""
    mentions: list[Mention] = []

    @property
    def country(self) -> str:
        return "" if self.code.startswith(NOWHERE) else self.code[:3]


class Cast:
    """Members by key, and the log of mentions in the order of the text."""

    def __init__(
        self, known: WhosWho, day: str, sentences: tuple[Sentence, ...], near: Mapping[str, int]
    ) -> None:
        self.known, self.day, self.near = known, day, near
        self.ahead: dict[str, Found] = {}
        self.instead: dict[str, str] = {}
        """By entry: the name of somebody else in the article whom the entry's name means there."""
        self.short: dict[str, Member] = {}
        """Persons by the initials that the article gives them."""
        self.filed = ""
        """Country that the article was filed from, where that is not the home country's capital."""
        self.sentences = {sentence.index: sentence for sentence in sentences}
        self.members: dict[str, Member] = {}
        self.log: list[tuple[Found, tuple[Member, ...]]] = []

    def look_ahead(self, found: Iterable[Found]) -> None:
        """Note the first mention of every role that says whose it is, for those before it that do not."""
        for mention in found:
            if mention.role and (mention.countries or mention.refs or mention.name) and not mention.former:
                self.ahead.setdefault(mention.role, mention)

    def entry_member(self, id: str) -> Member:
        """The member of an entry in the who's-who, with its code on the article's day."""
        if id not in self.members:
            entry = self.known.entries[id]
            code = self.known.code_on(id, self.day)
            name = entry.names[0] if entry.names else ""
            self.members[id] = Member(id, entry.kind, name, code, entry=id, wikidata=entry.wikidata)
        return self.members[id]

    def member(self, key: str, kind: str, name: str, code: str) -> Member:
        """The member with this key, made on first sight."""
        return self.members.setdefault(key, Member(key, kind, name, code))

    def mention(self, found: Found, members: tuple[Member, ...]) -> None:
        """Note that the found words stand for the members."""
        sentence = self.sentences[found.sentence]
        start, end = sentence.tokens[found.first].start, sentence.tokens[found.last - 1].end
        text = "".join(_spaced(sentence, found))
        made = Mention(
            start, end, text, found.sentence, found.first, found.last, found.head, sentence.part, found.how
        )
        for member in members:
            member.name = member.name or found.role_text or text
            member.mentions = [*member.mentions, made]
        self.log.append((found, members))

    def back(self) -> Iterator[tuple[Found, Member]]:
        """Mentions from the latest to the first."""
        for found, members in reversed(self.log):
            for member in members:
                yield found, member

    def _place_strangers(self) -> None:
        """Give persons without role or entry, and private roles without a country, the story's country."""
        self._speak_for_title()
        lone = len(self.sentences) == 1 and all(is_headline(s) for s in self.sentences.values())
        for member in self.members.values():
            one = member.kind == "person" and not member.many and member.name != member.role
            own = one or member.key.startswith("name:") or " " in member.name
            firm = member.kind == "organisation" and bool(self._whole_story())
            private = member.code[4:] in (TRADES if one or firm else STORIED)
            if member.kind == "person" and member.code == UNKNOWN and self._whole_story():
                member.code = f"{self._whole_story()}:{CITIZEN}"
            elif (
                private
                and own
                and not (lone and member.kind == "people")
                and member.code.startswith(NOWHERE)
                and self.story_country()
            ):
                member.code = f"{self.story_country()}{member.code[3:]}"

    def _speak_for_title(self) -> None:
        """Give the only person without a role the code of the one party or body that the title names."""
        strangers = [
            m for m in self.members.values() if m.kind == "person" and m.code == UNKNOWN and m.name != m.role
        ]
        if len(strangers) != 1 or len(strangers[0].mentions) < 2:
            return
        titled = [m for found, ms in self.log if self.sentences[found.sentence].part == "title" for m in ms]
        bodies = {m.key: m for m in titled if m.entry and m.kind in BODIES and m.code[4:] in SPEAKING}
        unnamed = {
            m.key: m for m in titled if m.key.startswith("role:") and m.kind == "person" and not m.many
        }
        told = {**bodies, **unnamed}
        if len(told) == 1:
            strangers[0].code = next(iter(told.values())).code

    def _whole_story(self) -> str:
        """The country that the article is nearly wholly about; empty when there are several."""
        main = self.main_country()
        return main if main and self.near[main] >= MAIN_SHARE * sum(self.near.values()) else ""

    def story_country(self) -> str:
        """Where the article plays: where it was filed from, its one country, or home if it names it."""
        home = roles(self.known.language).home
        return self.filed or self._whole_story() or (home if self.near.get(home) or not self.near else "")

    def main_country(self) -> str:
        """The country that the article names most; empty when it names none."""
        counts = {id: count for id, count in self.near.items() if self._is_country(id)}
        return max(counts, key=lambda country: counts[country], default="")

    def _is_country(self, id: str) -> bool:
        entry = self.known.entries.get(id)
        return entry is not None and entry.kind == "country"

    def actors(self) -> tuple[Actor, ...]:
        """The members that were mentioned, in the order of their first mention."""
        self._place_strangers()
        met = [member for member in self.members.values() if member.mentions]
        met.sort(key=lambda member: (member.mentions[0].sentence, member.mentions[0].first))
        return tuple(_actor(member, number) for number, member in enumerate(met, 1))


def _spaced(sentence: Sentence, found: Found) -> Iterator[str]:
    end = None
    for token in sentence.tokens[found.first : found.last]:
        if end is not None and token.start > end:
            yield " "
        yield token.text
        end = token.end


def _actor(member: Member, number: int) -> Actor:
    return Actor(
        id=f"a{number}",
        name=member.name,
        code=member.code,
        role=member.role,
        wikidata=member.wikidata,
        entry=member.entry,
        kind=member.kind,
        mentions=tuple(member.mentions),
    )
