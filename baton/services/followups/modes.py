"""How a customer can go on after a handoff: what is offered now, and the choice."""

from dataclasses import dataclass
from datetime import datetime

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation, stale
from baton.core.copy import said
from baton.core.customer import Customer
from baton.core.errors import Conflict, Forbidden
from baton.core.followups.callbacks import Slot
from baton.core.followups.modes import IN_LINE, Mode, ModeFacts, ModesNow, offered
from baton.core.hours.open_time import after_open_time
from baton.core.ids import ConversationId
from baton.core.verbs.agreements import wait_in_line, waiting
from baton.services.access import find, is_team, require
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import Details, queue_of
from baton.services.followups.followups import agree_on
from baton.services.followups.slots import bookable_now
from baton.services.mail.outbox import can_mail
from baton.services.moves import notice, words_of
from baton.services.records import Receipt, Saved
from baton.services.waiting.queues import QueueNow, stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a waiting customer can choose from now. `present` is the mode that they have.

    `ticket_due` is when a ticket would be answered, None where the queue promises no time. `question` and `wait_words`
    are said in the customer's language.
    """

    present: Mode
    modes: ModesNow
    slots: tuple[Slot, ...]
    queue: QueueNow
    ticket_due: datetime | None
    question: str
    wait_words: str | None


async def offered_modes(desk: Desk, conversation: Conversation, customer: Customer) -> Choices:
    """The modes that are real now for a waiting conversation, with the slots for a call."""
    handoff = waiting(conversation)
    policy = await desk.policies.of(conversation.tenant_id)
    queue, now = queue_of(conversation, policy), desk.clock()
    slots: tuple[Slot, ...] = ()
    if Mode.CALLBACK in queue.modes:
        slots = await bookable_now(desk, conversation.tenant_id, queue, policy.callbacks)
    stands = await stand(desk, conversation.tenant_id, queue, id=conversation.id, ranks_at=handoff.rank, at=now)
    facts = facts_of(desk, conversation, customer, stands, has_slot=bool(slots))
    language = await words_of(desk, conversation, customer)
    return Choices(
        present=handoff.mode,
        modes=offered(facts),
        slots=slots,
        queue=stands,
        ticket_due=after_open_time(queue.hours, now, queue.target_s) if queue.target_s else None,
        question=said.choose_mode(language),
        wait_words=said.wait_words(stands.wait, language) if stands.wait else None,
    )


async def look(desk: Desk, caller: Caller, id: ConversationId) -> Choices:
    """What is offered to the customer of a conversation. Raises IllegalMove `not_waiting`."""
    return await offered_modes(desk, *await find(desk, caller, id))


async def choose(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    mode: Mode,
    details: Details,
    *,
    receipt: Receipt | None = None,
) -> Conversation:
    """Go on in another way, or at another time. The customer may, and the team for them.

    Raises Conflict `mode_not_offered` for what isn't real now, and the refusals of bad details.
    """
    require(caller, Role.CUSTOMER, Role.OPERATOR, Role.ADMIN, Role.BOT)
    if details.due_at is not None and not is_team(caller):
        raise Forbidden("The due time is set by the company. Send no `due_at`.")
    before, customer = await find(desk, caller, id)
    choices = await offered_modes(desk, before, customer)
    # Another time, or another number: what one has may be changed where new ones are not to be had.
    if mode is not choices.present and not choices.modes.has(mode):
        real = ", ".join(one.mode.value for one in choices.modes.offered)
        raise Conflict(f"This way is not open now. You can go on by: {real}.", code="mode_not_offered", offered=real)
    if mode in IN_LINE:
        saved = await _wait(desk, caller, before, customer, mode, receipt)
    else:
        saved = await agree_on(desk, before, customer, mode, details, actor=caller.actor, receipt=receipt)
    if saved is None:
        raise stale((await find(desk, caller, id))[0])
    return saved.conversation


def facts_of(
    desk: Desk, conversation: Conversation, customer: Customer, stands: QueueNow, *, has_slot: bool = False
) -> ModeFacts:
    """What decides which modes are real. A look at slots is left out where none could be taken without a question."""
    return ModeFacts(
        allowed=stands.queue.modes,
        is_open=stands.is_open,
        free=stands.free,
        position=stands.position,
        has_slot=has_slot,
        sends_mail=can_mail(desk, conversation.tenant_id),
        knows_email=bool(customer.email),
    )


async def _wait(
    desk: Desk, caller: Caller, before: Conversation, customer: Customer, mode: Mode, receipt: Receipt | None
) -> Saved | None:
    now = desk.clock()
    word = notice(desk, said.waiting_still(await words_of(desk, before, customer), None), now)
    return await commit(desk, wait_in_line(before, mode, actor=caller.actor, at=now, notice=word), receipt=receipt)
