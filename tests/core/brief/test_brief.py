"""The scope brief: what stands in it, and that it is safe and the same each time."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from core.launch.test_launch import Somebody

from baton.core.brief.desk import Facts, Shown, brief
from baton.core.brief.document import Document, Quote, Section, Table, Text
from baton.core.brief.examples import examples
from baton.core.brief.markdown import markdown
from baton.core.brief.page import page
from baton.core.case import Situation
from baton.core.judging.judgement import Asked, before_looking
from baton.core.policy.parse.whole import parse
from baton.core.policy.rule import Rule
from baton.core.track import Track
from baton.services.policy.policies import load_default

PAGES = Shown(
    name="Help <centre>",
    audience="public",
    documents=3,
    passages=12,
    checked_on=date(2026, 11, 1),
    review_on=None,
    owner="Ann",
)
POLICY = """policy: Harbour
language: en
languages: [en, ar]
queues:
  support:
    name: Support
    owner: Ann
    hours: {timezone: Europe/Dublin, mon-fri: ["09:00-17:00"]}
    default: true
    redact: [card, secret, health]
    target_s: 3600
topics:
  recall: {when: always, phrases: {en: ["smells of burning"]}}
rules:
  - {id: asks-for-person, when: asks_for_person, then: handoff}
  - {id: topics, when: policy_topic, topics: [recall, refund], then: handoff, priority: high}
copy:
  en:
    joined: "{{ name }} is here for you now."
"""


def facts(source: str = POLICY) -> Facts:
    return Facts(
        company="Quay & Lamps",
        policy=parse(source, version=3),
        since=date(2026, 11, 20),
        sources=[PAGES],
        team=[Somebody("Ann"), Somebody("Bo")],
        has_model=False,
        can_mail=False,
        domains=("shop.example",),
    )


@cache
def written(source: str = POLICY) -> str:
    return markdown(brief(facts(source)))


@pytest.mark.parametrize(
    "says",
    [
        "# Quay & Lamps: scope brief",
        "version 3, in force since 2026-11-20",
        "served by 2 people",
        "| Help \\<centre\\> | public | 3 | 12 | 2026-11-01 | no date | Ann |",
        "| When recall or refund needs somebody's judgement, hand over to a person, with high priority. | Support | "
        "“smells of burning” / “I want my money back” |",
        "> Dana is here for you now.",
        "### العربية",
        "- Owner: Ann",
        "- Open: Mon-Fri 09:00-17:00 (Europe/Dublin)",
        "- Served by: Ann, Bo",
        "- If nobody claims: after 30 minutes a ticket is opened",
        "| Support | card, health, secret |",
    ],
)
def test_it_tells_the_desk_in_words(says: str) -> None:
    assert says in written()


def test_it_says_how_long_conversations_are_kept() -> None:
    assert "- Nothing is erased by itself." in written()
    kept = POLICY.replace("topics:", "conversation: {erase_after_days: 90}\ntopics:", 1)
    assert "- Conversations are erased 90 days after they were resolved, with their files." in written(kept)


def test_a_closed_team_is_told_by_its_own_hours() -> None:
    assert "> I'm handing you over to our Support team, as you asked." in written()
    assert re.search(r"The team is closed:\n\n> .*Monday.* at 9:00 AM \(Dublin", written())


def test_the_same_desk_makes_the_same_document() -> None:
    assert markdown(brief(facts())) == markdown(brief(facts()))
    assert page(brief(facts())) == page(brief(facts()))


def test_the_page_is_one_file_without_a_script_or_anything_fetched_and_escapes_what_people_wrote() -> None:
    text = page(brief(replace(facts(), company="<script>alert(1)</script>")))
    assert "<script" not in text
    assert "Help &lt;centre&gt;" in text
    assert re.findall(r"\s(?:src|on\w+)=|url\(|@import|https?://", text) == []
    assert '<blockquote lang="ar" dir="rtl">' in text
    assert "@media print" in text


def test_in_markdown_nothing_that_people_wrote_is_markup() -> None:
    table = Table(("x",), (("|",),))
    wild = Section("B", (Text("*a* [b](c) | <i>"), Quote("one\ntwo", "en"), table))
    text = markdown(Document("A", "Under", (wild,)))
    assert text.startswith("# A\n\nUnder\n\n## B\n\n\\*a\\* \\[b\\](c) \\| \\<i\\>\n\n> one\n> two\n")
    assert text.endswith("\n\n| x |\n| --- |\n| \\| |\n")


@pytest.mark.parametrize(
    "rule", [one for one in load_default().rules if examples(one, load_default())], ids=lambda r: r.id
)
def test_every_example_of_the_default_policy_is_heard_as_its_rule_says(rule: Rule) -> None:
    for text in examples(rule, load_default()):
        asked = Asked(text, None, Track(), Situation(at=datetime(2026, 11, 23, 9, tzinfo=UTC), language="en"))
        signals, _ = before_looking(asked, load_default())
        heard = [(one.kind, one.topic) for one in signals if one.score >= rule.at_least]
        assert rule.when in [kind for kind, _ in heard], (text, heard)
        if rule.topics:
            assert {topic for _, topic in heard} & set(rule.topics), (text, heard)
