"""What the linter finds, and what it leaves alone."""

from datetime import date

import pytest

from baton.core.policy.finding import Finding, Severity
from baton.core.policy.lint.whole import lint
from baton.core.policy.parse.whole import parse
from baton.services.policy.policies import default_source, load_default

FILE = """\
policy: Small
queues:
  support: {{name: Support, owner: Ann, default: true, topics: [complaint, vip, privacy, security, medical, legal,
    account_ownership, discount, billing_dispute, cancellation, card_number, bank_account, identity, password, health, account_access]}}
  billing: {{owner: Ben, topics: [refund], hours: {{timezone: Europe/Berlin, mon-fri: ["09:00-17:00"]}}}}
attributes:
  vip: {{tag: vip}}
words:
  outage: {{phrases: {{en: [is down]}}}}
{more}
rules:
  - {{id: asks, when: asks_for_person, then: handoff}}
  - {{id: data, when: sensitive_data, then: handoff}}
  - {{id: broken, when: knowledge_failed, then: handoff}}
{rules}
"""
TOPIC = "{id: topic, when: policy_topic, then: handoff, queue: support}"


def _lint(*rules: str, more: str = "") -> list[Finding]:
    lines = "\n".join(f"  - {rule}" for rule in (TOPIC, *rules))
    return [one for one in lint(parse(FILE.format(rules=lines, more=more))) if one.code != "closed_destination"]


def test_the_default_policy_is_clean() -> None:
    assert lint(load_default()) == ()


def test_the_small_policy_of_these_tests_is_clean() -> None:
    assert _lint() == []


BAD = [
    (["{id: a, when: stuck, then: handoff}", "{id: b, when: stuck, times: 2, then: handoff}"], "dead_rule", "b"),
    (["{id: b, when: stuck, then: offer}", "{id: a, when: stuck, then: handoff, queue: support}"], "clashing_rules", "a"),
    (["{id: a, when: stuck, then: handoff}", "{id: b, when: stuck, then: handoff}"], "dead_rule", "b"),
    (["{id: a, when: stuck, then: handoff}", "{id: b, when: stuck, then: handoff, queue: billing}"], "clashing_rules", "b"),
    (["{id: b, when: distress, at_least: 0.9, then: offer}", "{id: a, when: distress, at_least: 0.5, then: handoff}"], "dead_rule", "b"),
    (["{id: a, when: distress, then: offer}", "{id: b, when: distress, at_least: 0.5, then: answer_and_offer}"], "dead_rule", "b"),
    (["{id: a, when: distress, then: offer}", "{id: b, when: distress, at_least: 0.5, then: offer}"], "dead_rule", "b"),
    (["{id: a, when: stuck, if: {turns: 3}, then: handoff}", "{id: b, when: stuck, if: {turns: 3, verified: true}, then: handoff}"], "dead_rule", "b"),
    (["{id: a, when: stuck, if: {turns: 3}, then: handoff}", "{id: b, when: stuck, if: {turns: 4}, then: handoff}"], "", None),
    (["{id: a, when: stuck, times: 2, then: handoff}", "{id: b, when: stuck, then: answer_and_offer}"], "", None),
    (["{id: a, when: policy_topic, topics: [vip], then: offer}"], "dead_rule", "a"),
    (["{id: a, when: urgency, topics: [refund], then: offer}"], "dead_rule", "a"),
    (["{id: a, when: stuck, if: {turns: 0}, then: handoff}"], "dead_rule", "a"),
    (["{id: a, when: stuck, if: {all: [{channel: web}, {channel: api}]}, then: handoff}"], "dead_rule", "a"),
    (["{id: a, when: stuck, if: {all: [{turns: {at_least: 4}}, {turns: {below: 3}}]}, then: handoff}"], "dead_rule", "a"),
    (["{id: a, when: stuck, if: {verified: true, not: {verified: true}}, then: handoff}"], "dead_rule", "a"),
    (["{id: a, when: stuck, if: {verified: true, all: [{verified: false}]}, then: handoff}"], "dead_rule", "a"),
    (["{id: a, when: customer_attribute, then: handoff}"], "hand_back_loop", "a"),
    (["{id: a, when: customer_attribute, if: {returned: false}, then: handoff}"], "", None),
    (["{id: a, when: customer_attribute, if: {says: outage}, then: handoff}"], "", None),
    (["{id: a, when: customer_attribute, then: offer}"], "", None),
    (["{id: a, when: workflow_exception, if: {channel: voice}, then: handoff}"], "hand_back_loop", "a"),
    (["{id: a, when: workflow_exception, if: {label: press}, then: handoff}"], "hand_back_loop", "a"),
    (["{id: a, when: workflow_exception, if: {label: press, returned: false}, then: handoff}"], "", None),
    (["{id: a, when: workflow_exception, if: {channel: voice, says: outage}, then: handoff}"], "", None),
    (["{id: a, when: workflow_exception, if: {channel: voice, turns: {at_least: 4}}, then: handoff}"], "", None),
    (["{id: a, when: buying_intent, then: handoff}"], "no_owner", "a"),
    (["{id: a, when: buying_intent, then: handoff, queue: support}"], "", None),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "code", "rule"), BAD)
def test_what_is_found_in_the_rules(rules: list[str], code: str, rule: str | None) -> None:
    found = _lint(*rules)
    assert [one.code for one in found] == ([code] if code else [])
    assert all(one.rule == rule for one in found)
    assert all((one.line >= 15) == (one.rule is not None) for one in found)


MORE = [
    ("limits: {clarifications: 0}", "{id: a, when: ambiguous, then: clarify}", "dead_rule", Severity.ERROR),
    ("thresholds: {answer: 0.8, policy_answer: 0.6}", None, "thresholds", Severity.ERROR),
    ("thresholds: {answer: 0.8, policy_answer: 0.8}", None, "", None),
    ("languages: [en, de-AT]\ntopics: {warranty: {phrases: {en: [a], de: [b]}}}", None, "no_phrases", Severity.WARNING),
    ("languages: [tlh]", None, "no_copy not_heard no_phrases", Severity.WARNING),
    ("bot: {answers: outside}", "{id: a, when: stuck, then: offer}", "never_asked", Severity.WARNING),
]


@pytest.mark.parametrize(("more", "rule", "codes", "severity"), MORE)
def test_what_is_found_in_the_settings(more: str, rule: str | None, codes: str, severity: Severity | None) -> None:
    found = _lint(*([rule] if rule else []), more=more)
    if "warranty" in more:
        found = [one for one in found if "outage" in one.message]
    assert sorted(one.code for one in found) == sorted(codes.split())
    assert all(one.severity is severity for one in found)


def test_every_class_has_an_owner_where_there_are_several_queues() -> None:
    text = default_source().replace("legal, privacy, ", "privacy, ")
    assert [(one.severity, one.code) for one in lint(parse(text))] == [(Severity.ERROR, "no_owner")]
    assert "legal" in lint(parse(text))[0].message


@pytest.mark.parametrize("kind", ["asks_for_person", "policy_topic", "sensitive_data", "knowledge_failed"])
def test_a_stop_rule_that_is_missing_is_told(kind: str) -> None:
    lines = [line for line in default_source().splitlines() if f"when: {kind}," not in line]
    found = lint(parse("\n".join(lines)))
    assert [(one.severity, one.code) for one in found] == [(Severity.WARNING, "no_rule")]
    assert kind in found[0].message


def test_topics_that_no_rule_hands_off_on_are_told() -> None:
    lines = [line for line in default_source().splitlines() if "id: policy-topic," not in line]
    (found,) = lint(parse("\n".join(lines)))
    assert (found.severity, found.code) == (Severity.WARNING, "no_rule")
    assert "No rule hands off on account_ownership, billing_dispute, " in found.message
    assert "danger" not in found.message


def test_danger_that_no_rule_hands_off_on_is_told_though_the_policy_never_names_it() -> None:
    text = default_source().replace(
        "policy-topic, when: policy_topic,", "policy-topic, when: policy_topic, topics: [refund],"
    )
    lines = [line for line in text.splitlines() if "id: danger," not in line and not line.startswith("  danger:")]
    assert any("danger" in one.message for one in lint(parse("\n".join(lines))) if one.code == "no_rule")


def _closed(*rules: str) -> list[str]:
    lines = "\n".join(f"  - {rule}" for rule in rules)
    return [one.message for one in lint(parse(FILE.format(rules=lines, more=""))) if one.code == "closed_destination"]


NIGHT = "Mon-Fri 00:00-09:00, 17:00-24:00; Sat-Sun all day (Europe/Berlin)"
TO_BILLING = "{id: t, when: policy_topic, topics: [refund], then: handoff}"


@pytest.mark.parametrize(
    ("rules", "times"),
    [
        ([TO_BILLING], NIGHT),
        ([TO_BILLING.replace("then", "if: {open: billing}, then")], None),
        ([TO_BILLING.replace("then", "queue: support, then")], None),
        ([TO_BILLING.replace("then", "if: {verified: true}, then")], NIGHT),
        (
            [TO_BILLING.replace("then", "if: {hours: {timezone: Europe/Berlin, mon: ['08:00-10:00']}}, then")],
            "Mon 08:00-09:00 (Europe/Berlin)",
        ),
        (
            [TO_BILLING.replace("then", "if: {hours: {timezone: Europe/London, mon: ['07:00-09:00']}}, then")],
            "Mon 08:00-09:00 (Europe/Berlin)",
        ),
        (
            [
                "{id: night, when: policy_topic, if: {not: {open: billing}}, then: handoff, queue: support}",
                TO_BILLING,
            ],
            None,
        ),
        (
            [
                "{id: night, when: policy_topic, if: {not: {open: billing}, verified: true}, then: offer, queue: support}",
                TO_BILLING,
            ],
            NIGHT,
        ),
    ],
)  # fmt: skip
def test_a_destination_that_is_closed_is_told_with_the_hours(rules: list[str], times: str | None) -> None:
    found = _closed(*rules)
    assert len(found) == (times is not None)
    if times:
        assert times.partition(" (")[0] in found[0]
        assert "t can send customers there then" in found[0]


ENOUGH = "[one, two, three, four, five]"
EXAMPLES = [
    ({"warranty": ENOUGH, "repair": "[six, seven, eight, nine, ten]"}, []),
    ({"warranty": ENOUGH}, ["few_examples"]),
    ({"warranty": ENOUGH, "repair": "[six, seven]"}, ["few_examples"]),
    ({"warranty": ENOUGH, "repair": "[six, seven, eight, nine, ONE]"}, ["same_example"]),
]


@pytest.mark.parametrize(("examples", "codes"), EXAMPLES)
def test_examples_that_can_teach_nothing_are_told(examples: dict[str, str], codes: list[str]) -> None:
    topics = ", ".join(f"{key}: {{examples: {texts}}}" for key, texts in examples.items())
    found = _lint(more=f"topics: {{{topics}}}")
    assert [one.code for one in found if one.code != "no_owner"] == codes


def test_the_message_of_two_topics_is_named() -> None:
    found = _lint(more=f"topics: {{a: {{examples: {ENOUGH}}}, b: {{examples: {ENOUGH.replace('five', 'six')}}}}}")
    assert '"one" is an example of topic "a" and of topic "b". A message belongs to one of them.' in map(str, found)


RUN_OUT = """
policy: Shop
queues:
  support: {{owner: Ines, hours: {{timezone: UTC, mon-fri: ["09:00-17:00"], except: {{{dates}}}{more}}}}}
rules:
  - {{id: asks, when: asks_for_person, then: handoff}}
"""


@pytest.mark.parametrize(
    ("dates", "more", "is_warned"),
    [
        ("2025-12-24: closed, 2025-12-31: closed", "", True),
        ("2025-12-24: closed, 2026-03-02: closed", "", False),
        ("2025-12-24: closed, 12-25: closed", "", False),
        ("2025-12-24: closed", ", holidays: DE-BY", False),
        ("12-25: closed", "", False),
    ],
)
def test_a_calendar_whose_dates_are_all_past_is_warned_of(dates: str, more: str, is_warned: bool):
    policy = parse(RUN_OUT.format(dates=dates, more=more))
    found = [one for one in lint(policy, date(2026, 3, 2)) if one.code == "dates_run_out"]
    assert [one.severity for one in found] == [Severity.WARNING] * is_warned
    if found:
        assert "the last date under `except` was 2025-12-31" in found[0].message
        assert found[0].line == 4
    assert not [one for one in lint(policy) if one.code == "dates_run_out"], "nobody has said which day it is"
