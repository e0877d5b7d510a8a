"""The message that `baton policy explain` asks about, and the decisions on it."""

import json
from datetime import UTC, datetime
from typing import Any, NamedTuple, cast

import click

from baton.core.case import Situation
from baton.core.customer import Customer
from baton.core.decision import Decision
from baton.core.ids import CustomerId
from baton.core.judging.explaining import told, without_sources
from baton.core.judging.judgement import Asked
from baton.core.labels import label_name
from baton.core.policy.model import Policy
from baton.core.track import Track
from baton.knowledge.examples import learn


class Told(NamedTuple):
    """A decision, when it holds (empty: always), and what the customer reads (None: an answer from the sources)."""

    when: str
    decision: Decision
    told: str | None


def asked_by(
    policy: Policy,
    message: str,
    *,
    customer: str | None,
    lang: str | None,
    channel: str,
    at: str | None,
    turns: int,
    unanswered: int,
    labels: tuple[str, ...] = (),
) -> Asked:
    """The message with its circumstances, as the options say. A customer that is described counts as verified."""
    who = _customer(customer) if customer else None
    language = lang or policy.language
    situation = Situation(
        at=_moment(at),
        channel=channel,
        language=language,
        verified=who is not None,
        labels=tuple(map(label_name, labels)),
    )
    return Asked(message, who, Track(turns=max(turns, unanswered), unanswered=unanswered), situation)


def stories(policy: Policy, asked: Asked) -> tuple[Told, ...]:
    """What is decided, each way that it may go."""
    language = asked.situation.language
    examples = learn(policy)
    alike = examples.alike(asked.question, before=asked.before, language=language) if examples else ()
    return tuple(
        Told(when, decision, told(policy, asked, decision)) for when, decision in without_sources(policy, asked, alike)
    )


def _customer(text: str) -> Customer:
    try:
        given: Any = json.loads(text)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise click.BadParameter(
            'Write it as {"tags": ["vip"], "attributes": {"plan": "gold"}}.', param_hint="--customer"
        )
    facts = cast("dict[str, Any]", given)
    attributes = facts.get("attributes") or {}
    tags = facts.get("tags") or []
    if not isinstance(attributes, dict) or not isinstance(tags, list):
        raise click.BadParameter('"tags" is a list and "attributes" a table.', param_hint="--customer")
    return Customer(
        CustomerId("explain"),
        attributes=cast("dict[str, Any]", attributes),
        tags=tuple(str(tag) for tag in cast("list[Any]", tags)),
        verified=True,
    )


def _moment(text: str | None) -> datetime:
    if text is None:
        return datetime.now(UTC)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter("Write it as 2026-11-23T09:00+01:00.", param_hint="--at") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
