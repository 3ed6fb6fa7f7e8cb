"""Web pages: the body, and what the page says of itself. All pages are invented."""

from __future__ import annotations

from kawat.article import read_html

BODY = """
<h1>Menlu Chili Kunjungi Jakarta</h1>
<p>Jakarta - Menteri Luar Negeri Chili bertemu mitranya di Jakarta
untuk membahas perdagangan tembaga.</p>
<p>Baca juga: Chili Buka Kedutaan Baru</p>
<p>"Kami sepakat menambah penerbangan langsung antara kedua negara," kata menteri itu kepada wartawan.</p>
"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Menlu Chili Kunjungi Jakarta",
"datePublished": "2025-03-03T10:00:00+07:00",
"author": [{"@type": "Person", "name": "Laras Utami"}],
"publisher": {"name": "Kabar Nusantara"}}]}</script>"""


def page(head: str = "", body: str = BODY) -> str:
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>"


def test_json_ld_gives_title_date_author_and_outlet() -> None:
    article = read_html(page(LINKED))

    assert article.title == "Menlu Chili Kunjungi Jakarta"
    assert article.published == "2025-03-03T10:00:00+07:00"
    assert article.authors == ("Laras Utami",)
    assert article.outlet == "Kabar Nusantara"


def test_a_byline_in_the_page_beats_json_ld() -> None:
    article = read_html(page(LINKED, f'<span itemprop="author">Bima Pradana</span>{BODY}'))

    assert article.authors == ("Bima Pradana",)


def test_meta_tags_serve_where_there_is_no_json_ld() -> None:
    head = (
        '<meta property="og:title" content="Menlu Chili Kunjungi Jakarta - Kabar Nusantara">'
        '<meta property="og:site_name" content="Kabar Nusantara">'
        '<meta property="article:published_time" content="2025-03-03">'
        '<meta name="author" content="Sekar Ayu"><link rel="canonical" href="https://example.org/a">'
    )
    article = read_html(page(head))

    assert (article.title, article.published) == ("Menlu Chili Kunjungi Jakarta", "2025-03-03")
    assert (article.authors, article.url) == (("Sekar Ayu",), "https://example.org/a")


def test_without_tags_what_the_page_shows_serves() -> None:
    shown = '<p class="author">Sekar Ayu - Kabar</p><p class="date">Senin, 03 Mar 2025</p>'
    article = read_html(page(body=shown + BODY))

    assert (article.authors, article.published) == (("Sekar Ayu",), "2025-03-03")
    assert not article.published_inferred


def test_broken_json_ld_is_passed_over() -> None:
    assert read_html(page('<script type="application/ld+json">{"@type": </script>')).title


def test_the_body_goes_through_the_furniture_rules() -> None:
    article = read_html(page(LINKED))

    assert [block.kind for block in article.blocks] == ["title", "paragraph", "related", "paragraph"]
    assert article.dateline.place == "Jakarta"
