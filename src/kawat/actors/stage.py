"""The stage of the reader that adds actors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from kawat.actors.cast import Cast
from kawat.actors.entries import read_actor_file
from kawat.actors.find import Piece, countries_in, matched, pieces
from kawat.actors.found import Found
from kawat.actors.namesakes import namesakes
from kawat.actors.persons import Famous, people_told, persons_of, with_surnames
from kawat.actors.phrases import mentions, scene_of
from kawat.actors.resolve import resolve
from kawat.actors.roles import roles
from kawat.actors.whoswho import WhosWho, whos_who
from kawat.records import Reading

NO_DATE = "9999-12-31"
"""Day of an article without a date: the latest known holders are in office."""


def filed_from(place: str, known: WhosWho) -> str:
    """Country of the dateline; empty for home, from where the whole world is reported."""
    country = known.country_named(place) if place else ""
    return "" if country == roles(known.language).home else country


class ActorStage:
    """Finds the actors of a reading.

    Args:
        language: language of the articles.
        extra: files of actors (TOML) that add to or override the shipped who's-who.

    Raises:
        UnsupportedLanguage, LexiconError: when the stage is made.
    """

    needs = frozenset({"sentences"})
    adds = frozenset({"actors"})

    def __init__(self, language: str = "id", extra: Sequence[Path] = ()) -> None:
        self.known = whos_who(language, tuple(read_actor_file(path) for path in extra))
        self.famous = Famous(self.known)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its actors; the sentences must be there."""
        known, sentences = self.known, reading.sentences
        day = reading.article.published[:10] or NO_DATE
        matches = [matched(sentence, known) for sentence in sentences]
        near = countries_in(matches)
        found: list[dict[int, Piece]] = [
            pieces(sentence, there, near, known) for sentence, there in zip(sentences, matches, strict=True)
        ]
        found = people_told(found, sentences)
        persons = persons_of(found, sentences, day, near, self.famous)
        mentioned: list[Found] = []
        for sentence, there in zip(sentences, found, strict=True):
            scene = scene_of(sentence, with_surnames(sentence, there, persons, known), known)
            for mention in mentions(scene):
                mentioned.append(mention)
                if mention.kind == "person" and " " in mention.name and not mention.refs:
                    persons = persons.with_name(mention.name)
        cast = Cast(known, day, sentences, near)
        cast.filed = filed_from(reading.article.dateline.place, known)
        cast.look_ahead(mentioned)
        cast.instead = namesakes(mentioned, day, near, self.famous)
        for mention in mentioned:
            resolve(cast, mention, persons)
        return msgspec.structs.replace(reading, actors=cast.actors())
