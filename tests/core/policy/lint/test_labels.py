"""Labels that rules ask for and nobody can put on."""

from baton.core.policy.lint.labels import unknown_labels
from baton.core.policy.parse.whole import parse

POLICY = parse("""\
policy: Small
queues:
  support: {owner: Ann, default: true}
rules:
  - {id: press, when: stuck, if: {any: [{label: press}, {not: {label: [late-delivery, press]}}]}, then: handoff}
  - {id: plain, when: stuck, if: {channel: web}, then: offer}
""")


def test_labels_that_the_company_has_are_fine():
    assert list(unknown_labels(POLICY, ["press", "late-delivery"])) == []


def test_a_label_that_is_not_on_the_list_is_told_once_with_its_rule_and_the_nearest_one():
    (found,) = unknown_labels(POLICY, ["press", "late-deliveries"])
    assert (found.rule, found.line) == ("press", 5)
    assert '"late-delivery"' in found.message
    assert "late-deliveries" in found.hint


def test_without_any_label_it_is_told_who_adds_one():
    assert all("under Labels" in one.hint for one in unknown_labels(POLICY, []))
