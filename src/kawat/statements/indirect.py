"""Finding words reported without being quoted, or quoted in part."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kawat.statements.content import content_after
from kawat.statements.forms import Grammar
from kawat.statements.making import Frame, around, around_or_after, made, more_than_connective
from kawat.statements.passive import passive
from kawat.statements.proposals import Place, Proposal, Scene, Source
from kawat.statements.scan import (
    after_bracket,
    denied,
    end_of_clause,
    end_of_phrase,
    find,
    is_mark,
    next_word,
)
from kawat.statements.view import UNQUOTED, Cue, View

HEADLINES = frozenset({"title", "heading"})
TURN = 12
"""Words between ", sementara" and the cue of the clause that it begins."""
LONG = 12
"""Words before a colon that may still belong to the speaker ("X di Depan Y: …")."""
NEAR = 6
"""Words of a name before the colon of a headline."""


def indirect(scene: Scene, used: Collection[tuple[int, int]]) -> Iterator[Proposal]:
    """Proposals for every cue that no quotation has ``used``: (sentence, token)."""
    for view in scene.views:
        covered = -1
        for cue in view.cues:
            if (view.number, cue.first) in used or (cue.first < covered and not _new_turn(scene, view, cue)):
                continue
            if covered >= 0 and cue.entry.group.media and cue.entry.order == "bare":
                continue
            found = _by_order(scene, view, cue)
            if found is not None:
                told = covered >= 0 or any((view.number, i) in used for i in range(cue.first))
                if told and _joined(view, cue, scene.lexicon.cues.grammar):
                    found = found._replace(source=None)
                covered = view.token_at(found.end - 1)
                yield found
        if covered < 0:
            yield from _without_verb(scene, view)


def _new_turn(scene: Scene, view: View, cue: Cue) -> bool:
    """Whether a cue inside reported words is the narrator's again (", sementara X mengatakan")."""
    grammar = scene.lexicon.cues.grammar
    before = view.words[cue.first - 1]
    if before in grammar.contrasts or (before in grammar.joining and view.words[cue.first - 2] == ","):
        return True
    near = range(max(1, cue.first - TURN), cue.first)
    clause = not grammar.that.isdisjoint(view.words[cue.last : cue.last + 1])
    if clause and any(view.words[i] in grammar.concessions for i in near):
        return True
    return any(_turn(view, i, grammar) for i in near)


def _joined(view: View, cue: Cue, grammar: Grammar) -> bool:
    """…," ujarnya, seraya (juga) menambahkan: who goes on is who has just spoken."""
    i = cue.first - 1
    while i > 0 and view.words[i] in grammar.adverbs and view.words[i] not in grammar.joining:
        i -= 1
    return cue.entry.order == "active" and view.words[i] in grammar.joining


def _turn(view: View, i: int, grammar: Grammar) -> bool:
    return view.words[i] in grammar.contrasts and view.words[i - 1] == ","


def _by_order(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    order = cue.entry.order
    if order == "active":
        return _active(scene, view, cue)
    if order == "according":
        return _according(scene, view, cue)
    if order == "passive":
        return passive(scene, view, cue)
    if cue.word in scene.lexicon.cues.headlines.words and _headline_verb(scene, view, cue):
        return _active(scene, view, cue)
    if order == "headline":
        return _active(scene, view, cue) if _added_verb(view, cue) else None
    return _inserted(scene, view, cue)


# --- X mengatakan bahwa … --------------------------------------------------------------------------


def _active(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    lexicon = scene.lexicon
    if denied(view, cue, lexicon.cues.grammar):
        return None
    content = content_after(view, cue, lexicon)
    if content is None and next_word(view, cue.last) >= len(view.words):
        return _trailing(scene, view, cue)
    if content is None or content.first >= len(view.words):
        return None
    source = Source(Place(view.number, 0, cue.first), False, cue.first)
    frame = Place(view.number, 0, content.first)
    return made(scene, view, Frame(f"indirect.{content.rule}", frame, source, cue), content.first)


def _trailing(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    """…, NAMA menyatakan. : the clause before the last comma."""
    comma = next((i for i in range(cue.first - 1, 0, -1) if view.words[i] == ","), -1)
    if comma < 2 or cue.first - comma < 2 or not scene.actors.at(view.number, comma + 1):
        return None
    source = Source(Place(view.number, comma + 1, cue.first), False, cue.first)
    frame = Frame("indirect.trailing", Place(view.number, comma, len(view.words)), source, cue)
    return made(scene, view, frame, next_word(view, 0), comma)


def _headline_verb(scene: Scene, view: View, cue: Cue) -> bool:
    """A bare form used as a verb: right after a name, or anywhere in a headline."""
    before = cue.first - 1
    if _is_headline(scene, view):
        return before >= 0 and cue.last < len(view.words) and not is_mark(view, cue.last)
    if before < 0 or is_mark(view, before) or view.quoted[before] != UNQUOTED or cue.last >= len(view.words):
        return False
    return view.tokens[before].text[:1].isupper() and not is_mark(view, cue.last)


def _added_verb(view: View, cue: Cue) -> bool:
    """X akan menyelidiki kasus itu, tegaskan …: a headline's verb after a comma, in a deck or summary."""
    before = cue.first - 1
    return before > 1 and view.words[before] == "," and not is_mark(view, min(cue.last, len(view.words) - 1))


# --- …, kata X · X, kata Y, … · …, lanjutnya -------------------------------------------------------


def _inserted(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    """Bare and clitic cues between commas, or at the end of the sentence after one."""
    at = cue.first - 1
    if at < 0 or view.words[at] != "," or not cue.entry.group.content:
        return None
    grammar = scene.lexicon.cues.grammar
    last = cue.last if cue.entry.order == "clitic" else end_of_phrase(view, cue.last, grammar)
    if cue.entry.order == "bare" and last == cue.last:
        return None
    source = (
        None if cue.entry.order == "clitic" else Source(Place(view.number, cue.last, last), True, cue.first)
    )
    return around(scene, view, cue, source, last, f"indirect.{cue.entry.order}")


# --- menurut X, … · …, menurut X -------------------------------------------------------------------


def _according(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    according, grammar = scene.lexicon.cues.according, scene.lexicon.cues.grammar
    first = cue.last
    if cue.first and view.words[cue.first - 1] in grammar.relative:
        return None
    if cue.word in according.clitics or cue.last - cue.first == 2:
        return around_or_after(scene, view, cue, None, first)
    if first < len(view.words) and view.words[first] in grammar.pronouns:
        source = Source(Place(view.number, first, first + 1), True, cue.first)
        return around_or_after(scene, view, cue, source, first + 1)
    if first >= len(view.words) or view.words[first] in according.own or is_mark(view, first):
        return None
    inline = _inline(scene, view, cue) or _opening(scene, view, cue)
    if inline is not None:
        return inline
    last = end_of_clause(view, first)
    if _medium_report(scene, view, cue, last):
        return None
    last = _after_apposition(scene, view, after_bracket(view, last))
    source = Source(Place(view.number, first, last), True, cue.first)
    return around_or_after(scene, view, cue, source, last)


def _inline(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    """Kondisi ini menurut NAMA menjadi …: no comma on either side; the words are the sentence."""
    mention = scene.actors.mention(view.number, cue.last)
    if mention is None or cue.first < 2 or view.words[cue.first - 1] == ",":
        return None
    after = view.tokens[mention.last].upos if mention.last < len(view.tokens) else ""
    if after not in ("VERB", "AUX", "PART", "ADV") or not more_than_connective(scene, view, cue.first):
        return None
    source = Source(Place(view.number, cue.last, mention.last), True, cue.first)
    frame = Frame("indirect.inline", Place(view.number, cue.first, mention.last), source, cue)
    return made(scene, view, frame, next_word(view, 0))


def _opening(scene: Scene, view: View, cue: Cue) -> Proposal | None:
    """Menurut NAMA pemerintah terus …: no comma after the source; the words begin behind it."""
    mention = scene.actors.mention(view.number, cue.last)
    if mention is None or mention.first != cue.last or more_than_connective(scene, view, cue.first):
        return None
    grammar, rest = scene.lexicon.cues.grammar, range(mention.last, end_of_clause(view, cue.last))
    ended = len(rest) < LONG // 2 or "," in view.words[mention.last : rest.stop + 1]
    if ended or view.words[mention.last] in grammar.relative | grammar.conjunctions:
        return None
    if not any(view.tokens[i].upos == "VERB" for i in rest):
        return None
    source = Source(Place(view.number, cue.last, mention.last), True, cue.first)
    frame = Frame("indirect.according", Place(view.number, 0, mention.last), source, cue)
    return made(scene, view, frame, mention.last)


def _after_apposition(scene: Scene, view: View, last: int) -> int:
    """menurut pengamat dari X, NAMA, …: the name after the comma is the source too."""
    mention = scene.actors.mention(view.number, last + 1)
    if mention is None or mention.first != last + 1 or view.words[mention.last : mention.last + 1] != (",",):
        return last
    named = [actor for actor in scene.actors.at(view.number, last + 1) if actor.kind in ("person", "media")]
    return mention.last if named else last


def _medium_report(scene: Scene, view: View, cue: Cue, last: int) -> bool:
    """menurut laporan Reuters: a credit for narration, no statement."""
    start, end = view.tokens[cue.first].start, view.tokens[last - 1].end
    reports = scene.lexicon.cues.reports.words
    return view.words[cue.last] in reports and any(
        start <= c.end and c.start < end for c in scene.credits_in(view.sentence.part, start - 40, end)
    )


# --- headlines and letters -------------------------------------------------------------------------


def _without_verb(scene: Scene, view: View) -> Iterator[Proposal]:
    found = _colon(scene, view) or _letter(scene, view) or _document(scene, view)
    if found is not None:
        yield found


def _colon(scene: Scene, view: View) -> Proposal | None:
    """Senator Kaine: AS Jadi Kurang Aman, in titles and headings."""
    at = find(view, 1, len(view.words), {":"}) if _is_headline(scene, view) else -1
    if at < 1 or at + 4 >= len(view.words):
        return None
    source = _before_colon(scene, view, at)
    if source is None:
        return None
    frame = Place(view.number, source.place.first, at)
    if view.quoted[at + 1] != UNQUOTED:
        quote = scene.quotes_in(view)[view.quoted[at + 1]]
        return Proposal(
            "quote.colon",
            "direct",
            quote.part,
            quote.start,
            quote.end,
            view.number,
            source=source,
            frame=frame,
        )
    return made(scene, view, Frame("indirect.colon", frame, source), at + 1)


def _before_colon(scene: Scene, view: View, at: int) -> Source | None:
    """The name right before the colon that begins its clause, else the one that begins the headline."""
    mention = scene.actors.mention(view.number, at - 1)
    if mention is not None and (mention.first == 0 or view.words[mention.first - 1] == ","):
        return Source(Place(view.number, mention.first, at), True)
    if mention is None and at <= NEAR and _surname(scene, view.words[at - 1]):
        return Source(Place(view.number, at - 1, at), True)
    first = scene.actors.mention(view.number, 0)
    return Source(Place(view.number, 0, first.last), True) if first is not None and at <= LONG else None


def _is_headline(scene: Scene, view: View) -> bool:
    blocks = scene.reading.article.blocks
    return bool(blocks) and blocks[view.sentence.block].kind in HEADLINES


def _surname(scene: Scene, word: str) -> bool:
    """Whether a person of the article bears the name."""
    return any(
        actor.kind == "person" and word in actor.name.casefold().split() for actor in scene.reading.actors
    )


def _letter(scene: Scene, view: View) -> Proposal | None:
    """Dalam surat X kepada Y, …"""
    lexicon = scene.lexicon
    if len(view.words) < 6 or view.words[1] not in lexicon.cues.nouns.letters:
        return None
    last = end_of_clause(view, 2)
    if view.words[0] not in lexicon.cues.grammar.within or last + 2 >= len(view.words):
        return None
    if view.words[last] != "," or not scene.actors.at(view.number, 2):
        return None
    cue = Place(view.number, 0, 2)
    source = Source(Place(view.number, 2, end_of_phrase(view, 2, lexicon.cues.grammar)), True)
    found = made(scene, view, Frame("indirect.letter", Place(view.number, 0, last), source), last + 1)
    return found._replace(cue=cue)


def _document(scene: Scene, view: View) -> Proposal | None:
    """Dikutip dari keterangan resmi X, …: the source is whose document it is."""
    lexicon = scene.lexicon
    if not view.words or view.words[0] not in lexicon.via.credit.verbs:
        return None
    noun = find(view, 1, 4, lexicon.cues.nouns.words)
    last = end_of_clause(view, 1)
    if noun < 0 or noun > last or last + 2 >= len(view.words) or view.words[last] != ",":
        return None
    first = next((i for i in range(noun + 1, last) if scene.actors.at(view.number, i)), -1)
    if first < 0:
        return None
    source = Source(Place(view.number, first, first + 1), True)
    found = made(scene, view, Frame("indirect.document", Place(view.number, 0, last), source), last + 1)
    return found._replace(cue=Place(view.number, 0, 1))
