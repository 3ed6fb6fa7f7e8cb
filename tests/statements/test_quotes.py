"""Pairing quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.statements.forms import lexicon
from kawat.statements.quotes import quotes_of


def quoted(text: str) -> list[str]:
    """The outermost quoted words of a paragraph."""
    found = quotes_of(text, 0, len(text), "text", 0, lexicon("id").quotes)
    return [text[quote.start : quote.end] for quote in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Kami siap," kata Budi.', ["Kami siap,"]),
        ("“Kami siap,” kata Budi.", ["Kami siap,"]),
        ("”Kami siap,” kata Budi.", ["Kami siap,"]),
        ("«Kami siap,» kata Budi.", ["Kami siap,"]),
        ("„Kami siap,“ kata Budi.", ["Kami siap,"]),
        ("``Kami siap,'' kata Budi.", ["Kami siap,"]),
        ('“Kami siap," kata Budi.', ["Kami siap,"]),
        ("'Kami siap,' kata Budi.", ["Kami siap,"]),
    ],
)
def test_marks_of_every_kind_pair_with_each_other(text, expected):
    assert quoted(text) == expected


def test_an_interrupted_quotation_is_two_pairs():
    assert quoted('"Kami," kata Budi, "siap berangkat."') == ["Kami,", "siap berangkat."]


def test_what_is_quoted_inside_belongs_to_the_outer_pair():
    assert quoted("\"Dia bilang 'jangan pergi' kepada kami,\" kata Budi.") == [
        "Dia bilang 'jangan pergi' kepada kami,"
    ]


def test_the_same_mark_may_be_nested_when_both_are_closed():
    assert quoted('"Program "Satu Data" itu berjalan," kata Budi.') == ['Program "Satu Data" itu berjalan,']


def test_a_quotation_that_opens_again_was_never_closed():
    assert quoted('"Kami siap. "Kami berangkat," kata Budi.') == ["Kami siap.", "Kami berangkat,"]


def test_a_quotation_without_an_end_reaches_to_the_end_of_its_paragraph():
    found = quotes_of('Kata Budi, "kami siap.', 0, 22, "text", 0, lexicon("id").quotes)

    assert [(quote.end, quote.closed) for quote in found] == [(22, False)]


@pytest.mark.parametrize(
    "text",
    [
        "Ma'ruf salat Jum'at di masjid itu.",
        "Sejak tahun '90-an ia tinggal di Doha.",
        "Delegasi Al-Qur'an tiba.",
        "Pemain itu dari Cote d'Ivoire, bukan O'Brien.",
    ],
)
def test_apostrophes_quote_nothing(text):
    assert quoted(text) == []


def test_spaces_on_both_sides_leave_marks_to_take_turns():
    assert quoted('Ia pergi. " Kami siap, " katanya. " Besok kami berangkat, " kata Budi.') == [
        "Kami siap,",
        "Besok kami berangkat,",
    ]


def test_a_closing_mark_without_an_opening_one_is_left_alone():
    assert quoted('Kami siap," kata Budi. "Kami berangkat," katanya.') == ["Kami berangkat,"]


def test_offsets_count_from_the_start_of_the_part():
    text = 'Judul\n"Kami siap," kata Budi.'
    (quote,) = quotes_of(text, 6, len(text), "text", 1, lexicon("id").quotes)

    assert (quote.outer_start, quote.start, quote.end, quote.outer_end, quote.block) == (6, 7, 17, 18, 1)


@given(st.text(alphabet="ab .,?:\"'“”‘’«»(" + "\n", max_size=60))
def test_quotations_stand_in_order_inside_their_paragraph(text):
    found = quotes_of(text, 0, len(text), "text", 0, lexicon("id").quotes)
    ends = [0]

    for quote in found:
        assert ends[-1] <= quote.outer_start <= quote.start < quote.end <= quote.outer_end <= len(text)
        ends.append(quote.outer_end)


def test_many_marks_take_no_longer_than_they_should():
    text = '"Kami siap. ' * 20_000
    found = quotes_of(text, 0, len(text), "text", 0, lexicon("id").quotes)

    assert len(found) == 20_000
