"""The queues of a policy file, and what holds for all of them."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from baton.core.followups.modes import CHOSEN, Mode
from baton.core.hours.hours import ALWAYS, Hours
from baton.core.ids import QueueId
from baton.core.policy.fields import Fields, Problems, open_entries, open_table, read_hours
from baton.core.policy.keys import ASSIGN, ENDS, KEY, KEYS, LANGUAGE_CODE, MOST_WAIT
from baton.core.policy.model import Queue, Routing
from baton.core.policy.parse.parts import check_topic, is_key, read_examples
from baton.core.policy.problems import did_you_mean
from baton.core.policy.queue import (
    LANGUAGE,
    LEVELS,
    MAX_CREDIT,
    TO_QUEUE,
    USUAL_FALLBACK,
    USUAL_MODES,
    Assign,
    Fallback,
    Relax,
)
from baton.core.policy.rule import PRIORITIES
from baton.core.policy.tree import Listing, Node, Scalar
from baton.core.redaction.kinds import NEVER_SHOWN, USUAL, Kind

_NAME = re.compile(KEY)
_LANGUAGE = re.compile(LANGUAGE_CODE)


def parse_queues(fields: Fields, known: set[str], problems: Problems) -> tuple[Queue, ...]:
    """The queues, in the order of the file. One of them is the default for all whom no other default is for."""
    node = fields.node("queues")
    entries = open_entries(node, '"queues"', problems) if node else []
    if entries is not None and not entries:
        problems.at(node or fields.table, "The policy has no queue.", "Name at least one, with its owner.")
    ids = {str(key.value) for key, _ in entries or ()}
    queues = [queue for key, value in entries or () if (queue := _queue(key, value, known, ids, problems))]
    for_all = [queue for queue in queues if queue.is_default and queue.is_for_all]
    if len(for_all) > 1:
        hint = "Keep `default: true` in one, or say by languages, tiers or region whom the others serve."
        problems.at(node or fields.table, "More than one queue is the default.", hint)
    if len(queues) > 1 and not for_all and any(queue.is_default for queue in queues):
        hint = "One default queue says neither languages nor tiers nor region: it gets whoever is left."
        problems.at(node or fields.table, "No default queue is for all customers.", hint)
    elif len(queues) > 1 and not for_all:
        problems.at(node or fields.table, "No queue is the default.", "Add `default: true` to one of them.")
    return tuple(queues)


def parse_routing(fields: Fields, problems: Problems) -> Routing:
    """What holds for all queues: weights, credits, tiers, the time of grace."""
    usual, node = Routing(), fields.node("routing")
    part = open_table(node, '"routing"', KEYS["routing"], problems) if node else None
    if part is None:
        return usual
    credit_node = part.node("credits")
    credit = part.counts("credits", least=0, most=MAX_CREDIT)
    for key in credit.keys() - PRIORITIES.keys():
        problems.at(credit_node or part.table, f'"{key}" is no priority.', did_you_mean(key, PRIORITIES))
    return Routing(
        weights=part.counts("weights", least=0, most=100),
        credits=MappingProxyType({**usual.credits, **credit}),
        tiers=part.counts("tiers", least=0, most=MAX_CREDIT),
        grace_s=part.count("grace_s", default=usual.grace_s, least=0, most=3600),
    )


def _queue(key: Scalar, node: Node, known: set[str], ids: set[str], problems: Problems) -> Queue | None:
    part = open_table(node, f'Queue "{key.value}"', KEYS["queue"], problems)
    if part is None or not is_key(key, "queue", problems):
        return None
    if part.node("owner") is None:
        hint = "Write who answers for it, a person or a team."
        problems.at(key, f'Queue "{key.value}" has no owner.', hint)
    topics = part.texts("topics")
    for topic in topics:
        check_topic(topic, known, problems)
    skills = _skills(part, problems)
    return Queue(
        id=QueueId(str(key.value)),
        name=part.text("name", default=str(key.value)),
        owner=part.text("owner", default="nobody"),
        hours=_hours_of(part, problems),
        topics=tuple(str(topic.value).strip() for topic in topics),
        examples=read_examples(part, problems),
        languages=_languages(part, problems),
        skills=skills,
        tiers=tuple(dict.fromkeys(str(tier.value).strip() for tier in part.texts("tiers"))),
        region=part.text("region", default="") or None,
        target_s=part.count("target_s", default=0, least=1, most=MOST_WAIT) or None,
        assign=Assign(part.choice("assign", ASSIGN, default=Assign.PULL)),
        offer_s=part.count("offer_s", default=30, least=5, most=600),
        relax=_relax(part, skills, problems),
        modes=_modes(part, problems),
        fallback=_fallback(part, ids, problems),
        redact=_redact(part, problems),
        is_default=part.flag("default"),
        line=key.line,
        column=key.column,
    )


def _hours_of(part: Fields, problems: Problems) -> Hours:
    node = part.node("hours")
    return ALWAYS if node is None else read_hours(node, problems)


def _languages(part: Fields, problems: Problems) -> tuple[str, ...]:
    codes = part.texts("languages")
    for code in codes:
        if not _LANGUAGE.fullmatch(str(code.value)):
            problems.at(code, f'"{code.value}" is no language code.', 'Write a code such as "en", "de" or "pt-BR".')
    return tuple(dict.fromkeys(str(code.value) for code in codes))


def _skills(part: Fields, problems: Problems) -> Mapping[str, int]:
    skills = part.counts("skills", least=LEVELS[0], most=LEVELS[1])
    if LANGUAGE in skills:
        hint = "Name the languages under `languages`."
        problems.at(part.node("skills") or part.table, f'"{LANGUAGE}" can\'t be the name of a skill.', hint)
    return skills


def _steps(part: Fields, key: str, problems: Problems) -> Iterator[Fields]:
    """The steps of a list, each a table; told where they are none, or not in the order of their time."""
    node = part.node(key)
    items = node.items if isinstance(node, Listing) else (node,) if node else ()
    found = [step for item in items if (step := open_table(item, f'A step of "{key}"', KEYS[key], problems))]
    for step in found:
        if step.node("after_s") is None:
            problems.at(step.table, f'A step of "{key}" needs "after_s", the seconds of waiting.')
    for before, after in pairwise(found):
        if _after(after) <= _after(before):
            hint = "Each step is later than the one before it."
            problems.at(after.table, f'The steps of "{key}" are not in the order of their time.', hint)
    yield from found


def _after(step: Fields) -> int:
    node = step.node("after_s")
    return node.value if isinstance(node, Scalar) and isinstance(node.value, int) else 0


def _seconds(step: Fields) -> int:
    return step.count("after_s", default=0, least=0, most=MOST_WAIT)


def _relax(part: Fields, skills: Mapping[str, int], problems: Problems) -> tuple[Relax, ...]:
    found: list[Relax] = []
    for step in _steps(part, "relax", problems):
        drop = step.text("drop", default="") or None
        lower = step.count("lower", default=0, least=1, most=LEVELS[1] - 1)
        if (drop is None) == (lower == 0):
            hint = "For example {after_s: 120, drop: language} or {after_s: 300, lower: 1}."
            problems.at(step.table, 'A step of "relax" needs either "drop" or "lower".', hint)
        elif drop and drop != LANGUAGE and drop not in skills:
            hint = did_you_mean(drop, {*skills, LANGUAGE})
            problems.at(step.node("drop") or step.table, f'"{drop}" is no skill of this queue.', hint)
        found.append(Relax(after_s=_seconds(step), drop=drop, lower=lower))
    return tuple(found)


def _modes(part: Fields, problems: Problems) -> tuple[Mode, ...]:
    if part.node("modes") is None:
        return USUAL_MODES
    found: list[Mode] = []
    for one in part.texts("modes"):
        if one.value in CHOSEN:
            found.append(Mode(str(one.value)))
        else:
            problems.at(one, f'mode "{one.value}" is not known here.', did_you_mean(str(one.value), CHOSEN))
    return tuple(dict.fromkeys(found)) or USUAL_MODES


def _redact(part: Fields, problems: Problems) -> frozenset[Kind]:
    if part.node("redact") is None:
        return USUAL
    found: set[Kind] = set()
    for one in part.texts("redact"):
        if one.value in list(Kind):
            found.add(Kind(str(one.value)))
        else:
            problems.at(one, f'"{one.value}" is nothing that can be masked.', did_you_mean(str(one.value), list(Kind)))
    return NEVER_SHOWN | found


def _fallback(part: Fields, ids: set[str], problems: Problems) -> tuple[Fallback, ...]:
    node = part.node("fallback")
    if node is None:
        return USUAL_FALLBACK
    found: list[Fallback] = []
    for step in _steps(part, "fallback", problems):
        to = step.text("to")
        if not to or _leads_somewhere(to, ids, step, problems):
            found.append(Fallback(after_s=_seconds(step), to=to or ENDS[0]))
    if isinstance(node, Listing) and not node.items:
        hint = "End it with a ticket, a callback or an e-mail: [{after_s: 1800, to: ticket}]."
        problems.at(node, "A fallback without a step ends in silence.", hint)
    return tuple(found)


def _leads_somewhere(to: str, ids: set[str], step: Fields, problems: Problems) -> bool:
    at = step.node("to") or step.table
    if to in ENDS:
        return True
    if not to.startswith(TO_QUEUE):
        known = {*ENDS, *(TO_QUEUE + id for id in ids)}
        hint = f'Did you mean "{TO_QUEUE}{to}"?' if to in ids else did_you_mean(to, known)
        problems.at(at, f'"{to}" is nowhere that a conversation could go.', hint)
        return False
    named = to.removeprefix(TO_QUEUE)
    if named not in ids:
        problems.at(at, f'There is no queue "{named}".', did_you_mean(named, ids))
    return named in ids
