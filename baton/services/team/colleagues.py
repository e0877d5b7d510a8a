"""What is changed about somebody of the team: name, address, role, what they can do, and whether they take more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from baton.core.actors import Caller, Role
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event, EventKind
from baton.core.ids import OperatorId
from baton.services.access import require, require_operator
from baton.services.desk import Desk
from baton.services.records import Operator
from baton.services.team.ownership import give_followups, give_queues, owned_queues
from baton.services.team.people import address, named, of_the_team, person_role

AVAILABILITIES = ("available", "away", "offline")

_TOLD = ("name", "email", "role", "skills", "languages", "region", "capacity")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """What is to be changed; what is None stays, and an empty region is no region."""

    name: str | None = None
    email: str | None = None
    role: Role | None = None
    skills: Mapping[str, int] | None = None
    languages: Sequence[str] | None = None
    region: str | None = None
    capacity: int | None = None

    def on(self, before: Operator) -> Operator:
        """The person with the changes. Raises Invalid for a name, address or role that can't be."""
        return replace(
            before,
            name=before.name if self.name is None else named(self.name),
            email=before.email if self.email is None else address(self.email),
            role=before.role if self.role is None else person_role(self.role),
            skills=before.skills if self.skills is None else dict(self.skills),
            languages=before.languages if self.languages is None else tuple(self.languages),
            region=before.region if self.region is None else self.region.strip() or None,
            capacity=before.capacity if self.capacity is None else self.capacity,
        )


async def change_operator(desk: Desk, caller: Caller, id: str, change: PersonChange) -> Operator:
    """Change who somebody is, what they may and can do, and how much they hold at once.

    Whoever holds more than the new capacity keeps it, and gets nothing new until there is room. Queues and follow-ups
    that name them as owner get the new name. Raises Conflict `last_admin`, and `yourself` for one's own role.
    """
    require(caller, Role.ADMIN)
    before = await of_the_team(desk, caller, id)
    after = change.on(before)
    if after == before:
        return after
    if after.role is not before.role and caller.actor.operator_id == before.id:
        raise Conflict("You can't change your own role. Ask another admin to do it.", code="yourself")
    changed = {name: getattr(after, name) for name in _TOLD if getattr(after, name) != getattr(before, name)}
    event = Event(EventKind.OPERATOR_CHANGED, caller.actor, desk.clock(), {"operator_id": id, "changed": changed})
    await desk.store.colleagues.change(caller.tenant_id, after, event)
    if changed.keys() & {"name", "role"}:
        desk.live.recheck(caller.tenant_id, before.id)
    if changed.keys() & {"name", "email"}:
        await _rename_owner(desk, caller, before, after)
    return after


async def _rename_owner(desk: Desk, caller: Caller, before: Operator, after: Operator) -> None:
    """Alerts and letters find an owner by name or address: the policy follows whoever has another one now."""
    pairs = ((before.name, after.name), (before.email, after.email))
    owners = {old.casefold(): new for old, new in pairs if old and new and old != new}
    await give_queues(desk, caller, await owned_queues(desk, caller, before), owners)
    await give_followups(desk, caller.tenant_id, before)


async def set_availability(
    desk: Desk, caller: Caller, availability: str, *, reason: str | None = None, of: str | None = None
) -> str:
    """An operator says whether they take conversations, and if not, why; or an admin says so `of` somebody else, who
    forgot. Whoever is offline keeps what they hold for the grace, then it goes back to its queue.
    """
    if of is None:
        operator_id = require_operator(caller)
    else:
        require(caller, Role.ADMIN)
        operator_id = (await of_the_team(desk, caller, of)).id
    if availability not in AVAILABILITIES:
        raise Invalid(f"Availability is one of {', '.join(AVAILABILITIES)}.")
    now = desk.clock()
    reason = (reason or "").strip() or None if availability != "available" else None
    if await desk.store.people.set_availability(caller.tenant_id, operator_id, availability, reason=reason, at=now):
        data = {"availability": availability, **({"reason": reason} if reason else {}), **_about(of)}
        event = Event(EventKind.AVAILABILITY_CHANGED, caller.actor, now, data)
        await desk.store.events.record(caller.tenant_id, event)
        if of is not None:
            desk.live.recheck(caller.tenant_id, operator_id)
    return availability


def _about(of: str | None) -> dict[str, OperatorId]:
    return {"operator_id": OperatorId(of)} if of is not None else {}
