"""Events that an opener and its act name together."""

from __future__ import annotations

import pytest
from trees import coded, events_of, reading_of, spoken, told

from kawat.article import read_record
from kawat.errors import LexiconError
from kawat.events import constructions as room
from kawat.events.constructions import Construction, ConstructionFile, constructions
from kawat.events.predicates import predicates
from kawat.events.rules import explained
from kawat.reader import Reader

EXAMPLES = tuple((c, c.example) for c in constructions("id") if c.example)
LEAST = 0.8
"""Share of the written examples that must come out exactly; the parser errs now and then."""
TWO = {"Jepang": "JPN:GOV", "Filipina": "PHL:GOV"}
SPEAKER = {"Israel": "ISR:GOV", "Anwar": "MYS:GOV"}


def said(rows: str, names: dict[str, str]) -> list[str]:
    """The events of a sentence that Anwar says, up to the last comma."""
    reading = reading_of(rows, names)
    end = reading.article.text.rindex(",")
    return [told(event) for event in events_of(spoken(reading, "Anwar", 0, end))]


def test_readiness_takes_the_act_in():
    rows = "Jepang/PROPN/2/nsubj siap/ADJ/0/root membantu/VERB/2/xcomp Filipina/PROPN/3/obj"

    assert coded(rows, TWO) == ["AGREE JPN:GOV -> PHL:GOV"]


def test_readiness_to_strike_is_no_agreement():
    rows = "Jepang/PROPN/2/nsubj bertekad/VERB/0/root menyerang/VERB/2/xcomp Filipina/PROPN/3/obj"

    assert not any(event.startswith("AGREE") for event in coded(rows, TWO))


def test_a_will_not_is_a_refusal():
    rows = (
        "Jepang/PROPN/4/nsubj tidak/PART/4/advmod akan/ADV/4/advmod bergabung/VERB/0/root dengan/ADP/6/case "
        "Filipina/PROPN/4/obl"
    )

    assert coded(rows, TWO) == ["REJECT JPN:GOV -> PHL:GOV"]


def test_a_will_not_before_a_hostile_act_denies_that_act():
    rows = "Jepang/PROPN/4/nsubj tidak/PART/4/advmod akan/ADV/4/advmod menyerang/VERB/0/root Filipina/PROPN/4/obj"

    assert coded(rows, TWO) == ["ASSAULT JPN:GOV -> PHL:GOV negated"]


def test_what_another_must_do_is_asked_of_him():
    rows = (
        "Israel/PROPN/3/nsubj harus/AUX/3/aux berubah/VERB/0/root ,/PUNCT/5/punct kata/VERB/3/parataxis "
        "Anwar/PROPN/5/nsubj"
    )

    assert said(rows, SPEAKER) == ["REQUEST MYS:GOV -> ISR:GOV"]


def test_what_the_speaker_himself_must_do_is_asked_of_nobody():
    rows = (
        "Kami/PRON/3/nsubj harus/AUX/3/aux berubah/VERB/0/root demi/ADP/5/case Israel/PROPN/3/obl "
        ",/PUNCT/7/punct kata/VERB/3/parataxis Anwar/PROPN/7/nsubj"
    )

    assert said(rows, {**SPEAKER, "Kami": "MYS:GOV"}) == []


def test_a_duty_that_nobody_speaks_of_is_no_request():
    rows = "Israel/PROPN/3/nsubj harus/AUX/3/aux berubah/VERB/0/root"

    assert coded(rows, SPEAKER) == []


def test_a_word_that_undoes_the_opener_is_heard():
    rows = (
        "Jepang/PROPN/4/nsubj apakah/PART/4/advmod tidak/PART/4/advmod ingin/ADV/5/advmod bertemu/VERB/0/root "
        "Filipina/PROPN/5/obj"
    )

    assert not any(event.startswith("AGREE") for event in coded(rows, TWO))


def test_a_thing_that_is_ready_promises_nothing():
    rows = (
        "Durian/NOUN/4/nsubj dari/ADP/3/case Jepang/PROPN/1/nmod siap/ADJ/0/root dikirimkan/VERB/4/xcomp ke/ADP/7/case "
        "Filipina/PROPN/5/obl"
    )

    assert not any(event.startswith("AGREE JPN") for event in coded(rows, TWO))


def test_a_hope_that_something_ends_well_asks_nobody():
    rows = (
        "Jepang/PROPN/2/nsubj berharap/VERB/0/root urusan/NOUN/4/nsubj selesai/VERB/2/ccomp di/ADP/6/case "
        "Filipina/PROPN/4/obl"
    )

    assert not any(event.startswith("REQUEST") for event in coded(rows, TWO))


def test_a_hope_that_somebody_acts_asks_him():
    rows = "Jepang/PROPN/2/nsubj berharap/VERB/0/root Filipina/PROPN/4/nsubj berubah/VERB/2/ccomp"

    assert coded(rows, TWO) == ["REQUEST JPN:GOV -> PHL:GOV"]


def test_a_command_asks_for_acts_and_not_for_what_is_done():
    asked = (
        "Jangan/ADV/2/advmod berbohong/VERB/0/root ,/PUNCT/4/punct kata/VERB/2/parataxis Anwar/PROPN/4/nsubj"
    )
    done = asked.replace("berbohong", "dicoret")

    assert said(asked, SPEAKER) == ["REQUEST MYS:GOV ->"]
    assert said(done, SPEAKER) == []


def test_examples_are_coded_as_they_say():
    articles = [
        read_record({"id": one.id, "text": example.text, "date": "2025-10-01"}) for one, example in EXAMPLES
    ]
    found = {r.id: [told(event) for event in r.events] for r in Reader().read_many(articles)}
    wrong = [
        f"{one.id}: {example.code} {found[one.id]}"
        for one, example in EXAMPLES
        if example.code not in found[one.id]
    ]

    assert len(wrong) <= (1 - LEAST) * len(EXAMPLES), "\n".join(wrong)


def test_ids_are_those_of_no_predicate():
    assert not {c.id for c in constructions("id")} & {p.id for p in predicates("id")}


def test_every_construction_builds_on_something():
    assert [c.id for c in constructions("id") if not (c.acts or c.over or c.holds or c.alone)] == []


def test_a_construction_is_explained_by_its_openers():
    one = constructions("id")[0]

    assert one.openers[0] in explained([f"{one.type.lower()}.{one.id}"], "id")[0][1]


@pytest.mark.parametrize(
    ("change", "message"),
    [({"frame": "none"}, "no frame"), ({"acts": ("@none",)}, "no set"), ({}, "stands twice")],
)
def test_a_construction_that_names_what_is_not_there_is_refused(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, object], message: str
):
    good = Construction("one", "AGREE", ("will",))
    wrong = Construction("one" if not change else "two", "AGREE", ("will",), **change)  # type: ignore[arg-type]
    monkeypatch.setattr(room, "words", lambda *_: ConstructionFile((good, wrong)))

    with pytest.raises(LexiconError, match=message):
        constructions.__wrapped__("id")
