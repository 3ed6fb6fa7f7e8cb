"""How the coder reads a sentence: sides, nesting, aux, silence; parses built by hand."""

from __future__ import annotations

from msgspec.structs import replace
from trees import STAGE, coded, events_of, reading_of, spoken, told

NAMES = {"Jepang": "JPN:GOV", "China": "CHN:GOV", "Myanmar": "MMR:GOV", "Filipina": "PHL:GOV"}


def test_a_request_inside_a_request_keeps_its_parent():
    rows = (
        "Jepang/PROPN/2/nsubj meminta/VERB/0/root China/PROPN/2/obj "
        "mendesak/VERB/2/xcomp Myanmar/PROPN/4/obj "
        "membebaskan/VERB/4/xcomp tahanan/NOUN/6/obj"
    )

    request, inner, release = events_of(reading_of(rows, NAMES))

    assert [told(e) for e in (request, inner)] == [
        "REQUEST JPN:GOV -> CHN:GOV",
        "REQUEST CHN:GOV -> MMR:GOV hypothetical",
    ]
    assert (inner.parent, release.parent) == (request.id, inner.id)
    assert release.aux == "hypothetical"


def test_both_members_of_a_coordination_act():
    rows = "Jepang/PROPN/4/nsubj dan/CCONJ/3/cc Filipina/PROPN/1/conj mengecam/VERB/0/root China/PROPN/4/obj"

    assert coded(rows, NAMES) == ["ACCUSE JPN:GOV+PHL:GOV -> CHN:GOV"]


def test_a_second_clause_does_not_lend_its_subject_as_object():
    rows = (
        "Jepang/PROPN/2/nsubj mengecam/VERB/0/root China/PROPN/2/obj dan/CCONJ/6/cc Filipina/PROPN/6/nsubj "
        "memuji/VERB/2/conj Jepang/PROPN/6/obj"
    )

    assert coded(rows, NAMES)[0] == "ACCUSE JPN:GOV -> CHN:GOV"


def test_a_relative_clause_takes_the_noun_it_describes():
    rows = (
        "Myanmar/PROPN/5/nsubj yang/PRON/3/nsubj:pass "
        "dikecam/VERB/1/acl:relcl Jepang/PROPN/3/obl membisu/VERB/0/root"
    )

    assert coded(rows, NAMES) == ["ACCUSE JPN:GOV -> MMR:GOV"]


def test_a_passive_without_agent_has_no_actor():
    rows = "Filipina/PROPN/2/nsubj:pass diserang/VERB/0/root pekan/NOUN/2/obl lalu/ADJ/3/amod"

    assert coded(rows, NAMES) == ["ASSAULT  -> PHL:GOV"]


def test_order_decides_where_the_tree_is_silent():
    rows = "Jepang/PROPN/1/dep mengecam/VERB/2/dep China/PROPN/3/dep"

    assert coded(rows, NAMES) == ["ACCUSE JPN:GOV -> CHN:GOV"]


def test_a_bare_back_reference_is_no_event_and_says_so():
    rows = "Kesepakatan/NOUN/3/nsubj itu/DET/1/det mengejutkan/VERB/0/root Jepang/PROPN/3/obj"
    reading = STAGE(reading_of(rows, NAMES))

    assert not reading.events
    assert [skip.reason for skip in reading.skipped] == ["event.back-reference"]


def test_a_deed_that_a_clause_is_about_is_told_anew():
    rows = [
        "Jepang/PROPN/2/nsubj mengunjungi/VERB/0/root China/PROPN/2/obj",
        "Kunjungan/NOUN/3/nsubj itu/DET/1/det berhasil/VERB/0/root",
    ]

    assert coded(rows, NAMES) == ["CONSULT JPN:GOV -> CHN:GOV", "CONSULT JPN:GOV -> CHN:GOV"]


def test_an_attack_that_is_pointed_back_to_is_told_anew():
    rows = [
        "Jepang/PROPN/2/nsubj menyerang/VERB/0/root Filipina/PROPN/2/obj",
        "China/PROPN/2/nsubj mengutuk/VERB/0/root serangan/NOUN/2/obj itu/DET/3/det",
    ]

    assert "ASSAULT JPN:GOV -> PHL:GOV" in coded(rows, NAMES)[1:]


def test_headline_verbs_without_affix_follow_a_side():
    rows = "Jepang/PROPN/2/nsubj Kecam/VERB/0/root China/PROPN/2/obj"

    assert coded(rows, NAMES) == ["ACCUSE JPN:GOV -> CHN:GOV"]


def test_an_event_inside_reported_words_names_the_statement():
    rows = (
        "Myanmar/PROPN/2/nsubj menyerang/VERB/0/root Filipina/PROPN/2/obj "
        ",/PUNCT/5/punct kata/VERB/2/parataxis China/PROPN/5/nsubj"
    )
    reading = reading_of(rows, NAMES)
    quoted = spoken(reading, "China", 0, reading.article.text.index(","))

    assert [(told(e), e.said_by) for e in events_of(quoted)] == [("ASSAULT MMR:GOV -> PHL:GOV", "s1")]


def test_sides_do_not_cross_from_the_words_reported_to_the_words_around():
    rows = "Diserang/VERB/0/root lagi/ADV/1/advmod ,/PUNCT/4/punct kata/VERB/1/parataxis China/PROPN/4/nsubj"
    reading = reading_of(rows, NAMES)
    quoted = spoken(reading, "China", 0, reading.article.text.index(","))

    assert events_of(quoted) == ()


def test_media_that_report_are_no_side():
    reading = reading_of(
        "Reuters/PROPN/2/nsubj mengkritik/VERB/0/root China/PROPN/2/obj", {**NAMES, "Reuters": "GBR:JRN"}
    )
    actors = tuple(replace(a, kind="media") if a.name == "Reuters" else a for a in reading.actors)

    assert [told(e) for e in events_of(replace(reading, actors=actors))] == ["ACCUSE  -> CHN:GOV"]


def test_people_without_politics_stay_silent():
    rows = "Tetangga/PROPN/2/nsubj mengkritik/VERB/0/root Warga/PROPN/2/obj"

    assert coded(rows, {"Tetangga": "IDN:CVL", "Warga": "IDN:CVL"}) == []


def test_protesters_count_as_people():
    rows = (
        "Jepang/PROPN/2/nsubj berunjuk/VERB/0/root "
        "rasa/NOUN/2/compound menentang/VERB/2/xcomp China/PROPN/4/obj"
    )

    assert coded(rows, NAMES)[0].startswith("PROTEST JPN:CVL")


def test_sport_is_silent_as_a_whole():
    rows = [
        "Jepang/PROPN/2/nsubj menyerang/VERB/0/root Filipina/PROPN/2/obj",
        "Timnas/NOUN/2/nsubj cetak/VERB/0/root gol/NOUN/2/obj di/ADP/5/case laga/NOUN/2/obl liga/NOUN/5/nmod",
        "Pelatih/NOUN/2/nsubj dan/CCONJ/3/cc kiper/NOUN/1/conj klub/NOUN/1/nmod di/ADP/6/case "
        "stadion/NOUN/4/nmod",
    ]

    assert coded(rows, NAMES) == []


def test_quad_class_and_score_follow_the_type():
    event = events_of(reading_of("Jepang/PROPN/2/nsubj mengecam/VERB/0/root China/PROPN/2/obj", NAMES))[0]

    assert (event.quad, event.score) == ("verbal conflict", -2)


def test_a_date_beside_the_trigger_is_the_events():
    rows = (
        "Jepang/PROPN/2/nsubj mengecam/VERB/0/root China/PROPN/2/obj "
        "pada/ADP/5/case 20/NUM/2/obl September/PROPN/5/flat "
        "2025/NUM/5/flat"
    )

    date = events_of(reading_of(rows, NAMES))[0].date

    assert date is not None
    assert (date.value, date.precision) == ("2025-09-20", "day")


def test_the_place_is_named_by_the_clause():
    rows = "Jepang/PROPN/2/nsubj bertemu/VERB/0/root China/PROPN/2/obj di/ADP/5/case Jakarta/PROPN/2/obl"

    place = events_of(reading_of(rows, NAMES))[0].place

    assert place is not None
    assert (place.name, place.country, place.fallback) == ("Jakarta", "IDN", False)


def test_what_an_army_is_sent_as_is_not_to_whom():
    rows = (
        "Jepang/PROPN/2/nsubj mengirim/VERB/0/root pasukan/NOUN/2/obj perdamaian/NOUN/3/nmod "
        "ke/ADP/6/case Filipina/PROPN/2/obl"
    )

    assert coded(rows, {**NAMES, "pasukan perdamaian": "JPN:MIL"}) == ["AID JPN:GOV -> PHL:GOV"]


def test_a_clause_of_purpose_belongs_to_the_last_demand_it_follows():
    """Also where the parser hangs it on the first."""
    rows = (
        "Amerika/PROPN/2/nsubj meminta/VERB/0/root China/PROPN/2/obj menekan/VERB/2/xcomp Iran/PROPN/4/obj "
        "agar/SCONJ/7/mark membebaskan/VERB/2/advcl sandera/NOUN/7/obj"
    )
    reading = reading_of([rows], {"Amerika": "USA:GOV", "China": "CHN:GOV", "Iran": "IRN:GOV"})

    asked, pressed, released = events_of(reading)

    assert (pressed.parent, released.parent) == (asked.id, pressed.id)
    assert [party.code for party in released.actor] == ["IRN:GOV"]
