"""The differences of two policies, in words."""

import pytest

from baton.core.policy.diff import diff
from baton.core.policy.parse.whole import parse
from baton.services.policy.policies import default_source

DEFAULT = default_source()
ASKS = "  - {id: asks-for-person, when: asks_for_person, then: handoff}\n"
STUCK = "  - {id: stuck-again, when: stuck, times: 2, then: handoff}\n"

CHANGES = [
    (ASKS, "", [("removed", "rules", "asks-for-person is gone. It said: When the customer asks for a person, hand over to a person.")]),
    (STUCK, STUCK + "  - {id: new, when: stuck, times: 3, then: handoff}\n", [("added", "rules", "new is new. When the answers don't help or the same question comes again for the third time in a row, hand over to a person.")]),
    ("times: 2, then: handoff}\n  - {id: stuck,", "times: 3, then: handoff}\n  - {id: stuck,", [("changed", "rules", "stuck-again is changed. It said: ")]),
    ("    hours: always", "    hours: {timezone: Europe/Berlin, mon: ['09:00-17:00']}", [("changed", "queues", "Queue support is changed: hours always before, Mon 09:00-17:00 (Europe/Berlin) now.")]),
    ("owner: Head of sales", "owner: Bo", [("changed", "queues", "Queue sales is changed: owner Head of sales before, Bo now.")]),
    ("  refund: needs_judgement", "  refund: always", [("changed", "topics", "Topic refund is changed: when needs_judgement before, always now.")]),
    ("  policy_answer: 0.85", "  policy_answer: 0.8", [("changed", "thresholds", "Thresholds: policy answer 0.85 before, 0.8 now.")]),
    ("language: en ", "languages: [en, de]\nlanguage: en ", [("changed", "languages", "Languages: none before, en, de now.")]),
    ("attributes:", "words:\n  outage: {matches: 'down+'}\nattributes:", [("added", "words", "Words outage is new.")]),
    ("  high_value: {tag: high_value}", "  high_value: {tag: hv}", [("changed", "attributes", "Attribute high_value is changed: tag high_value before, hv now.")]),
    ("attributes:", "copy:\n  en: {sent: It is with them.}\nattributes:", [("added", "copy", "sent in en: the built-in sentence Now: It is with them.")]),
    ("policy: Default policy", "# a comment\npolicy: Default policy", []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_each_change_is_told_in_words(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    assert old in DEFAULT
    found = diff(parse(DEFAULT), parse(DEFAULT.replace(old, new, 1)))
    assert [(one.what.value, one.part) for one in found] == [(what, part) for what, part, _ in expected]
    for one, (_, _, says) in zip(found, expected, strict=True):
        assert one.says.startswith(says)


def test_a_rule_that_moves_is_told_with_its_new_place() -> None:
    small = DEFAULT.partition("rules:")[0] + "rules:\n"
    one, two, three = (
        f"  - {{id: {name}, when: distress, at_least: 0.{n}, then: offer}}\n" for n, name in enumerate("abc")
    )
    before, after = parse(small + one + two + three), parse(small + three + one + two)
    assert [found.says for found in diff(before, after)] == ["c is asked first now."]
    assert diff(parse(DEFAULT), parse(DEFAULT)) == ()


def test_moving_a_rule_between_layers_in_the_file_changes_nothing() -> None:
    moved = DEFAULT.replace(ASKS, "", 1) + ASKS
    assert diff(parse(DEFAULT), parse(moved)) == ()


def test_of_examples_those_that_came_and_went_are_told_the_first_few_by_name() -> None:
    before = DEFAULT.replace("    owner: Head of sales", "    owner: Head of sales\n    examples: [a1, b2, c3]", 1)
    after = before.replace("[a1, b2, c3]", "[a1, d4, e5, f6, g7]")
    assert [one.says for one in diff(parse(before), parse(after))] == [
        "Queue sales is changed: examples 4 added (d4; e5; f6; …) and 2 removed (b2; c3)."
    ]
