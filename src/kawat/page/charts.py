"""Vega-Lite charts as plain values: time series, types, places on a map.

The colours are Okabe and Ito's (2008), told apart in every kind of colour blindness; series differ in
shape or dash too. Each chart takes the rows that the table beside it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kawat.page.interface import Words
from kawat.record.rows import Count, Point

Chart = dict[str, Any]

BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#7a7a7a"
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""A name only: nothing is fetched."""
WORLD = "/static/world.json"
WIDEST = 36.0
RESPONSIVE: Chart = {"width": "container", "autosize": {"type": "fit-x", "contains": "padding"}}


def chart(title: str, rows: Sequence[Chart], height: int, **parts: Any) -> Chart:
    """The frame of every chart."""
    frame: Chart = {"$schema": SCHEMA, "description": title, "data": {"values": list(rows)}, "height": height}
    return {**frame, **RESPONSIVE, **parts}


def course(points: Iterable[Point], words: Words, names: dict[str, str]) -> Chart:
    """Mean score by month, a line for each direction; ``names`` are those of the directions' sources."""
    rows = [
        {"month": p.period, "score": round(p.score, 2), "n": p.events, "way": names.get(p.source, p.source)}
        for p in points
    ]
    x = month_axis(words)
    y = {
        "field": "score",
        "type": "quantitative",
        "scale": {"domain": [-10, 10]},
        "axis": {"title": words["chart.score"], "tickCount": 5},
    }
    ways = list(dict.fromkeys(row["way"] for row in rows))
    colour = {
        "field": "way",
        "type": "nominal",
        "scale": {"domain": ways, "range": [BLUE, ORANGE]},
        "legend": {"title": None, "orient": "top", "symbolType": "stroke"},
    }
    dash = {"field": "way", "type": "nominal", "legend": None, "sort": ways}
    tip = tooltips(
        ("month", "temporal"), ("way", "nominal"), ("score", "quantitative"), ("n", "quantitative")
    )
    lines = {"mark": {"type": "line", "strokeWidth": 2, "aria": False}, "encoding": {"strokeDash": dash}}
    dots = {
        "mark": {"type": "point", "filled": True, "size": 46, "opacity": 1},
        "encoding": {"shape": {**dash}, "tooltip": named(tip, words)},
    }
    zero = {"mark": {"type": "rule", "color": GREY, "aria": False}, "encoding": {"y": {"datum": 0}}}
    both = {"encoding": {"x": x, "y": y, "color": colour}, "layer": [lines, dots]}
    return chart(words["chart.course"], rows, 260, layer=[zero, both])


def volume(points: Iterable[Point], words: Words) -> Chart:
    """Events by month, cooperation above the line, conflict below it."""
    rows = [
        {"month": month, "kind": words[f"chart.{kind}"], "n": sign * n, "count": n}
        for month, cooperation, conflict in by_month(points)
        for kind, sign, n in (("cooperation", 1, cooperation), ("conflict", -1, conflict))
    ]
    kinds = [words["chart.cooperation"], words["chart.conflict"]]
    encoding = {
        "x": month_axis(words),
        "y": {
            "field": "n",
            "type": "quantitative",
            "axis": {
                "title": words["chart.events"],
                "tickMinStep": 1,
                "labelExpr": "format(abs(datum.value), 'd')",
            },
        },
        "color": {
            "field": "kind",
            "type": "nominal",
            "scale": {"domain": kinds, "range": [BLUE, ORANGE]},
            "legend": {"title": None, "orient": "top"},
        },
        "tooltip": named(
            tooltips(("month", "temporal"), ("kind", "nominal"), ("count", "quantitative")), words
        ),
    }
    return chart(
        words["chart.volume"], rows, 200, mark={"type": "bar", "width": bar_width(rows)}, encoding=encoding
    )


def sides(points: Iterable[Point], words: Words) -> Chart:
    """Events by month for one actor: as the one who acts and as the one acted on."""
    rows = [
        {"month": p.period, "side": words[f"chart.as_{p.source}"], "n": p.events, "score": round(p.score, 2)}
        for p in points
    ]
    both = [words["chart.as_actor"], words["chart.as_recipient"]]
    colour = {
        "field": "side",
        "type": "nominal",
        "scale": {"domain": both, "range": [BLUE, ORANGE]},
        "legend": {"title": None, "orient": "top"},
    }
    tip = tooltips(
        ("month", "temporal"), ("side", "nominal"), ("n", "quantitative"), ("score", "quantitative")
    )
    y = {"field": "n", "type": "quantitative", "axis": {"title": words["chart.events"], "tickMinStep": 1}}
    way = {"field": "side", "type": "nominal", "sort": both, "legend": None}
    lines = {"mark": {"type": "line", "strokeWidth": 2, "aria": False}, "encoding": {"strokeDash": way}}
    dots = {
        "mark": {"type": "point", "filled": True, "size": 40, "opacity": 1},
        "encoding": {"shape": way, "tooltip": named(tip, words)},
    }
    encoding = {"x": month_axis(words), "y": y, "color": colour}
    return chart(words["chart.activity"], rows, 240, encoding=encoding, layer=[lines, dots])


def kinds(counts: Iterable[Count], words: Words, quads: Mapping[str, str]) -> Chart:
    """Bars by type, cooperation and conflict in their colours."""
    rows = [
        {
            "type": words[f"type.{c.name}"],
            "n": c.n,
            "kind": words["chart.conflict" if "conflict" in quads[c.name] else "chart.cooperation"],
        }
        for c in counts
        if c.name in quads
    ]
    both = [words["chart.cooperation"], words["chart.conflict"]]
    encoding = {
        "y": {"field": "type", "type": "nominal", "sort": None, "axis": {"title": None, "labelLimit": 220}},
        "x": {
            "field": "n",
            "type": "quantitative",
            "axis": {"title": words["chart.events"], "tickMinStep": 1},
        },
        "color": {
            "field": "kind",
            "type": "nominal",
            "scale": {"domain": both, "range": [BLUE, ORANGE]},
            "legend": {"title": None, "orient": "top"},
        },
        "tooltip": named(tooltips(("type", "nominal"), ("kind", "nominal"), ("n", "quantitative")), words),
    }
    return chart(words["chart.types"], rows, 24 * max(len(rows), 2), mark={"type": "bar"}, encoding=encoding)


def world(places: Sequence[Chart], words: Words) -> Chart:
    """Countries, with a circle for each place, its area as many events as were there.

    Args:
        places: rows with ``name``, ``country``, ``lat``, ``lon``, ``n``, ``score``.
    """
    land = {
        "data": {"url": WORLD, "format": {"type": "json", "property": "features"}},
        "mark": {
            "type": "geoshape",
            "fill": "#cfc9bb",
            "stroke": "#ffffff",
            "strokeWidth": 0.5,
            "aria": False,
        },
    }
    tip = tooltips(
        ("name", "nominal"), ("country", "nominal"), ("n", "quantitative"), ("score", "quantitative")
    )
    colour = {
        "field": "score",
        "type": "quantitative",
        "scale": {"domain": [-10, 0, 10], "range": [ORANGE, "#f7f7f7", BLUE], "interpolate": "lab"},
        "legend": {
            "title": words["chart.score"],
            "titleLimit": 400,
            "orient": "bottom",
            "gradientLength": 260,
        },
    }
    dots = {
        "mark": {"type": "circle", "opacity": 0.85, "stroke": "#333333", "strokeWidth": 0.6},
        "encoding": {
            "longitude": {"field": "lon", "type": "quantitative"},
            "latitude": {"field": "lat", "type": "quantitative"},
            "size": {
                "field": "n",
                "type": "quantitative",
                "scale": {"range": [18, 900]},
                "legend": {
                    "title": words["chart.events"],
                    "orient": "bottom",
                    "tickMinStep": 1,
                    "format": "d",
                    "symbolFillColor": GREY,
                },
            },
            "color": colour,
            "tooltip": named(tip, words),
        },
    }
    return chart(words["chart.world"], places, 430, projection={"type": "naturalEarth1"}, layer=[land, dots])


def bar_width(rows: Sequence[Chart]) -> float:
    """Pixels of a bar, so that the months of the rows stand apart on half a page."""
    months = sorted({row["month"] for row in rows})
    if not months:
        return WIDEST
    (first, a), (last, b) = ((int(month[:4]), int(month[5:7])) for month in (months[0], months[-1]))
    return min(WIDEST, max(1.5, 420 / ((last - first) * 12 + b - a + 1) - 1))


def month_axis(words: Words) -> Chart:
    """Time along the bottom, in numbers, which every language reads."""
    axis = {"title": words["chart.month"], "format": "%m/%Y", "labelOverlap": True, "grid": False}
    return {"field": "month", "type": "temporal", "timeUnit": "utcyearmonth", "axis": axis}


def tooltips(*fields: tuple[str, str]) -> list[tuple[str, str]]:
    """Fields with their kinds."""
    return list(fields)


def named(fields: Iterable[tuple[str, str]], words: Words) -> list[Chart]:
    """What a chart tells when it is pointed at, under the interface's names."""
    made: list[Chart] = []
    for field, kind in fields:
        tip: Chart = {"field": field, "type": kind, "title": words[f"chart.{field}"]}
        if kind == "temporal":
            tip |= {"timeUnit": "utcyearmonth", "format": "%m/%Y"}
        made.append(tip)
    return made


def by_month(points: Iterable[Point]) -> list[tuple[str, int, int]]:
    """Month, cooperation and conflict, both directions together."""
    sums: dict[str, tuple[int, int]] = {}
    for p in points:
        cooperation, conflict = sums.get(p.period, (0, 0))
        sums[p.period] = (cooperation + p.cooperation, conflict + p.conflict)
    return [(month, *sums[month]) for month in sorted(sums)]
