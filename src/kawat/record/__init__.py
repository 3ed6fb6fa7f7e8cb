"""The record: every article once, what it reports, and answers in the time a person waits."""

from kawat.record.corrections import Correction
from kawat.record.questions.filters import Filter
from kawat.record.record import Added, Record
from kawat.record.rows import Page

__all__ = ["Added", "Correction", "Filter", "Page", "Record"]
