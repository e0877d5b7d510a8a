"""The launch check on a real desk: refused while anything is missing, passed when everything is there."""

from dataclasses import replace
from typing import Any

import pytest
from fakes import Clock
from stage import Stage, set_up

from baton.app import OpenDesk
from baton.core.errors import Forbidden
from baton.core.launch.line import Mark
from baton.services.knowledge import kept_questions
from baton.services.knowledge.files import File, add_files
from baton.services.launch.check import launch_view, look
from baton.services.policy.policies import put_in_force
from baton.services.team.tenants import change_widget

pytestmark = pytest.mark.anyio

POLICY = """policy: Harbour
sources: {stale_after_days: 365}
queues:
  support: {owner: Dana, hours: always}
rules:
  - {id: asks-for-person, when: asks_for_person, then: handoff}
  - {id: conflicting-sources, when: conflicting_sources, then: handoff}
"""
REFUNDS = File("refunds.md", b"# Refunds\n\nRefunds take 5 days.\n")


@pytest.fixture
async def real(opened: OpenDesk) -> Stage:
    """A stage with the real sources, at an address that customers could use."""
    clock = Clock()
    desk = replace(opened.desk, clock=clock, public_url="https://desk.example")
    return await set_up(desk, clock, opened.desk.knowledge)  # type: ignore[arg-type]


async def refusing(stage: Stage, **how: object) -> list[str]:
    found = await look(stage.desk, stage.admin, **how)  # type: ignore[arg-type]
    assert found.may_go_live is (found.count(Mark.REFUSES) == 0)
    return [one.room for one in found.lines if one.mark is Mark.REFUSES]


async def test_a_new_company_is_refused_until_all_is_there(real: Stage) -> None:
    before = await refusing(real)
    assert {"queues/support", "queues/billing", "sources", "bench", "widget"} <= set(before)
    await put_in_force(real.desk, real.admin, POLICY)
    await add_files(real.desk, real.admin, "Help", [REFUNDS])
    assert await refusing(real) == ["bench", "widget"]
    await change_widget(real.desk, real.admin, domains=["shop.example"], settings={})
    real.clock.advance(minutes=1)
    await kept_questions.keep(real.desk, real.admin, "How long do refunds take?", ("Refunds",))
    assert await refusing(real) == []


async def test_what_changes_later_refuses_again_until_the_questions_are_asked_again(real: Stage) -> None:
    await put_in_force(real.desk, real.admin, POLICY)
    await change_widget(real.desk, real.admin, domains=["shop.example"], settings={})
    await add_files(real.desk, real.admin, "Help", [REFUNDS])
    await kept_questions.keep(real.desk, real.admin, "How long do refunds take?", ("Refunds",))
    real.clock.advance(minutes=1)
    await add_files(real.desk, real.admin, "Help", [File("faq.md", b"# Refunds FAQ\n\nRefunds take 14 days.\n")])
    assert await refusing(real) == ["conflicts", "bench"]
    real.clock.advance(minutes=1)
    assert await refusing(real, ask=True) == ["conflicts", "bench"]
    found = await look(real.desk, real.admin)
    assert "This must work and does not: “How long do refunds take?”" in [one.says for one in found.lines]


async def test_a_policy_that_is_not_in_force_yet_can_be_looked_at(real: Stage) -> None:
    mistaken = POLICY.replace("owner: Dana", "ownr: Dana")
    found = launch_view(await look(real.desk, real.admin, source=mistaken))
    assert not found["may_go_live"]
    assert {(one["room"], one["line"]) for one in found["lines"]} == {("policy", 4)}
    assert "queues/support" not in await refusing(real, source=POLICY)


async def test_it_is_for_admins(real: Stage) -> None:
    with pytest.raises(Forbidden):
        await look(real.desk, real.dana)


async def test_the_brief_tells_of_the_desk_as_it_is(company: Any) -> None:
    await company.admin.ask("PUT", "/v1/policy", {"source": POLICY}, expect=200)
    answer = await company.admin.http.get("/v1/brief")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<li>Owner: Dana</li><li>Takes: everything that no other queue names</li>" in answer.text
    assert "<li>Served by: Dana, Sam</li>" in answer.text
    written = await company.admin.http.get("/v1/brief?format=md")
    assert "## Who gets it\n\n" in written.text
    assert written.headers["content-disposition"] == 'attachment; filename="scope-brief.md"'
