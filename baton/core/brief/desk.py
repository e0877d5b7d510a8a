"""What the bot answers from, who gets what it hands over, what is kept, and how it is measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from baton.core.brief.document import Block, Document, Items, Section, Table, Text
from baton.core.brief.rules import notice_sections, promises, rule_sections
from baton.core.hours.words import describe_hours
from baton.core.launch.queues import Colleague
from baton.core.launch.rules import languages_of
from baton.core.policy.model import Policy
from baton.core.policy.queue import Queue
from baton.core.policy.queue_words import describe_fallback, describe_routing, describe_span
from baton.core.policy.staffing import who_could


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A source as the brief shows it: for whom it is, and when it was looked at and is to be."""

    name: str
    audience: str
    documents: int
    passages: int
    checked_on: date
    review_on: date | None
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A company's desk as the brief tells it. `since` is the day on which the policy came into force, None where it is
    the default; `has_model`: a language model words the answers.
    """

    company: str
    policy: Policy
    since: date | None
    sources: Sequence[Shown]
    team: Sequence[Colleague]
    has_model: bool
    can_mail: bool
    domains: tuple[str, ...]


def brief(facts: Facts) -> Document:
    """The whole document. The same desk makes the same document."""
    policy = facts.policy
    under = f"How the support desk of {facts.company} answers, stops and hands over. {_version(facts)}."
    sections = (
        _short(facts),
        *_answers(facts),
        *rule_sections(policy),
        *notice_sections(policy),
        *_queues(facts),
        promises(),
        _kept(facts),
        _measured(),
    )
    return Document(f"{facts.company}: scope brief", under, sections)


def _version(facts: Facts) -> str:
    if facts.since is None:
        return "Its policy is the one that comes with Baton"
    return f"Its policy is version {facts.policy.version}, in force since {facts.since}"


def _short(facts: Facts) -> Section:
    policy = facts.policy
    mail = "and answers letters" if facts.can_mail else "and sends no letters"
    lines = (
        f"The bot, {policy.bot.name}, answers what it can prove from {_count(len(facts.sources), 'source')}, "
        f"in {', '.join(policy.speaks(one).name for one in languages_of(policy))}.",
        f"It stops by {_count(len(policy.rules), 'rule')} and hands over to {_count(len(policy.queues), 'queue')}, "
        f"served by {_count(len(facts.team), 'person', 'people')}.",
        f"Exactly one party speaks at any moment: the bot, or one person. The desk is in the chat {mail}.",
        f"The chat may stand on {', '.join(facts.domains) or 'any site'}.",
    )
    return Section("In short", (Items(lines),))


def _answers(facts: Facts) -> Iterator[Section]:
    bot, least = facts.policy.bot, facts.policy.thresholds
    how = (
        "A bot of the company's own answers. Baton keeps the rules below and hands over."
        if bot.answers == "outside"
        else "A language model words what the sources say; a program checks each sentence and cuts what they don't say."
        if facts.has_model
        else "It quotes the sources word for word, each sentence with where it stands."
    )
    blocks: list[Block] = [
        Text(how),
        Text(
            f"An answer needs a confidence of {least.answer:g}, one about a policy topic {least.policy_answer:g}. "
            "Below, or without a source, it says so and offers a person. It changes no orders and no accounts."
        ),
    ]
    if facts.sources:
        head = ("Source", "For", "Documents", "Passages", "Looked at", "Review by", "Looked after by")
        blocks.append(Table(head, tuple(_source(one) for one in facts.sources)))
    days = facts.policy.sources.stale_after_days
    if days:
        trust = facts.policy.sources.stale_trust
        blocks.append(Text(f"A source that nobody has looked at for {days} days counts {trust:.0%} of its confidence."))
    yield Section("What the bot answers", tuple(blocks))


def _source(one: Shown) -> tuple[str, ...]:
    review = str(one.review_on) if one.review_on else "no date"
    counts = (f"{one.documents:,}", f"{one.passages:,}")
    return (one.name, one.audience, *counts, str(one.checked_on), review, one.owner or "nobody")


def _queues(facts: Facts) -> Iterator[Section]:
    yield Section("Who gets it", (Text("Conversations wait in queues. Each has somebody who answers for it."),))
    for queue in facts.policy.queues:
        yield Section(queue.name, (Items(tuple(_queue(queue, facts))),), level=3)


def _queue(queue: Queue, facts: Facts) -> Iterator[str]:
    topics = [topic.replace("_", " ") for topic in queue.topics]
    rest = ["everything that no other queue names"] if queue is facts.policy.default_queue else []
    yield f"Owner: {queue.owner}"
    yield f"Takes: {', '.join((*topics, *rest)) or 'what rules and people send there'}"
    yield f"Open: {describe_hours(queue.hours)}"
    able = who_could(queue, facts.team)
    names = [one.name for one in facts.team if one in able]
    yield f"Served by: {', '.join(names) or 'nobody yet'}"
    yield from (f"{line[0].upper()}{line[1:]}" for line in describe_routing(queue))
    if queue.target_s:
        yield f"Aims at a first reply within {describe_span(queue.target_s)}"
    yield f"Ways to go on: {', '.join(mode.value for mode in queue.modes)}"
    yield f"If nobody claims: {'; '.join(describe_fallback(step) for step in queue.fallback)}"


def _kept(facts: Facts) -> Section:
    head = ("Queue", "Masked for its people")
    rows = tuple((queue.name, ", ".join(sorted(kind.value for kind in queue.redact))) for queue in facts.policy.queues)
    lines = [
        "Every conversation with its files, each decision with its rule and evidence, in a log that is only added to.",
        "A customer's data is handed out as a file, or erased whole, when an admin does so.",
        f"Conversations are erased {days} days after they were resolved, with their files."
        if (days := facts.policy.erase_after_days)
        else "Nothing is erased by itself.",
        "What an operator reads first is a packet, frozen when the conversation was handed over.",
    ]
    if facts.has_model:
        lines.append("Passages and the last messages go to the language model's provider.")
    return Section("What is kept, and what is masked", (Items(tuple(lines)), Table(head, rows)))


def _measured() -> Section:
    lines = (
        "Overview: how many began, were handed over and why, how they ended, how long a person's first words took.",
        "Promises: how many were kept, queue by queue; waits: how often the told range held.",
        "Ratings by customers, of the bot alone and after a handoff; packets, rated by those who read them.",
        "Gaps: what customers asked and no source answers; questions that must work, asked again after changes.",
    )
    return Section("How it is measured", (Items(lines),))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
