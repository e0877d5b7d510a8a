from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baton.core.copy import catalogue, languages
from baton.core.copy.times import clock, longest_told, wait_words
from baton.core.waiting import WaitRange

EN = catalogue("en")

WORDS = [
    (0, 40, "less than a minute"),
    (0, 60, "up to 1 minute"),
    (0, 200, "up to 4 minutes"),
    (60, 60, "about 1 minute"),
    (130, 290, "about 2 to 5 minutes"),
    (11 * 60, 12 * 60, "about 10 to 15 minutes"),
    (47 * 60, 89 * 60, "about 45 to 90 minutes"),
    (40 * 60, 100 * 60, "up to 2 hours"),
    (2 * 3600, 2 * 3600, "about 2 hours"),
    (100 * 60, 9000, "about 1 to 3 hours"),
]


@pytest.mark.parametrize(("low", "high", "says"), WORDS)
def test_a_wait_is_told_in_the_coarsest_words_that_are_true(low: int, high: int, says: str) -> None:
    assert wait_words(WaitRange(low, high), EN) == says


@given(st.floats(0, 86400), st.floats(0, 86400))
def test_a_wait_is_rounded_outward_so_that_what_is_told_holds_what_is_expected(one: float, other: float) -> None:
    wait = WaitRange(min(one, other), max(one, other))
    figures = [int(word) for word in wait_words(wait, EN).split() if word.isdigit()]
    unit = 3600 if "hour" in wait_words(wait, EN) else 60
    assert longest_told(wait) >= wait.high_s
    if figures:
        assert figures[-1] * unit == longest_told(wait)
        low = figures[0] * unit if len(figures) == 2 else 0
        assert low <= wait.low_s
        assert all(before < after for before, after in pairwise(figures))


@pytest.mark.parametrize("language", languages())
def test_every_language_tells_a_range_with_both_its_ends(language: str) -> None:
    told = wait_words(WaitRange(310, 1190), catalogue(language))
    assert "5" in told
    assert "20" in told


def test_the_clock_is_the_languages_own() -> None:
    nine = datetime(2026, 11, 20, 21, 5, tzinfo=UTC)
    assert [clock(nine, catalogue(code)) for code in ("en", "de", "pl")] == ["9:05 PM", "21:05", "21:05"]
