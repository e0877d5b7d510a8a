"""An old source takes confidence from an answer that cites it, and no other source does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from fakes import grounded

from baton.core.ids import SourceId
from baton.core.sources.freshness import Dates, Trust, is_stale, weighed_by_age

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TRUST = Trust(stale_after_days=180, stale_trust=0.5)


@pytest.mark.parametrize(
    ("days_ago", "review_on", "stale"),
    [
        (10, None, False),
        (180, None, False),
        (181, None, True),
        (400, date(2026, 11, 21), False),
        (1, date(2026, 11, 20), True),
    ],
)
def test_a_review_date_counts_before_the_days_since_the_last_look(days_ago, review_on, stale):
    assert is_stale(Dates("Help", NOW - timedelta(days=days_ago), review_on), TRUST, NOW) is stale


def test_without_days_in_the_policy_only_a_review_date_makes_a_source_stale():
    assert not is_stale(Dates("Help", NOW - timedelta(days=4000)), Trust(), NOW)


def test_only_a_cited_stale_source_lowers_confidence():
    answer = grounded("Refunds take 5 days.", confidence=0.9)
    old = Dates("Help", NOW - timedelta(days=300))
    weighed = weighed_by_age(answer, {SourceId("src_1"): old}, TRUST, NOW)
    assert (weighed.confidence, weighed.stale) == (0.45, ("Help",))
    assert weighed_by_age(answer, {SourceId("src_2"): old}, TRUST, NOW) == answer
