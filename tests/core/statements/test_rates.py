"""Per what an amount is."""

from baton.core.statements.rates import periods, rates


def test_the_period_of_an_amount_is_read_in_any_form():
    assert rates("£5 a month, $9 per year, 4 € pro Woche, 3 € par jour") == {"month", "year", "week", "day"}
    assert rates("5 € monatlich") == {"month"}


def test_a_span_of_time_is_no_rate():
    assert rates("It takes a month, and 14 days at most.") == frozenset()


def test_every_period_that_is_named_counts_as_named():
    assert periods("£9 per user and month, billed yearly") == {"month", "year"}
