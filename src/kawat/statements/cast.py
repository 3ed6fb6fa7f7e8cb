"""Who has spoken so far: names the speaker of each proposal, in the order of the text."""

from __future__ import annotations

from msgspec.structs import replace

from kawat.records import Actor, Mention
from kawat.statements.proposals import Place, Proposal, Scene
from kawat.statements.speaker import (
    Described,
    Speaker,
    said_by,
    speaker_at,
    subject_of,
    unresolved_is_carried,
)

NOWHERE = "ZZZ"
SILENT = frozenset({"media", "place", "people"})
BODIES = frozenset({"agency", "body", "group", "organisation", "party", "company", "country", "people"})
HEADLINES = frozenset({"title", "heading"})
CLOSE = 1
"""Sentences over which a person of the narration is whom "ujarnya" means."""
NEAR = 4
"""Sentences after which a person who spoke gives way to a body that spoke since."""


class Cast:
    """The speakers of one article while its statements are made.

    Args:
        scene: the article.
        busy: sentences that hold reported words or a cue; what the others are about moves the attention on.
    """

    def __init__(self, scene: Scene, busy: frozenset[int]) -> None:
        self.scene = scene
        self._busy = busy
        self._met: dict[str, Actor] = {}
        self._added: dict[str, list[Mention]] = {}
        self._focus: Actor | None = None
        self._person: tuple[Actor, int] | None = None
        self._about: tuple[Actor, int] | None = None
        self._spoken: list[Actor] = []
        self._spoke = -1
        self._read = 0

    def speaker(self, proposal: Proposal) -> Actor | None:
        """Whose words these are; None when nobody is named and nobody spoke before."""
        self._follow(proposal.sentence)
        found = speaker_at(self.scene, proposal.source) if proposal.source is not None else None
        actor: Actor | None = self._pointed(proposal, found)
        if actor is None and found is not None:
            actor = self._meet(found) if isinstance(found, Described) else self._fuller(found)
        elif actor is None:
            actor = self._carried(proposal) if unresolved_is_carried(self.scene, proposal) else None
        if actor is None or self._only_witness(proposal, actor):
            return self._focus if actor is not None else None
        if not self._is_headline(proposal.sentence):
            self._attend(actor, proposal.sentence)
        return actor

    def _pointed(self, proposal: Proposal, found: Speaker) -> Actor | None:
        """Whom "politikus partai itu", "utusan Rusia tersebut", "mereka" mean among those who spoke; None: nobody.

        A phrase with a pointer is who spoke last, if he is a person and it tells only of what party he is; else
        the last person of the country in it. "mereka" is a body that has just spoken.
        """
        recent = proposal.sentence - self._spoke <= NEAR
        if proposal.source is None or found is None or self._focus is None or not recent:
            return None
        view, grammar = self.scene.views[proposal.source.place.sentence], self.scene.lexicon.cues.grammar
        words = said_by(view, proposal.source, grammar)
        if len(words) == 1 and view.words[words[0]] in grammar.pronouns - grammar.he:
            return self._focus if self._focus.kind in BODIES else None
        if len(words) < 2 or view.words[words[-1]] not in grammar.pointers or found in self._spoken:
            return None
        if self._person is not None and self._tells_party(view.number, words):
            return self._person[0]
        code = found.code
        unnamed = found.name[:1].islower() or isinstance(found, Described)
        alike = (a for a in reversed(self._spoken) if a.kind == "person" and a.code == code)
        return next(alike, None) if unnamed else None

    def _tells_party(self, sentence: int, words: range) -> bool:
        """Whether the words tell of what party somebody is."""
        return any(actor.kind == "party" for i in words for actor in self.scene.actors.at(sentence, i))

    def _fuller(self, actor: Actor) -> Actor:
        """An actor of unknown country under part of a name is the one who spoke under the whole of it."""
        words = set(actor.name.casefold().split())
        if not actor.code.startswith(NOWHERE):
            return actor
        fuller = (a for a in reversed(self._spoken) if words < set(a.name.casefold().split()))
        return next(fuller, actor)

    def _is_headline(self, sentence: int) -> bool:
        """Whether the sentence is a title or heading: who speaks in it says nothing about "ujarnya"."""
        article = self.scene.reading.article
        block = self.scene.views[sentence].sentence.block
        return bool(article.blocks) and article.blocks[block].kind in HEADLINES

    def _attend(self, actor: Actor, sentence: int) -> None:
        self._focus, self._spoke = actor, sentence
        if actor not in self._spoken:
            self._spoken.append(actor)
        if actor.kind == "person":
            self._person = (actor, sentence)

    def _carried(self, proposal: Proposal) -> Actor | None:
        """Whom a pronoun, a clitic or nothing means.

        Somebody who goes on ("tambahnya") is the one who spoke; else a person of the narration right before;
        else who spoke last, a person rather than a body that spoke in between.
        """
        about = self._about
        if self._focus is not None and self._spoke == proposal.sentence:
            return self._focus
        if about is not None and self._turned_to(about[1], proposal):
            return about[0]
        if self._person is not None and proposal.sentence - self._person[1] <= NEAR:
            return self._person[0]
        return self._focus or (about[0] if about else self._last_named(proposal.sentence))

    def _turned_to(self, narrated: int, proposal: Proposal) -> bool:
        """Whether the narration right before the words has turned to its person.

        It has when he speaks there in some way (mengkritik, menyerukan …), or when all were long silent.
        A cue with a pronoun of its own ("ucap dia") keeps to who spoke, unless the person is new there.
        """
        if proposal.sentence - narrated > CLOSE or (self._continues(proposal) and self._focus is not None):
            return False
        if self._person is None:
            return True
        spoke = self._person[1]
        if narrated - spoke > NEAR:
            return True
        keeps = (
            self._about is not None and self._by_pronoun(proposal) and not self._new(self._about[0], narrated)
        )
        return spoke < narrated and bool(self.scene.views[narrated].cues) and not keeps

    def _by_pronoun(self, proposal: Proposal) -> bool:
        """Whether words stand before a cue and its pronoun: "…," ucap dia."""
        place = proposal.source.place if proposal.source is not None and proposal.source.after else None
        if place is None or place.first >= place.last:
            return False
        return self.scene.views[place.sentence].words[place.first] in self.scene.lexicon.cues.grammar.he

    def _new(self, actor: Actor, sentence: int) -> bool:
        """Whether the text names the actor in the sentence for the first time, or he has spoken before."""
        earlier = (m for m in actor.mentions if m.sentence < sentence and not self._is_headline(m.sentence))
        return actor in self._spoken or next(earlier, None) is None

    def _continues(self, proposal: Proposal) -> bool:
        cue = proposal.cue
        words = self.scene.lexicon.cues.continuing.words
        return cue is not None and self.scene.views[cue.sentence].words[cue.first] in words

    def _last_named(self, sentence: int) -> Actor | None:
        """When nobody has spoken yet: the person named last before the sentence, else the nearest body."""
        body = None
        for number in range(sentence - 1, -1, -1):
            if self._is_headline(number):
                continue
            for _, actors in self.scene.actors.in_sentence(number):
                if actors[0].kind == "person":
                    return actors[0]
                if body is None and actors[0].kind not in SILENT:
                    body = actors[0]
        return body

    def actors(self) -> tuple[Actor, ...]:
        """The article's actors with the mentions found here, and the speakers met for the first time."""
        everybody = (*self.scene.reading.actors, *self._met.values())
        return tuple(
            replace(actor, mentions=(*actor.mentions, *self._added[actor.id]))
            if actor.id in self._added
            else actor
            for actor in everybody
        )

    def add(self, actor: Actor, place: Place, how: str) -> None:
        """Keep a mention of the actor that the actors' stage did not have."""
        view = self.scene.views[place.sentence]
        sentence, tokens = view.sentence, view.tokens
        start, end = tokens[place.first].start, tokens[place.last - 1].end
        text = self.scene.reading.article.part(sentence.part)[start:end]
        inside = range(place.first, place.last)
        head = next((i for i in inside if tokens[i].head not in inside), place.first)
        found = Mention(
            start, end, text, place.sentence, place.first, place.last, head, sentence.part, how
        )  # fmt: skip
        self._added.setdefault(actor.id, []).append(found)

    def _follow(self, sentence: int) -> None:
        """Move on to ``sentence``: a person whom narration is about is the one that "ujarnya" means next."""
        for number in range(self._read, sentence):
            if number not in self._busy and not self._is_headline(number):
                about = subject_of(self.scene, self.scene.views[number])
                if about is not None:
                    self._about = (about, number)
        self._read = max(self._read, sentence)

    def _only_witness(self, proposal: Proposal, actor: Actor) -> bool:
        """Whether the medium at the cue reports the words of somebody who is already speaking."""
        if not proposal.media or proposal.kind != "direct" or self._focus is None:
            return False
        return actor.kind == "media" or actor.name.split()[0].lower() in self.scene.lexicon.via.media.nouns

    def _known(self, described: Described) -> Actor | None:
        """The person of whose name the description is a part, or whose last name it ends with."""
        words = described.name.casefold().split()
        for actor in self.scene.reading.actors:
            own = actor.name.casefold().split()
            if actor.kind == "person" and len(own) > 1 and (set(words) <= set(own) or words[-1] == own[-1]):
                return actor
        return None

    def _meet(self, described: Described) -> Actor:
        """The actor for a description, the same one whenever the words are the same."""
        known = self._known(described)
        if known is not None:
            self.add(known, described.place, "part of name")
            return known
        key = described.name.casefold()
        if key not in self._met:
            number = 1 + len(self.scene.reading.actors) + len(self._met)
            self._met[key] = Actor(f"a{number}", described.name, described.code, kind=described.kind)
        self.add(self._met[key], described.place, "speaker")
        return self._met[key]
