"""A source becomes an article: plain text, records, HTML; page furniture told from news.

``read_plain``, ``read_record`` and ``read_html`` make one article; ``open_sources`` goes through files.
"""

from __future__ import annotations

from kawat.article.assemble import LARGEST, Given, coded_spans
from kawat.article.readers import read_html, read_plain, read_record
from kawat.article.sources import open_sources

__all__ = ["LARGEST", "Given", "coded_spans", "open_sources", "read_html", "read_plain", "read_record"]
