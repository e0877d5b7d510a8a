"""A company of its own for each test of what is taught, on the desk as it is run."""

import uuid

import pytest

from baton.app import OpenDesk
from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.services.desk import Desk
from baton.services.team.people import add_tenant


@pytest.fixture
def desk(opened: OpenDesk) -> Desk:
    return opened.desk


@pytest.fixture
async def admin(desk: Desk) -> Caller:
    tenant, _ = await add_tenant(desk, f"Harbour {uuid.uuid4().hex}")
    return Caller(tenant.id, Role.ADMIN, Actor(ActorKind.ADMIN, "crd_1", "Ada"))
