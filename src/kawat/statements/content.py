"""Where reported words begin and end when no quotation mark says so."""

from __future__ import annotations

from typing import NamedTuple

from kawat.statements.forms import Grammar, Lexicon
from kawat.statements.scan import STOPS, find, is_mark
from kawat.statements.view import UNQUOTED, Cue, View

WINDOW = 16
"""Words after a cue in which its complementizer may stand."""
PREDICATES = frozenset({"VERB", "AUX"})
ADJECTIVES = frozenset({"ADJ", "VERB", "AUX"})
COMPLEMENTS = frozenset({"ccomp", "xcomp"})


class Content(NamedTuple):
    """First token of the words reported, and the rule that saw them."""

    first: int
    rule: str


def content_after(view: View, cue: Cue, lexicon: Lexicon) -> Content | None:
    """What an active cue introduces; None when its object is no reported speech."""
    grammar, allowed = lexicon.cues.grammar, cue.entry.group.content
    first = cue.last
    if first >= len(view.words) or _has_object_clitic(view, cue, lexicon):
        return _as(view, first + 1, allowed, grammar)
    return (
        _after_complementizer(view, first, allowed, grammar)
        or _after_comma(view, first, allowed)
        or _quoted_words(view, first, allowed)
        or _marked(view, first, allowed, grammar)
        or _as(view, first, allowed, grammar)
        or _after_adjunct(view, first, allowed, grammar)
        or _bare_clause(view, cue, allowed, grammar)
        or _thing(view, cue, allowed, grammar)
    )


def _has_object_clitic(view: View, cue: Cue, lexicon: Lexicon) -> bool:
    i = cue.last
    return view.words[i : i + 1] == (lexicon.cues.clitic,) and view.tokens[i].start == view.tokens[i - 1].end


def _after_complementizer(
    view: View, first: int, allowed: frozenset[str], grammar: Grammar
) -> Content | None:
    if "that" not in allowed:
        return None
    at = find(view, first, first + WINDOW, grammar.that)
    if at < 0 or any(cue.first < at for cue in view.cues if cue.first >= first):
        return None
    return Content(at + 1, "that") if at + 1 < len(view.words) else None


def _after_comma(view: View, first: int, allowed: frozenset[str]) -> Content | None:
    if "comma" not in allowed or view.words[first] not in (",", ":") or first + 1 >= len(view.words):
        return None
    return Content(first + 1, "comma")


def _quoted_words(view: View, first: int, allowed: frozenset[str]) -> Content | None:
    """The first quoted words soon after the cue, in the same clause."""
    for i in range(first, min(first + WINDOW, len(view.words))):
        if view.quoted[i] != UNQUOTED:
            named = i > first and "any" in allowed and view.tokens[i + 1].text.islower()
            return Content(first, "quoted") if named or _several(view, i) else None
        if view.words[i] in STOPS or view.words[i] == ",":
            return None
    return None


def _several(view: View, i: int) -> bool:
    """Whether the quotation at ``i`` holds words to be spoken: more than one, and not mostly names."""
    words = [
        t.text for k, t in enumerate(view.tokens) if view.quoted[k] == view.quoted[i] and t.text[:1].isalnum()
    ]
    return len(words) > 1 and 2 * sum(word[:1].isupper() for word in words) <= len(words)


def _marked(view: View, first: int, allowed: frozenset[str], grammar: Grammar) -> Content | None:
    """agar … · untuk … · apakah … · soal … · akan …, each where the cue allows it."""
    word = view.words[first]
    if "whether" in allowed and word in grammar.questions:
        return Content(first, "whether")
    if "about" in allowed and word in grammar.topics:
        return Content(first + 1, "about") if first + 1 < len(view.words) else None
    if "will" in allowed and word in grammar.futures:
        return Content(first, "will")
    if "so" in allowed or "aim" in allowed:
        at = find(view, first, first + WINDOW, grammar.purposes)
        direct = at == first or word in grammar.addressing or "will" in allowed
        direct = direct or not {"so", "clause"} - allowed
        if direct and at >= 0 and "," not in view.words[first:at]:
            return Content(at, "so")
    return None


def _as(view: View, first: int, allowed: frozenset[str], grammar: Grammar) -> Content | None:
    """menyebut X sebagai Y: the words reported are X sebagai Y."""
    if "as" not in allowed or first >= len(view.words):
        return None
    at = find(view, first, first + WINDOW, grammar.role)
    return Content(first, "as") if at >= 0 and "," not in view.words[first:at] else None


def _bare_clause(view: View, cue: Cue, allowed: frozenset[str], grammar: Grammar) -> Content | None:
    """A clause without any mark: with a predicate, unless the cue takes anything but nouns of saying."""
    first = cue.last
    word = view.words[first]
    if "clause" not in allowed or is_mark(view, first) or word in grammar.purposes:
        return None
    if word in grammar.prepositions and not _this_time(view, first, grammar):
        return None
    if word in grammar.pointers and "any" in allowed and _is_something(view, first):
        return Content(first, "clause")
    if word in grammar.not_content or _whole_word(view, first) in grammar.not_content:
        strict = "any" not in allowed
        return Content(first, "clause") if _has_predicate(view, cue, grammar, strict) else None
    if _whole_word(view, first) in grammar.asserted:
        return Content(first, "clause")
    found = _has_predicate(view, cue, grammar) or ("any" in allowed and _has_adjective(view, first))
    return Content(first, "clause") if found else None


def _is_something(view: View, first: int) -> bool:
    """menilai ini ancaman bagi negara: a pointer and the noun that tells what it is."""
    return first + 2 < len(view.words) and view.tokens[first + 1].upos == "NOUN"


def _thing(view: View, cue: Cue, allowed: frozenset[str], grammar: Grammar) -> Content | None:
    """menyoroti arah kebijakan itu: a noun alone, where the cue takes one and stands in the main clause."""
    first, before = cue.last, view.words[cue.first - 1] if cue.first else ""
    aside = before in grammar.conditions or before in grammar.prepositions
    if "thing" not in allowed or aside or is_mark(view, first) or view.words[first] in grammar.prepositions:
        return None
    if "clause" not in allowed and view.tokens[first].upos == "PROPN" and not _numbered(view, first):
        return None
    return Content(first, "thing") if first + 2 < len(view.words) else None


def _numbered(view: View, first: int) -> bool:
    """Whether a number follows in the phrase: Perpres Nomor 66."""
    return any(token.upos == "NUM" for token in view.tokens[first + 1 : first + 4])


def _after_adjunct(view: View, first: int, allowed: frozenset[str], grammar: Grammar) -> Content | None:
    """mengatakan dalam jumpa pers, negaranya …"""
    if view.words[first] not in grammar.prepositions or _this_time(view, first, grammar):
        return None
    at = find(view, first, first + WINDOW, {","})
    if "comma" not in allowed or at < 0 or len(view.words) - at < 4:
        return None
    return Content(at + 1, "adjunct")


def _has_predicate(view: View, cue: Cue, grammar: Grammar, strict: bool = False) -> bool:
    """Whether a verb follows that is no part of a relative or purpose clause.

    With ``strict`` only one after a pointer, a name or a future: nouns of saying take verbs beside them.
    """
    skipped = 0
    for i in range(cue.last, end_of_adjunct(view, cue.first, grammar)):
        word, token = view.words[i], view.tokens[i]
        if not strict and token.head == cue.first and token.dep in COMPLEMENTS:
            return True
        if (
            word in grammar.negations
            or word in grammar.futures
            or (word in grammar.existing and i == cue.last)
        ):
            return True
        if word in grammar.conditions and view.words[i - 1] == ",":
            return False
        if word in grammar.relative or word in grammar.purposes:
            skipped = len(view.words)
        elif word in grammar.prepositions:
            skipped = max(skipped, i + 2)
        elif token.upos in PREDICATES or _qualified(view, i, grammar):
            pointed = view.words[i - 1] in grammar.pointers or view.tokens[i - 1].upos == "PROPN"
            joined = view.words[i - 1] in grammar.conjunctions
            if skipped < i and not joined and (pointed or not strict):
                return True
            skipped = i + 1
        elif word == ",":
            skipped = 0
        if strict and (skipped or word == ","):
            return False
    return False


def _whole_word(view: View, first: int) -> str:
    """The word as written, with what was taken off its end (pentingnya)."""
    after = first + 1
    together = after < len(view.words) and view.tokens[first].end == view.tokens[after].start
    return view.words[first] + view.words[after] if together else view.words[first]


def _has_adjective(view: View, first: int) -> bool:
    return any(token.upos in ADJECTIVES for token in view.tokens[first + 1 :])


def _this_time(view: View, first: int, grammar: Grammar) -> bool:
    """saat ini, saat itu: no adjunct that another clause must follow."""
    return first + 1 < len(view.words) and view.words[first + 1] in grammar.pointers


def end_of_adjunct(view: View, cue: int, grammar: Grammar) -> int:
    """Where the words of a cue end that stands in a clause before the main one: "Meski X mengklaim …, …"."""
    first = _after_connective(view, grammar)
    if view.words[first] not in grammar.conditions and view.words[first] not in grammar.prepositions:
        return len(view.words)
    if "," in view.words[first:cue]:
        return len(view.words)
    comma = find(view, cue, len(view.words), {","})
    return comma if comma > cue + 2 else len(view.words)


def _after_connective(view: View, grammar: Grammar) -> int:
    """The position behind "Namun," or "Sementara itu,"; 0 when the sentence does not begin so."""
    comma = find(view, 1, 4, {","})
    joins = comma > 0 and all(word in grammar.connectives for word in view.words[:comma])
    return comma + 1 if joins and comma + 1 < len(view.words) else 0


def _qualified(view: View, i: int, grammar: Grammar) -> bool:
    """sudah tepat, rencana itu baru: an adjective after an adverb of state or a pointer."""
    before = view.words[i - 1] if i else ""
    return view.tokens[i].upos == "ADJ" and (before in grammar.adverbs or before in grammar.pointers)


def content_end(view: View, first: int, cut: int | None, grammar: Grammar, cue: int = -1) -> int:
    """Where words that begin at ``first`` end: with the sentence, its clause, or at ``cut``, its tail."""
    last = len(view.words) if cue < 0 else max(first + 1, end_of_adjunct(view, cue, grammar))
    if cut is not None:
        last = next((i for i in range(first, last) if view.tokens[i].start >= cut), last)
    last = next((i for i in range(first + 1, last) if _turns(view, i, grammar)), last)
    while last > first + 1 and _loose_mark(view, last - 1):
        last -= 1
    return view.tokens[last - 1].end


def _turns(view: View, i: int, grammar: Grammar) -> bool:
    """A comma before sementara, seraya, dengan … and another cue."""
    if view.words[i - 1] != "," or view.quoted[i] != UNQUOTED:
        return False
    if view.words[i] in grammar.joining:
        return any(cue.first == i + 1 for cue in view.cues)
    return view.words[i] in grammar.contrasts and any(cue.first > i for cue in view.cues)


def _loose_mark(view: View, i: int) -> bool:
    return is_mark(view, i) and view.words[i] not in (")", "]", "%") and view.quoted[i] == UNQUOTED
