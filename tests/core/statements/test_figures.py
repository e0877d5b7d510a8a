"""Figures are the same where they mean the same, however they are written."""

import pytest

from baton.core.statements.figures import figures


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£1,500", "1.500 £"),
        ("49.90 EUR", "€49,9"),
        ("two weeks", "14 days"),
        ("24 months", "2 years"),
        ("48 hours", "2 days"),
        ("3 business days", "three working days"),
        ("9 am", "09:00"),
        ("5 pm", "17:00"),
        ("12 pm", "12:00"),
        ("25 percent", "25%"),
        ("a month", "one month"),
        ("a month", "per month"),
        ("half an hour", "30 minutes"),
        ("a fortnight", "14 days"),
        ("an hour and a half", "90 minutes"),
        ("twenty-one days", "3 weeks"),
        ("quarter of an hour", "15 minutes"),
        ("8.30", "8:30 am"),
    ],
)
def test_the_same_figure(one: str, other: str):
    (first,), (second,) = figures(one, "en"), figures(other, "en")
    assert first.is_same(second)
    assert second.is_same(first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("30 days", "30%"),
        ("3 days", "3 working days"),
        ("£30", "€30"),
        ("9 am", "9 pm"),
        ("8.30", "8:45 am"),
        ("half an hour", "an hour"),
        ("1,500", "15"),
        ("2 weeks", "2 months"),
    ],
)
def test_another_figure(one: str, other: str):
    (first,), (second,) = figures(one, "en"), figures(other, "en")
    assert not first.is_same(second)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("2 to 4 working days", "en", [(2, "workday"), (4, "workday")]),
        ("7 to 10 am", "en", [(420, "time"), (600, "time")]),
        ("1 to 4 pm", "en", [(780, "time"), (960, "time")]),
        ("binnen vierzehn Tagen ab 17 Uhr", "de", [(336, "hour"), (1020, "time")]),
        ("quince días", "es", [(360, "hour")]),
        ("sous 5 jours ouvrés", "fr", [(5, "workday")]),
        ("once a year", "en", [(12, "month")]),
        ("2. Take the lid off.", "en", []),
    ],
)
def test_values_are_in_the_unit_of_their_kind(text: str, language: str, found: list[tuple[float, str]]):
    assert [(figure.value, figure.unit) for figure in figures(text, language)] == found
