"""The briefing as Markdown or HTML, in the words of a language; every sentence links to its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec
from babel.dates import format_date

from kawat.errors import QueryError
from kawat.export.base import country, country_name
from kawat.export.briefing import Briefing
from kawat.lexicon import language_folder, read_toml
from kawat.record.rows import EventRow, SideRow, StatementRow, Story


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a type of event is told: with a recipient, and alone."""

    to: str
    alone: str


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A briefing's words in one language."""

    title: str
    counts: str
    nothing: str
    in_place: str
    reports: str
    evidence: str
    characters: str
    said: str
    said_to: str
    via: str
    moved: str
    disputed: str
    headings: dict[str, str]
    status: dict[str, str]
    verbs: dict[str, Verb]
    join: str = msgspec.field(name="and")


def interface_folder() -> Traversable:
    """Words of languages in which Kawat writes but does not read."""
    return resources.files("kawat.export") / "data" / "brief"


@cache
def interfaces() -> tuple[str, ...]:
    """The codes of those languages."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in interface_folder().iterdir()))


@cache
def reading_languages() -> tuple[str, ...]:
    """The codes of the languages that Kawat reads."""
    home = resources.files("kawat") / "language"
    return tuple(sorted(folder.name for folder in home.iterdir() if (folder / "lexicon").is_dir()))


@cache
def words(language: str) -> Words:
    """The words of a language: of its folder, or of ``export/data/brief`` for one that is only written.

    Raises:
        QueryError: a briefing cannot be written in it; lists the languages.
    """
    if language in interfaces():
        return read_toml(interface_folder() / f"{language}.toml", Words)
    folder = resources.files("kawat") / "language" / language / "lexicon" / "brief.toml"
    if not language.isalpha() or not folder.is_file():
        choices = ", ".join((*interfaces(), *reading_languages()))
        raise QueryError(f"no briefing in {language!r}; choose from: {choices}")
    return read_toml(language_folder(language) / "lexicon" / "brief.toml", Words)


class Piece(msgspec.Struct, frozen=True):
    """One sentence of the briefing with the number of its evidence; 0 for a figure over many events."""

    text: str
    evidence: int = 0


class Proof(msgspec.Struct, frozen=True):
    """Where a sentence comes from: an article and the characters in it."""

    quote: str
    outlet: str
    title: str
    day: str
    url: str
    article: str
    start: int
    end: int


class Text(msgspec.Struct, frozen=True):
    """A briefing in words."""

    title: str
    counts: str
    parts: tuple[tuple[str, tuple[Piece, ...]], ...]
    proofs: tuple[Proof, ...]
    words: Words


def tell(briefing: Briefing, language: str) -> Text:
    """The briefing in the words of a language."""
    said, proofs = words(language), list[Proof]()

    def proved(sentence: str, row: EventRow | StatementRow) -> Piece:
        proofs.append(proof(row))
        return Piece(sentence, len(proofs))

    parts = {
        "events": [proved(event_line(e, said, language), e) for e in briefing.events],
        "statements": [proved(said_line(s, said), s) for s in briefing.statements],
        "planned": [proved(event_line(e, said, language), e) for e in briefing.planned],
        "contradictions": [
            proved(dispute_line(s, said, language), s.first) for s in briefing.disputed if s.first is not None
        ],
        "moved": [
            Piece(
                said.moved.format(
                    one=country_name(p.source, language) or p.source,
                    other=country_name(p.target, language) or p.target,
                    change=f"{p.score:+.1f}",
                    events=p.events,
                )
            )
            for p in briefing.moved
        ],
    }
    return Text(
        title=said.title.format(since=day(briefing.since, language), until=day(briefing.until, language)),
        counts=said.counts.format(
            articles=briefing.articles,
            events=briefing.unique,
            reports=briefing.reports,
            statements=briefing.spoken,
        ),
        parts=tuple((said.headings[name], tuple(lines)) for name, lines in parts.items()),
        proofs=tuple(proofs),
        words=said,
    )


def event_line(event: EventRow, said: Words, language: str) -> str:
    """An event as a sentence with day, place and weight."""
    told = said.status[event.status].format(sentence=event_sentence(event, said, language))
    place = f" {said.in_place.format(place=event.place)}" if event.place and not event.place_fallback else ""
    weight = said.reports.format(reports=event.reports, sources=event.sources)
    sentence = f"{told}{place}, {day(event.date or event.day, language)} ({weight})."
    return sentence[0].upper() + sentence[1:]


def event_sentence(event: EventRow, said: Words, language: str) -> str:
    """Who did what to whom."""
    verb = said.verbs[event.type]
    doers = names(event.actor, said, language) or "?"
    others = names(event.recipient, said, language)
    return f"{doers} {verb.to} {others}" if others else f"{doers} {verb.alone}"


def names(sides: Sequence[SideRow], said: Words, language: str) -> str:
    """The parties of a side, joined; countries under their name in the language."""
    found = list(dict.fromkeys(name_of(side, language) for side in sides))
    return f" {said.join} ".join(filter(None, (", ".join(found[:-1]), found[-1]))) if found else ""


def name_of(side: SideRow, language: str) -> str:
    """A party's name as the article has it; a country's, in a language that Kawat only writes, by CLDR."""
    iso3 = country(side.code)
    named = {country_name(iso3, read) for read in reading_languages()} | {country_name(iso3, language)} - {""}
    if language in interfaces() and side.name in named:
        return country_name(iso3, language)
    return side.name


def said_line(row: StatementRow, said: Words) -> str:
    """Somebody's words, with who brought them."""
    form = said.said_to if row.addressee else said.said
    line = form.format(speaker=row.speaker, addressee=row.addressee, content=row.content.strip("“”\"' "))
    chain = [*row.via] or [row.outlet]
    return f"{line} ({said.via.format(chain=' < '.join(filter(None, chain)))})" if any(chain) else line


def dispute_line(story: Story, said: Words, language: str) -> str:
    """An event that some report and others deny."""
    first = story.first
    sentence = event_sentence(first, said, language) if first else ""
    reported = story.reports - story.denied - story.possible
    return said.disputed.format(sentence=sentence, reported=reported, denied=story.denied)


def day(iso: str, language: str) -> str:
    """A date as the language writes it; one without a day stays ISO."""
    from datetime import date

    try:
        return str(format_date(date.fromisoformat(iso), "long", locale=language))
    except ValueError:
        return iso


def proof(row: EventRow | StatementRow) -> Proof:
    """The evidence of a row."""
    quote = row.sentence if isinstance(row, EventRow) else row.content
    return Proof(quote, row.outlet, row.title, row.day, row.url, row.article, row.start, row.end)


def render(briefing: Briefing, language: str, format: Literal["md", "html"] = "md") -> str:
    """The briefing as a document.

    Raises:
        QueryError: no words in that language.
    """
    lines = markdown if format == "md" else html
    return "\n".join(lines(tell(briefing, language), language)) + "\n"


def markdown(text: Text, language: str) -> Iterator[str]:  # noqa: ARG001 - HTML names its language
    """The lines of a Markdown document."""
    yield from (f"# {text.title}", "", text.counts, "")
    for heading, pieces in text.parts:
        yield from (f"## {heading}", "")
        yield from (
            f"- {plain(p.text)}{f' [[{p.evidence}]](#e{p.evidence})' if p.evidence else ''}" for p in pieces
        )
        yield from ((text.words.nothing, "") if not pieces else ("",))
    yield from (f"## {text.words.evidence}", "")
    for number, found in enumerate(text.proofs, 1):
        where = text.words.characters.format(start=found.start, end=found.end)
        link = (
            f"[{plain(found.title or found.article)}](<{found.url}>)"
            if safe(found.url)
            else plain(found.title)
        )
        head = f'{number}. <a id="e{number}"></a>{link}, {plain(found.outlet)}, {found.day}'
        yield f"{head} ({plain(found.article)}, {where}): “{plain(found.quote)}”"


def plain(text: str) -> str:
    """Article text inside Markdown: one line, no mark-up of its own."""
    joined = " ".join(text.split())
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in joined)


def safe(url: str) -> bool:
    """Whether an address may be linked: articles come from strangers."""
    return url.startswith(("http://", "https://")) and not any(c in url for c in "<>\n\"' ")


def html(text: Text, language: str) -> Iterator[str]:
    """The lines of an HTML document."""
    yield f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(text.title)}</title><style>{STYLE}</style></head><body><main>"
    yield f"<h1>{escape(text.title)}</h1><p>{escape(text.counts)}</p>"
    for heading, pieces in text.parts:
        yield f"<section><h2>{escape(heading)}</h2>"
        yield from (f"<p>{escape(text.words.nothing)}</p>",) if not pieces else ("<ul>",)
        for piece in pieces:
            link = f' <a href="#e{piece.evidence}">[{piece.evidence}]</a>' if piece.evidence else ""
            yield f"<li>{escape(piece.text)}{link}</li>"
        yield "</ul></section>" if pieces else "</section>"
    yield f"<section><h2>{escape(text.words.evidence)}</h2><ol>"
    yield from (proof_item(number, found, text.words) for number, found in enumerate(text.proofs, 1))
    yield "</ol></section></main></body></html>"


STYLE = "body{font:1rem/1.5 serif;margin:2rem auto;max-width:44rem;padding:0 1rem}li{margin:.4rem 0}"


def proof_item(number: int, found: Proof, said: Words) -> str:
    """One piece of evidence as a list item."""
    title = escape(found.title or found.article)
    linked = f'<a href="{escape(found.url)}">{title}</a>' if safe(found.url) else title
    where = said.characters.format(start=found.start, end=found.end)
    quote = f"<q>{escape(found.quote)}</q>"
    head = f"{linked}, {escape(found.outlet)}, {escape(found.day)} ({escape(found.article)}, {where})"
    return f'<li id="e{number}">{head}: {quote}</li>'
