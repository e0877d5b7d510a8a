"""What a passage makes its word depend on, and statements that leave it out."""

import pytest

from baton.core.conditions import conditions, left_out


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
