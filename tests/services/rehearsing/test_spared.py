"""What a rehearsal leaves to the customers, and what it takes for no fault of the program's."""

from dataclasses import replace
from typing import Any

import pytest
from fakes import Clock
from stage import Stage, set_up

from baton.app import OpenDesk
from baton.core.rehearsing.scene import Scene, Verdict
from baton.services.knowledge import kept_questions
from baton.services.knowledge.files import File, add_files
from baton.services.records import Draft
from baton.services.rehearsing.programme import rehearse

pytestmark = pytest.mark.anyio

NOBODY_ASKS = """policy: Harbour
queues:
  support: {owner: Dana}
rules:
  - {id: sensitive, when: sensitive_data, then: handoff}
  - {id: knowledge-failed, when: knowledge_failed, then: handoff}
  - {id: model-failed, when: model_failed, then: handoff}
  - {id: none, when: no_source, then: offer}
"""
"""A policy without a rule for who asks for a person."""


class _Counted:
    """A model that counts how often it is asked."""

    asked = 0

    async def draft(self, *_: Any) -> Draft:
        self.asked += 1
        return Draft((("Refunds take 5 days.", (1,)),), tokens=1000)


@pytest.fixture
async def real(opened: OpenDesk) -> Stage:
    """A stage with the real sources."""
    clock = Clock()
    return await set_up(replace(opened.desk, clock=clock), clock, opened.desk.knowledge)  # type: ignore[arg-type]


async def test_the_company_s_model_is_not_asked_and_none_of_its_tokens_are_used(real: Stage) -> None:
    model = _Counted()
    stage = real.with_model(model)
    await add_files(real.desk, real.admin, "Help", [File("refunds.md", b"# Refunds\n\nRefunds take 5 days.\n")])
    await kept_questions.keep(real.desk, real.admin, "How long do refunds take?", ("Refunds",))
    (asked,) = (await rehearse(stage.desk, stage.admin, scenes=[Scene.QUESTIONS])).played
    assert asked.sources == ("Refunds",)
    await rehearse(stage.desk, stage.admin)
    assert model.asked == 0
    assert await stage.desk.store.model_use.of_day(stage.tenant.id, stage.clock().date()) == 0


async def test_a_policy_without_a_rule_for_who_asks_for_a_person_is_no_fault_of_the_programs(real: Stage) -> None:
    found = (await rehearse(real.desk, real.admin, source=NOBODY_ASKS, scenes=[Scene.INTERRUPTED])).played
    assert [one.verdict for one in found] == [Verdict.PASSED, Verdict.PASSED]
