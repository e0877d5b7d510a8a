"""The launch check: whether a company may go live, line by line, with where to mend what keeps it from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from baton.core.actors import Caller, Role
from baton.core.audience import SourceAudience
from baton.core.ids import TenantId
from baton.core.launch.knowledge import Taught, Tried, conflict_lines, gap_lines, source_lines, trial_lines
from baton.core.launch.line import Line, Mark, Part
from baton.core.launch.queues import queue_lines
from baton.core.launch.rules import rule_lines, word_lines
from baton.core.launch.ways import Ways, way_lines
from baton.core.policy.model import Policy
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.knowledge import conflicts, gaps, kept_questions
from baton.services.mail.outbox import can_mail
from baton.services.policy.check import looked_through
from baton.services.policy.checking import Checked
from baton.services.policy.policies import in_force, load_default
from baton.services.ports.websites import Reading
from baton.services.team.tenants import own


@dataclass(frozen=True, slots=True)
class LaunchCheck:
    """Every line, part by part, and within a part what refuses first."""

    lines: tuple[Line, ...]

    @property
    def may_go_live(self) -> bool:
        """Whether nothing refuses."""
        return not self.count(Mark.REFUSES)

    def count(self, mark: Mark) -> int:
        """How many lines stand so."""
        return sum(one.mark is mark for one in self.lines)


async def look(desk: Desk, caller: Caller, *, source: str | None = None, ask: bool = False) -> LaunchCheck:
    """Look at everything that a launch needs; `source` is a policy to look at in place of the one in force.

    With `ask`, the questions that must work are asked again first.
    """
    require(caller, Role.ADMIN)
    if ask:
        await kept_questions.run(desk, caller)
    now_in_force = await in_force(desk, caller)
    checked = await looked_through(desk, caller, source or now_in_force.source)
    if checked.policy is None:
        return LaunchCheck(tuple(_unreadable(checked)))
    policy = checked.policy
    lines = [
        *rule_lines(policy, checked.findings),
        *await _queues(desk, caller, policy),
        *word_lines(policy, checked.findings),
        *await _sources(desk, caller, policy),
        *await _questions(desk, caller, now_in_force.since),
        *await _ways(desk, caller, policy),
    ]
    marks, parts = (Mark.REFUSES, Mark.WARNING, Mark.OK), tuple(Part)
    return LaunchCheck(tuple(sorted(lines, key=lambda one: (parts.index(one.part), marks.index(one.mark)))))


def launch_view(found: LaunchCheck) -> dict[str, Any]:
    """The check for programs."""
    return {
        "may_go_live": found.may_go_live,
        "refuses": found.count(Mark.REFUSES),
        "warnings": found.count(Mark.WARNING),
        "lines": [
            {
                "part": one.part.value,
                "mark": one.mark.value,
                "says": one.says,
                "hint": one.hint,
                "room": one.room,
                "line": one.line,
                "column": one.column,
            }
            for one in found.lines
        ],
    }


def _unreadable(checked: Checked) -> Iterator[Line]:
    for one in checked.problems:
        yield Line(Part.RULES, Mark.REFUSES, one.message, one.hint, "policy", one.line, one.column)


async def _queues(desk: Desk, caller: Caller, policy: Policy) -> Iterator[Line]:
    people = desk.store.people
    return queue_lines(
        policy,
        await people.operators(caller.tenant_id),
        left=await people.former(caller.tenant_id),
        placeholders={queue.owner for queue in load_default().queues},
        can_mail=can_mail(desk, caller.tenant_id),
        now=desk.clock(),
    )


async def _sources(desk: Desk, caller: Caller, policy: Policy) -> Iterator[Line]:
    found = await _taught(desk, caller.tenant_id)
    is_outside = policy.bot.answers == "outside"
    open_ones = [
        (one.one_title, one.other_title, one.one_says, one.other_says)
        for one in await conflicts.compare(desk, caller)
        if one.dismissed_by is None
    ]
    lines = source_lines(found, policy.sources, desk.clock(), is_outside=is_outside)
    return iter((*lines, *conflict_lines(open_ones)))


async def _taught(desk: Desk, tenant_id: TenantId) -> Sequence[Taught]:
    sites = {one.source_id: one for one in await desk.store.websites.all(tenant_id)}
    failed = {id: one.note or "nothing came back" for id, one in sites.items() if one.state is Reading.FAILED}
    return [
        Taught(
            id=one.id,
            name=one.name,
            passages=one.passages,
            is_public=one.audience is SourceAudience.PUBLIC,
            checked_at=one.checked_at or one.updated_at,
            review_on=one.review_on,
            owner=one.owner,
            to_approve=one.to_approve,
            problem=failed.get(one.id, ""),
        )
        for one in await desk.store.sources.all(tenant_id)
    ]


async def _questions(desk: Desk, caller: Caller, policy_since: datetime | None) -> Iterator[Line]:
    asked = [
        (one.questions[0].text, len(one.questions)) for one in await gaps.gather(desk, caller) if one.state == "open"
    ]
    tried = [
        Tried(one.question.question, one.works, one.question.outcome_at)
        for one in await kept_questions.listed(desk, caller)
    ]
    changes = [policy_since, *(one.updated_at for one in await desk.store.sources.all(caller.tenant_id))]
    changed_at = max((one for one in changes if one is not None), default=None)
    asked.sort(key=lambda one: -one[1])
    return iter((*trial_lines(tried, changed_at), *gap_lines(asked)))


async def _ways(desk: Desk, caller: Caller, policy: Policy) -> Iterator[Line]:
    tenant = await own(desk, caller)
    ways = Ways(
        domains=tenant.allowed_domains,
        has_identity_key=tenant.identity_version > 0,
        can_mail=can_mail(desk, caller.tenant_id),
        public_url=desk.public_url,
    )
    return way_lines(policy, ways)
