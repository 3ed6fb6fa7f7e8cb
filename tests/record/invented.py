"""Readings made by hand, so that the record is tested without a parser."""

from __future__ import annotations

import re
from typing import Any

from kawat.events.ontology import quad, score
from kawat.records import (
    Actor,
    Article,
    Block,
    Event,
    EventDate,
    EventPlace,
    Mention,
    Party,
    Reading,
    Sentence,
    Span,
    Statement,
    Token,
)

NAMES = {
    "USA:GOV": ("Amerika Serikat", "USA", "country"),
    "CHN:GOV": ("China", "CHN", "country"),
    "RUS:GOV": ("Rusia", "RUS", "country"),
    "ISR:GOV": ("Israel", "ISR", "country"),
    "IRN:GOV": ("Iran", "IRN", "country"),
    "IDN:GOV": ("Indonesia", "IDN", "country"),
    "PRK:GOV": ("Korea Utara", "PRK", "country"),
    "MYS:GOV": ("Malaysia", "MYS", "country"),
}


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def sentence_of(text: str, words: str) -> Span:
    """The sentence around some words."""
    at = text.index(words)
    start = max((m.end() for m in re.finditer(r"[.!?]\s+|\n", text[:at])), default=0)
    found = re.search(r"[.!?](?=\s|$)", text[at:])
    end = at + found.end() if found else len(text)
    return Span(start, end, text[start:end])


class Builder:
    """Builds one reading: ``build("…").event("menuduh", "ACCUSE", "CHN:GOV", "USA:GOV").done()``."""

    def __init__(self, text: str, id: str, **article: Any) -> None:
        fields = {"published": "2025-03-03", "outlet": "Kabar Uji", "language": "id", **article}
        self.article = Article(id, text, blocks=(Block("paragraph", 0, len(text)),), **fields)
        self.actors: list[Actor] = []
        self.events: list[Event] = []
        self.statements: list[Statement] = []

    def party(
        self, code: str, name: str = "", kind: str = "", role: str = "", entry: str | None = None
    ) -> Party:
        """An actor of the article, made when it is new."""
        plain, known, sort = NAMES.get(code, (name or code, "", kind or "group"))
        name, kind = name or plain, kind or sort
        entry = (known if name == plain else "") if entry is None else entry
        same = next((a for a in self.actors if a.name == name and a.code == code), None)
        if same is None:
            at = self.article.text.find(name)
            mentions = (Mention(at, at + len(name), name, 0, 0, 1, 0),) if at >= 0 else ()
            same = Actor(f"a{len(self.actors) + 1}", name, code, role, "", entry, kind, mentions)
            self.actors.append(same)
        return Party(same.id, same.name, same.code)

    def person(self, name: str, code: str, role: str = "") -> Party:
        return self.party(code, name, "person", role, "")

    def event(
        self, trigger: str, type: str, actor: Any = (), recipient: Any = (), date: str = "", **fields: Any
    ) -> Builder:
        text = self.article.text
        place = fields.pop("place", "")
        sides = [
            tuple(
                p if isinstance(p, Party) else self.party(p)
                for p in ((s,) if isinstance(s, (str, Party)) else s)
            )
            for s in (actor, recipient)
        ]
        self.events.append(
            Event(
                id=f"e{len(self.events) + 1}",
                trigger=span_of(text, trigger),
                type=type,
                sentence=sentence_of(text, trigger),
                quad=quad(type),
                score=score(type),
                actor=sides[0],
                recipient=sides[1],
                date=EventDate(date, {4: "year", 7: "month"}.get(len(date), "day")) if date else None,
                place=EventPlace(place) if place else None,
                rules=("test",),
                **fields,
            )
        )
        return self

    def said(self, content: str, speaker: Party | str, cue: str = "", **fields: Any) -> Builder:
        text = self.article.text
        who = speaker if isinstance(speaker, Party) else self.party(speaker)
        self.statements.append(
            Statement(
                id=f"s{len(self.statements) + 1}",
                kind=fields.pop("kind", "indirect"),
                speaker=who,
                content=span_of(text, content),
                cue=span_of(text, cue) if cue else None,
                **fields,
            )
        )
        return self

    def done(self) -> Reading:
        return Reading(
            self.article,
            sentences=split(self.article.text),
            actors=tuple(self.actors),
            statements=tuple(self.statements),
            events=tuple(self.events),
        )


def split(text: str) -> tuple[Sentence, ...]:
    """Sentences with flat parses."""
    found = []
    for index, match in enumerate(re.finditer(r"[^.!?]+[.!?]?", text)):
        tokens = tuple(
            Token(
                w.group(),
                match.start() + w.start(),
                match.start() + w.end(),
                w.group().lower(),
                "X",
                0,
                "dep",
            )
            for w in re.finditer(r"\w+|[^\w\s]", match.group())
        )
        if tokens:
            found.append(Sentence(index, "text", match.start(), match.end(), 0, tokens))
    return tuple(found)


def build(text: str, id: str = "a", **article: Any) -> Builder:
    return Builder(text, id, **article)


def sample_readings() -> list[Reading]:
    """Four invented articles: an accusation told twice, its denial, a plan."""
    one = build(
        "China menuduh Amerika Serikat menyadap kedutaannya. "
        "Juru bicara Lin Jian mengatakan Beijing akan membalas.",
        "satu",
        published="2025-03-03",
        outlet="Kabar Uji",
        url="https://kabar.test/satu",
        title="China tuduh AS menyadap",
    )
    one.event("menuduh", "ACCUSE", "CHN:GOV", "USA:GOV")
    lin = one.person("Lin Jian", "CHN:GOV", "Juru bicara")
    one.said("Beijing akan membalas", lin, "mengatakan", via=("Xinhua",))
    two = build(
        "Amerika Serikat dituduh China menyadap kedutaannya di Washington. Lin Jian menyampaikannya kemarin.",
        "dua",
        published="2025-03-04",
        outlet="Warta Coba",
        title="AS dituduh menyadap",
    )
    two.event("dituduh", "ACCUSE", "CHN:GOV", "USA:GOV", via=("Xinhua",))
    three = build(
        "Rusia membantah menyerang kapal Iran. Israel menyatakan Rusia menyerang kapal Iran di Laut Kaspia.",
        "tiga",
        published="2025-03-05",
        outlet="Kabar Uji",
        title="Rusia bantah serangan",
    )
    three.event("menyerang kapal Iran.", "ASSAULT", "RUS:GOV", "IRN:GOV", aux="negated", place="Laut Kaspia")
    three.said("Rusia menyerang kapal Iran di Laut Kaspia", "ISR:GOV", "menyatakan")
    three.event("menyerang kapal Iran di", "ASSAULT", "RUS:GOV", "IRN:GOV", said_by="s1", place="Laut Kaspia")
    four = build(
        "Presiden Indonesia akan bertemu Perdana Menteri Malaysia pada 20 April 2025 di Langkawi.",
        "empat",
        published="2025-03-06",
        outlet="Warta Coba",
        title="Pertemuan di Langkawi",
    )
    four.event("bertemu", "AGREE", ("IDN:GOV", "MYS:GOV"), (), "2025-04-20", place="Langkawi")
    return [one.done(), two.done(), three.done(), four.done()]
