"""What a support lead does with people, in short words for tests."""

from stage import Stage

from baton.core.actors import Caller
from baton.services.policy import policies
from baton.services.records import Operator
from baton.services.team import people
from baton.services.team.colleagues import PersonChange, change_operator


def by(caller: Caller) -> str:
    return caller.actor.id or ""


async def person(stage: Stage, caller: Caller) -> Operator:
    found = await stage.desk.store.people.operator(stage.tenant.id, caller.actor.operator_id or "")  # type: ignore[arg-type]
    assert found is not None
    return found


async def change(stage: Stage, who: Caller, by_whom: Caller | None = None, **fields: object) -> Operator:
    return await change_operator(stage.desk, by_whom or stage.admin, by(who), PersonChange(**fields))  # type: ignore[arg-type]


async def signed_in(stage: Stage, who: Caller) -> str:
    """A browser of theirs: its session's secret."""
    link = await people.make_link(stage.desk, stage.admin, who.actor.operator_id)  # type: ignore[arg-type]
    return (await people.sign_in(stage.desk, link.secret)).secret


async def owner(stage: Stage) -> str:
    return (await stage.desk.policies.of(stage.tenant.id)).default_queue.owner


async def logged(stage: Stage, kind: str) -> list[dict[str, object]]:
    page = await stage.desk.store.events.page(stage.tenant.id, after=None, limit=200)
    return [dict(one.event.data) for one in page if one.event.kind.value == kind]


async def put_owner(stage: Stage, named: str) -> None:
    source = f"""
policy: Harbour
queues:
  support: {{owner: {named}, hours: always}}
rules:
  - {{id: asks-for-person, when: asks_for_person, then: handoff}}
"""
    await policies.put_in_force(stage.desk, stage.admin, source)
