"""A link that one asks for: it reaches whoever the address belongs to, and tells nobody whether it does."""

import asyncio
import re
import uuid
from dataclasses import replace
from typing import Any

import pytest
from stage import Stage, set_up

from baton.core.actors import Role
from baton.core.errors import Conflict, Invalid, Unauthorized
from baton.core.ids import OperatorId
from baton.services.ports.mail import CannotDeliver
from baton.services.sweeps import forget_old
from baton.services.team import leaving, people
from baton.services.team.people import add_operator
from baton.services.team.sign_ins import OF_ADDRESS, OF_SOURCE, ask, by_email

pytestmark = pytest.mark.anyio


class Post:
    """A carrier that keeps what it is given, and refuses as often as it is told to."""

    def __init__(self, *stages: Stage) -> None:
        self._tenants = tuple(stage.tenant.id for stage in stages)
        self.sent: list[Any] = []
        self.refuses: list[CannotDeliver] = []

    def carries(self, tenant_id: Any) -> bool:
        return tenant_id in self._tenants

    def tenants(self) -> Any:
        return self._tenants

    async def send(self, tenant_id: Any, delivery: Any, files: Any) -> None:
        if self.refuses:
            raise self.refuses.pop()
        self.sent.append((tenant_id, delivery))


def posting(stage: Stage, *others: Stage) -> tuple[Stage, Post]:
    post: Any = Post(stage, *others)
    return replace(stage, desk=replace(stage.desk, carriers={"email": post}, errands=set())), post


def an_address() -> str:
    return f"aoife.{uuid.uuid4().hex}@example.com"


async def joined(stage: Stage, email: str) -> str:
    """Somebody new of the team: their id."""
    added, _ = await add_operator(stage.desk, stage.admin, name="Aoife", email=email)
    return added.id


async def asked(stage: Stage, email: str, source: str = "", landing: str = "/inbox") -> None:
    """Ask for a link, and wait until what was to be sent is sent."""
    await ask(stage.desk, email, source=source or uuid.uuid4().hex, landing=landing)
    await asyncio.gather(*stage.desk.errands)


def secret_in(letter: Any) -> str:
    found = re.search(r"#sign-in/(\S+)", letter.text)
    assert found
    return found.group(1)


async def test_the_letter_has_a_link_that_signs_in_once_in_whatever_letters_the_address_is_typed(stage: Stage):
    stage, post = posting(stage)
    email = an_address()
    id = await joined(stage, email)
    await asked(stage, f"  {email.upper()} ", landing="/console")
    [(tenant_id, letter)] = post.sent
    assert (tenant_id, letter.to) == (stage.tenant.id, email.upper())
    assert f"{stage.desk.public_url}/console#sign-in/" in letter.text
    session = await people.sign_in(stage.desk, secret_in(letter))
    assert (session.credential.operator_id, session.credential.role) == (id, Role.OPERATOR)
    with pytest.raises(Unauthorized):
        await people.sign_in(stage.desk, secret_in(letter))


async def test_the_letter_is_in_a_language_that_its_reader_speaks(stage: Stage):
    stage, post = posting(stage)
    email = an_address()
    await add_operator(stage.desk, stage.admin, name="Jana", email=email, languages=["de"])
    await asked(stage, email)
    letter = post.sent[0][1]
    assert (letter.language, "Dieser Link meldet Sie" in letter.text) == ("de", True)


async def test_a_link_is_too_old_after_a_quarter_of_an_hour(stage: Stage):
    stage, post = posting(stage)
    email = an_address()
    await joined(stage, email)
    await asked(stage, email)
    stage.clock.advance(minutes=16)
    with pytest.raises(Unauthorized):
        await people.sign_in(stage.desk, secret_in(post.sent[0][1]))


async def test_the_link_is_in_no_table_and_neither_is_the_address_that_was_typed(stage: Stage, store: Any):
    stage, post = posting(stage)
    email, unknown = an_address(), an_address()
    await joined(stage, email)
    await asked(stage, email)
    await asked(stage, unknown)
    async with store.database.tenant(stage.tenant.id) as connection:
        tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in tables:
            rows = await connection.fetch(f"SELECT t::text AS row FROM {table} t")  # noqa: S608
            assert all(secret_in(post.sent[0][1]) not in row["row"] for row in rows), table
            assert all(unknown not in row["row"] for row in rows), table


async def test_nobody_is_written_to_at_an_address_that_nobody_has_or_whose_owner_left(stage: Stage):
    stage, post = posting(stage)
    email = an_address()
    id = await joined(stage, email)
    await leaving.remove(stage.desk, stage.admin, OperatorId(id))
    await asked(stage, email)
    await asked(stage, an_address())
    assert post.sent == []


async def test_who_is_of_two_companies_gets_a_letter_from_each_that_can_write(stage: Stage):
    two, three = [await set_up(stage.desk, stage.clock, stage.sources) for _ in range(2)]
    email = an_address()
    for one in (stage, two, three):
        await joined(one, email)
    stage, post = posting(stage, two)
    await asked(stage, email)
    assert {tenant_id for tenant_id, _ in post.sent} == {stage.tenant.id, two.tenant.id}
    for tenant_id, letter in post.sent:
        assert (await people.sign_in(stage.desk, secret_in(letter))).credential.tenant_id == tenant_id


async def test_an_address_is_sent_so_many_an_hour_known_or_not(stage: Stage):
    stage, post = posting(stage)
    known, unknown = an_address(), an_address()
    await joined(stage, known)
    for email in (known, unknown):
        for _ in range(OF_ADDRESS):
            await asked(stage, email)
        with pytest.raises(Conflict) as refused:
            await asked(stage, email.title())
        assert refused.value.code == "too_many_links"
    assert len(post.sent) == OF_ADDRESS
    stage.clock.advance(hours=1, seconds=1)
    await asked(stage, known)
    assert len(post.sent) == OF_ADDRESS + 1


async def test_a_source_asks_for_so_many_an_hour_and_others_go_on(stage: Stage):
    stage, _ = posting(stage)
    for _ in range(OF_SOURCE):
        await asked(stage, an_address(), "203.0.113.7")
    with pytest.raises(Conflict) as refused:
        await asked(stage, an_address(), "203.0.113.7")
    assert refused.value.code == "too_many_links"
    await asked(stage, an_address(), "203.0.113.8")


async def test_what_was_asked_is_forgotten_after_the_hour(stage: Stage, store: Any):
    stage, _ = posting(stage)
    await asked(stage, an_address())
    at = stage.clock()
    older = "SELECT count(*) FROM sign_in_requests WHERE at <= $1"
    async with store.database.install() as connection:
        assert await connection.fetchval(older, at) > 0
        stage.clock.advance(hours=1, seconds=1)
        await forget_old(stage.desk)
        assert await connection.fetchval(older, at) == 0


async def test_without_a_mailbox_one_is_told_so(stage: Stage):
    assert not by_email(stage.desk)
    with pytest.raises(Conflict) as refused:
        await asked(stage, an_address())
    assert refused.value.code == "no_mail"


async def test_what_is_no_address_is_refused(stage: Stage):
    stage, _ = posting(stage)
    with pytest.raises(Invalid):
        await asked(stage, "aoife")


async def test_a_mail_server_that_is_busy_is_asked_once_more(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("baton.services.team.sign_ins.AGAIN_SECONDS", 0.0)
    stage, post = posting(stage)
    email = an_address()
    await joined(stage, email)
    post.refuses = [CannotDeliver("Busy.", is_final=False)]
    await asked(stage, email)
    assert len(post.sent) == 1
    post.refuses = [CannotDeliver("No such address.", is_final=True)]
    await asked(stage, email)
    assert len(post.sent) == 1


async def test_the_answer_comes_before_anybody_looks_whose_address_it_is(stage: Stage):
    stage, post = posting(stage)
    email = an_address()
    await joined(stage, email)
    await ask(stage.desk, email, source="203.0.113.9", landing="/inbox")
    assert (post.sent, len(stage.desk.errands)) == ([], 1)
    await ask(stage.desk, an_address(), source="203.0.113.9", landing="/inbox")
    await asyncio.gather(*stage.desk.errands)
