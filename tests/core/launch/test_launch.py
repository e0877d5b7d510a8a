"""Whether a company may go live: each thing that is asked for, with and without it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest
from builders import NOW

from baton.core.launch.knowledge import TOLD, Taught, Tried, conflict_lines, gap_lines, source_lines, trial_lines
from baton.core.launch.line import Line, Mark
from baton.core.launch.queues import queue_lines
from baton.core.launch.rules import rule_lines, word_lines
from baton.core.launch.ways import Ways, way_lines
from baton.core.policy.lint.whole import lint
from baton.core.policy.model import Policy, Thresholds
from baton.core.policy.parse.whole import parse
from baton.core.sources.freshness import Trust


@dataclass(frozen=True)
class Somebody:
    name: str = "Ann"
    email: str | None = "ann@example.com"
    skills: Mapping[str, int] = field(default_factory=dict)
    languages: tuple[str, ...] = ()


SUPPORT = "support: {name: Support, owner: Ann, hours: always}"


def policy(queues: str = SUPPORT, more: str = "") -> Policy:
    rules = "rules:\n  - {id: asks-for-person, when: asks_for_person, then: handoff}"
    return parse(f"policy: Harbour\nqueues:\n  {queues}\n{rules}\n{more}")


def of_queues(found: Policy, *team: Somebody, can_mail: bool = False, **more: Any) -> list[Line]:
    people = team or (Somebody(),)
    told = {"left": (), "placeholders": {"Support lead"}, "can_mail": can_mail, "now": NOW} | more
    return list(queue_lines(found, people, **told))


def that(lines: Iterable[Line], mark: Mark) -> list[str]:
    return [one.says for one in lines if one.mark is mark]


def test_a_queue_with_owner_hours_people_and_an_end_is_one_line_that_says_so() -> None:
    assert [(one.mark, one.says) for one in of_queues(policy())] == [
        (Mark.OK, "Support: 1 rule; Ann answers for it; open always; after 30 minutes a ticket is opened.")
    ]


TWO_YEARS = "{'2026-11-01..2027-10-31': closed, '2027-11-01..2028-10-30': closed}"


@pytest.mark.parametrize(
    ("queue", "says"),
    [
        ("{owner: Support lead, hours: always}", 'Nobody was named who answers for Support: "Support lead" came'),
        (f"{{owner: Ann, hours: {{timezone: UTC, mon: ['09:00-17:00'], except: {TWO_YEARS}}}}}", "never opens"),
        ("{owner: Ann, hours: always, skills: {tax: 2}}", "Nobody could serve Support: nobody has tax 2."),
        ("{owner: Ann, hours: always, languages: [de]}", "Nobody who could serve Support speaks de."),
        ("{owner: Ann, hours: always, fallback: [{after_s: 300, to: email}]}", "falls back to e-mail"),
    ],
)  # fmt: skip
def test_a_queue_that_lacks_something_refuses(queue: str, says: str) -> None:
    speaks_english = Somebody(languages=("en",))
    (refused,) = that(of_queues(policy(f"support: {{name: Support, {queue[1:]}"), speaks_english), Mark.REFUSES)
    assert says in refused


def test_an_owner_who_has_left_refuses_and_one_whom_nobody_knows_is_warned_of() -> None:
    gone = policy("support: {name: Support, owner: Bea, hours: always}")
    left = of_queues(gone, left=(Somebody("Bea", None),))
    assert that(left, Mark.REFUSES) == ["Bea answers for Support, and has left the team."]
    unknown = of_queues(gone)
    assert that(unknown, Mark.REFUSES) == []
    assert that(unknown, Mark.WARNING) == [
        '"Bea" answers for Support, and nobody of the team has this name or address.'
    ]


def test_a_language_of_the_company_needs_somebody_in_the_queues_that_serve_it() -> None:
    english = "en: {owner: Ann, hours: always, default: true, languages: [en]}"
    of_two = f"{english}\n  rest: {{name: Rest, owner: Ann, hours: always, default: true}}"
    found = of_queues(policy(of_two, "languages: [en, fr]"), Somebody(languages=("en",)))
    assert that(found, Mark.REFUSES) == ["Nobody who could serve Rest speaks fr."]


def test_a_language_that_the_queue_lets_go_of_in_time_is_only_warned_of() -> None:
    relaxed = "support: {owner: Ann, hours: always, languages: [de], relax: [{after_s: 300, drop: language}]}"
    found = of_queues(policy(relaxed), Somebody(languages=("en",)))
    assert (that(found, Mark.REFUSES), len(that(found, Mark.WARNING))) == ([], 1)


def test_a_chain_that_ends_in_a_letter_is_well_where_there_is_a_mailbox() -> None:
    by_mail = policy("support: {owner: Ann, hours: always, fallback: [{after_s: 300, to: email}]}")
    assert that(of_queues(by_mail, can_mail=True), Mark.REFUSES) == []


def test_a_queue_that_nothing_leads_to_is_warned_of() -> None:
    two = "support: {owner: Ann, hours: always, default: true}\n  attic: {owner: Ann, hours: always}"
    assert that(of_queues(policy(two)), Mark.WARNING) == ['No rule and no fallback leads to queue "attic".']


def test_a_flaw_that_the_linter_finds_keeps_its_place_in_the_file() -> None:
    a = "a: {owner: Ann, hours: always, default: true, fallback: [{after_s: 300, to: 'queue:b'}]}"
    b = "b: {owner: Ann, hours: always, fallback: [{after_s: 300, to: 'queue:a'}]}"
    circle = f"{a}\n  {b}"
    found = policy(circle)
    refused = [one for one in rule_lines(found, lint(found)) if one.mark is Mark.REFUSES]
    assert [("never ends" in one.says, one.line) for one in refused] == [(True, 3)]


def test_rules_that_call_nobody_and_answers_that_need_no_confidence_refuse() -> None:
    silent = replace(policy(), rules=(), thresholds=Thresholds(answer=0.0))
    assert that(rule_lines(silent, ()), Mark.REFUSES) == [
        "No rule hands a conversation to a person.",
        "An answer needs no confidence at all: whatever is found would be said.",
    ]


def test_each_language_that_is_served_has_sentences_or_refuses() -> None:
    found = policy(more="languages: [en, de, eo]")
    lines = list(word_lines(found, lint(found)))
    assert that(lines, Mark.REFUSES) == ['The desk has no sentences in "eo": those customers would read English.']
    assert that(lines, Mark.OK) == ["Each notice is there in English, Deutsch, and so is the ask for a person heard."]


PAGES = Taught(
    id="src_1", name="Help", passages=8, is_public=True, checked_at=NOW, owner="Ann", review_on=date(2027, 1, 1)
)


@pytest.mark.parametrize(
    ("sources", "says"),
    [
        ([], "There is no source that customers may be answered from."),
        ([replace(PAGES, is_public=False)], "There is no source that customers may be answered from."),
        ([replace(PAGES, review_on=date(2026, 11, 20))], "Help was to be looked through by 2026-11-20."),
        ([replace(PAGES, review_on=None, checked_at=NOW - timedelta(days=400))], "over 365 days ago"),
        ([PAGES, replace(PAGES, passages=0, problem="no answer")], "Help could not be read: no answer"),
    ],
)  # fmt: skip
def test_sources_that_are_missing_or_out_of_date_refuse(sources: list[Taught], says: str) -> None:
    lines = source_lines(sources, Trust(stale_after_days=365), NOW, is_outside=False)
    (refused,) = that(lines, Mark.REFUSES)
    assert says in refused


def test_a_source_that_is_looked_after_is_well_and_one_that_is_not_is_warned_of() -> None:
    good = list(source_lines([PAGES], Trust(), NOW, is_outside=False))
    assert [(one.mark, one.says) for one in good] == [(Mark.OK, "1 source with 8 passages; none is out of date.")]
    careless = replace(PAGES, owner=None, review_on=None, to_approve=2, problem="timed out")
    assert len(that(source_lines([careless], Trust(), NOW, is_outside=False), Mark.WARNING)) == 4
    assert that(source_lines([], Trust(), NOW, is_outside=True), Mark.REFUSES) == []


def test_open_contradictions_refuse_and_many_are_counted() -> None:
    one = ("Refunds", "FAQ", "5 days.", "14 days.")
    assert that(conflict_lines([one]), Mark.REFUSES) == [
        "Refunds and FAQ contradict each other: “5 days.” and “14 days.”"
    ]
    assert len(that(conflict_lines([one] * 50), Mark.REFUSES)) == TOLD + 1
    assert that(conflict_lines([]), Mark.REFUSES) == []


def test_a_gap_that_is_asked_often_refuses_and_a_rare_one_is_warned_of() -> None:
    lines = list(gap_lines([("Sofas?", 3), ("Moon?", 1)]))
    assert that(lines, Mark.REFUSES) == ["3 customers asked, and no source says: “Sofas?”"]
    assert that(lines, Mark.WARNING) == ["1 question asked once or twice has no answer."]


def test_the_questions_that_must_work_were_asked_since_the_last_change_and_work() -> None:
    hour = timedelta(hours=1)
    good = [Tried(f"Question {n}?", works=True, asked_at=NOW) for n in range(30)]
    assert [one.mark for one in trial_lines(good, NOW - hour)] == [Mark.OK]
    assert that(trial_lines(good, NOW + hour), Mark.REFUSES)
    broken = [Tried("Open?", works=False, asked_at=NOW), *good[1:]]
    assert that(trial_lines(broken, None), Mark.REFUSES) == ["This must work and does not: “Open?”"]
    assert that(trial_lines([], None), Mark.REFUSES) == ["No question was tried out and kept."]
    assert that(trial_lines(good[:2], None), Mark.WARNING) == ["2 of 30 questions that must keep working."]


WAYS = Ways(domains=("shop.example",), has_identity_key=True, can_mail=True, public_url="https://desk.example")


def test_the_ways_in_are_bounded_vouched_for_and_secret() -> None:
    assert {one.mark for one in way_lines(policy(), WAYS)} == {Mark.OK}
    open_to_all = replace(WAYS, domains=(), public_url="http://desk.example", can_mail=False)
    lines = list(way_lines(policy(), open_to_all))
    assert (len(that(lines, Mark.REFUSES)), len(that(lines, Mark.WARNING))) == (2, 1)


def test_rules_on_who_the_customer_is_want_an_identity_key() -> None:
    vip = parse(
        "policy: Harbour\nqueues:\n  support: {owner: Ann, hours: always}\nattributes:\n  vip: {tag: vip}\n"
        "rules:\n  - {id: big, when: customer_attribute, topics: [vip], then: handoff}\n"
    )
    (warned,) = that(way_lines(vip, replace(WAYS, has_identity_key=False)), Mark.WARNING)
    assert warned.endswith("nobody vouches for it in the widget: big.")
