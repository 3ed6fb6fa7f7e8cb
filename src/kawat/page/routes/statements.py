"""Statement search."""

from __future__ import annotations

from starlette.responses import Response

from kawat.page import look
from kawat.page.export import STATEMENT_HEADER, all_rows, statement_cells
from kawat.page.route import Pages
from kawat.page.visit import Visit


def statements(visit: Visit) -> Response:
    """What was said, by words under their affixes and by who, when and via whom."""
    where, words = visit.where(), visit.one("q")

    def ask(cursor: str, limit: int) -> object:
        return visit.record.statements(where, words, cursor, limit)

    if visit.one("csv"):
        return look.sheet("statements", STATEMENT_HEADER, map(statement_cells, all_rows(ask)))
    return look.page(visit, "statements.html", found=ask(visit.one("cursor"), visit.rows()))


PAGES: Pages = (("/statements", statements),)
