"""Who is who: a Slack account becomes an operator, by what an admin said or by its address of e-mail, or is refused."""

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.errors import Forbidden, NotFound
from baton.core.ids import OperatorId
from baton.core.outside_desks import is_outsiders
from baton.core.slack.connection import HERE_FOR, Person
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.slack.telling import Slack


async def people(desk: Desk, caller: Caller) -> tuple[Person, ...]:
    """Everybody who has pressed or written something in Slack, and whom the desk takes them for."""
    require(caller, Role.ADMIN)
    return await desk.store.slack.people(caller.tenant_id)


async def link(desk: Desk, caller: Caller, user_id: str, operator_id: str | None) -> Person:
    """Say whose an account is; None leaves it to its address of e-mail again. Raises NotFound."""
    require(caller, Role.ADMIN)
    if operator_id is not None:
        found = await desk.store.people.operator(caller.tenant_id, OperatorId(operator_id))
        if found is None or found.left_at is not None or is_outsiders(found.id):
            raise NotFound(f"There is no operator {operator_id} in the team.")
    id = OperatorId(operator_id) if operator_id else None
    linked = await desk.store.slack.link(caller.tenant_id, user_id, id, desk.clock())
    if linked is None:
        raise NotFound("Nobody with this Slack account has written or pressed anything yet.")
    return linked


async def caller_of(slack: Slack, user_id: str) -> Caller:
    """The operator behind an account, as a caller with that person's rights. Raises Forbidden, Refused.

    Whoever acts is here: as a request extends the lease that a browser began, and begins none.
    """
    desk, tenant_id = slack.desk, slack.tenant_id
    known = await desk.store.slack.person(tenant_id, user_id)
    if known is None or not known.is_known(desk.clock()):
        known = await _looked_up(slack, user_id, known)
    found = await desk.store.people.operator(tenant_id, known.operator_id) if known.operator_id else None
    if found is None or found.left_at is not None or is_outsiders(found.id):
        raise Forbidden(
            "Baton does not know you here. Ask an admin to add your Slack e-mail address to your Baton account, "
            "or to link the two in Baton's console under Slack."
        )
    await desk.store.people.keep_here(tenant_id, [found.id], desk.clock() + HERE_FOR, begins=False)
    return Caller(tenant_id, found.role, Actor(ActorKind.OPERATOR, found.id, found.name))


async def _looked_up(slack: Slack, user_id: str, known: Person | None) -> Person:
    """Who it is by the address of e-mail, and kept. What an admin has said stays."""
    if known is not None and known.is_linked:
        return known
    seen = await slack.account(user_id)
    team = await slack.desk.store.people.operators(slack.tenant_id) if seen.is_ours and seen.email else ()
    same = [one for one in team if (one.email or "").casefold() == seen.email.casefold()]
    person = Person(
        user_id=user_id,
        operator_id=same[0].id if len(same) == 1 else None,
        name=seen.name,
        looked_at=slack.desk.clock(),
    )
    await slack.desk.store.slack.keep_person(slack.tenant_id, person)
    return person
