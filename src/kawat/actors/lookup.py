"""From tokens to actors: the one way in which later rooms ask who stands at a place."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby

from kawat.records import Actor, Mention, Reading

Named = tuple[Mention, Actor]


class ActorMap:
    """The actors of a reading by sentence and token.

    Args:
        reading: a reading that has passed the actors' stage; one without actors gives an empty map.
    """

    def __init__(self, reading: Reading) -> None:
        self._named: defaultdict[int, list[Named]] = defaultdict(list)
        for mention, actor in reading.mentions():
            self._named[mention.sentence].append((mention, actor))
        for named in self._named.values():
            named.sort(key=lambda pair: (pair[0].first, pair[0].last))

    def at(self, sentence: int, token: int) -> tuple[Actor, ...]:
        """Actors of the mention that covers the token: one headed by it first, else the longest.

        Several when the mention stands for several (``kedua negara``), none when no mention covers it.
        """
        covering = [pair for pair in self._in(sentence) if pair[0].first <= token < pair[0].last]
        return _actors_of_best(covering, token)

    def headed(self, sentence: int, token: int) -> tuple[Actor, ...]:
        """Actors of the longest mention whose syntactic head is the token; none when there is none."""
        return _actors_of_best([pair for pair in self._in(sentence) if pair[0].head == token], token)

    def mention(self, sentence: int, token: int) -> Mention | None:
        """The mention that ``at`` answers from."""
        covering = [pair for pair in self._in(sentence) if pair[0].first <= token < pair[0].last]
        return max(covering, key=lambda pair: _rank(pair, token))[0] if covering else None

    def in_sentence(self, sentence: int) -> tuple[tuple[Mention, tuple[Actor, ...]], ...]:
        """The sentence's mentions from left to right, each with its actors."""
        groups = groupby(self._in(sentence), key=lambda pair: (pair[0].first, pair[0].last))
        merged = []
        for _, group in groups:
            pairs = list(group)
            merged.append((pairs[0][0], tuple(actor for _, actor in pairs)))
        return tuple(merged)

    def _in(self, sentence: int) -> list[Named]:
        return self._named.get(sentence, [])


def _rank(pair: Named, token: int) -> tuple[bool, int]:
    mention = pair[0]
    return mention.head == token, mention.last - mention.first


def _actors_of_best(pairs: list[Named], token: int) -> tuple[Actor, ...]:
    if not pairs:
        return ()
    best = max(_rank(pair, token) for pair in pairs)
    first = next(pair[0] for pair in pairs if _rank(pair, token) == best)
    return tuple(a for m, a in pairs if (m.first, m.last) == (first.first, first.last))
