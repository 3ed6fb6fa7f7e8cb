"""Who speaks: the actor at the place a proposal points to, or somebody met for the first time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kawat.actors.lookup import Named
from kawat.records import Actor, Mention
from kawat.statements.forms import CueWords, Grammar
from kawat.statements.proposals import Place, Proposal, Scene, Source
from kawat.statements.scan import is_mark
from kawat.statements.view import UNQUOTED, View

UNKNOWN = "ZZZ:UNK"
NAMES = frozenset({"PROPN", "X"})
NAMED = frozenset({"person", "media"})
"""Kinds of actor whose name stands in apposition to what they are."""
PERSON = frozenset({"person"})
PHRASE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
DASHES = frozenset({"-", "–", "—", "--", "---"})
DATELINE = 10
"""Words in which a dateline ends."""
SUBJECTS = ("nsubj", "csubj")
CARRIERS = frozenset({"conj", "xcomp", "advcl", "parataxis", "acl", "ccomp", "acl:relcl", "dep"})


class Described(NamedTuple):
    """A speaker who is no actor yet: how the text calls him, where, and what code stands in those words."""

    name: str
    place: Place
    code: str
    kind: str = "people"


Speaker = Actor | Described | None
"""None: nobody is named; the speaker is carried over."""


def speaker_at(scene: Scene, source: Source) -> Speaker:
    """Who stands at the place; None when only a pronoun or a pointer does ("kata menteri itu")."""
    return _after(scene, source.place) if source.after else _before(scene, source)


def said_by(view: View, source: Source, grammar: Grammar) -> range:
    """The tokens of the phrase that names the speaker, as near to the cue as it stands."""
    if source.after:
        return range(source.place.first, source.place.last)
    last = _without_adverbs(view, source.place.last, grammar)
    first = last
    while first > source.place.first and view.tokens[first - 1].upos in PHRASE | {"PRON"}:
        first -= 1
    return range(first, last)


def subject_of(scene: Scene, view: View) -> Actor | None:
    """The person whom a sentence of narration is about: the first one that is no part of an adjunct.

    In "Hal senada disampaikan NAMA" it is the one who speaks.
    """
    for cue in view.cues:
        told = scene.actors.at(view.number, cue.last) if cue.entry.order == "passive" else ()
        if len(told) == 1 and told[0].kind == "person":
            return told[0]
    for mention, actors in scene.actors.in_sentence(view.number):
        if any(token.upos == "VERB" for token in view.tokens[: mention.first]):
            return None
        if len(actors) == 1 and _free(scene.lexicon.cues.grammar, view, mention.first):
            named = actors[0].kind == "person" and actors[0].name[:1].isupper()
            return actors[0] if named else None
    return None


# --- after the cue ---------------------------------------------------------------------------------


def _after(scene: Scene, place: Place) -> Speaker:
    view = scene.views[place.sentence]
    if place.first >= place.last or view.words[place.first] in scene.lexicon.cues.grammar.pronouns:
        return _they(scene, view, place.first)
    named = _named(scene, view, place)
    unclaimed = _unclaimed(scene, view, place, named[1] if named else None)
    if unclaimed is not None:
        return unclaimed
    apposed = _apposed(scene, view, place.last)
    if named is not None and not (
        apposed is not None and named[0].how == "role" and apposed[0].how != "role"
    ):
        return named[1]
    if apposed is not None and not (apposed[0].how == "role" and _capitalised(view, place)):
        return apposed[1]
    heading = _single(scene.actors.at(place.sentence, place.first))
    return heading if heading is not None else _described(scene, view, place)


def _capitalised(view: View, place: Place) -> bool:
    """Whether the phrase is a name: capitals throughout, nobody's office."""
    return all(token.text[:1].isupper() for token in view.tokens[place.first : place.last])


def _named(scene: Scene, view: View, place: Place) -> Named | None:
    """The first person named in the phrase, else the last one under an office; media where media publish."""
    mentions = _mentions(scene, place)
    wanted = NAMED if view.words[place.first] in scene.lexicon.cues.reports.words else PERSON
    by_name = [
        (mention, actor) for mention, actor in mentions if actor.kind in wanted and mention.how != "role"
    ]
    if by_name:
        return by_name[0]
    persons = [(mention, actor) for mention, actor in mentions if actor.kind == "person"]
    at_end = [pair for pair in persons if pair[0].last == place.last]
    return next(iter(at_end or persons), None)


def _unclaimed(scene: Scene, view: View, place: Place, beside: Actor | None) -> Described | None:
    """A person's name at the end of the phrase that belongs to no actor yet: Kepala Dinas X NAMA."""
    for name in reversed(view.sentence.names):
        inside = place.first <= name.first < name.last <= place.last
        if name.label == "PER" and inside and name.last == place.last:
            if any(scene.actors.at(view.number, i) for i in range(name.first, name.last)):
                return None
            text = scene.reading.article.part(view.sentence.part)
            words = text[view.tokens[name.first].start : view.tokens[name.last - 1].end]
            code = beside.code if beside is not None else UNKNOWN
            return Described(words, Place(view.number, name.first, name.last), code, "person")
    return None


def _they(scene: Scene, view: View, at: int) -> Actor | None:
    """Whom "mereka" means; "ia" and "dia" mean whoever speaks already, and no medium means itself so."""
    if at >= len(view.words) or view.words[at] in scene.lexicon.cues.grammar.he:
        return None
    found = _single(scene.actors.at(view.number, at))
    return None if found is not None and found.kind == "media" else found


def _apposed(scene: Scene, view: View, at: int) -> Named | None:
    """kata Menteri Luar Negeri X, NAMA: who is named right after the comma."""
    mention = scene.actors.mention(view.number, at + 1) if view.words[at : at + 1] == (",",) else None
    if mention is None or mention.first != at + 1:
        return None
    actors = scene.actors.at(view.number, at + 1)
    return (mention, actors[0]) if len(actors) == 1 and actors[0].kind in NAMED else None


def _mentions(scene: Scene, place: Place) -> list[Named]:
    return [
        (mention, actor)
        for mention, actors in scene.actors.in_sentence(place.sentence)
        for actor in actors
        if place.first <= mention.first < place.last
    ]


def _single(actors: tuple[Actor, ...]) -> Actor | None:
    return actors[0] if actors else None


def _described(scene: Scene, view: View, place: Place) -> Speaker:
    """The words themselves as a name; nobody when they only point back."""
    grammar = scene.lexicon.cues.grammar
    last = place.last
    while last > place.first and (is_mark(view, last - 1) or view.words[last - 1] in grammar.adverbs):
        last -= 1
    first = place.first
    while first < last and is_mark(view, first):
        first += 1
    if first >= last or view.words[first] in grammar.pronouns:
        return None
    cues = scene.lexicon.cues
    last = _plain_end(view, first, last, grammar)
    if view.words[last - 1] in grammar.pointers and not _own_document(cues, view.words[first]):
        return None
    text = scene.reading.article.part(view.sentence.part)[
        view.tokens[first].start : view.tokens[last - 1].end
    ]
    inner = _mentions(scene, Place(view.number, first, last))
    if inner:
        return Described(text, Place(view.number, first, last), inner[0][1].code)
    named = all(t.text[:1].isupper() and not t.text.isupper() for t in view.tokens[first:last])
    return Described(text, Place(view.number, first, last), UNKNOWN, "person" if named else "people")


def _plain_end(view: View, first: int, last: int, grammar: Grammar) -> int:
    """The end without whom it was told to (sumber kepada X) and without a bracket that is left open."""
    for i in range(first + 1, last):
        opened = view.words[i] == "(" and ")" not in view.words[i:last]
        if opened or view.words[i] in grammar.addressing:
            return i
    return last


def singular(word: str) -> str:
    """laporan-laporan → laporan."""
    first, mark, second = word.partition("-")
    return first if mark and first == second else word


def _own_document(cues: CueWords, word: str) -> bool:
    """laporan itu speaks for itself; pernyataan itu is somebody's words."""
    return singular(word) in cues.sources.documents and word not in cues.nouns.words


# --- before the cue --------------------------------------------------------------------------------


def _before(scene: Scene, source: Source) -> Speaker:
    view = scene.views[source.place.sentence]
    grammar = scene.lexicon.cues.grammar
    place = source.place._replace(last=_without_adverbs(view, source.place.last, grammar))
    word = view.words[place.last - 1] if place.last else ""
    if word in grammar.relative:
        return _antecedent(scene, view, place.last - 1, grammar)
    if word in grammar.pronouns:
        return _they(scene, view, place.last - 1)
    if own_side(scene, view, place.last) or _points_back(scene, view, place):
        return None
    parsed = _parsed(scene, view, source.cue) if source.cue >= 0 else None
    free = _free_mentions(scene, view, place)
    if not _explained(view, free, grammar):
        unclaimed = _unclaimed(scene, view, place, _nearest(free))
        if unclaimed is not None and _free(grammar, view, unclaimed.place.first):
            return unclaimed
    found = _explained(view, free, grammar) or _adjacent(scene, view, place.last, grammar) or _person(parsed)
    return (
        found
        or _person(_nearest(free))
        or parsed
        or _nearest(free)
        or _described_subject(scene, view, place, grammar)
    )


def own_side(scene: Scene, view: View, last: int) -> bool:
    """Whether "pihaknya" ends before ``last``: the side of whoever is speaking already."""
    cues = scene.lexicon.cues
    return last > 1 and view.words[last - 1] == cues.clitic and view.words[last - 2] in cues.grammar.side


def _person(actor: Actor | None) -> Actor | None:
    return actor if actor is not None and actor.kind == "person" else None


def _without_adverbs(view: View, last: int, grammar: Grammar) -> int:
    """``last`` moved back over adverbs: "ia juga kemudian" ends after "ia"."""
    while last > 0 and view.words[last - 1] in grammar.adverbs:
        last -= 1
    return last


def _antecedent(scene: Scene, view: View, relative: int, grammar: Grammar) -> Speaker:
    """NAMA yang menegaskan …: who stands right before the relative pronoun."""
    before = relative - 2 if view.words[relative - 1] == "," else relative - 1
    if before < 0:
        return None
    found = _single(scene.actors.at(view.number, before))
    if found is not None:
        return found
    first = before
    while first > 0 and view.tokens[first - 1].upos in PHRASE and not is_mark(view, first - 1):
        first -= 1
    if view.words[first] not in scene.lexicon.cues.sources.people or not _free(grammar, view, first):
        return None
    return _described(scene, view, Place(view.number, first, before + 1))


def _points_back(scene: Scene, view: View, place: Place) -> bool:
    """menteri itu, pakar Italia tersebut, guru besar ini: whoever is speaking already."""
    grammar = scene.lexicon.cues.grammar
    if place.last < 2 or view.words[place.last - 1] not in grammar.pointers:
        return False
    people = scene.lexicon.cues.sources.people
    start = _clause_start(view, place, grammar)
    return any(view.words[i] in people and _free(grammar, view, i) for i in range(start, place.last))


def _adjacent(scene: Scene, view: View, last: int, grammar: Grammar) -> Actor | None:
    """Who is named right before the cue; between commas (…, NAMA, mengatakan) a person or medium."""
    at = last - 1
    while at >= 0 and is_mark(view, at):
        at -= 1
    mention = scene.actors.mention(view.number, at) if at >= 0 else None
    if mention is None or view.words[at] in grammar.pronouns or not _may_speak(scene, view, mention):
        return None
    found = _single(scene.actors.at(view.number, at))
    return found if at == last - 1 or (found is not None and found.kind in NAMED) else None


def _may_speak(scene: Scene, view: View, mention: Mention) -> bool:
    """Whether the name stands in no adjunct, is part of no thing, and credits no medium."""
    return (
        _free(scene.lexicon.cues.grammar, view, mention.first)
        and _headed_by_speaker(scene, view, mention)
        and not _credited(scene, view, mention)
    )


def _parsed(scene: Scene, view: View, cue: int) -> Actor | None:
    """The actor at the cue's subject in the parse, its own or the one of the verb it hangs on."""
    seen: set[int] = set()
    verb = cue
    while verb not in seen:
        seen.add(verb)
        for i, token in enumerate(view.tokens[:cue]):
            if token.head == verb and token.dep.startswith(SUBJECTS) and view.quoted[i] == UNQUOTED:
                return _single(scene.actors.at(view.number, i))
        if view.tokens[verb].dep not in CARRIERS:
            return None
        verb = view.tokens[verb].head
    return None


def _free_mentions(scene: Scene, view: View, place: Place) -> list[Named]:
    """The actors of the cue's clause before it that stand in no adjunct and are part of no thing."""
    grammar = scene.lexicon.cues.grammar
    start = _clause_start(view, place, grammar)
    return [
        (mention, actors[0])
        for mention, actors in scene.actors.in_sentence(view.number)
        if start <= mention.first < place.last
        and view.quoted[mention.first] == UNQUOTED
        and _may_speak(scene, view, mention)
    ]


def _credited(scene: Scene, view: View, mention: Mention) -> bool:
    """Whether the name is that of a medium which the sentence credits."""
    found = scene.credits_in(view.sentence.part, view.sentence.start, view.sentence.end)
    return any(credit.start <= mention.start < credit.end for credit in found)


def _nearest(free: Sequence[Named]) -> Actor | None:
    """The person nearest to the cue, else the first actor."""
    people = [actor for _, actor in free if actor.kind == "person"]
    return people[-1] if people else free[0][1] if free else None


def _explained(view: View, free: Sequence[Named], grammar: Grammar) -> Actor | None:
    """NAMA, putra X, mengatakan: the first person, when an apposition follows the name."""
    if not free or free[0][1].kind != "person" or free[0][0].how == "role":
        return None
    after = view.words[free[0][0].last : free[0][0].last + 1]
    explains = bool(after) and (after[0] in (",", "(") or after[0] in grammar.relative | grammar.as_role)
    return free[0][1] if explains and not _named_anew(free, after) else None


def _named_anew(free: Sequence[Named], after: tuple[str, ...]) -> bool:
    """bintang FILM, NAMA mengatakan: the person right behind the only comma is the one who speaks."""
    mention, actor = free[-1]
    behind = after == (",",) and mention.first == free[0][0].last + 1
    return behind and actor.kind == "person" and mention.how != "role"


def _clause_start(view: View, place: Place, grammar: Grammar) -> int:
    """Where the clause of the cue begins: after a dateline, semicolon, quotation, or ", tetapi"."""
    for i in range(place.last - 1, place.first, -1):
        if view.quoted[i] != UNQUOTED or view.words[i] in (";", ":"):
            return i + 1
        if i and view.words[i] in DASHES and _dateline(view, i):
            return i + 1
        if view.words[i] in grammar.contrasts and i + 3 < place.last:
            return i + 1
    return _after_opening(view, place, grammar)


def _after_opening(view: View, place: Place, grammar: Grammar) -> int:
    """Menanggapi tuduhan itu, juru bicara X, NAMA, …: where the main clause begins."""
    first = place.first
    opens = view.words[first : first + 1] and (
        view.tokens[first].upos == "VERB" or view.words[first] in grammar.conditions | grammar.prepositions
    )
    if not opens or "," not in view.words[first : place.last]:
        return first
    comma = view.words.index(",", first)
    rest = range(comma + 1, place.last)
    named = any(view.tokens[i].upos in ("NOUN", "PROPN", "PRON") for i in rest)
    return comma + 1 if named else first


def _dateline(view: View, dash: int) -> bool:
    """JAKARTA, KOMPAS.com -: names alone before the dash."""
    apart = view.tokens[dash - 1].end < view.tokens[dash].start
    return apart and dash < DATELINE and not any(token.upos == "VERB" for token in view.tokens[:dash])


def _free(grammar: Grammar, view: View, first: int) -> bool:
    """Whether no preposition stands before the name or its role."""
    i = first - 1
    ends = grammar.prepositions | grammar.pointers
    while i >= 0 and view.tokens[i].upos in PHRASE and view.words[i] not in ends:
        i -= 1
    return i < 0 or view.words[i] not in grammar.prepositions


def _headed_by_speaker(scene: Scene, view: View, mention: Mention) -> bool:
    """Whether the phrase before the name, if any, is a role and no thing: not "Kehadiran X"."""
    i = mention.first
    while i > 0 and view.tokens[i - 1].upos in PHRASE and not is_mark(view, i - 1):
        i -= 1
    while i < mention.first and view.tokens[i].upos == "DET":
        i += 1
    if i == mention.first:
        return True
    return view.tokens[i].upos == "PROPN" or singular(view.words[i]) in scene.lexicon.cues.sources.all


def _described_subject(scene: Scene, view: View, place: Place, grammar: Grammar) -> Speaker:
    """para analis, laporan itu, NAMA …: nouns that may speak, from the clause's first words to the cue."""
    sources = scene.lexicon.cues.sources.all
    for i in range(_clause_start(view, place, grammar), place.last):
        if view.words[i] in grammar.pronouns:
            return _they(scene, view, i)
        if singular(view.words[i]) in sources and _free(grammar, view, i):
            ends = (",", *grammar.relative)
            last = next((k for k in range(i, place.last) if view.words[k] in ends), place.last)
            return _described(scene, view, Place(view.number, i, last))
    return _capitals(scene, view, place, grammar)


def _capitals(scene: Scene, view: View, place: Place, grammar: Grammar) -> Speaker:
    """A name that nobody knows: the capitalised words right before the cue."""
    first = last = place.last
    while (
        first > place.first
        and view.tokens[first - 1].text[:1].isupper()
        and view.quoted[first - 1] == UNQUOTED
    ):
        first -= 1
    if first == last or not _free(grammar, view, first) or view.tokens[last - 1].upos not in NAMES:
        return None
    return _described(scene, view, Place(view.number, first, last))


def unresolved_is_carried(scene: Scene, proposal: Proposal) -> bool:
    """Whether a place that names nobody falls back on the speaker before."""
    if proposal.source is None or proposal.source.after:
        return True
    view, grammar = scene.views[proposal.source.place.sentence], scene.lexicon.cues.grammar
    place = proposal.source.place._replace(last=_without_adverbs(view, proposal.source.place.last, grammar))
    words = view.words[place.first : place.last]
    if words and words[-1] in grammar.relative:
        return False
    if not grammar.pronouns.isdisjoint(words) or _points_back(scene, view, place):
        return True
    if own_side(scene, view, place.last):
        return True
    return not any(token.upos in ("NOUN", "PROPN") for token in view.tokens[place.first : place.last])
