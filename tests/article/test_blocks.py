"""Title, deck, dateline, headings, furniture and related links told apart. All pages are invented."""

from __future__ import annotations

import pytest

from kawat.article import Given, coded_spans, read_plain, read_record
from kawat.article.words import page_words
from kawat.records import Article

PAGE = """Menlu Chili Kunjungi Jakarta

Bahas perdagangan tembaga

Jakarta, Kabar Warga - Menteri Luar Negeri Chili bertemu mitranya di Jakarta, Senin (3/3/2025).

1. Perdagangan naik

Nilai perdagangan kedua negara naik 12 persen tahun lalu, kata keduanya dalam siaran pers.

Baca Juga: Chili Buka Kedutaan Baru

Langkah berikutnya

Keduanya sepakat bertemu lagi di Santiago tahun depan untuk membahas visa.

Sekar Ayu Photo Verified Writer Sekar Ayu

null

Kabar Warga Community adalah media yang menyediakan ruang untuk menulis.

Topik:

  • Chili

Berita Terkini Lainnya"""


def kinds(article: Article) -> list[tuple[str, str]]:
    """Kind and first word of every block."""
    return [
        (block.kind, article.part(block.part)[block.start : block.end].split()[0]) for block in article.blocks
    ]


def reasons(text: str) -> list[str]:
    """The furniture rules that fit."""
    return [block.reason for block in read_plain(text).blocks if block.reason]


def around(line: str) -> str:
    """A line among paragraphs."""
    paragraph = "Menteri itu bertemu mitranya di ibu kota dan membahas perdagangan bilateral sepanjang hari."
    return f"{paragraph}\n\n{line}\n\n{paragraph}"


def test_a_scraped_page_comes_apart() -> None:
    article = read_plain(PAGE)

    assert kinds(article) == [
        ("title", "Menlu"),
        ("deck", "Bahas"),
        ("paragraph", "Jakarta,"),
        ("heading", "1."),
        ("paragraph", "Nilai"),
        ("related", "Baca"),
        ("heading", "Langkah"),
        ("paragraph", "Keduanya"),
        ("furniture", "Sekar"),
        ("furniture", "null"),
        ("furniture", "Kabar"),
        ("furniture", "Topik:"),
        ("furniture", "•"),
        ("related", "Berita"),
    ]
    assert article.title == "Menlu Chili Kunjungi Jakarta"
    assert article.deck == "Bahas perdagangan tembaga"
    assert (article.dateline.place, article.dateline.outlet) == ("Jakarta", "Kabar Warga")
    assert article.outlet == "Kabar Warga"
    assert (article.published, article.published_inferred) == ("2025-03-03", True)
    assert article.authors == ("Sekar Ayu",)


def test_furniture_links_and_the_dateline_are_not_analysed() -> None:
    article = read_plain(PAGE)
    analysed = [article.part(part)[start:end] for part, start, end, _ in coded_spans(article)]

    assert analysed[2].startswith("Menteri Luar Negeri Chili")
    assert not any("Baca" in words or "Topik" in words or "Kabar Warga" in words for words in analysed)


FURNITURE = [
    ("ADVERTISEMENT", "page.advertisement"),
    ("SCROLL TO CONTINUE WITH CONTENT", "page.advertisement"),
    ("null", "page.null"),
    ("Editor: Laras Utami", "byline.editor"),
    ("(Penulis: Bima Pradana | Editor: Laras Utami)", "byline.source-editor"),
    ("Oleh Bima Pradana", "byline.by"),
    ("Selasa, 4 Maret 2025 14:20 WIB", "byline.date"),
    ("Halaman selanjutnya", "related.next-page"),
    ("Halaman Selanjutnya >", "related.next-page"),
    ("Baca selengkapnya di sini.", "related.read-more"),
    ("Simak juga: Kapal Perang Merapat di Surabaya", "related.also"),
    ("Lihat juga Video 'Kapal Perang Merapat':", "related.also"),
    ("BACA JUGA: Kapal Perang Merapat di Surabaya", "related.also"),
    ("Simak Video 'Kapal Perang Merapat di Surabaya'", "related.video"),
    ("[Gambas:Video 20detik]", "page.embed"),
    ("Foto: Kapal perang di Surabaya. (Kabar Nusantara)", "picture.label"),
    ("Kapal perang merapat di Surabaya. (ANTARA FOTO/Bima Pradana)", "picture.credit"),
    ("Dapatkan update berita pilihan setiap hari dari Kabar Nusantara.", "page.subscribe"),
    ("Artikel ini telah tayang di Kabar Nusantara dengan judul Kapal Perang", "page.reprint"),
    ("Copyright © Kabar Nusantara 2025", "page.disclaimer"),
    ("-----------", "page.rule"),
    ("#laut #kapal", "page.bullet-topic"),
    ("Sekar Ayu Photo Verified Writer Sekar Ayu", "badge.writer"),
    ("Verified Writer Sekar Ayu", "badge.verified"),
    ("(Sumber: Kabarnusa.com/Sekar Ayu, Bima Pradana)", "byline.source-page"),
    ("Reporter: Sekar Ayu", "byline.author"),
    ("Menteri itu pulang ke negaranya. (sky/bma)", "byline.initials"),
    ("Sumber: Kantor berita VNA", "byline.credit"),
    ("Tim Redaksi", "byline.team"),
    ("Diterbitkan: 4 Maret 2025", "byline.day"),
    ("Berita terkait: Kapal Perang Merapat", "related.named"),
    ("Saksikan LiveDetikpagi:", "related.live-detik"),
    ("Baca berita ini dalam bahasa Inggris", "related.in-other-language"),
    ("Pilihan Redaksi", "related.list"),
    ("Artikel ini bersumber dari pemberitaan Kabar Nusantara berjudul:", "related.reprint-list"),
    ('- Kapal Perang Merapat{target="_self"} - Kapal Pergi{target="_self"}', "related.link-list"),
    ("Ia pulang. Baca juga: Kapal Perang Merapat", "related.inline"),
    ("Beranda > Internasional", "page.navigation"),
    ("Bagikan artikel ini", "page.share"),
    ("Tag: laut, kapal", "page.topics"),
    ("Topik Pilihan", "page.topic-list"),
    ("Kabar Warga Community adalah media yang menyediakan ruang untuk menulis.", "page.community"),
    ("Lihat postingan ini di Instagram", "page.widget"),
    ("Ia pulang ke negaranya.\\ \\ Mitranya tinggal di ibu kota.", "page.break"),
    ('Ia pulang ke negaranya dengan kapal.{target="_blank"}', "page.markup"),
    ("Ilustrasi kapal perang di laut lepas.", "picture.illustration"),
    ("AFP/Bima Pradana", "picture.source"),
    ("sky/bma (Reuters, AFP)", "byline.initials-line"),
    ("Laporan Wartawan Kabar Nusantara, Sekar Ayu", "byline.reporter"),
    ("(Kabarnusa.com/Sekar Ayu)", "byline.page"),
    ("(Reuters/AFP)", "byline.agency"),
    ("Menteri itu tiba di Hanoi. ANTARA/HO-Kemlu", "picture.agency"),
    ("Menteri itu tiba di Hanoi, Senin (3/3/2025). Foto: Kemlu", "picture.label-end"),
    ("Menteri itu tiba di Hanoi, Senin (3/3/2025). (Antara/HO-Kemlu)", "picture.credit"),
    ("Pilihan Editor: Kapal Perang Merapat", "related.named"),
    ("Bersambung ke halaman berikutnya...", "related.next-page"),
    ("Scroll ke bawah untuk melanjutkan membaca", "page.advertisement"),
    ("Ikuti selengkapnya berita kami di Google News", "page.subscribe"),
    ("Dilarang keras mengambil konten tanpa izin tertulis dari redaksi.", "page.disclaimer"),
    ("Keterangan gambar, Kapal perang di Surabaya", "picture.label"),
]


def test_every_rule_has_an_example() -> None:
    page = page_words("id")
    rules = {matcher.rule.id for matcher in (*page.whole, *page.within)}

    assert rules == {rule for _, rule in FURNITURE}


@pytest.mark.parametrize(("line", "rule"), FURNITURE)
def test_each_line_of_furniture_is_named(line: str, rule: str) -> None:
    assert reasons(around(line)) == [rule]


NEWS = [
    "Sumber dari kepolisian Myanmar menyatakan dua orang ditahan di perbatasan.",
    "Editor majalah itu, Han Seo-jin, ditahan polisi pada Senin (3/3/2025).",
    "Foto yang beredar menunjukkan kapal itu tenggelam di Laut Merah.",
    "Ia meminta warga tidak membaca berita bohong dan melihat juga sumber lain.",
    "Penulis itu menuduh pemerintah menyensor bukunya.",
    "Dapatkah kedua negara berdamai, tanya seorang diplomat.",
    "Halaman kedutaan itu dipenuhi pengunjuk rasa pada Senin (3/3/2025).",
    "Delegasi itu berkunjung ke Hanoi, kata AFP (3/3/2025).",
    "Dilarang masuk ke wilayah itu, kata polisi kepada wartawan pada Senin (3/3/2025).",
    "Presiden itu dikutip kantor berita negara (TASS) menolak usul mitranya.",
    "Ikuti jejak kami, kata menteri itu kepada mitranya di Hanoi.",
    "Laporan lembaga itu, yang terbit pada Senin, menuduh kedua pihak melanggar gencatan senjata.",
    "Simak baik-baik peringatan kami, kata menteri itu kepada wartawan.",
]


@pytest.mark.parametrize("line", NEWS)
def test_news_is_never_taken_for_furniture(line: str) -> None:
    assert reasons(around(line)) == []


def test_a_link_inside_a_paragraph_is_cut_out_of_it() -> None:
    text = around(
        "Ia menolak hadir.Baca juga: Kapal Perang Merapat di Surabaya Selain itu, ia menuduh tetangganya."
    )
    article = read_plain(text)
    cut = [text[b.start : b.end] for b in article.blocks]

    assert cut[1:4] == [
        "Ia menolak hadir.",
        "Baca juga: Kapal Perang Merapat di Surabaya",
        "Selain itu, ia menuduh tetangganya.",
    ]
    assert article.blocks[2].kind == "related"


def test_a_link_cue_alone_takes_the_next_line_as_its_title() -> None:
    assert reasons(around("Baca juga:\nKapal Perang Merapat di Surabaya")) == ["related.also", "related.also"]


def test_a_topic_list_takes_its_items_but_no_paragraph() -> None:
    text = "Topik:\n• Laut\n• Kapal\nMenteri itu bertemu mitranya di ibu kota dan membahas perdagangan."

    assert reasons(text) == ["page.topics"] * 3
    assert read_plain(text).blocks[-1].kind == "paragraph"


def test_numbered_lists_are_no_headings() -> None:
    article = read_plain(around("1. Hanoi\n2. Manila\n3. Bangkok"))

    assert [kind for kind, _ in kinds(article)][1:3] == ["paragraph", "paragraph"]


def test_a_short_line_whose_full_stop_stands_inside_a_quotation_is_no_heading() -> None:
    article = read_plain(around('Ketua parlemen mengecam "aksi para pembenci negara."'))

    assert [kind for kind, _ in kinds(article)][1] == "paragraph"


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Menteri itu bertemu mitranya di ibu kota dan membahas perdagangan\n"
        "bilateral sepanjang hari sebelum kembali ke negaranya.\n\nKeduanya sepakat bertemu lagi."
    )

    assert len(read_plain(text).blocks) == 2


def test_a_given_title_that_opens_the_text_is_not_doubled() -> None:
    article = read_plain(PAGE, Given(title="Menlu Chili kunjungi Jakarta"))

    assert [(block.kind, block.part) for block in article.blocks][:2] == [("title", "text"), ("deck", "text")]
    assert article.title == "Menlu Chili kunjungi Jakarta"


def test_a_given_title_and_deck_become_parts_of_their_own() -> None:
    article = read_record(
        {"text": around("Tidak ada korban."), "title": "Kapal Tiba", "deck": "Membawa beras"}
    )

    assert [(block.kind, block.part) for block in article.blocks][:2] == [
        ("title", "title"),
        ("deck", "deck"),
    ]
    assert coded_spans(article)[0] == ("title", 0, 10, 0)


def test_a_deck_that_the_text_repeats_stays_in_the_text() -> None:
    deck = "Kedua negara membahas perdagangan tembaga dan visa."
    text = f"{deck}\n\nJAKARTA, KABARNUSA.com - Menteri itu bertemu mitranya di ibu kota dan membahas visa."
    article = read_record({"text": text, "title": "Kapal Tiba", "description": deck})

    assert [(block.kind, block.part) for block in article.blocks] == [
        ("title", "title"),
        ("deck", "text"),
        ("paragraph", "text"),
    ]


DATELINES = [
    ("Jakarta, IDN Times - ", "Jakarta", "IDN Times"),
    ("KOMPAS.com - ", "", "KOMPAS.com"),
    ("WASHINGTON, KOMPAS.com — ", "Washington", "KOMPAS.com"),
    ("NEW YORK, KOMPAS.com -- ", "New York", "KOMPAS.com"),
    ("Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
    ("TEMPO.CO, Jakarta - ", "Jakarta", "TEMPO.CO"),
    ("Liputan6.com, Gaza - ", "Gaza", "Liputan6.com"),
    ("Tel Aviv - ", "Tel Aviv", ""),
    ("BEIJING, 3 Okt (Xinhua) -- ", "Beijing", "Xinhua"),
    ("Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia"),
    ("KBRN, Jakarta: ", "Jakarta", "KBRN"),
    ("Den Haag, Belanda - ", "Den Haag, Belanda", ""),
]


@pytest.mark.parametrize(("words", "place", "outlet"), DATELINES)
def test_each_manner_of_dateline_is_read(words: str, place: str, outlet: str) -> None:
    body = "Menteri itu bertemu mitranya di ibu kota dan membahas perdagangan bilateral."
    article = read_plain(f"Menteri Bertemu Mitra\n\n{words}{body}\n\n{body}")

    assert (article.dateline.place, article.dateline.outlet) == (place, outlet)
    assert article.text[article.dateline.end :].startswith("Menteri itu")


@pytest.mark.parametrize(
    "opening",
    [
        "Kura-kura itu kembali ke laut",
        "Perang Rusia-Ukraina memasuki tahun ketiga",
        "Menteri - kata dia - pergi",
    ],
)
def test_a_dash_alone_makes_no_dateline(opening: str) -> None:
    article = read_plain(
        f"Judul Berita\n\n{opening} dan membuat warga di sekitarnya bertanya-tanya sepanjang hari.\n\nA."
    )

    assert article.dateline.end == 0


def test_the_latest_weekday_in_the_text_dates_the_article() -> None:
    text = "Ia tiba Senin (3/3/2025). Ia pulang Rabu (5/3/2025). Ia lahir 1 Mei 1990 dan pensiun 2 Juni 2030."

    assert read_plain(text).published == "2025-03-05"


def test_a_given_date_is_not_inferred() -> None:
    article = read_record({"text": "Ia tiba Senin (3/3/2025).", "date": "4 Maret 2025"})

    assert (article.published, article.published_inferred) == ("2025-03-04", False)


def test_bylines_give_authors_and_editors() -> None:
    article = read_plain(around("(Penulis: Bima Pradana, Sekar Ayu | Editor: Laras Utami)"))

    assert (article.authors, article.editors) == (("Bima Pradana", "Sekar Ayu"), ("Laras Utami",))


def test_the_id_is_the_same_for_the_same_text() -> None:
    assert read_plain(PAGE).id == read_plain(PAGE).id != read_plain(PAGE + "!").id
