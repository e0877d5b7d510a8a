"""What a company writes of its own into a policy: topics, expressions, examples, facts, ways to end."""

import pytest
from core.policy.parse.test_whole import SMALL, problems_of, with_line

from baton.core.policy.dispositions import STANDARD, Disposition
from baton.core.policy.model import Judging
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors


def test_a_topic_of_ones_own_has_phrases_and_can_be_named() -> None:
    policy = parse(
        SMALL.replace("owner: Ann}", "owner: Ann, topics: [warranty]}")
        + "topics:\n  warranty: {when: always, phrases: {en: [warranty case], de: Garantiefall}}\n"
    )
    assert policy.topics[0].when is Judging.ALWAYS
    assert policy.topics[0].phrases == (("en", "warranty case"), ("de", "Garantiefall"))
    assert policy.queue_for("warranty") == "support"


def test_regular_expressions_are_so_many_at_most_all_words_together() -> None:
    listed = ", ".join(f"'SN-{number}[0-9]'" for number in range(60))
    words = f"{SMALL}words:\n  a: {{matches: [{listed}]}}\n  b: {{matches: [{listed}]}}\n"
    assert [message.partition(",")[0] for _, _, message in problems_of(words)] == [
        "A policy may hold 100 regular expressions"
    ]


@pytest.mark.parametrize("escape", [r"\0", r"\ud800"])
def test_an_escape_for_what_no_text_holds_is_refused_with_its_line(escape: str) -> None:
    for text in (SMALL.replace("Small", f'"Sm{escape}all"'), f'{SMALL}words:\n  a: {{matches: "x{escape}"}}\n'):
        assert "a character that no text can hold" in problems_of(text)[0][2]


EXAMPLES = """\
queues:
  support: {owner: Ann, default: true, examples: "where  is my parcel"}
  billing: {owner: Bo, topics: [warranty], examples: [wrong invoice, wrong invoice, declined card]}
topics:
  warranty: {examples: [it broke]}
rules:
  - {id: asks, when: asks_for_person, then: handoff}
"""


def test_examples_are_read_each_once_with_the_queue_that_they_lead_to() -> None:
    policy = parse(EXAMPLES)
    assert [queue.examples for queue in policy.queues] == [("where is my parcel",), ("wrong invoice", "declined card")]
    assert [(one.label, one.queue) for one in policy.ready.examples] == [
        ("queue support", "support"),
        ("queue billing", "billing"),
        ("queue billing", "billing"),
        ("topic warranty", "billing"),
    ]


def test_the_digest_of_examples_changes_with_them_alone() -> None:
    digest = parse(EXAMPLES).ready.examples_digest
    assert parse("policy: Other\n" + EXAMPLES).ready.examples_digest == digest
    assert parse(EXAMPLES.replace("it broke", "it snapped")).ready.examples_digest != digest
    assert parse(SMALL).ready.examples_digest == ""


def test_a_long_example_and_too_many_examples_are_told() -> None:
    long = problems_of(EXAMPLES.replace("it broke", "b" * 501))
    assert long == [(5, 25, "An example is one message, at most 500 characters.")]
    many = ", ".join(f"m{n}" for n in range(5_000))
    assert [said for _, _, said in problems_of(EXAMPLES.replace("it broke", many))] == [
        "There are more than 5,000 examples. Keep those that differ most."
    ]


def test_facts_of_the_tenants_own_have_a_name_and_expressions() -> None:
    policy = parse(
        f"{SMALL}facts:\n  contract: {{name: Contract no., matches: 'V-[0-9]{{6}}'}}\n  plate_no: {{matches: ['[A-Z]-[0-9]+']}}\n"
    )
    assert [(fact.key, fact.name, len(fact.matches)) for fact in policy.facts] == [
        ("contract", "Contract no.", 1),
        ("plate_no", "Plate no", 1),
    ]


def test_a_fact_without_an_expression_is_refused_with_what_to_write() -> None:
    with pytest.raises(PolicyErrors) as refused:
        parse(f"{SMALL}facts:\n  contract: {{name: Contract}}\n")
    assert 'Fact "contract" needs "matches"' in str(refused.value)


def test_how_conversations_end_is_the_usual_six_or_what_the_file_names_in_its_order() -> None:
    assert parse(SMALL).dispositions == STANDARD
    own = parse(with_line("dispositions: {paid_back: {}, spam: {name: Junk, retired: true}}")).dispositions
    assert own == (Disposition("paid_back", "Paid back"), Disposition("spam", "Junk", retired=True))


def test_one_way_to_end_must_be_in_use() -> None:
    for none in ("{}", "{spam: {retired: true}}"):
        (problem,) = problems_of(with_line(f"dispositions: {none}"))
        assert "must name at least one that is not retired" in problem[2]
    assert "can't be the key of a disposition" in problems_of(with_line("dispositions: {Paid Back: {}}"))[0][2]
