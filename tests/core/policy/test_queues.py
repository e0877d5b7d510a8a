"""What a policy file says of its queues, and what is wrong with it."""

from pathlib import Path

import pytest

from baton.core.followups.modes import Mode
from baton.core.policy.diff import diff
from baton.core.policy.lint.queues import queue_findings
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.core.policy.queue import USUAL_FALLBACK, USUAL_MODES, Assign, Fallback, Relax
from baton.core.policy.queue_words import describe_queue, describe_span

RULES = "rules: [{id: asks, when: asks_for_person, then: handoff}]\n"
WHOLE = """\
queues:
  billing:
    owner: Dana
    languages: [de, en]
    skills: {refunds: 3, tax: 1}
    tiers: gold
    region: EU
    target_s: 120
    assign: push
    offer_s: 20
    relax: [{after_s: 60, lower: 1}, {after_s: 120, drop: tax}, {after_s: 300, drop: language}]
    modes: [callback, queued]
    fallback: [{after_s: 600, to: queue:support}, {after_s: 900, to: callback}]
  support: {owner: Ann, default: true}
routing: {weights: {voice: 4}, credits: {high: 900}, tiers: {gold: 60}, grace_s: 0}
"""


def policy(text: str) -> Policy:
    return parse(text + RULES)


def problems(queue: str, *, routing: str = "") -> list[str]:
    """What is told of a queue with these fields; its line is 2."""
    text = f"queues:\n  billing: {{owner: Dana, {queue}}}\n{routing}"
    with pytest.raises(PolicyErrors) as caught:
        policy(text)
    return [f"{one.line}:{one.column} {one}" for one in caught.value.problems]


def test_a_queue_says_whom_it_serves_whom_it_needs_and_what_comes_if_nobody_claims() -> None:
    queue = policy(WHOLE).queues[0]
    assert (queue.languages, queue.tiers, queue.region) == (("de", "en"), ("gold",), "EU")
    assert queue.skills == {"refunds": 3, "tax": 1}
    assert (queue.target_s, queue.assign, queue.offer_s) == (120, Assign.PUSH, 20)
    assert queue.relax == (
        Relax(after_s=60, lower=1), Relax(after_s=120, drop="tax"), Relax(after_s=300, drop="language"),
    )  # fmt: skip
    assert queue.modes == (Mode.CALLBACK, Mode.QUEUED)
    assert [step.queue or step.mode for step in queue.fallback] == ["support", Mode.CALLBACK]


def test_what_is_left_out_is_usual_and_still_ends_somewhere() -> None:
    queue = policy(WHOLE).queues[1]
    assert (queue.languages, queue.tiers, queue.region, dict(queue.skills)) == ((), (), None, {})
    assert (queue.target_s, queue.assign, queue.offer_s, queue.relax) == (None, Assign.PULL, 30, ())
    assert (queue.modes, queue.fallback) == (USUAL_MODES, USUAL_FALLBACK)


def test_routing_holds_for_all_queues_and_keeps_the_credits_that_are_not_named() -> None:
    routing = policy(WHOLE).routing
    assert routing.weight("voice") == 4
    assert routing.weight("web") == 1
    assert routing.credits == {"raised": 300, "high": 900, "urgent": 1800}
    assert (dict(routing.tiers), routing.grace_s) == ({"gold": 60}, 0)


@pytest.mark.parametrize(
    ("queue", "says"),
    [
        ("languages: [german]", '2:38 "german" is no language code. Write a code such as "en", "de" or "pt-BR".'),
        ("skills: {refunds: 9}", '2:44 "refunds" in "skills" must be a whole number from 1 to 5.'),
        ("skills: {Refunds: 2}", '2:35 "Refunds" can\'t be a name in "skills".'),
        ("skills: {language: 2}", '"language" can\'t be the name of a skill. Name the languages under `languages`.'),
        ("skills: [refunds]", '2:34 "skills" must be keys with values'),
        ("target_s: 5m", '"target_s" must be a whole number from 1 to 604800.'),
        ("assign: psh", 'assign "psh" is not known here. Did you mean "push"?'),
        ("offer_s: 1", '"offer_s" must be a whole number from 5 to 600.'),
        ("modes: [live, tickt]", 'mode "tickt" is not known here. Did you mean "ticket"?'),
        ("relax: [{after_s: 60}]", 'A step of "relax" needs either "drop" or "lower".'),
        ("relax: [{drop: language}]", 'A step of "relax" needs "after_s", the seconds of waiting.'),
        ("skills: {tax: 1}, relax: [{after_s: 9, drop: taxes}]", '"taxes" is no skill of this queue. Did you mean "tax"?'),
        ("relax: [{after_s: 60, lower: 1}, {after_s: 60, drop: language}]", "not in the order of their time"),
        ("fallback: []", "2:36 A fallback without a step ends in silence."),
        ("fallback: [{after_s: 9, to: billing}]", 'Did you mean "queue:billing"?'),
        ("fallback: [{after_s: 9, to: queue:biling}]", 'There is no queue "biling". Did you mean "billing"?'),
        ("fallback: [{after_s: 9, to: live}]", '"live" is nowhere that a conversation could go.'),
        ("fallback: [{after_s: 9}]", 'A step of "fallback" needs "to".'),
        ("fallback: [{after_s: 9, to: ticket}, {after_s: 8, to: email}]", "not in the order of their time"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_told_with_its_place(queue: str, says: str) -> None:
    assert any(says in one for one in problems(queue)), problems(queue)


def test_a_credit_is_a_priority_s_and_bounded() -> None:
    assert problems("target_s: 0", routing="routing: {credits: {hgh: 60}}\n")[-1].endswith('Did you mean "high"?')
    assert "from 0 to 3600" in problems("target_s: 0", routing="routing: {tiers: {gold: 4000}}\n")[-1]


def test_a_queue_is_told_in_words() -> None:
    assert describe_queue(policy(WHOLE).queues[0]) == (
        "first reply within 2 minutes",
        "serves de, en, tier gold, EU",
        "needs refunds 3, tax 1",
        "offered to one after the other, 20 seconds each",
        "if it takes long: one level less after 1 minute; without tax after 2 minutes; any language after 5 minutes",
        "if nobody claims: after 10 minutes to support; after 15 minutes a call back is offered",
    )
    assert [describe_span(seconds) for seconds in (0, 1, 90, 3600, 86_400)] == [
        "0 seconds", "1 second", "90 seconds", "1 hour", "1 day",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("target_s: 120", "target_s: 300", "target s 120 before, 300 now"),
        ("skills: {refunds: 3, tax: 1}", "skills: {refunds: 4, tax: 1}", "skills refunds 3, tax 1 before, refunds 4, tax 1 now"),
        ("{after_s: 900, to: callback}", "{after_s: 900, to: email}", "it goes on by e-mail now"),
        ("{after_s: 60, lower: 1}", "{after_s: 60, lower: 2}", "2 levels less after 1 minute"),
        ("grace_s: 0", "grace_s: 9", "Routing: grace s 0 before, 9 now."),
        ("voice: 4", "voice: 5", "Routing: weights voice 4 before, voice 5 now."),
    ],
)  # fmt: skip
def test_a_change_of_a_queue_is_told_in_words(was: str, now: str, says: str) -> None:
    assert was in WHOLE
    found = diff(policy(WHOLE), policy(WHOLE.replace(was, now)))
    assert len(found) == 1
    assert says in found[0].says


def chain(**fallbacks: str) -> str:
    """A policy whose queues have these fallbacks; the first is the default and stands on line 2."""
    queues = [
        f"  {id}: {{owner: Dana, default: {'true' if place == 0 else 'false'}, {fields}}}\n"
        for place, (id, fields) in enumerate(fallbacks.items())
    ]
    return "queues:\n" + "".join(queues)


TO = "fallback: [{{after_s: 60, to: {}}}]"


@pytest.mark.parametrize(
    ("text", "code", "severity", "line", "says"),
    [
        (chain(a=TO.format("queue:a")), "fallback_circle", "error", 2, "goes round: a -> a."),
        (chain(a="", b=TO.format("queue:c"), c=TO.format("queue:b")), "fallback_circle", "error", 3, "b -> c -> b"),
        (chain(a="fallback: [{after_s: 60, to: queue:b}, {after_s: 90, to: ticket}]", b=TO.format("queue:a")), "", "", 0, ""),
        (chain(a=TO.format("callback")), "fallback_mode", "error", 2, "not among its `modes`"),
        (chain(a="modes: [live], " + TO.format("ticket")), "fallback_mode", "error", 2, "Add ticket"),
        (chain(a="modes: [callback], " + TO.format("callback")), "", "", 0, ""),
        (chain(a="modes: [callback], fallback: [{after_s: 60, to: queue:b}, {after_s: 90, to: callback}]", b=""), "fallback_mode_elsewhere", "warning", 2, "wait in b: it has none"),
        (chain(a="modes: [callback], fallback: [{after_s: 60, to: queue:b}, {after_s: 90, to: callback}]", b="modes: [callback, ticket]"), "", "", 0, ""),
        (chain(a="fallback: [{after_s: 60, to: ticket}, {after_s: 90, to: email}]"), "never_reached", "warning", 2, "already ended in ticket"),
        (chain(a="relax: [{after_s: 60, drop: language}], " + TO.format("ticket")), "never_reached", "warning", 2, "left it after 1 minute"),
        ("languages: [en, de]\n" + chain(a="", b="languages: en, topics: [sales]"), "", "", 0, ""),
        ("languages: [en, de]\n" + chain(a="languages: en"), "language_not_served", "warning", 3, "no queue serves de"),
        ("languages: [en, de-AT]\n" + chain(a="languages: [en, de]"), "", "", 0, ""),
    ],
)  # fmt: skip
def test_what_is_found_in_chains_and_languages(text: str, code: str, severity: str, line: int, says: str) -> None:
    found = list(queue_findings(policy(text)))
    assert [(one.code, one.severity.value, one.line) for one in found] == ([(code, severity, line)] if code else [])
    assert all(says in str(one) for one in found)


def test_a_step_leads_to_a_queue_or_to_a_mode() -> None:
    assert (Fallback(after_s=1, to="queue:x").queue, Fallback(after_s=1, to="queue:x").mode) == ("x", None)
    assert (Fallback(after_s=1, to="email").queue, Fallback(after_s=1, to="email").mode) == (None, Mode.EMAIL)


def test_the_queue_of_the_reference_is_read() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "policy.md").read_text(encoding="utf-8")
    example = next(block for block in page.split("```yaml\n")[1:] if "fallback:" in block).split("```")[0]
    assert policy(example).queues[0].fallback
