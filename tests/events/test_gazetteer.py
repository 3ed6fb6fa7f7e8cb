"""Names of places lead to a country and coordinates."""

from __future__ import annotations

from importlib import resources

import pytest

from kawat.events.gazetteer import find, namesakes


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Wina", "AUT"),
        ("Moskow", "RUS"),
        ("Jogja", "IDN"),
        ("Den Haag", "NLD"),
        ("Jenewa", "CHE"),
        ("IKN", "IDN"),
        ("Rakhine", "MMR"),
        ("Tepi Barat", "PSE"),
        ("Jalur Gaza", "PSE"),
        ("Donbas", "UKR"),
        ("Krimea", "UKR"),
        ("Banda Aceh", "IDN"),
        ("Kharkiv", "UKR"),
        ("Jerman", "DEU"),
    ],
)
def test_names_that_indonesian_news_uses(name: str, country: str):
    """Exonyms, regions of conflict and provinces are found under the names of the news."""
    place = find(name)

    assert place is not None
    assert place.country == country


def test_the_larger_of_two_namesakes_is_meant():
    """London stands for the capital, not for the town in Ontario."""
    assert [place.country for place in namesakes("London")][:2] == ["GBR", "CAN"]


def test_a_known_country_settles_namesakes():
    """In an article about Canada, London can be the one in Ontario."""
    place = find("London", "CAN")

    assert place is not None
    assert place.country == "CAN"


def test_contested_waters_belong_to_nobody():
    """The South China Sea has coordinates but no country."""
    place = find("Laut China Selatan")

    assert place is not None
    assert (place.country, place.lat) == ("", 12.0)


def test_countries_have_no_coordinates():
    """The middle of a country is not where something happened."""
    place = find("Ukraina")

    assert place is not None
    assert (place.country, place.lat, place.lon) == ("UKR", None, None)


@pytest.mark.parametrize("name", ["", "timur", "Kota", "Republik Antah Berantah"])
def test_everyday_words_are_no_places(name: str):
    """What no place is called, or every second one, is not found."""
    assert find(name) is None


def test_coordinates_are_on_earth():
    """A sample of rows has coordinates within bounds."""
    for name in ("Jakarta", "Perth", "Suva", "Wellington", "Anchorage", "Rafah"):
        place = find(name)
        assert place is not None, name
        assert place.lat is not None
        assert place.lon is not None
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180


def test_the_extract_stays_small():
    """Shipped data is at most a megabyte and a half."""
    assert len((resources.files("kawat.events") / "data" / "places.tsv.gz").read_bytes()) < 1_500_000
