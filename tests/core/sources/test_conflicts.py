"""Contradictions are found where two sentences say different things of one matter, and nowhere else."""

import pytest

from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.messages import Citation, Statement
from baton.core.sources.conflicts import between, in_answer


def passage(id: str, title: str, heading: str, text: str, *, question: str | None = None, language="en") -> Passage:
    return Passage(id, "src_1", f"doc_{id}", title, heading, text, question=question, language=language)  # type: ignore[arg-type]


def pair(one: tuple[str, str, str], other: tuple[str, str, str]):
    return between(passage("a", *one), passage("b", *other))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            ("Refund policy", "", "Refunds are issued within 14 days."),
            ("Returns FAQ", "", "Refunds are issued within 30 days."),
            "duration",
        ),
        (
            ("Delivery", "Times", "Standard delivery takes 3 to 5 days."),
            ("Shipping FAQ", "", "Standard shipping takes 5-7 days."),
            "duration",
        ),
        (
            ("Delivery prices", "", "Express delivery costs €9.95."),
            ("Delivery", "Prices", "We charge 12 euros for express delivery."),
            "money €",
        ),
        (
            ("Warranty", "", "The warranty on lamps is two years."),
            ("Lamps", "Warranty", "Our lamps have a 36-month warranty."),
            "months",
        ),
        (
            ("Gift cards", "", "Gift cards are valid for 24 months."),
            ("FAQ", "Gift cards", "Gift cards are valid for 1 year."),
            "months",
        ),
        (
            ("Contact", "", "Our phone line opens at 9:00."),
            ("Help centre", "Phone", "Our phone line opens at 8:30."),
            "clock",
        ),
        (
            ("Account rules", "", "You can have up to 3 addresses in your account."),
            ("Addresses", "", "You can have up to 5 addresses in your account."),
            "number",
        ),
        (
            ("Countries", "", "We deliver lamps to Northern Ireland."),
            ("Delivery", "Countries", "We do not deliver lamps to Northern Ireland."),
            "yes_no",
        ),
        (("Savings", "", "The interest rate is 4.5%."), ("Savings", "", "The interest rate is 4.1%."), "percent"),
    ],
)
def test_two_things_said_of_one_matter_contradict_in_either_order(one, other, kind):
    found, back = pair(one, other), pair(other, one)
    assert found is not None
    assert back is not None
    assert (found.kind, back.kind) == (kind, kind)
    assert (found.one_says, found.other_says) == (one[2], other[2])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Blue account", "", "The monthly fee is $10."), ("Silver account", "", "The monthly fee is $15.")),
        (("Gold card", "Fees", "Annual fee: $0."), ("Business gold card", "Fees", "Annual fee: $200.")),
        (("Delivery", "Standard", "It takes 3 days."), ("Delivery", "Express", "It takes 1 day.")),
        (
            ("Returns", "", "Orders under $50 ship for $5."),
            ("Returns", "", "Orders over $50 ship for $0."),
        ),
        (
            ("Delivery", "", "Standard delivery takes 3 days."),
            ("Delivery", "", "Express delivery takes 1 day."),
        ),
        (("Lamps", "", "Returns are accepted within 30 days."), ("Bulbs", "", "Returns are accepted within 14 days.")),
        (("Refunds", "", "Refunds take 7 days."), ("Refunds", "", "Refunds take a week.")),
        (("Refunds", "", "Refunds take 1 week."), ("Refunds", "", "A refund takes 7 days.")),
        (("Refunds", "", "Refunds usually take 5 days."), ("Refunds", "", "Refunds take 7 days.")),
        (("Refunds", "", "Refunds took 10 days until May."), ("Refunds", "", "Refunds take 7 days.")),
        (("Refunds", "", "Do refunds take 5 days?"), ("Refunds", "", "Do refunds take 7 days?")),
        (("Prices", "", "The lamp costs $1,200."), ("Prices", "", "The lamp costs $1200.00.")),
        (("Prices", "", "The lamp costs $12."), ("Prices", "", "The lamp costs £10.")),
        (("Steps", "", "1. Open the app."), ("Steps", "", "2. Open the app.")),
        (
            ("Roles: admin and finance", "Admin access", "Can approve up to $100,000."),
            ("Roles: admin and finance", "Finance access", "Can approve up to $50,000."),
        ),
        (
            ("Gold Plus: bonuses", "", "Silver card: bonus 1%"),
            ("Silver Plus: bonuses", "", "Gold card: bonus 2%"),
        ),
        (("Opening hours", "", "On Monday we open at 9:00."), ("Opening hours", "", "On Sunday we open at 11:00.")),
    ],
)
def test_two_matters_do_not_contradict(one, other):
    assert pair(one, other) is None
    assert pair(other, one) is None


def test_answers_to_one_question_contradict_even_where_they_are_short():
    one = passage("a", "How long is the warranty?", "", "2 years on all lamps.", question="How long is the warranty?")
    other = passage("b", "How long is the warranty?", "", "3 years on all lamps.", question="How long is the warranty?")
    assert between(one, other) is not None


def test_a_passage_does_not_contradict_itself_nor_another_language():
    one = passage("a", "Refunds", "", "Refunds take 5 days. Refunds take 7 days.")
    assert between(one, one) is None
    assert between(one, passage("b", "Refunds", "", "Refunds take 9 days.", language="nl")) is None


def grounding(*passages: Passage, says: str) -> Grounding:
    citation = Citation(1, passages[0].id, "src_1", "", "", None, says)
    return Grounding(0.9, (Statement(says, (1,)),), (citation,), hits=tuple(Hit(one, 1.0) for one in passages))


def test_only_what_the_answer_says_can_stop_it():
    mine = passage("a", "Refunds", "", "Refunds take 5 days. Refunds by card cost 2 euros.")
    other = passage("b", "Refunds", "", "Refunds take 9 days.")
    assert in_answer(grounding(mine, other, says="Refunds take 5 days.")) is not None
    assert in_answer(grounding(mine, other, says="Refunds by card cost 2 euros.")) is None
    assert in_answer(grounding(mine, says="Refunds take 5 days.")) is None


def test_the_key_holds_while_the_sentences_do():
    one, other = (
        passage("a", "Refunds", "", "Refunds take 5 days."),
        passage("b", "Refunds", "", "Refunds take 9 days."),
    )
    edited = passage("b", "Refunds", "", "Refunds take 8 days.")
    there, back, new = between(one, other), between(other, one), between(one, edited)
    assert there is not None
    assert back is not None
    assert new is not None
    assert there.key == back.key != new.key
