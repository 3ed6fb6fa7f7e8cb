"""Asking who stands at a token."""

from __future__ import annotations

from kawat.actors import ActorMap
from kawat.records import Actor, Article, Mention, Reading


def mention(first: int, last: int, head: int, sentence: int = 0) -> Mention:
    return Mention(0, 0, "", sentence, first, last, head)


READING = Reading(
    Article("x", ""),
    actors=(
        Actor("a1", "A", mentions=(mention(0, 3, 0), mention(5, 7, 6))),
        Actor("a2", "B", mentions=(mention(5, 7, 6),)),
        Actor("a3", "C", mentions=(mention(1, 2, 1),)),
    ),
)


def ids(actors) -> list[str]:
    return [actor.id for actor in actors]


def test_a_mention_headed_by_the_token_comes_before_a_longer_one():
    assert ids(ActorMap(READING).at(0, 1)) == ["a3"]


def test_inside_the_longest_mention_counts():
    assert ids(ActorMap(READING).at(0, 2)) == ["a1"]


def test_one_mention_can_stand_for_several_actors():
    assert ids(ActorMap(READING).at(0, 5)) == ["a1", "a2"]


def test_nobody_stands_where_no_mention_is():
    there = ActorMap(READING)
    assert (there.at(0, 4), there.headed(0, 5), there.mention(1, 0)) == ((), (), None)


def test_headed_asks_for_the_head():
    assert ids(ActorMap(READING).headed(0, 6)) == ["a1", "a2"]


def test_mentions_of_a_sentence_come_from_left_to_right():
    named = ActorMap(READING).in_sentence(0)
    assert [(m.first, ids(actors)) for m, actors in named] == [(0, ["a1"]), (1, ["a3"]), (5, ["a1", "a2"])]
