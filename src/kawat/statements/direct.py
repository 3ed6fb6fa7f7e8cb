"""Finding quotations that somebody speaks: by the cue after, the cue before, or their place alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kawat.statements.forms import Grammar, Lexicon
from kawat.statements.proposals import Place, Proposal, Scene, Source, place_of
from kawat.statements.quotes import Quote
from kawat.statements.scan import BREAKS, end_of_phrase, is_mark, next_word, skip
from kawat.statements.view import UNQUOTED, Cue, View

NARRATED = frozenset({"paragraph", "deck"})
BRACKETS = frozenset({"(", "["})
REACH = 9
"""Words between a closing mark and an active cue whose subject stands between them."""


class Frame(NamedTuple):
    """How a quotation is attributed: cue, place of the speaker, and the words around."""

    rule: str
    cue: Place
    source: Source | None
    words: Place
    media: bool = False


def direct(scene: Scene) -> list[Proposal]:
    """A proposal for each quotation that is somebody's words; titles, nicknames and terms give none."""
    found = list(_quoted(scene))
    for i in range(len(found) - 2, -1, -1):
        if found[i].open and _next_block(scene, found[i], found[i + 1]):
            found[i] = found[i]._replace(source=found[i + 1].source)
    return found


def _next_block(scene: Scene, one: Proposal, two: Proposal) -> bool:
    """Whether the second stands in the paragraph after the first."""
    blocks = [scene.views[p.sentence].sentence.block for p in (one, two)]
    return blocks[1] == blocks[0] + 1


def _quoted(scene: Scene) -> Iterator[Proposal]:
    for block, quotes in scene.quotes.items():
        views = scene.blocks[block]
        used: set[tuple[int, int]] = set()
        open_words: Proposal | None = None
        for quote in quotes:
            views_of = _views_of(views, quote)
            if not views_of:
                continue
            if open_words is not None and _continues(open_words, quote, views_of[0]):
                open_words = open_words._replace(end=quote.end)
                continue
            if open_words is not None:
                yield open_words
            open_words = _proposal(scene, quote, views, views_of, used)
        if open_words is not None:
            yield open_words


def _proposal(
    scene: Scene, quote: Quote, views: list[View], inside: list[View], used: set[tuple[int, int]]
) -> Proposal | None:
    if _embedded(quote, inside[0]):
        return None
    frame = _after(scene, quote, inside[-1], views) or _before(scene, quote, inside[0], used)
    if frame is None:
        return _standing(scene, quote, inside)
    used.add((frame.cue.sentence, frame.cue.first))
    return Proposal(
        frame.rule, "direct", quote.part, quote.start, quote.end, inside[0].number,
        frame.cue, frame.source, frame.words, media=frame.media,
    )  # fmt: skip


def _embedded(quote: Quote, view: View) -> bool:
    """Whether the words before the mark lead into it without a pause: menyebut serangan itu "biadab"."""
    at = view.token_at(quote.outer_start) - 1
    while at >= 0 and view.words[at] in BRACKETS:
        at -= 1
    return at >= 0 and view.quoted[at] == UNQUOTED and not is_mark(view, at) and not _cue_before(view, at)


def _cue_before(view: View, at: int) -> bool:
    """Whether a reporting verb ends at ``at``: X menulis "…"."""
    return any(cue.last == at + 1 for cue in view.cues)


def _views_of(views: list[View], quote: Quote) -> list[View]:
    first = bisect_right(views, quote.start, key=lambda v: v.sentence.end)
    last = bisect_left(views, quote.outer_end, key=lambda v: v.sentence.start)
    return views[first:last]


def _continues(said: Proposal, quote: Quote, view: View) -> bool:
    """Whether the quotation goes on with words that its own cue has interrupted: "…," kata X, "…"."""
    if said.frame is None or said.frame.sentence != view.number or said.end >= quote.start:
        return False
    first = view.token_at(quote.outer_start)
    before = view.words[first - 1] if first else ""
    between = view.sentence.tokens[said.frame.first : first]
    return (
        before == ","
        and len(between) <= 40
        and not any(
            cue.first > said.frame.first + 1
            for cue in view.cues
            if cue.first < first and said.cue and cue.first >= said.cue.last
        )
    )


# --- the cue after ---------------------------------------------------------------------------------


def _after(scene: Scene, quote: Quote, view: View, views: list[View]) -> Frame | None:
    first = view.token_at(quote.outer_end)
    at = next_word(view, first)
    if at >= len(view.words) or (at > first and view.words[first] in (".", ";", ":")):
        following = next((v for v in views if v.number == view.number + 1), None)
        if at < len(view.words) or following is None or following.sentence.part != view.sentence.part:
            return None
        return _after_at(scene, following, next_word(following, 0), new=True)
    return _after_at(scene, view, at, new=False)


def _after_at(scene: Scene, view: View, at: int, new: bool) -> Frame | None:
    """The frame that begins at ``at``; in a ``new`` sentence only with a bare cue in small letters."""
    if at >= len(view.words) or view.quoted[at] != UNQUOTED:
        return None
    if new and not view.tokens[at].text[:1].islower():
        return None
    lexicon = scene.lexicon
    cue = view.cue_at(at)
    if cue is not None:
        return _with_cue(lexicon, view, cue)
    if view.words[at] in lexicon.cues.nouns.openers or view.words[at] in lexicon.cues.nouns.words:
        return _with_noun(lexicon, view, at)
    return None if new else _with_subject(scene, view, at)


def _with_cue(lexicon: Lexicon, view: View, cue: Cue) -> Frame | None:
    """kata X · ujarnya · menurut X · disampaikan oleh X."""
    order = cue.entry.order
    if order in ("active", "headline"):
        return None
    words = _frame_words(view, cue.first)
    first = cue.last
    if order == "passive":
        first = skip(view, first, lexicon.cues.grammar.by)
    last = _end_of_source(lexicon, view, first)
    source = (
        Source(Place(view.number, first, last), True, cue.first)
        if first < last and order != "clitic"
        else None
    )
    return Frame(f"quote.{order}", place_of(cue), source, words, cue.entry.group.media)


def _end_of_source(lexicon: Lexicon, view: View, first: int) -> int:
    """Where the phrase of the speaker ends; "tulis keterangan dalam unggahan X" tells whose words they are."""
    grammar = lexicon.cues.grammar
    last = end_of_phrase(view, first, grammar)
    saying = view.words[first : first + 1] and view.words[first] in lexicon.cues.nouns.words
    if saying and last + 1 < len(view.words) and view.words[last] in grammar.within:
        return end_of_phrase(view, last + 1, grammar)
    return last


def _with_noun(lexicon: Lexicon, view: View, at: int) -> Frame | None:
    """demikian bunyi pernyataan itu · bunyi surat X · demikian kata X."""
    nouns, grammar = lexicon.cues.nouns, lexicon.cues.grammar
    first = skip(view, at, nouns.openers)
    cue = view.cue_at(first)
    if cue is not None:
        framed = _with_cue(lexicon, view, cue)
        return framed and framed._replace(words=_frame_words(view, at))
    opened, first_noun = first > at, first
    first = skip(view, first, nouns.words)
    if first == first_noun and not opened:
        return None
    named = Place(view.number, first_noun, first) if first > first_noun else Place(view.number, at, at + 1)
    first = skip(view, first, nouns.modifiers)
    last = end_of_phrase(view, first, grammar)
    source = Source(Place(view.number, first, last), True) if first < last else None
    return Frame("quote.noun", named, source, _frame_words(view, at))


def _with_subject(scene: Scene, view: View, at: int) -> Frame | None:
    """ia menambahkan · Presiden X mengatakan dalam pidatonya."""
    for cue in view.cues:
        if cue.first > at + REACH:
            return None
        if cue.first <= at or cue.entry.order != "active":
            continue
        between = view.words[at : cue.first]
        if BREAKS & set(between) or _opens_words(scene, view, cue):
            return None
        if not _speaker_like(scene, view, at, cue.first - 1):
            return None
        source = Source(Place(view.number, at, cue.first), False, cue.first)
        return Frame("quote.active", place_of(cue), source, _frame_words(view, at))
    return None


def _speaker_like(scene: Scene, view: View, first: int, last: int) -> bool:
    """ia, an actor, or a phrase that points to one: "bos perusahaan itu"."""
    grammar = scene.lexicon.cues.grammar
    if scene.actors.at(view.number, first) or view.words[first] in grammar.pronouns:
        return True
    if all(token.upos == "PROPN" for token in view.tokens[first : last + 1]):
        return True
    return view.words[last] in grammar.pointers or view.words[first] in scene.lexicon.cues.sources.all


def _opens_words(scene: Scene, view: View, cue: Cue) -> bool:
    """Whether the cue introduces words of its own: a clause, or the next quotation."""
    rest = view.words[cue.last : cue.last + REACH]
    quoted = any(place != UNQUOTED for place in view.quoted[cue.last : cue.last + REACH])
    return rest[:1] in ((",",), (":",)) or not scene.lexicon.cues.grammar.that.isdisjoint(rest[:3]) or quoted


def _frame_words(view: View, first: int) -> Place:
    """From the closing mark to the end of the sentence or the next quotation."""
    last = next((i for i in range(first, len(view.words)) if view.quoted[i] != UNQUOTED), len(view.words))
    return Place(view.number, first, last)


# --- the cue before --------------------------------------------------------------------------------


def _before(scene: Scene, quote: Quote, view: View, used: set[tuple[int, int]]) -> Frame | None:
    """X mengatakan, "…" · X mengatakan: "…" · X menulis "…", also when the colon ends the sentence before."""
    first = view.token_at(quote.outer_start)
    at = first - 1
    if at < 0:
        return _line_before(scene, view, used)
    introduced = view.words[at] in (",", ":")
    while at >= 0 and is_mark(view, at):
        at -= 1
    for cue in reversed(view.cues):
        if cue.first > at or (view.number, cue.first) in used:
            continue
        if introduced and _only_adjuncts(scene.lexicon.cues.grammar, view, cue.last, at + 1):
            return _introducing(scene, view, cue, first)
        return (
            _introducing(scene, view, cue, first)
            if cue.last == at + 1 and _sentence_like(quote, scene)
            else None
        )
    return None


def _line_before(scene: Scene, view: View, used: set[tuple[int, int]]) -> Frame | None:
    """A quotation that begins its sentence, after a sentence that ends with a colon and a cue."""
    if view.number == 0:
        return None
    before = scene.views[view.number - 1]
    if not before.words or before.words[-1] != ":" or before.sentence.part != view.sentence.part:
        return None
    cue = next((c for c in reversed(before.cues) if (before.number, c.first) not in used), None)
    return _introducing(scene, before, cue, len(before.words)) if cue is not None else None


def _introducing(scene: Scene, view: View, cue: Cue, last: int) -> Frame | None:
    order = cue.entry.order
    frame = Place(view.number, 0, last)
    if order == "active":
        return Frame(
            "quote.after_active",
            place_of(cue),
            Source(Place(view.number, 0, cue.first), False, cue.first),
            frame,
        )
    if order == "clitic":
        return Frame("quote.after_clitic", place_of(cue), None, frame)
    end = end_of_phrase(view, cue.last, scene.lexicon.cues.grammar)
    if order == "bare" and view.words[cue.last : cue.last + 1] and end > cue.last:
        return Frame(
            "quote.after_bare",
            place_of(cue),
            Source(Place(view.number, cue.last, end), True, cue.first),
            frame,
        )
    return None


def _only_adjuncts(grammar: Grammar, view: View, first: int, last: int) -> bool:
    """Whether between cue and mark stand only whom, when and where it was said."""
    if last - first > 25:
        return False
    return (
        first >= last
        or view.words[first] in grammar.prepositions
        or view.words[first] in grammar.adverbs
        or (last - first <= 8 and not any(view.tokens[i].upos == "VERB" for i in range(first, last)))
    )


def _sentence_like(quote: Quote, scene: Scene) -> bool:
    text = scene.reading.article.part(quote.part)[quote.start : quote.end]
    return len(text.split()) >= scene.lexicon.quotes.limits.words and text[:1].isupper()


# --- no cue ----------------------------------------------------------------------------------------


def _standing(scene: Scene, quote: Quote, inside: list[View]) -> Proposal | None:
    """A quotation that is a sentence or a paragraph of its own goes on with the speaker before."""
    article = scene.reading.article
    if article.blocks and article.blocks[quote.block].kind not in NARRATED:
        return None
    text = article.part(quote.part)[quote.start : quote.end].strip()
    if quote.closed and len(text.split()) < scene.lexicon.quotes.limits.words:
        return None
    first, last = inside[0], inside[-1]
    begins = next_word(first, 0) >= first.token_at(quote.start)
    ends = next_word(last, last.token_at(quote.outer_end)) >= len(last.words)
    if not (begins and ends and text[:1].isalnum() | (text[:1] in "([")):
        return None
    return Proposal(
        "quote.standing", "direct", quote.part, quote.start, quote.end, first.number, open=not quote.closed
    )
