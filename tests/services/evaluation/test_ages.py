"""How old the sources of an answer are."""

from datetime import UTC, datetime

from fakes import grounded

from baton.core.ids import DocumentId
from baton.core.sources.freshness import Trust
from baton.services.evaluation.ages import Ages, aged
from baton.services.evaluation.circumstances import read_circumstances

ANSWER = grounded("Delivery takes three working days.")
FILES = Ages({DocumentId("doc_1"): datetime(2025, 1, 1, tzinfo=UTC)}, datetime(2026, 1, 1, tzinfo=UTC))
TRUST = Trust(stale_after_days=100, stale_trust=0.5)


def test_the_date_of_a_file_tells_the_age_and_takes_no_confidence() -> None:
    found = aged(ANSWER, read_circumstances({}, where="the line"), FILES, TRUST)
    assert (found.age_days, found.confidence, found.stale) == (365, ANSWER.confidence, ())


def test_the_age_is_that_at_the_moment_of_the_message() -> None:
    met = read_circumstances({"at": "2025-01-11T00:00"}, where="the line")
    assert aged(ANSWER, met, FILES, TRUST).age_days == 10
    before = read_circumstances({"at": "2024-01-11T00:00"}, where="the line")
    assert aged(ANSWER, before, FILES, TRUST).age_days == 0


def test_an_age_that_the_line_gives_makes_the_sources_stale() -> None:
    found = aged(ANSWER, read_circumstances({"source_age": 101}, where="the line"), FILES, TRUST)
    assert (found.age_days, found.confidence) == (101, round(ANSWER.confidence * 0.5, 3))
    assert found.stale
