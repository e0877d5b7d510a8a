"""For whom a document is: what it says, what a rule says, and what it gives away."""

import pytest

from baton.core.actors import Role
from baton.core.audience import AudienceRule, Mark, MarkedBy, SourceAudience, mark_of, reader_of
from baton.core.reading.internal_words import internal_words

PUBLIC, OPERATORS, INTERNAL = SourceAudience
PROCEDURE = "Ask the customer for the card number. If the customer refuses, escalate to a supervisor."


@pytest.mark.parametrize(
    ("reader", "reads"),
    [(PUBLIC, {PUBLIC}), (OPERATORS, {PUBLIC, OPERATORS}), (INTERNAL, {PUBLIC, OPERATORS, INTERNAL})],
)
def test_everybody_reads_what_is_for_them_and_for_more_people(reader, reads):
    assert {other for other in SourceAudience if reader.may_read(other)} == reads


def test_only_people_of_the_team_read_more_than_customers():
    assert {role: reader_of(role) for role in Role} == {
        Role.ADMIN: INTERNAL,
        Role.OPERATOR: OPERATORS,
        Role.READONLY: OPERATORS,
        Role.BOT: PUBLIC,
        Role.CUSTOMER: PUBLIC,
        Role.WIDGET: PUBLIC,
    }


def test_what_the_document_says_of_itself_comes_before_rules_and_guesses():
    rules = [AudienceRule("*", OPERATORS)]
    assert mark_of("a.md", "A", PROCEDURE, own=PUBLIC, rules=rules) == Mark(PUBLIC, MarkedBy.DOCUMENT)
    assert mark_of("a.md", "A", PROCEDURE, rules=rules) == Mark(OPERATORS, MarkedBy.RULE, "*")


@pytest.mark.parametrize(
    ("match", "fits"),
    [("internal/*", True), ("INTERNAL/*", True), ("*refunds*", True), ("how we*", True), ("refunds", False)],
)
def test_a_rule_is_a_pattern_of_path_or_title(match, fits):
    assert AudienceRule(match, OPERATORS).fits("internal/refunds.md", "How we refund") is fits


def test_a_procedure_in_a_public_source_waits_for_a_person():
    mark = mark_of("a.md", "Card checks", PROCEDURE)
    assert mark is not None
    assert (mark.audience, mark.by) == (OPERATORS, MarkedBy.PROPOSED)
    assert "Ask the customer" in mark.why
    assert mark_of("a.md", "Card checks", PROCEDURE, source=INTERNAL) is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Internal: closing accounts", "Close it."),
        ("Waiving fees (Internal)", "Waive it."),
        ("Fees", "Agents should waive the fee once."),
        ("Fees", "Do not tell the customer how the score is made."),
        ("Codes", "## Codes (INTERNAL USE ONLY)\n\n04 means stolen."),
        ("Fees", "Verify identity first. When the customer has paid, close the case."),
    ],
)
def test_procedures_are_seen(title, text):
    assert internal_words(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Returns", "Our agents can help you by phone. Send it back within 30 days."),
        ("International delivery", "We deliver internationally. Internal parts are covered by the warranty."),
        ("Security", "Never share your password. We verify your identity before we change your address."),
        ("Teams", "Ask your customers to sign in. Your supervisor can add people."),
        ("", ""),
    ],
)
def test_pages_for_customers_are_left_alone(title, text):
    assert internal_words(title, text) == ""


def test_a_long_hostile_page_is_read_in_no_time():
    assert internal_words("the customer " * 5000, "do not " * 100_000 + "a_" * 50_000) == ""
