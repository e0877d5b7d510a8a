"""Macros: an admin writes them, an operator looks at the steps for one conversation and takes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.errors import DeskError, Invalid, NotFound
from baton.core.ids import ConversationId
from baton.core.inbox.macros import MOST_MACROS, Do, Known, Macro, Step, flaws, macro_name, says
from baton.core.verbs.resolutions import check_heard
from baton.services.access import find, require, require_operator
from baton.services.conversations import replies, resolution
from baton.services.desk import Desk
from baton.services.handoffs import handoff
from baton.services.inbox import arranging, canned, labels, snoozing


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as it would be taken in a conversation. `text` is what the customer or the team would read."""

    step: Step
    says: str
    text: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a macro: the steps that were taken, and the one that was refused with its reason, if one was."""

    macro: Macro
    done: tuple[Step, ...]
    conversation: Conversation
    stopped_at: Step | None = None
    refusal: DeskError | None = None


async def listed(desk: Desk, caller: Caller) -> tuple[Macro, ...]:
    """Every macro of the company, by name."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.macros.all(caller.tenant_id)


async def keep(desk: Desk, caller: Caller, name: str, steps: Sequence[Step]) -> Macro:
    """Write a macro, over the one of that name. Raises Invalid, naming everything that is wrong."""
    require(caller, Role.ADMIN)
    macro = Macro(macro_name(name), tuple(steps), desk.clock(), caller.actor.name)
    if found := tuple(flaws(macro, await _known(desk, caller))):
        raise Invalid(" ".join(found))
    if not await desk.store.macros.keep(caller.tenant_id, macro, MOST_MACROS):
        raise Invalid(f"There are {MOST_MACROS} macros. Remove one first.")
    return macro


async def drop(desk: Desk, caller: Caller, name: str) -> None:
    """Forget a macro. Raises NotFound."""
    require(caller, Role.ADMIN)
    if not await desk.store.macros.drop(caller.tenant_id, macro_name(name)):
        raise _unknown(name)


async def preview(desk: Desk, caller: Caller, id: ConversationId, name: str) -> tuple[Shown, ...]:
    """The steps of a macro with this conversation's values. Nothing is done by it."""
    require(caller, Role.ADMIN, Role.OPERATOR)
    await find(desk, caller, id)
    macro, known = await _named(desk, caller, name), await _known(desk, caller)
    return tuple([await _shown(desk, caller, id, step, known) for step in macro.steps])


async def run(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    name: str,
    *,
    version: int | None = None,
    seen: int | None = None,
    zone: str | None = None,
) -> Ran:
    """Take the steps in order, each by its own verb, and stop at the first that is refused.

    What was done before it stays done. `version` and `seen` are the version, and the seq of the last event, with which
    the operator looked at the steps. Raises Conflict `customer_wrote`, and takes no step, where one would end what the
    customer has written in since.
    """
    require_operator(caller)
    before, _ = await find(desk, caller, id)
    macro = await _named(desk, caller, name)
    if seen is not None and any(step.do is Do.RESOLVE for step in macro.steps):
        check_heard(before, seen)
    done: list[Step] = []
    stopped: tuple[Step, DeskError] | tuple[None, None] = (None, None)
    for step in macro.steps:
        try:
            await _take(desk, caller, id, step, version=version, seen=seen, zone=zone)
        except DeskError as refusal:
            stopped = (step, refusal)
            break
        done.append(step)
    conversation, _ = await find(desk, caller, id)
    return Ran(macro, tuple(done), conversation, *stopped)


async def _take(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    step: Step,
    *,
    version: int | None,
    seen: int | None,
    zone: str | None,
) -> None:
    match step.do:
        case Do.REPLY:
            await replies.reply(desk, caller, id, text=await _text(desk, caller, id, step.what), version=version)
        case Do.NOTE:
            await replies.add_note(desk, caller, id, text=step.what)
        case Do.LABEL:
            await labels.put_on(desk, caller, id, step.what)
        case Do.UNLABEL:
            await labels.take_off(desk, caller, id, step.what)
        case Do.PRIORITY:
            await arranging.set_priority(desk, caller, id, step.what)
        case Do.SNOOZE:
            await snoozing.put_away(desk, caller, id, preset=step.what, zone=zone)
        case Do.TRANSFER:
            await handoff.pass_to_queue(desk, caller, id, queue=step.what, reason="macro")
        case Do.RESOLVE:
            await resolution.end(desk, caller, id, disposition=step.what, seen=seen)


async def _text(desk: Desk, caller: Caller, id: ConversationId, shortcut: str) -> str:
    """What a canned reply says here. Raises Invalid where a value is missing: nobody reads it before it is sent."""
    filled = await canned.fill(desk, caller, id, shortcut)
    if filled.missing:
        wanted = ", ".join(filled.missing)
        raise Invalid(f"/{shortcut} needs {wanted}, which isn't known here. Write this reply yourself.")
    return filled.text


async def _shown(desk: Desk, caller: Caller, id: ConversationId, step: Step, known: Known) -> Shown:
    if step.do is not Do.REPLY:
        return Shown(step, says(step, known))
    filled = await canned.fill(desk, caller, id, step.what)
    return Shown(step, says(step, known), filled.text, filled.missing)


async def _named(desk: Desk, caller: Caller, name: str) -> Macro:
    macro = await desk.store.macros.find(caller.tenant_id, macro_name(name))
    if macro is None:
        raise _unknown(name)
    return macro


async def _known(desk: Desk, caller: Caller) -> Known:
    policy = await desk.policies.of(caller.tenant_id)
    return Known(
        canned=frozenset(one.shortcut for one in await desk.store.canned.all(caller.tenant_id)),
        labels=frozenset(one.name for one in await desk.store.labels.all(caller.tenant_id)),
        queues={queue.id: queue.name for queue in policy.queues},
        dispositions=policy.dispositions,
    )


def _unknown(name: str) -> NotFound:
    return NotFound(f"There is no macro {macro_name(name)}.")
