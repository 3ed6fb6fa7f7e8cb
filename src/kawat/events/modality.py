"""aux: whether an event happened, will, might, did not, or lies far back; read from words that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

import msgspec

from kawat.events.slots import DEPTH
from kawat.events.triggers import Trigger
from kawat.events.view import View
from kawat.lexicon import words
from kawat.records import Aux

RELATIVE = "PronType=Rel"
FAR_BEFORE = 7
"""How many words before a trigger a word may stand that denies or doubts it."""
REACH = 5
"""How many words before a trigger its modal words may stand when the tree does not show them."""


class Modals(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """``modality.toml``; lists of words in lower case."""

    future: frozenset[str]
    hypothetical: frozenset[str]
    negated: frozenset[str]
    historical: frozenset[str]
    asserted: frozenset[str]
    """Words that say that it did happen; nearer to the trigger than a modal word they win."""
    filler: frozenset[str]
    """Words that may stand between a modal word and what it governs."""
    conditional: frozenset[str]
    """Words that open a clause of what may be."""
    purpose: frozenset[str]
    """Words that open a clause of what is aimed at."""
    wanting: frozenset[str]
    """Words that in one's own speech only make an act of speech polite (I *want* to thank)."""
    doubting: frozenset[str]
    """Words that make of what will be something that may be (to fear that it *will*)."""
    denying: frozenset[str]
    """Words that say of their complement that it is not so."""
    hoax: frozenset[str]
    """Words by which an article calls a claim false."""
    ceasing: frozenset[str]
    """Words that end what they govern."""
    order: frozenset[str]
    """Words that, coming right before a word of the past, make it one of order (*first of* all)."""
    around: frozenset[str]
    """Words that open a clause of what comes before or after what the main clause tells."""
    never: frozenset[str]
    """Words that, coming next, undo a modal word (*not only*, *will* in *but*)."""

    @cached_property
    def kind(self) -> dict[str, Aux | None]:
        """What each modal word says; None for those that assert."""
        table: dict[str, Aux | None] = {}
        for word in self.asserted:
            table[word] = None
        listed: list[tuple[frozenset[str], Aux]] = [
            (self.future, "future"),
            (self.hypothetical, "hypothetical"),
            (self.historical, "historical"),
            (self.negated, "negated"),
        ]
        for forms, kind in listed:
            table.update(dict.fromkeys(forms, kind))
        return table


@cache
def modals(language: str) -> Modals:
    """The modal words of a language, read once.

    Raises:
        LexiconError: the file breaks its form.
    """
    found: Modals = words(language, "modality", Modals)
    return found


def aux_of(view: View, trigger: Trigger, modal: Modals) -> tuple[Aux | None, str]:
    """What the words around the trigger say of it, with the id of the rule; (None, "") for nothing."""
    if denied(view, trigger, modal):
        return "negated", "aux.denied"
    kinds = modal.kind
    for token in governing_words(view, trigger, modal):
        word = view.words[token]
        if word not in kinds or trigger.first <= token < trigger.last:
            continue
        if followed_by(view, token, modal.never) or in_order(view, token, modal):
            continue
        kind = kinds[word]
        if kind is None and token > 0 and kinds.get(view.words[token - 1]):
            continue
        if kind and kinds.get(view.words[token - 1]) == "negated" and one_clause(view, token, trigger.first):
            may_be = conditional(view, trigger, modal)
            return ("hypothetical", "aux.conditional") if may_be else ("negated", "aux.negated")
        if word in modal.wanting and performed(view, trigger):
            return None, "aux.performed"
        if kind == "future" and before_in_clause(view, trigger, modal.doubting):
            return "hypothetical", "aux.doubted"
        if kind:
            return kind, f"aux.{kind}"
        may_be = conditional(view, trigger, modal)
        return ("hypothetical", "aux.conditional") if may_be else (None, "aux.asserted")
    if conditional(view, trigger, modal):
        return "hypothetical", "aux.conditional"
    if purpose(view, trigger, modal):
        return "future", "aux.purpose"
    if beside_future(view, trigger, modal):
        return "future", "aux.future"
    return None, ""


def beside_future(view: View, trigger: Trigger, modal: Modals) -> bool:
    """Whether the trigger stands in a clause of time beside a main clause of what will be."""
    here = trigger.verb
    if not view.deps[here].startswith("advcl"):
        return False
    if not any(view.words[c] in modal.around for c in view.children[here] if c < trigger.first):
        return False
    main = view.heads[here]
    return any(modal.kind.get(view.words[c]) == "future" for c in modifiers(view, main, -1))


def in_order(view: View, token: int, modal: Modals) -> bool:
    """Whether a word of the past only says what comes first."""
    past = modal.kind.get(view.words[token]) == "historical"
    return past and token > 0 and view.words[token - 1] in modal.order


def purpose(view: View, trigger: Trigger, modal: Modals) -> bool:
    """Whether a word of purpose opens the trigger's clause: it is aimed at, and not yet done."""
    here = trigger.first if trigger.carrier < 0 else min(trigger.first, trigger.carrier)
    own = (view.words[c] for c in view.children[trigger.head] if c < here)
    if not trigger.noun and any(word in modal.purpose for word in own):
        return True
    return here > 0 and view.words[here - 1] in modal.purpose and (not trigger.noun or trigger.carrier >= 0)


def ceased(view: View, trigger: Trigger, modal: Modals) -> bool:
    """Whether a word just before ends what the trigger names."""
    return trigger.first > 0 and view.words[trigger.first - 1] in modal.ceasing


def denied(view: View, trigger: Trigger, modal: Modals) -> bool:
    """Whether a word before the trigger in its clause denies it, or the sentence calls it a false claim."""
    if any(word in modal.hoax for word in view.words):
        return True
    return (not trigger.noun or trigger.carrier >= 0) and before_in_clause(view, trigger, modal.denying)


def performed(view: View, trigger: Trigger) -> bool:
    """Whether the trigger is an act of speech in somebody's reported words, done by saying so."""
    return view.zones[trigger.first] >= 0 and trigger.entry.predicate.type in ("SUPPORT", "ACCUSE", "REQUEST")


def before_in_clause(view: View, trigger: Trigger, listed: frozenset[str]) -> bool:
    """Whether one of the words stands before the trigger, with no punctuation or conjunction between.

    It may stand outside the words reported, as the very cue that reports them (A *denies* B struck C).
    """
    for token in range(trigger.first - 1, max(-1, trigger.first - 1 - FAR_BEFORE), -1):
        if view.sentence.tokens[token].upos in ("PUNCT", "CCONJ"):
            return False
        if view.words[token] in listed:
            return True
    return False


def one_clause(view: View, token: int, start: int) -> bool:
    """Whether no conjunction or punctuation stands between a modal word, itself after another, and the trigger."""
    return 0 < token < start and not any(
        view.sentence.tokens[t].upos in ("CCONJ", "PUNCT") for t in range(token, start)
    )


def followed_by(view: View, token: int, listed: frozenset[str]) -> bool:
    """Whether the next word is one of those listed."""
    return token + 1 < len(view) and view.words[token + 1] in listed


def governing_words(view: View, trigger: Trigger, modal: Modals) -> Iterator[int]:
    """Tokens that may say whether it happened, nearest first: words before it, dependents, governors'."""
    yield from just_before(view, trigger.first, modal)
    if trigger.carrier >= 0:
        yield from just_before(view, trigger.carrier, modal)
    here = trigger.verb
    yield from modifiers(view, here, trigger.first)
    bare_noun = trigger.noun and trigger.carrier < 0
    for _ in range(DEPTH):
        dep, governor = view.deps[here], view.heads[here]
        if not bare_noun and led_to(view, here):
            dep, governor = "xcomp", view.heads[governor]
        if governor == here or not dep.startswith(
            ("conj", "xcomp", "obj", "nmod", "compound") if bare_noun else ("conj", "xcomp")
        ):
            return
        if dep == "conj" and any(view.deps[c].startswith("nsubj") for c in view.children[here]):
            return
        if dep != "conj":
            yield governor
        if not bare_noun:
            yield from modifiers(view, governor, trigger.first)
        here = governor


def led_to(view: View, verb: int) -> bool:
    """Whether a verb that parsers hang on an object is what its governor makes the object do (to bring A *to meet*)."""
    noun = view.heads[verb]
    relative = any(RELATIVE in view.sentence.tokens[c].feats for c in view.children[verb])
    return view.deps[verb].startswith("acl") and view.deps[noun] == "obj" and not relative


def just_before(view: View, start: int, modal: Modals) -> Iterator[int]:
    """Modal words directly before the token, over words that only fill."""
    for token in range(start - 1, max(-1, start - 1 - REACH), -1):
        word = view.words[token]
        if word in modal.kind:
            yield token
        elif word not in modal.filler:
            return


def modifiers(view: View, token: int, before: int) -> Iterator[int]:
    """Auxiliaries, adverbs and copulas of the token, nearest first."""
    for child in reversed(view.children[token]):
        if (
            view.deps[child] in ("aux", "advmod", "cop", "mark", "aux:pass", "advmod:emph")
            and child != before
        ):
            yield child


def conditional(view: View, trigger: Trigger, modal: Modals) -> bool:
    """Whether the trigger stands in a clause that a conditional opens, by tree or by order."""
    here = trigger.verb
    for _ in range(DEPTH):
        if any(
            view.words[c] in modal.conditional
            for c in view.children[here]
            if view.deps[c] in ("mark", "case", "cc")
        ):
            return True
        if view.deps[here] in ("root", "parataxis") or view.heads[here] == here:
            break
        here = view.heads[here]
    return opened_by(view, trigger.first, modal.conditional)


def opened_by(view: View, start: int, listed: frozenset[str]) -> bool:
    """Whether one of the words stands before the token with no punctuation between."""
    for token in range(start - 1, -1, -1):
        if view.words[token] in listed:
            return True
        if view.sentence.tokens[token].upos == "PUNCT":
            return False
    return False
