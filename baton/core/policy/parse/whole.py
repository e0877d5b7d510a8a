"""A policy file's text, read into a Policy or into the list of all that is wrong with it."""

import hashlib
import re

from baton.core.policy.fields import Fields, Problems, open_table
from baton.core.policy.keys import (
    ANSWERING,
    KEYS,
    LANGUAGE_CODE,
    MAX_EXAMPLES,
    MOST_KEPT,
    MOST_QUIET,
    OTHER_TOPICS,
    REOPEN,
    TONES,
)
from baton.core.policy.model import Bot, Limits, ModelLimits, Policy, Thresholds
from baton.core.policy.parse.condition import Names
from baton.core.policy.parse.copy import parse_copy
from baton.core.policy.parse.dispositions import parse_dispositions
from baton.core.policy.parse.followups import parse_callbacks, parse_tickets
from baton.core.policy.parse.parts import parse_attributes, parse_facts, parse_topics, parse_words
from baton.core.policy.parse.queues import parse_queues, parse_routing
from baton.core.policy.parse.rules import parse_rules
from baton.core.policy.problems import PolicyErrors
from baton.core.policy.tree import read_tree
from baton.core.sources.freshness import Trust
from baton.core.triggers.topics import TOPICS

_LANGUAGE = re.compile(LANGUAGE_CODE)


def parse(text: str, *, version: int = 1) -> Policy:
    """The policy of a file's text. Raises PolicyErrors with every problem, its line and column."""
    problems = Problems()
    fields = open_table(read_tree(text), "The policy", KEYS["policy"], problems)
    if fields is None:
        raise PolicyErrors(problems.found)
    return _policy(fields, problems, version, digest_of(text))


def digest_of(text: str) -> str:
    """A short digest by which two policy texts are told apart."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _policy(fields: Fields, problems: Problems, version: int, digest: str) -> Policy:
    topics = parse_topics(fields.node("topics"), problems)
    attributes = parse_attributes(fields.node("attributes"), problems)
    words = parse_words(fields.node("words"), problems)
    facts = parse_facts(fields.node("facts"), problems)
    known = {*TOPICS, *OTHER_TOPICS, *(t.key for t in topics), *(a.key for a in attributes)}
    queues = parse_queues(fields, known, problems)
    if sum(len(one.examples) for one in (*queues, *topics)) > MAX_EXAMPLES:
        problems.at(fields.table, f"There are more than {MAX_EXAMPLES:,} examples.", "Keep those that differ most.")
    names = Names(
        topics=frozenset(known),
        attributes=frozenset(one.key for one in attributes),
        words=frozenset(one.key for one in words),
        queues={queue.id: queue.hours for queue in queues},
    )
    rules = parse_rules(fields, names, problems)
    thresholds = _thresholds(fields, problems)
    conversation = _part(fields, "conversation", problems)
    sources, model = _sources(fields, problems), _model(fields, problems)
    routing = parse_routing(fields, problems)
    callbacks, tickets = parse_callbacks(fields, problems), parse_tickets(fields, problems)
    limits = _limits(fields, problems)
    reopen = conversation.choice("reopen", REOPEN, default="bot") if conversation else "bot"
    erase_after = conversation.count("erase_after_days", default=0, least=0, most=MOST_KEPT) if conversation else 0
    dispositions = parse_dispositions(fields.node("dispositions"), problems)
    language, languages, bot = _language(fields, problems), _languages(fields, problems), _bot(fields, problems)
    copy = parse_copy(fields.node("copy"), problems)
    name = fields.text("policy", default="Policy")
    if problems.found:
        raise PolicyErrors(problems.found)
    return Policy(
        version=version,
        digest=digest,
        name=name,
        language=language,
        languages=languages,
        queues=queues,
        rules=rules,
        topics=topics,
        attributes=attributes,
        words=words,
        facts=facts,
        thresholds=thresholds,
        limits=limits,
        bot=bot,
        sources=sources,
        model=model,
        routing=routing,
        callbacks=callbacks,
        tickets=tickets,
        reopen=reopen,
        erase_after_days=erase_after,
        dispositions=dispositions,
        copy=copy,
    )


def _thresholds(fields: Fields, problems: Problems) -> Thresholds:
    part = _part(fields, "thresholds", problems)
    if part is None:
        return Thresholds()
    usual = Thresholds()
    answer = part.share("answer", default=usual.answer)
    return Thresholds(
        answer=answer, policy_answer=part.share("policy_answer", default=max(answer, usual.policy_answer))
    )


def _part(fields: Fields, key: str, problems: Problems) -> Fields | None:
    node = fields.node(key)
    return open_table(node, f'"{key}"', KEYS[key], problems) if node else None


def _limits(fields: Fields, problems: Problems) -> Limits:
    part, usual = _part(fields, "limits", problems), Limits()
    if part is None:
        return usual
    return Limits(
        clarifications=part.count("clarifications", default=usual.clarifications, least=0, most=5),
        questions_before_handoff=part.count(
            "questions_before_handoff", default=usual.questions_before_handoff, least=0, most=10
        ),
    )


def _bot(fields: Fields, problems: Problems) -> Bot:
    part = _part(fields, "bot", problems)
    if part is None:
        return Bot()
    return Bot(
        name=part.text("name", default="Bot"),
        tone=part.choice("tone", TONES, default="friendly"),
        answers=part.choice("answers", ANSWERING, default="built_in"),
        close_after_hours=part.count("close_after_hours", default=Bot().close_after_hours, least=0, most=MOST_QUIET),
    )


def _sources(fields: Fields, problems: Problems) -> Trust:
    part = _part(fields, "sources", problems)
    if part is None:
        return Trust()
    return Trust(
        stale_after_days=part.count("stale_after_days", default=0, least=0, most=3650),
        stale_trust=part.share("stale_trust", default=0.8),
    )


def _model(fields: Fields, problems: Problems) -> ModelLimits:
    part = _part(fields, "model", problems)
    if part is None:
        return ModelLimits()
    return ModelLimits(
        daily_tokens=part.count("daily_tokens", default=0, least=0, most=1_000_000_000),
        packets=part.flag("packets", default=True),
    )


def _language(fields: Fields, problems: Problems) -> str:
    language = fields.text("language", default="en")
    node = fields.node("language")
    if node is not None and not _LANGUAGE.fullmatch(language):
        problems.at(node, f'"{language}" is no language code.', 'Write a code such as "en", "de" or "pt-BR".')
    return language


def _languages(fields: Fields, problems: Problems) -> tuple[str, ...]:
    codes = fields.texts("languages")
    for code in codes:
        if not _LANGUAGE.fullmatch(str(code.value)):
            problems.at(code, f'"{code.value}" is no language code.', 'Write a code such as "en", "de" or "pt-BR".')
    return tuple(dict.fromkeys(str(code.value) for code in codes))
