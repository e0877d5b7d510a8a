"""A policy file's text, read into a Policy or into the list of all that is wrong with it."""

import re

from baton.core.freshness import Trust
from baton.core.hours import Hours
from baton.core.ids import QueueId
from baton.core.policy.fields import Fields, Problems, open_entries, open_table, read_texts
from baton.core.policy.model import Attribute, Bot, Judging, Limits, Policy, Queue, Thresholds, Topic
from baton.core.policy.parse_rules import parse_rules
from baton.core.policy.problems import PolicyErrors, did_you_mean
from baton.core.policy.tree import Node, Scalar, Table, plain, read_tree
from baton.core.triggers.sensitive import KINDS
from baton.core.triggers.topics import TOPICS

KEYS: dict[str, tuple[str, ...]] = {
    "policy": (
        "policy",
        "language",
        "bot",
        "thresholds",
        "limits",
        "sources",
        "conversation",
        "queues",
        "topics",
        "attributes",
        "rules",
    ),
    "bot": ("name", "tone", "answers"),
    "thresholds": ("answer", "policy_answer"),
    "limits": ("clarifications",),
    "sources": ("stale_after_days", "stale_trust"),
    "conversation": ("reopen",),
    "queue": ("name", "owner", "hours", "default", "topics"),
    "topic": ("when", "phrases"),
    "attribute": ("tag", "attribute", "equals", "at_least"),
}
"""Every key that a policy file can have, by the part it stands in. Those of a rule are in `parse_rules`."""

TONES = ("plain", "friendly", "formal")
ANSWERING = ("built_in", "outside")
REOPEN = ("bot", "queue")
OTHER_TOPICS = (*KINDS, "sales")
"""What else a queue can name as a topic, beside policy topics and attributes."""

_KEY = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
MAX_PHRASE = 200


def parse(text: str, *, version: int = 1) -> Policy:
    """The policy of a file's text. Raises PolicyErrors with every problem, its line and column."""
    problems = Problems()
    fields = open_table(read_tree(text), "The policy", KEYS["policy"], problems)
    if fields is None:
        raise PolicyErrors(problems.found)
    policy = _policy(fields, problems, version)
    if problems.found:
        raise PolicyErrors(problems.found)
    return policy


def _policy(fields: Fields, problems: Problems, version: int) -> Policy:
    topics = _topics(fields.node("topics"), problems)
    attributes = _attributes(fields.node("attributes"), problems)
    known = {*TOPICS, *OTHER_TOPICS, *(t.key for t in topics), *(a.key for a in attributes)}
    queues = _queues(fields, known, problems)
    rules = parse_rules(fields, known, [queue.id for queue in queues], problems)
    thresholds = _part(fields, "thresholds", problems)
    limits = _part(fields, "limits", problems)
    conversation = _part(fields, "conversation", problems)
    answer = thresholds.share("answer", default=0.7) if thresholds else 0.7
    return Policy(
        version=version,
        name=fields.text("policy", default="Policy"),
        language=_language(fields, problems),
        queues=queues,
        rules=rules,
        topics=topics,
        attributes=attributes,
        thresholds=Thresholds(
            answer=answer,
            policy_answer=thresholds.share("policy_answer", default=max(answer, 0.75)) if thresholds else 0.75,
        ),
        limits=Limits(clarifications=limits.count("clarifications", default=1, least=0, most=5) if limits else 1),
        bot=_bot(fields, problems),
        sources=_sources(fields, problems),
        reopen=conversation.choice("reopen", REOPEN, default="bot") if conversation else "bot",
    )


def _part(fields: Fields, key: str, problems: Problems) -> Fields | None:
    node = fields.node(key)
    return open_table(node, f'"{key}"', KEYS[key], problems) if node else None


def _bot(fields: Fields, problems: Problems) -> Bot:
    part = _part(fields, "bot", problems)
    if part is None:
        return Bot()
    return Bot(
        name=part.text("name", default="Bot"),
        tone=part.choice("tone", TONES, default="friendly"),
        answers=part.choice("answers", ANSWERING, default="built_in"),
    )


def _sources(fields: Fields, problems: Problems) -> Trust:
    part = _part(fields, "sources", problems)
    if part is None:
        return Trust()
    return Trust(
        stale_after_days=part.count("stale_after_days", default=0, least=0, most=3650),
        stale_trust=part.share("stale_trust", default=0.8),
    )


def _language(fields: Fields, problems: Problems) -> str:
    language = fields.text("language", default="en")
    node = fields.node("language")
    if node is not None and not _LANGUAGE.fullmatch(language):
        problems.at(node, f'"{language}" is no language code.', 'Write a code such as "en", "de" or "pt-BR".')
    return language


def _queues(fields: Fields, known: set[str], problems: Problems) -> tuple[Queue, ...]:
    node = fields.node("queues")
    entries = open_entries(node, '"queues"', problems) if node else []
    if entries is not None and not entries:
        problems.at(node or fields.table, "The policy has no queue.", "Name at least one, with its owner.")
    queues = [queue for key, value in entries or () if (queue := _queue(key, value, known, problems))]
    if sum(queue.is_default for queue in queues) > 1:
        problems.at(node or fields.table, "More than one queue is the default.", "Keep `default: true` in one.")
    if len(queues) > 1 and not any(queue.is_default for queue in queues):
        problems.at(node or fields.table, "No queue is the default.", "Add `default: true` to one of them.")
    return tuple(queues)


def _queue(key: Scalar, node: Node, known: set[str], problems: Problems) -> Queue | None:
    part = open_table(node, f'Queue "{key.value}"', KEYS["queue"], problems)
    if part is None or not _is_key(key, "queue", problems):
        return None
    if part.node("owner") is None:
        hint = "Write who answers for it, a person or a team."
        problems.at(key, f'Queue "{key.value}" has no owner.', hint)
    topics = part.texts("topics")
    for topic in topics:
        check_topic(topic, known, problems)
    return Queue(
        id=QueueId(str(key.value)),
        name=part.text("name", default=str(key.value)),
        owner=part.text("owner", default="nobody"),
        hours=_hours(part, problems),
        topics=tuple(str(topic.value).strip() for topic in topics),
        is_default=part.flag("default"),
    )


def check_topic(topic: Scalar, known: set[str], problems: Problems) -> None:
    """Tell where a topic isn't known."""
    if topic.value not in known:
        problems.at(topic, f'topic "{topic.value}" is not known here.', did_you_mean(str(topic.value), known))


_ALWAYS = Hours.parse("always")


def _hours(part: Fields, problems: Problems) -> Hours:
    node = part.node("hours")
    if node is None:
        return _ALWAYS
    if isinstance(node, Table):
        open_entries(node, '"hours"', problems)
    try:
        return Hours.parse(plain(node))
    except ValueError as error:
        problems.at(node, str(error))
        return _ALWAYS


def _topics(node: Node | None, problems: Problems) -> tuple[Topic, ...]:
    entries = open_entries(node, '"topics"', problems) if node else None
    return tuple(topic for key, value in entries or () if (topic := _topic(key, value, problems)) is not None)


def _topic(key: Scalar, node: Node, problems: Problems) -> Topic | None:
    if not _is_key(key, "topic", problems):
        return None
    name = str(key.value)
    if isinstance(node, Scalar):
        node = Table(((Scalar("when", node.line, node.column), node),), node.line, node.column)
    part = open_table(node, f'Topic "{name}"', KEYS["topic"], problems)
    if part is None:
        return None
    phrases = _phrases(part.node("phrases"), name, problems)
    if name not in TOPICS and not phrases:
        hint = did_you_mean(name, TOPICS) + " A topic of your own needs `phrases`."
        problems.at(key, f'topic "{name}" is not known here.', hint.strip())
        return None
    when = part.choice("when", [judging.value for judging in Judging], default=Judging.NEEDS_JUDGEMENT)
    return Topic(key=name, when=Judging(when), phrases=phrases)


def _phrases(node: Node | None, topic: str, problems: Problems) -> tuple[tuple[str, str], ...]:
    entries = open_entries(node, f'"phrases" of "{topic}"', problems) if node else None
    phrases: list[tuple[str, str]] = []
    for language, listed in entries or ():
        if not _LANGUAGE.fullmatch(str(language.value)):
            problems.at(language, f'"{language.value}" is no language code.', 'Write a code such as "en".')
        for item in read_texts(listed, "Phrases", problems):
            phrase = str(item.value).strip()
            if "*" in phrase or len(phrase) > MAX_PHRASE or not any(letter.isalnum() for letter in phrase):
                problems.at(item, f"A phrase is plain words, at most {MAX_PHRASE} characters, without `*`.")
            phrases.append((str(language.value), phrase))
    return tuple(phrases)


def _attributes(node: Node | None, problems: Problems) -> tuple[Attribute, ...]:
    entries = open_entries(node, '"attributes"', problems) if node else None
    return tuple(found for key, value in entries or () if (found := _attribute(key, value, problems)) is not None)


def _attribute(key: Scalar, node: Node, problems: Problems) -> Attribute | None:
    part = open_table(node, f'Attribute "{key.value}"', KEYS["attribute"], problems)
    if part is None or not _is_key(key, "attribute", problems):
        return None
    tag, attribute = part.text("tag", default="") or None, part.text("attribute", default="") or None
    equals, least = part.node("equals"), part.node("at_least")
    if (tag is None) == (attribute is None):
        problems.at(key, f'Attribute "{key.value}" needs either "tag" or "attribute".')
    elif attribute and (equals is None) == (least is None):
        problems.at(key, f'Attribute "{key.value}" needs either "equals" or "at_least".')
    elif tag and (equals or least):
        problems.at(key, 'A tag is there or not: "equals" and "at_least" go with "attribute".')
    value = equals.value if isinstance(equals, Scalar) else None
    amount = least.value if isinstance(least, Scalar) else None
    if equals is not None and value is None:
        problems.at(equals, '"equals" must be a single value.')
    if least is not None and (isinstance(amount, bool) or not isinstance(amount, int | float)):
        problems.at(least, '"at_least" must be a number.')
        amount = None
    return Attribute(
        key=str(key.value),
        tag=tag,
        attribute=attribute,
        equals=value,
        at_least=float(amount) if isinstance(amount, int | float) else None,
    )


def _is_key(key: Scalar, what: str, problems: Problems) -> bool:
    if isinstance(key.value, str) and _KEY.fullmatch(key.value):
        return True
    hint = "Use small letters, digits, - and _, beginning with a letter."
    problems.at(key, f'"{key.value}" can\'t be the key of a {what}.', hint)
    return False
