"""Everything that can happen next in a world, and what must never have happened."""

import functools
from collections.abc import Iterator

from baton.core.actors import Actor, ActorKind
from baton.core.conversation import Change, Conversation
from baton.core.errors import DeskError
from baton.core.events import EventKind
from baton.core.messages import MessageKind
from baton.core.promises import PromiseKind, PromiseState, settlements
from baton.core.transitions import TABLE, Move, State
from baton.core.values import altered
from proof import later
from proof.rules import Rules, Step
from proof.verbs import COMPOSED, PROMISES, VERBS, WHO
from proof.world import BOT, CUSTOMER, DANA, SAM, Op, World, admits, happened, heard, stored

MOVES = {EventKind(move.value): move for move in Move}


def steps(world: World, rules: Rules, *, at_once: int) -> Iterator[Step]:
    """Everything that can happen next, with at most so many things under way at once."""
    if world.untold:
        yield Step("the notice is stored", altered(world, untold=False), fair=True)
        yield Step("crash before the notice", altered(world), broken="a handoff whose notice nobody will ever send")
    if len(world.ops) < at_once:
        yield from _beginnings(world, rules)
    for place, op in enumerate(world.ops):
        if op not in world.ops[:place]:
            yield from _goes_on(world, op, rules)


def _beginnings(world: World, rules: Rules) -> Iterator[Step]:
    row = world.row
    if world.left:
        yield _writes(world)
    if rules.sweep and row.state is State.BOT and row.asked_seq > row.decided_seq:
        turn = Op("turn", BOT, row, seq=row.asked_seq)
        yield Step("a sweep finds an undecided message", world.begun(turn), fair=True)
    yield from _offers(world)
    yield from later.beginnings(world)
    for actor, verbs in WHO:
        for verb in verbs:
            if not _sees_why(world, actor, verb):
                continue
            op = Op(verb, actor, None, composed=row.version) if verb in COMPOSED else Op(verb, actor, row)
            if _change(op, row, rules) is not None:
                fair = verb in ("claims", "owns up") or (verb == "resolves" and row.owner_id == actor.id)
                yield Step(f"{actor.name or actor.kind.value} begins: {verb}", world.begun(op), fair=fair)


def _sees_why(world: World, actor: Actor, verb: str) -> bool:
    """An offer is accepted by whom it is made to; a promise is owned up to while it is open."""
    if verb == "accepts":
        return world.offer == actor.id
    return verb != "owns up" or world.promise is PromiseState.OPEN


def _offers(world: World) -> Iterator[Step]:
    """The desk offers what waits to one person, and the offer ends without an answer or with a no."""
    if world.offer is not None:
        after = altered(world, row=happened(world.row), offer=None)
        yield Step("the offer is declined, or runs out", after, fair=True)
    elif world.row.state is State.QUEUED:
        for actor in (DANA, SAM):
            after = altered(world, row=happened(world.row), offer=actor.id)
            yield Step(f"the desk offers it to {actor.name}", after)


def _writes(world: World) -> Step:
    if world.row.state is State.RESOLVED:
        op = Op("writes again", CUSTOMER, world.row)
        return Step("the customer writes after the end", altered(world.begun(op), left=world.left - 1))
    row = heard(world.row)
    after = altered(world, row=row, left=world.left - 1)
    if row.state is State.BOT:
        after = after.begun(Op("turn", BOT, row, seq=row.asked_seq))
    return Step("the customer writes", after)


def _goes_on(world: World, op: Op, rules: Rules) -> Iterator[Step]:
    name = op.actor.name or op.actor.kind.value
    yield Step(f"{name}: {op.verb}, lost in a crash", _crashed(world, op))
    if op.done:
        yield from _sent_again(world, op, rules)
    elif op.looked is None:
        yield Step(f"{name}: {op.verb} arrives", world.without(op, altered(op, looked=world.row)), fair=True)
    elif op.verb == later.SAYS:
        yield from later.says(world, op, rules)
    elif op.verb == "turn":
        for verb in ("answers", "stops"):
            yield from _commits(world, op, altered(op, verb=verb), rules)
    else:
        yield from _commits(world, op, op, rules)


def _crashed(world: World, op: Op) -> World:
    return world.without(op)


def _sent_again(world: World, op: Op, rules: Rules) -> Iterator[Step]:
    if rules.receipts:
        yield Step(f"{op.actor.name}: {op.verb} again, told that it was done", world.without(op), fair=True)
        return
    change = _change(op, world.row, rules)
    broken = "a retry did it a second time" if change is not None else None
    yield Step(f"{op.actor.name}: {op.verb} again", world.without(op), broken=broken)


def _commits(world: World, op: Op, acts: Op, rules: Rules) -> Iterator[Step]:
    what = f"{op.actor.name or op.actor.kind.value}: {acts.verb}"
    change = _change(acts, acts.looked, rules) if acts.looked else None
    if change is None or not _admitted(world, change, acts, rules):
        if op.verb == "writes again":  # the service tries again until the message is taken
            yield Step(f"{what}, tries again", altered(world.without(op), left=world.left + 1), fair=True)
        else:
            yield Step(f"{what}, refused", world.without(op), fair=True)
        return
    row = stored(world.row, change)
    untold = world.untold or (not rules.notice_in_the_change and change.opened is not None)
    offer = None if row.version != world.row.version and rules.moves_end_offers else world.offer
    promise = _promise(world.promise, change, acts, rules)
    broken = (
        _broken(world.row, change, row, rules)
        or _broken_offer(world, change, acts, offer if row.state is not State.QUEUED else None)
        or _broken_promise(world.promise, change, row, promise)
    )
    turn = (Op("turn", BOT, row, seq=row.asked_seq),) if op.verb == "writes again" else ()
    after = altered(world.without(op, *turn), row=row, offer=offer, promise=promise, untold=untold)
    yield Step(f"{what}, stored", after, fair=True, broken=broken)
    if op.verb != "turn" and op.actor.kind is ActorKind.OPERATOR:
        yield Step(
            f"{what}, stored, the answer is lost", after.begun(altered(op, looked=None, composed=None, done=True))
        )


def _change(op: Op, seen: Conversation, rules: Rules) -> Change | None:
    """What the verb makes of what was seen; None where it refuses."""
    if not rules.claim_asks_the_state and op.verb == "claims" and seen.state is not State.RESOLVED:
        seen = altered(seen, state=State.QUEUED)
    return _made(op.verb, op.actor, seen, op.composed, op.seq)


@functools.cache
def _made(verb: str, actor: Actor, seen: Conversation, composed: int | None, seq: int) -> Change | None:
    """Most of what is seen is seen in many worlds, and the verb makes the same of it in each."""
    try:
        return VERBS[verb](seen, Op(verb, actor, None, composed=composed, seq=seq))
    except DeskError:
        return None


def _admitted(world: World, change: Change, op: Op, rules: Rules) -> bool:
    row = world.row
    if rules.offers_stand and change.accepts is not None and world.offer != op.actor.id:
        return False
    if not rules.fence:
        return True
    if not rules.claim_asks_the_state and op.verb == "claims":
        return row.state is not State.RESOLVED
    change = change if rules.quiet else altered(change, quiet_since=None)
    return admits(row, change if rules.one_decision else altered(change, decides=None))


def _promise(stood: PromiseState | None, change: Change, op: Op, rules: Rules) -> PromiseState | None:
    """How the handoff's promise stands after a change, by the product's own table."""
    if change.opened is not None and op.verb in PROMISES:
        return PromiseState.OPEN
    if stood is not PromiseState.OPEN or not (rules.moves_settle or change.settles):
        return stood
    ends = change.settles or settlements(change.events)
    return next((one.state for one in ends if one.kind in (None, PromiseKind.ANSWER_HERE)), stood)


def _broken(before: Conversation, change: Change, after: Conversation, rules: Rules) -> str | None:
    """What the stored change breaks, or None."""
    for event in change.events:
        if event.kind is EventKind.ANSWER_SENT and before.state is not State.BOT:
            return "the bot spoke while it did not hold the baton"
        if event.kind is EventKind.REPLY_SENT and before.owner_id != event.actor.id:
            return "an operator spoke who did not hold the baton"
    moves = [MOVES[event.kind] for event in change.events if event.kind in MOVES]
    if moves and after.state not in TABLE.get((before.state, moves[0]), ()):
        return f"{before.state} became {after.state} by {moves[0]}, which the table does not allow"
    if len(moves) > 1 or after.version != before.version + len(moves):
        return "the version does not count the moves"
    if change.decides is not None and change.decides <= before.decided_seq:
        return "a message was decided twice"
    return _broken_handoff(change, after, rules)


def _broken_offer(world: World, change: Change, op: Op, left: str | None) -> str | None:
    if change.accepts is not None and world.offer != op.actor.id:
        return "an offer was accepted that no longer stood"
    return "an offer stands of what no longer waits" if left is not None else None


def _broken_promise(
    stood: PromiseState | None, change: Change, after: Conversation, promise: PromiseState | None
) -> str | None:
    if change.settles and stood is not PromiseState.OPEN:
        return "the desk owned up to a promise that had ended"
    if promise is PromiseState.OPEN and after.state in (State.BOT, State.RESOLVED):
        return "a promise outlived its handoff"
    return None


def _broken_handoff(change: Change, after: Conversation, rules: Rules) -> str | None:
    if (after.state is State.HUMAN) != (after.owner_id is not None):
        return "a person holds it and nobody is named, or the other way round"
    if after.state is State.QUEUED and (after.handoff is None or after.waiting_since is None or after.queue is None):
        return "it waits, and no queue has it"
    opened = change.opened
    if opened is None or not rules.notice_in_the_change:
        return None
    notices = [e.message for e in change.events if e.message and e.message.kind is MessageKind.NOTICE]
    if not notices or opened.notice_id != notices[0].id:
        return "a handoff was opened without its notice"
    if not opened.reason or not all(event.actor for event in change.events):
        return "a handoff was opened without a reason or an actor"
    return None
