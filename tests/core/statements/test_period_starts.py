"""From what a period is counted."""

import pytest

from baton.core.statements.period_starts import other_start


@pytest.mark.parametrize(
    ("statement", "source", "language", "start"),
    [
        ("You have 30 days after ordering.", "Return it within 30 days of delivery.", "en", "the order"),
        ("We refund within 5 days of you posting it.", "5 days after it has arrived.", "en", "the dispatch"),
        ("Binnen 14 Tagen nach der Bestellung.", "14 Tage nach Erhalt der Ware.", "de", "the order"),
        ("Tiene 30 días desde la entrega.", "30 días desde la compra.", "es", "the delivery"),
        ("30 jours après la commande.", "30 jours après réception.", "fr", "the order"),
    ],
)
def test_a_period_counted_from_something_else_is_named(statement: str, source: str, language: str, start: str):
    assert other_start(statement, source, language) == start


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("You have 30 days once it reaches you.", "Return it within 30 days of delivery."),
        ("After delivery of your order you have 30 days.", "Return it within 30 days of receiving it."),
        ("You have 30 days.", "Return it within 30 days of delivery."),
        ("You have 30 days from the order.", "Return it within 30 days."),
        ("After that, the visit costs £65.", "After the guarantee has ended, it costs £65."),
    ],
)
def test_the_same_start_in_other_words_or_none_is_no_other(statement: str, source: str):
    assert other_start(statement, source, "en") is None


def test_languages_without_words_of_their_own_are_left_alone():
    assert other_start("30 dni po zamówieniu", "30 dni po dostawie", "pl") is None
