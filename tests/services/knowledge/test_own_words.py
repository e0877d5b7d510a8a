"""A company's own words: kept by admins, told to the log, and used by every search at once."""

import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from baton import app
from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.errors import Forbidden, Invalid, NotFound
from baton.services.desk import Desk
from baton.services.knowledge.files import File, add_files
from baton.services.knowledge.own_words import drop, keep, listed
from baton.services.team.people import add_tenant
from baton.settings import Settings

pytestmark = pytest.mark.anyio

PAGES = {
    "season.md": b"# Season tickets\n\nA season ticket costs 90 euros a month.\n\n## Ending it\n\nYou can end a season "
    b"ticket on the last day of any month.\n",
    "dogs.md": b"# Dogs\n\nDogs travel for free on every ferry.\n",
    "meals.md": b"# Meals\n\nThe galley serves breakfast until 10 am.\n",
}


@pytest.fixture
async def desk(tables: dict[str, Any], tmp_path: Path) -> AsyncIterator[Desk]:
    opened = await app.open_desk(Settings(data=tmp_path), tables)
    yield opened.desk
    await opened.close()


@pytest.fixture
async def admin(desk: Desk) -> Caller:
    tenant, _ = await add_tenant(desk, f"Ferries {uuid.uuid4().hex}")
    admin = Caller(tenant.id, Role.ADMIN, Actor(ActorKind.ADMIN, "crd_1", "Ada"))
    await add_files(desk, admin, "Help", [File(name, body) for name, body in PAGES.items()])
    return admin


async def answer(desk: Desk, admin: Caller, question: str) -> str:
    return (await desk.knowledge.ground(admin.tenant_id, question)).text


async def test_a_question_in_the_companys_own_word_finds_the_page_that_uses_another(desk: Desk, admin: Caller) -> None:
    question = "How much is the FlexiPass?"
    assert "90 euros" not in await answer(desk, admin, question)
    kept = await keep(desk, admin, "season  ticket", (" FlexiPass ", "", "annual card"))
    assert (kept.word, kept.others, kept.updated_by) == ("season ticket", ("FlexiPass", "annual card"), "Ada")
    assert await answer(desk, admin, question) == "A season ticket costs 90 euros a month."
    hits = await desk.knowledge.search(admin.tenant_id, "annual cards")
    assert hits[0].passage.title == "Season tickets"
    assert await listed(desk, admin) == (kept,)
    await drop(desk, admin, "Season Ticket")
    assert "90 euros" not in await answer(desk, admin, question)
    with pytest.raises(NotFound):
        await drop(desk, admin, "season ticket")


async def test_another_companys_questions_are_read_as_they_are(desk: Desk, admin: Caller) -> None:
    await keep(desk, admin, "season ticket", ("FlexiPass",))
    tenant, _ = await add_tenant(desk, f"Other {uuid.uuid4().hex}")
    other = Caller(tenant.id, Role.ADMIN, admin.actor)
    await add_files(desk, other, "Help", [File(name, body) for name, body in PAGES.items()])
    assert "90 euros" not in await answer(desk, other, "How much is the FlexiPass?")


async def test_a_word_that_would_do_harm_is_refused_and_nothing_is_kept(desk: Desk, admin: Caller) -> None:
    with pytest.raises(Invalid, match="nearly every sentence") as refused:
        await keep(desk, admin, "season ticket", ("the", "x"))
    assert (refused.value.code, "too short" in refused.value.detail) == ("bad_word", True)
    assert await listed(desk, admin) == ()
    operator = Caller(admin.tenant_id, Role.OPERATOR, admin.actor)
    with pytest.raises(Forbidden):
        await keep(desk, operator, "season ticket", ("FlexiPass",))
