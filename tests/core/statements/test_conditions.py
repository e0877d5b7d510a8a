"""What a passage makes its word depend on, and statements that leave it out."""

import pytest

from baton.core.statements.conditions import conditions
from baton.core.statements.left_out import left_out


def known(word: str) -> frozenset[str]:
    return frozenset((word,))


@pytest.mark.parametrize(
    ("statement", "sentence", "language", "condition"),
    [
        ("Collection is free.", "Collection is free for members; others pay £4.", "en", "for members"),
        ("You can keep your number.", "You can keep your number if you stay in town.", "en", "if you stay in town"),
        ("We repair the frame.", "We repair the frame unless it was sat on.", "en", "unless it was sat on"),
        ("Delivery is free.", "Delivery is free from £50.", "en", "from"),
        ("You can return lenses.", "You can return glasses, but lenses only if sealed.", "en", "only if sealed"),
        (
            "You can cancel free of charge.",
            "You can cancel free of charge until 24 hours before it starts.",
            "en",
            "until",
        ),
        ("A copy is free.", "A copy is free once a year.", "en", "once a year"),
        ("Check-ups for children are free.", "Check-ups for children under 6 are free.", "en", "under 6"),
        ("You can pay in instalments.", "Treatment above £500 can be paid in instalments.", "en", "above £500"),
        (
            "A visit is free.",
            "A visit takes 2 hours and is free while the guarantee lasts.",
            "en",
            "while the guarantee",
        ),
        (
            "Termine können abgesagt werden.",
            "Termine können bis 24 Stunden vorher abgesagt werden.",
            "de",
            "bis 24 stunden",
        ),
        ("Puede cancelar gratis.", "Puede cancelar gratis hasta 48 horas antes.", "es", "hasta 48 horas"),
        ("Vous pouvez résilier.", "Vous pouvez résilier jusqu'à 10 jours avant.", "fr", "jusqu'à 10 jours"),
        ("Die Abholung ist kostenlos.", "Die Abholung ist für Mitglieder kostenlos.", "de", "für mitglieder"),
        ("La recogida es gratis.", "La recogida es gratis a partir de 40 €.", "es", "a partir de"),
        ("Les retours sont gratuits.", "Les retours sont gratuits, sauf si vous êtes pressé.", "fr", "sauf"),
    ],
)
def test_a_condition_left_out_is_named(statement: str, sentence: str, language: str, condition: str):
    assert (left_out(statement, (sentence,), language, known) or "nothing").startswith(condition)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("Collection is free for members.", "Collection is free for members; others pay £4."),
        (
            "You can cancel for free a day before it starts.",
            "You can cancel free of charge until 24 hours before it starts.",
        ),
        ("A visit takes two hours.", "A visit takes 2 hours and is free while the guarantee lasts."),
        ("We refund the price.", "We refund the price within 5 working days."),
        ("In that case, collection is free.", "If you are a member, collection is free."),
        ("Delivery is free above £50.", "Delivery is free from £50."),
        ("You can return glasses.", "You can return glasses, but lenses only if sealed."),
        ("Opened mattresses cannot be returned.", "Opened mattresses cannot be returned unless they are faulty."),
    ],
)
def test_a_statement_that_keeps_it_or_refuses_more_leaves_nothing_out(statement: str, sentence: str):
    assert left_out(statement, (sentence,), "en", known) is None


def test_an_exception_belongs_to_the_last_thing_of_a_list():
    (found,) = conditions("Check-ups, visits, and 15% off treatments except implants.", "en")

    assert "treatment" in found.main
    assert "visit" not in found.main


def test_a_condition_that_the_answer_has_said_beside_it_is_not_left_out():
    sentence = "You can cancel free of charge until 24 hours before it starts."
    beside = "This holds up to 24 hours before."
    assert left_out("You can cancel.", (sentence,), "en", known) is not None
    assert left_out("You can cancel.", (sentence,), "en", known, beside=beside) is None


def test_the_nearest_sentence_alone_puts_its_conditions():
    sentences = ("Items can be returned within 14 days.", "Return shipping is free for members.")
    assert left_out("You can return items within two weeks.", sentences, "en", known) is None
