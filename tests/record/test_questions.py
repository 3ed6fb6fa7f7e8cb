from __future__ import annotations

import pytest
from invented import build, sample_readings

from kawat.errors import QueryError
from kawat.record import Filter, Record
from kawat.record.questions.filters import begin, end
from kawat.records import Reading


def keys(record: Record, **where: object) -> list[str]:
    return sorted(row.article for row in record.events(Filter(**where)).rows)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"country": ("CHN",)}, ["dua", "satu"]),
        ({"country": ("China",)}, ["dua", "satu"]),
        ({"source": ("USA",)}, []),
        ({"target": ("USA",), "outlet": ("Warta Coba",)}, ["dua"]),
        ({"sector": ("MIL",)}, []),
        ({"type": ("assault",)}, ["tiga", "tiga"]),
        ({"quad": ("verbal cooperation",)}, ["empat"]),
        ({"aux": ("negated",)}, ["tiga"]),
        ({"status": ("asserted",)}, ["tiga"]),
        ({"since": "2025-03-05"}, ["empat", "tiga", "tiga"]),
        ({"since": "2025-03", "until": "2025-03-03"}, ["satu"]),
        ({"until": "2025-03"}, ["dua", "satu", "tiga", "tiga"]),
        ({"place": ("Langkawi",)}, ["empat"]),
        ({"via": ("Xinhua",)}, ["dua"]),
        ({"article": "satu"}, ["satu"]),
        ({"unique": True}, ["empat", "satu", "tiga"]),
        ({"unique": True, "status": ("asserted",)}, ["tiga"]),
    ],
)
def test_each_limit(filled: Record, where: dict[str, object], found: list[str]) -> None:
    assert keys(filled, **where) == found


def test_a_common_country_is_found_as_a_rare_one_is(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.add(sample_readings(), "1")
    rare = record.events(Filter(country=("IRN",))).rows
    monkeypatch.setattr("kawat.record.questions.filters.FEW", 1)
    assert record.events(Filter(country=("IRN",))).rows == rare != ()


@pytest.mark.parametrize(
    ("where", "message"),
    [
        (Filter(type=("HUG",)), "no type 'HUG'; choose from: AGREE"),
        (Filter(since="kemarin"), "no date: 'kemarin'"),
        (Filter(country=("Atlantis",)), "no country 'Atlantis'"),
        (Filter(country=("XYQ",)), "no country 'XYQ'"),
        (Filter(aux=("perhaps",)), "no aux"),
        (Filter(since="2025-13"), "no date"),
    ],
)
def test_what_is_not_understood_is_told(filled: Record, where: Filter, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        filled.events(where)


def test_pages_follow_each_other_without_gap_or_overlap(filled: Record) -> None:
    seen: list[int] = []
    cursor = ""
    for _ in range(10):
        page = filled.events(cursor=cursor, limit=2)
        seen += [row.id for row in page.rows]
        cursor = page.cursor
        if not cursor:
            break
    assert seen == [row.id for row in filled.events().rows]
    assert len(set(seen)) == 5
    with pytest.raises(QueryError, match="no cursor"):
        filled.events(cursor="x")


@pytest.mark.parametrize(
    "words", ["membalas", "balasan", "dibalas", "BALAS", "Beijing membalas", '"akan membalas"']
)
def test_words_are_found_under_their_affixes(filled: Record, words: str) -> None:
    assert [row.content for row in filled.statements(words=words).rows] == ["Beijing akan membalas"]


@pytest.mark.parametrize("words", ["Tokyo", '"membalas akan"', "balas Tokyo"])
def test_words_that_are_not_there_are_not_found(filled: Record, words: str) -> None:
    assert filled.statements(words=words).rows == ()


@pytest.mark.parametrize(
    "words", ['"', "a OR b", "NEAR(", "roots:x", "*", "'; DROP TABLE events; --", "-", "(()"]
)
def test_no_sign_in_a_question_is_an_operator(filled: Record, words: str) -> None:
    assert filled.statements(words=words).rows == ()
    assert filled.search(words).rows == ()


def test_articles_are_searched_and_show_where(filled: Record) -> None:
    rows = filled.search("penyerangan kapal").rows
    assert [row.key for row in rows] == ["tiga"]
    assert rows[0].snippet.startswith("Rusia membantah")


@pytest.mark.parametrize(
    ("where", "count"),
    [
        (Filter(speaker="Lin Jian"), 1),
        (Filter(speaker="Jian"), 1),
        (Filter(speaker="CHN"), 1),
        (Filter(speaker="ISR:GOV"), 1),
        (Filter(speaker="Nobody"), 0),
        (Filter(via=("Xinhua",)), 1),
        (Filter(until="2025-03-04"), 1),
        (Filter(outlet=("Warta Coba",)), 0),
    ],
)
def test_statements_by_limit(filled: Record, where: Filter, count: int) -> None:
    assert len(filled.statements(where).rows) == count


def test_addressee(record: Record) -> None:
    built = build("Iran kepada Rusia: kami siap.", "x")
    built.said("kami siap", "IRN:GOV", addressee=built.party("RUS:GOV"))
    record.add([built.done()], "1")
    assert len(record.statements(Filter(addressee="Rusia")).rows) == 1
    assert len(record.statements(Filter(addressee="RUS")).rows) == 1
    assert record.statements(Filter(addressee="USA")).rows == ()


def test_a_timeline_goes_both_ways_and_counts_by_month(filled: Record) -> None:
    line = filled.timeline("Amerika Serikat", "CHN")
    assert [(p.period, p.source, p.target, p.events, p.conflict) for p in line.points] == [
        ("2025-03", "CHN", "USA", 2, 2)
    ]
    assert [row.article for row in line.events.rows] == ["dua", "satu"]
    assert filled.timeline("USA", "CHN", Filter(since="2025-03-04")).points[0].events == 1
    assert filled.timeline("USA", "CHN", Filter(type=("AID",))).events.rows == ()
    assert filled.timeline("USA", "CHN", Filter(outlet=("Warta Coba",))).points[0].events == 1


def test_those_who_act_together_stand_in_one_dyad(filled: Record) -> None:
    assert [row.type for row in filled.timeline("MYS", "IDN").events.rows] == ["AGREE"]


def test_a_timeline_of_a_person(record: Record) -> None:
    built = build("Lavrov menuduh Amerika Serikat berbohong.", "x")
    built.event("menuduh", "ACCUSE", built.person("Sergey Lavrov", "RUS:GOV"), "USA:GOV")
    record.add([built.done()], "1")
    line = record.timeline("Lavrov", "USA")
    assert (len(line.events.rows), line.points[0].events) == (1, 1)
    with pytest.raises(QueryError, match="no actor 'Nobody'"):
        record.timeline("Nobody", "USA")


def test_an_actors_page(filled: Record) -> None:
    page = filled.actor("CHN")
    assert page.actor.name == "China"
    assert [row.article for row in page.events.rows] == ["dua", "satu"]
    assert [(p.period, p.source, p.events) for p in page.months] == [("2025-03", "actor", 2)]
    assert [p.name for p in page.partners] == ["Amerika Serikat"]
    person = filled.actor("Lin Jian")
    assert [(r.role, r.first_day, r.evidence) for r in person.roles] == [
        ("Juru bicara", "2025-03-03", "satu")
    ]
    assert len(person.statements.rows) == 1


def test_actors_are_listed_by_words(filled: Record) -> None:
    assert [row.name for row in filled.actors("jian").rows] == ["Lin Jian"]
    assert len(filled.actors().rows) >= 6


def test_the_calendar_holds_what_is_planned_from_a_day_on(filled: Record) -> None:
    assert [row.date for row in filled.calendar(today="2025-03-10").rows] == ["2025-04-20"]
    assert filled.calendar(today="2025-04-21").rows == ()
    assert filled.calendar(Filter(country=("USA",)), "2025-03-10").rows == ()
    assert len(filled.calendar(Filter(since="2025-04", until="2025-04"), "2025-03-10").rows) == 1


def test_what_is_planned_for_a_month_is_still_to_come_in_it(record: Record) -> None:
    built = build("Xi akan ke Moskow bulan ini.", "x", published="2025-03-02")
    built.event("akan ke", "AGREE", ("CHN:GOV",), ("RUS:GOV",), "2025-03", aux="future")
    record.add([built.done()], "1")
    assert len(record.calendar(today="2025-03-20").rows) == 1
    assert record.calendar(today="2025-04-01").rows == ()


@pytest.mark.parametrize(
    ("what", "name", "n"),
    [("dyads", "CHN-USA", 2), ("actors", "Amerika Serikat", 2), ("types", "ACCUSE", 2),
     ("outlets", "Kabar Uji", 3), ("places", "Laut Kaspia", 2), ("media", "Kabar Uji", 3)],
)  # fmt: skip
def test_top(filled: Record, what: str, name: str, n: int) -> None:
    assert (filled.top(what)[0].name, filled.top(what)[0].n) == (name, n)
    limited = filled.top(what, Filter(status=("done", "asserted", "denied", "planned")))
    assert [(c.name, c.n) for c in limited] == [(c.name, c.n) for c in filled.top(what)]


def test_top_of_nothing_known_lists_the_choices(filled: Record) -> None:
    with pytest.raises(QueryError, match="choose from: dyads"):
        filled.top("colours")


def test_the_overview_agrees_with_the_tables(filled: Record) -> None:
    glance = filled.overview()
    assert glance.today == "2025-03-06"
    assert (glance.totals["articles"], glance.totals["events"], glance.totals["identities"]) == (4, 5, 3)
    assert sum(day.n for day in glance.days) == 4
    assert [row.date for row in glance.planned.rows] == ["2025-04-20"]


def test_summaries_are_those_of_the_tables_after_every_kind_of_change(filled: Record) -> None:
    changed = build("Iran membantu Rusia.", "satu", url="https://kabar.test/satu", outlet="Kabar Lain")
    filled.add([changed.event("membantu", "AID", "IRN:GOV", "RUS:GOV").done()], "1")
    filled.add(sample_readings()[1:], "2")
    ask = filled.store.connection.execute
    counted = ask(
        "SELECT day, type, quad, status, count(*) FROM events GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
    )
    kept = ask("SELECT day, type, quad, status, n FROM event_days ORDER BY 1, 2, 3, 4")
    assert kept.fetchall() == counted.fetchall()
    for table in ("articles", "statements", "events", "identities", "actors", "mentions"):
        assert ask(f"SELECT count(*) FROM {table}").fetchone()[0] == filled.totals()[table]
    dyads = ask("SELECT source, target, sum(n) FROM dyad_months GROUP BY 1, 2 ORDER BY 1, 2").fetchall()
    assert dyads == ask("SELECT source, target, count(*) FROM dyads GROUP BY 1, 2 ORDER BY 1, 2").fetchall()
    ask("INSERT INTO statement_words (statement_words) VALUES ('integrity-check')")
    ask("INSERT INTO article_words (article_words) VALUES ('integrity-check')")


def surname(id: str, day: str, code: str = "ZZZ:UNK") -> Reading:
    built = build("Kovač menuduh Rusia berbohong.", id, published=day)
    return built.event("menuduh", "ACCUSE", built.person("Kovač", code), "RUS:GOV").done()


def full_name(id: str, name: str, code: str, day: str = "2025-03-01") -> Reading:
    built = build(f"{name} menuduh Rusia berbohong ({id}).", id, published=day)
    return built.event("menuduh", "ACCUSE", built.person(name, code, "Menteri"), "RUS:GOV").done()


def test_a_bare_surname_is_the_person_in_the_news_of_that_time(record: Record) -> None:
    record.add([full_name("a", "Ana Kovač", "HRV:GOV"), surname("b", "2025-03-20")], "1")
    row = record.events(Filter(article="b")).rows[0]
    assert (row.actor[0].code, record.actor("Ana Kovač").roles[0].articles) == ("HRV:GOV", 1)
    assert row.actor[0].actor == record.actor("Ana Kovač").actor.id


def test_long_after_a_bare_surname_is_nobody_known(record: Record) -> None:
    record.add([full_name("a", "Ana Kovač", "HRV:GOV"), surname("b", "2026-03-20")], "1")
    assert record.events(Filter(article="b")).rows[0].actor[0].code == "ZZZ:UNK"


def test_two_bearers_of_a_surname_are_never_merged_but_listed(record: Record) -> None:
    readings = [full_name("a", "Ana Kovač", "HRV:GOV"), full_name("c", "Ivo Kovač", "SVN:GOV")]
    record.add([*readings, surname("b", "2025-03-20")], "1")
    assert record.events(Filter(article="b")).rows[0].actor[0].code == "ZZZ:UNK"
    conflict = record.conflicts()[0]
    assert (conflict.name, len(conflict.actors)) == ("kovac", 3)


def test_one_name_in_two_countries_is_a_conflict(record: Record) -> None:
    record.add([full_name("a", "Ana Kovač", "HRV:GOV"), full_name("c", "Ana Kovač", "SVN:GOV")], "1")
    assert [actor.code for actor in record.conflicts()[0].actors] == ["HRV:GOV", "SVN:GOV"]


def test_periods() -> None:
    assert begin("7d", "2025-03-10") == "2025-03-03"
    assert begin("1y", "2025-03-10") == "2024-03-10"
    assert begin("2025-03") < "2025-03-01" < "2025-03-31" < end("2025-03") < "2025-04-01"
