"""The people who answer: adding, changing and removing them, and links that let them in."""

from collections.abc import Mapping, Sequence

from fastapi import Request

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.operator_schemas import OperatorChangeIn, OperatorIn, OperatorRemovalIn
from baton.api.schemas import AvailabilityIn
from baton.core.actors import Role
from baton.core.ids import OperatorId
from baton.services.desk import Desk
from baton.services.records import Operator, Receipt
from baton.services.team import colleagues, leaving, people
from baton.services.team.colleagues import PersonChange


async def create_operator(body: OperatorIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Add an operator. The key in the answer is shown this once."""

    async def command(_: Receipt | None) -> Answer:
        operator, issued = await people.add_operator(
            desk,
            caller,
            name=body.name,
            email=body.email,
            skills=_levels(body.skills),
            languages=body.languages,
            region=body.region,
            capacity=body.capacity,
            role=Role(body.role),
        )
        return 201, {**operator_view(desk, operator), "key": issued.secret}

    return await once(request, caller, command, reserve=True, secret="key")  # noqa: S106 - a field's name


async def operators(caller: Calling, desk: OurDesk, *, left: bool = False) -> Json:
    """Every operator, and who is here; with `left`, those who are no longer of the team."""
    found = await (leaving.former(desk, caller) if left else people.list_operators(desk, caller))
    return Json({"items": [operator_view(desk, operator) for operator in found]})


async def change_operator(id: str, body: OperatorChangeIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Change who an operator is, what they may and can do, and how much they hold. What is left out stays."""

    async def command(_: Receipt | None) -> Answer:
        change = PersonChange(
            name=body.name,
            email=body.email,
            role=Role(body.role) if body.role else None,
            skills=None if body.skills is None else _levels(body.skills),
            languages=body.languages,
            region=body.region,
            capacity=body.capacity,
        )
        operator = await colleagues.change_operator(desk, caller, id, change)
        return 200, operator_view(desk, operator)

    return await once(request, caller, command, reserve=True)


async def set_availability(id: str, body: AvailabilityIn, caller: Calling, desk: OurDesk) -> Json:
    """Say of a colleague whether they take conversations: somebody forgot, or fell ill."""
    said = await colleagues.set_availability(desk, caller, body.availability, reason=body.reason, of=id)
    return Json({"availability": said})


async def duties(id: str, caller: Calling, desk: OurDesk) -> Json:
    """What somebody carries: to be looked at before they are removed."""
    found = await leaving.duties(desk, caller, id)
    return Json(
        {
            "conversations": list(found.conversations),
            "queues": [{"id": one.id, "name": one.name} for one in found.queues],
            "followups": [
                {
                    "conversation": one.conversation_id,
                    "reference": one.reference,
                    "mode": one.mode.value,
                    "queue": one.queue,
                    "due_at": one.due_at,
                }
                for one in found.followups
            ],
        }
    )


async def remove(id: str, body: OperatorRemovalIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Remove somebody from the team, from this moment. 409 `still_owns` names the queues that need another owner."""

    async def command(_: Receipt | None) -> Answer:
        done = await leaving.remove(desk, caller, id, conversations_to=body.conversations_to, duties_to=body.duties_to)
        return 200, {
            "id": done.person.id,
            "left_at": done.left_at,
            "given": done.given,
            "requeued": done.requeued,
            "queues": [one.id for one in done.queues],
            "followups": done.followups,
        }

    return await once(request, caller, command, reserve=True)


async def restore(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Take somebody back who has left. They need a new sign-in link."""

    async def command(_: Receipt | None) -> Answer:
        return 200, operator_view(desk, await leaving.restore(desk, caller, id))

    return await once(request, caller, command, reserve=True)


async def create_link(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """A link that signs an operator in once, within a quarter of an hour."""

    async def command(_: Receipt | None) -> Answer:
        issued = await people.make_link(desk, caller, OperatorId(id))
        url = f"{desk.public_url}/sign-in/{issued.secret}"
        return 201, {"url": url, "expires_at": issued.credential.expires_at}

    return await once(request, caller, command, reserve=True, secret="url")  # noqa: S106 - a field's name


def operator_view(desk: Desk, operator: Operator) -> dict[str, object]:
    """One person, as the team sees them."""
    return {
        "id": operator.id,
        "name": operator.name,
        "email": operator.email,
        "role": operator.role.value,
        "skills": dict(operator.skills),
        "languages": list(operator.languages),
        "region": operator.region,
        "availability": operator.availability,
        "away_reason": operator.away_reason,
        "is_here": operator.is_here(desk.clock()),
        "open": operator.open,
        "load": operator.load,
        "capacity": operator.capacity,
        "seen_at": operator.seen_at(desk.clock(), desk.limits.here_seconds),
        "left_at": operator.left_at,
    }


def _levels(skills: Mapping[str, int] | Sequence[str]) -> Mapping[str, int]:
    return skills if isinstance(skills, Mapping) else dict.fromkeys(skills, people.LISTED_LEVEL)
