"""Names of countries in the interface's language, from CLDR by way of Babel."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kawat.page.interface import interface


@cache
def country_names(language: str) -> Mapping[str, str]:
    """Names by ISO 3166 alpha-3 code; those of the codebook's own codes are words of the interface."""
    from babel import Locale
    from babel.core import get_global

    known = Locale(language).territories
    names = {
        code: known[short[0]]
        for code, short in get_global("territory_aliases").items()
        if len(code) == 3 and code.isalpha() and len(short) == 1 and short[0] in known
    }
    own = {name[5:]: said for name, said in interface(language).items() if name.startswith("code.")}
    return names | own


def country_name(code: str, language: str) -> str:
    """The name of a country; the code itself where nothing is known of it."""
    return country_names(language).get(code, code)
