"""Charts tell what their rows tell; turning points are where the terms change."""

from __future__ import annotations

from kawat.page import charts
from kawat.page.drawings.chain import chain
from kawat.page.drawings.heat import heat
from kawat.page.drawings.network import Edge, draw
from kawat.page.interface import interface
from kawat.page.turning import turning_points
from kawat.record.rows import Count, Point

WORDS = interface("en")


def month(number: int, score: float, events: int = 10) -> Point:
    return Point(f"2024-{number:02d}", "USA", "CHN", events, score, events, 0)


def test_a_dyad_that_turns_has_one_turning_point_at_the_turn() -> None:
    points = [month(n, 4.0) for n in range(1, 7)] + [month(n, -5.0) for n in range(7, 13)]
    (turn,) = turning_points(points)
    assert (turn.month, turn.before, turn.after, turn.change) == ("2024-07", 4.0, -5.0, -9.0)


def test_a_steady_dyad_and_a_thin_one_have_none() -> None:
    assert turning_points([month(n, 3.0) for n in range(1, 13)]) == ()
    assert turning_points([month(n, 9.0 * (-1) ** n, 1) for n in range(1, 4)]) == ()


def test_both_directions_count_together() -> None:
    there = [month(n, 2.0) for n in range(1, 7)]
    back = [Point(p.period, "CHN", "USA", 10, -2.0) for p in there]
    assert turning_points(there + back) == ()


def test_the_course_has_a_line_for_each_direction_and_titles_with_units() -> None:
    spec = charts.course(
        [month(1, 2.0), Point("2024-01", "CHN", "USA", 3, -1.0)], WORDS, {"USA": "a", "CHN": "b"}
    )
    assert [row["way"] for row in spec["data"]["values"]] == ["a", "b"]
    assert "−10" in spec["layer"][1]["encoding"]["y"]["axis"]["title"]
    assert spec["description"]


def test_the_volume_puts_conflict_below_the_line() -> None:
    rows = charts.volume([Point("2024-01", "USA", "CHN", 5, 0.0, 3, 2)], WORDS)["data"]["values"]
    assert [(row["n"], row["count"]) for row in rows] == [(3, 3), (-2, 2)]


def test_the_heat_of_a_year_has_a_square_a_day() -> None:
    drawn = heat([Count("2024-12-30", 3), Count("2024-12-31", 9)], "2024-12-31", WORDS)
    assert 365 <= drawn.count("<rect") <= 371
    assert drawn.count("<a ") == 2


def test_the_same_network_is_always_drawn_alike_and_inside_its_frame() -> None:
    edges = [Edge("USA", "CHN", 9, -4.0), Edge("CHN", "USA", 3, 1.0), Edge("RUS", "USA", 2, 5.0)]
    names = {code: code for code in ("USA", "CHN", "RUS")}
    drawn = draw(edges, names, {}, "net")
    assert drawn == draw(edges, names, {}, "net")
    assert drawn.count("<line") == 2
    assert 'class="minus"' in drawn
    assert "nan" not in drawn


def test_nothing_to_draw_draws_nothing() -> None:
    assert draw([], {}, {}, "net") == ""
    assert chain((), WORDS) == ""
