"""Canned replies are Liquid with a few values, and say what is missing."""

from datetime import UTC, datetime

import pytest

from baton.core.copy.canned import MOST_TEXT, PLACEHOLDERS, CannedReply, Filled, filled, flaws, shortcut_of


def say(text: str, **values: str) -> Filled | None:
    return filled(CannedReply("hello", text, datetime(2026, 1, 1, tzinfo=UTC)), values)


def test_values_are_filled_in_and_what_a_customer_calls_themselves_is_not_read_as_liquid() -> None:
    assert say("Hello {{ first_name }}, {{operator}} here.", first_name="Ann", operator="Dana") == Filled(
        "Hello Ann, Dana here."
    )
    assert say("Hello {{ name }}", name="{{ email }}{% if %}") == Filled("Hello {{ email }}{% if %}")


def test_a_bare_value_that_is_not_known_is_named_and_one_with_a_default_is_not() -> None:
    said = say("{{ first_name }}: {{ reference }} {{ name | default: 'you' }}")
    assert said == Filled(":  you", ("first_name", "reference"))


def test_what_comes_to_nothing_is_not_said() -> None:
    assert say("{{ first_name }}") is None


@pytest.mark.parametrize(
    ("shortcut", "text", "says"),
    [
        ("two words", "Hi", "one word"),
        ("", "Hi", "one word"),
        ("../x", "Hi", "one word"),
        ("x" * 41, "Hi", "at most 40"),
        ("hi", "  ", "empty"),
        ("hi", "x" * (MOST_TEXT + 1), "more than 4,000"),
        ("hi", "{{ card }}", "no value for card"),
        ("hi", "{% for x in name %}{% endfor %}", "can't be read"),
        ("hi", "{{ name", "can't be read"),
    ],
)
def test_each_flaw_is_said(shortcut: str, text: str, says: str) -> None:
    (flaw,) = flaws(shortcut, text)
    assert says in flaw


def test_every_placeholder_can_be_used_and_a_shortcut_is_kept_as_people_mean_it() -> None:
    assert list(flaws("rückgabe-2", "".join(f"{{{{ {name} }}}}" for name in PLACEHOLDERS))) == []
    assert shortcut_of(" /Return Label ") == "return-label"
