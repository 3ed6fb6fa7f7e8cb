from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx
import pandas
import pytest
import rdflib

from kawat.errors import KawatError, QueryError
from kawat.export import gdelt, icews
from kawat.export.formats import FORMATS, export
from kawat.export.json import to_jsonl
from kawat.language.conllu import read_conllu
from kawat.record import Correction, Filter, Record

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
from invented import build, sample_readings

duckdb = pytest.importorskip("duckdb")


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "uji.sqlite") as record:
        record.add(sample_readings(), "1")
        hostile = build(
            'Rusia & "Iran" <b>sepakat</b>.\tBaris\r\n\r\nbaru\x0b; ""kata"" \\ selesai, \'ya\'.\n\n',
            "a\tb#<c>",
            outlet='Media "X"',
        )
        hostile.event("sepakat", "AGREE", ("RUS:GOV", "IRN:GOV"), place="Kota\t<Lain>")
        record.add([hostile.done()], "1")
        yield record


def test_gdelt_has_the_codebooks_61_columns_and_no_shifted_field(filled: Record, tmp_path: Path) -> None:
    out = tmp_path / "events.tsv"
    count = export(filled, "gdelt", out)
    table = pandas.read_csv(
        out, sep="\t", header=None, names=gdelt.COLUMNS, dtype={"EventCode": str}, quoting=3
    )
    assert len(gdelt.COLUMNS) == len(set(gdelt.COLUMNS)) == 61
    assert len(table) == count == 3
    assert all(line.count("\t") == 60 for line in out.read_text(encoding="utf-8").splitlines())
    assert table["GlobalEventID"].is_unique
    accuse = table[table["Actor1Code"] == "CHNGOV"].iloc[0]
    assert accuse[["Day", "MonthYear", "Year"]].tolist() == [20250303, 202503, 2025]
    assert accuse[["Actor2CountryCode", "Actor2Type1Code", "QuadClass"]].tolist() == ["USA", "GOV", 3]
    assert accuse[["NumMentions", "NumSources", "NumArticles"]].tolist() == [2, 2, 2]
    assert accuse["EventCode"].startswith("11")
    assert accuse["SOURCEURL"] == "https://kabar.test/satu"
    assert set(table["ActionGeo_Type"]) <= {0, 1, 3, 4}
    assert table["GoldsteinScale"].between(-10, 10).all()


def test_gdelt_leaves_out_what_did_not_happen_unless_asked(filled: Record, tmp_path: Path) -> None:
    export(filled, "gdelt", tmp_path / "a.tsv", Filter(status=("planned",)))
    assert "IDNGOV" in (tmp_path / "a.tsv").read_text()


def test_icews_is_read_by_pandas(filled: Record, tmp_path: Path) -> None:
    count = export(filled, "icews", tmp_path / "a.tab")
    table = pandas.read_csv(tmp_path / "a.tab", sep="\t", quoting=3)
    assert tuple(table.columns) == icews.COLUMNS
    assert len(table) == count
    assert table.loc[table["Story ID"] == "satu", "Source Country"].tolist() == ["China"]


def test_polecat_is_read_by_pandas(filled: Record, tmp_path: Path) -> None:
    export(filled, "polecat", tmp_path / "a.jsonl")
    table = pandas.read_json(tmp_path / "a.jsonl", lines=True)
    assert len(table) == 6
    accuse = table[table["Event Type"] == "ACCUSE"].iloc[0]
    assert accuse[["Actor Country", "Primary Recipient Sector"]].tolist() == ["China", "GOV"]


def test_plover_is_one_json_list(filled: Record, tmp_path: Path) -> None:
    export(filled, "plover", tmp_path / "a.json", Filter(aux=("negated",)))
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert [(event["event"], event["status"], event["actor"][0]["country"]) for event in found] == [
        ("ASSAULT", "negated", "RUS")
    ]


def test_parquet_folder_joins_in_duckdb(filled: Record, tmp_path: Path) -> None:
    export(filled, "parquet", tmp_path / "tables")
    events, articles = tmp_path / "tables" / "events.parquet", tmp_path / "tables" / "articles.parquet"
    found = duckdb.sql(
        f"SELECT a.key, e.type FROM '{events}' e JOIN '{articles}' a ON a.id = e.article ORDER BY e.id"
    ).fetchall()
    assert found[0] == ("satu", "ACCUSE")
    assert len(found) == 6
    texts = duckdb.sql(f"SELECT text FROM '{articles}' ORDER BY id").fetchall()
    assert [text for (text,) in texts] == [reading.article.text for reading in filled.readings()]


def test_duckdb_file_keeps_missing_apart_from_empty(filled: Record, tmp_path: Path) -> None:
    export(filled, "duckdb", tmp_path / "a.duckdb")
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as database:
        assert database.sql("SELECT DISTINCT lat IS NULL, mode FROM events").fetchall() == [(True, "")]


def test_tables_cannot_be_halved(filled: Record, tmp_path: Path) -> None:
    with pytest.raises(KawatError, match="whole record"):
        export(filled, "parquet", tmp_path / "x", Filter(country=("USA",)))


@pytest.mark.parametrize(
    ("format", "read"), [("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)]
)
def test_network_is_read_by_networkx(filled: Record, tmp_path: Path, format: str, read: object) -> None:
    export(filled, format, tmp_path / "a.xml")
    graph = read(tmp_path / "a.xml")  # type: ignore[operator]
    assert isinstance(graph, networkx.DiGraph)
    name = "label" if format == "gexf" else "name"
    by_name = {data[name]: node for node, data in graph.nodes(data=True)}
    edge = graph.edges[by_name["China"], by_name["Amerika Serikat"]]
    assert (edge["events"], edge["score"], edge["conflict"]) == (2, -3.0, 2)
    assert graph.nodes[by_name["China"]]["code"] == "CHN:GOV"
    assert graph.has_edge(by_name["Malaysia"], by_name["Indonesia"])


def test_jsonld_is_read_by_rdflib(filled: Record, tmp_path: Path) -> None:
    export(filled, "jsonld", tmp_path / "a.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "a.jsonld", format="json-ld")
    found = graph.query(
        """PREFIX s: <https://schema.org/> SELECT ?who ?said ?title WHERE {
             ?q a s:Quotation ; s:text ?said ; s:creator/s:name ?who ; s:isBasedOn/s:headline ?title }"""
    )
    assert ("Lin Jian", "Beijing akan membalas", "China tuduh AS menyadap") in {
        tuple(str(cell) for cell in row) for row in found
    }


def test_conllu_is_read_back(filled: Record, tmp_path: Path) -> None:
    export(filled, "conllu", tmp_path / "a.conllu", Filter(until="2025-03-03", outlet=("Kabar Uji",)))
    documents = read_conllu(tmp_path / "a.conllu")
    assert len(documents) == 1
    assert "menuduh" in (tmp_path / "a.conllu").read_text(encoding="utf-8")


def test_gold_is_read_by_the_scorer_and_finds_the_corrected_event_missing(
    filled: Record, tmp_path: Path
) -> None:
    scorer = Path(__file__).parents[3] / "shared" / "gold" / "score.py"
    if not scorer.exists():
        pytest.skip("../shared/gold/score.py is not here")
    filled.correct(
        Correction("satu", "event", "text", 6, 13, "", "changed", {"type": "REQUEST"}, author="ani")
    )
    export(filled, "gold", tmp_path / "gold")
    readings = tmp_path / "readings.jsonl"
    readings.write_text(to_jsonl(filled.reading("satu")) + "\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(scorer), str(tmp_path / "gold" / "gold.json"), str(readings)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "documents 1, read 1" in run.stdout
    assert any(line.startswith("detect") and "0.0" in line for line in run.stdout.splitlines()), run.stdout


def test_an_unknown_format_lists_the_known(filled: Record, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="choose from: gdelt, polecat"):
        export(filled, "xls", tmp_path / "x")


def test_every_format_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"## {name}" not in page] == []
