"""The rehearsal on a real desk: it passes what is well, finds what was planted, and leaves nothing behind."""

from collections import Counter
from dataclasses import replace
from typing import Any

import asyncpg
import pytest
from fakes import Clock
from stage import Stage, set_up

from baton.app import OpenDesk
from baton.core.conversation import Change
from baton.core.errors import Forbidden
from baton.core.policy.problems import PolicyErrors
from baton.core.rehearsing.scene import Played, Scene, Verdict
from baton.core.values import altered
from baton.services.knowledge import kept_questions
from baton.services.knowledge.files import File, add_files
from baton.services.policy.policies import put_in_force
from baton.services.records import Saved
from baton.services.rehearsing.backstage import Kept
from baton.services.rehearsing.programme import rehearsal_view, rehearse

pytestmark = pytest.mark.anyio

OFFICE = "{timezone: Europe/Berlin, mon-fri: ['09:00-17:00'], holidays: DE-BY}"
POLICY = f"""policy: Harbour
sources: {{stale_after_days: 365}}
queues:
  support: {{owner: Dana, hours: {OFFICE}}}
topics:
  refund: needs_judgement
rules:
  - {{id: asks-for-person, when: asks_for_person, then: handoff}}
  - {{id: refunds, when: policy_topic, topics: [refund], then: handoff}}
  - {{id: sensitive, when: sensitive_data, then: handoff}}
  - {{id: knowledge-failed, when: knowledge_failed, then: handoff}}
  - {{id: model-failed, when: model_failed, then: handoff}}
  - {{id: conflicting-sources, when: conflicting_sources, then: handoff}}
  - {{id: again, when: no_source, times: 2, then: handoff}}
  - {{id: none, when: no_source, then: offer}}
  - {{id: unsure, when: low_confidence, then: offer}}
  - {{id: distress, when: distress, at_least: 0.8, then: handoff}}
  - {{id: upset, when: distress, at_least: 0.4, then: answer_and_offer}}
"""
REFUNDS = File("refunds.md", b"# Refunds\n\nRefunds take 5 days. Our refund policy: write to us within 30 days.\n")


@pytest.fixture
async def real(opened: OpenDesk) -> Stage:
    """A stage with the real sources."""
    clock = Clock()
    return await set_up(replace(opened.desk, clock=clock), clock, opened.desk.knowledge)  # type: ignore[arg-type]


async def played(stage: Stage, *scenes: Scene, **how: Any) -> list[Played]:
    return list((await rehearse(stage.desk, stage.admin, scenes=scenes, **how)).played)


def told(found: list[Played], verdict: Verdict) -> list[str]:
    return [f"{one.title}: {remark.says}" for one in found for remark in one.remarks if remark.verdict is verdict]


async def test_a_company_that_is_well_set_up_fails_in_nothing(real: Stage) -> None:
    await put_in_force(real.desk, real.admin, POLICY)
    await add_files(real.desk, real.admin, "Help", [REFUNDS])
    await kept_questions.keep(real.desk, real.admin, "How long do refunds take?", ("Refunds",))
    found = await played(real)
    assert told(found, Verdict.FAILED) == []
    assert {one.scene for one in found} == set(Scene)
    assert Counter(one.scene for one in found)[Scene.ANGRY] == 5
    (asked,) = [one for one in found if one.scene is Scene.QUESTIONS]
    assert (asked.verdict, asked.sources) == (Verdict.PASSED, ("Refunds",))
    view = rehearsal_view(await rehearse(real.desk, real.admin, scenes=[Scene.CLOSED]))
    assert (view["failed"], view["scenes"][0]["queue"]) == (0, "support")


async def test_nothing_is_stored_and_nobody_hears_of_it(real: Stage, tables: dict[str, Any]) -> None:
    await put_in_force(real.desk, real.admin, POLICY)
    before = await _rows(tables, real)
    heard: list[Any] = []
    loud = replace(real.desk, live=_Loud(heard))  # type: ignore[arg-type]
    await rehearse(loud, real.admin)
    assert await _rows(tables, real) == before
    assert heard == []


async def test_a_closed_queue_names_its_opening_out_of_hours_and_on_a_holiday(real: Stage) -> None:
    await put_in_force(real.desk, real.admin, POLICY)
    out_of_hours, holiday = await played(real, Scene.CLOSED)
    assert (out_of_hours.verdict, holiday.verdict) == (Verdict.PASSED, Verdict.PASSED)
    assert "closed now and opens" in holiday.reads[-1]
    assert holiday.at is not None
    assert holiday.at.tzinfo is not None


async def test_a_wording_that_promises_a_person_while_the_queue_is_closed_is_found(real: Stage) -> None:
    lying = (
        POLICY
        + "copy:\n  en:\n    now_ticket: 'A colleague is with you in a moment. Your number is {{ reference }}.'\n"
    )
    failed = told(await played(real, Scene.CLOSED, source=lying), Verdict.FAILED)
    assert failed
    assert all("is with you" in one or "in a moment" in one for one in failed)


async def test_a_stop_rule_that_is_dead_is_found(real: Stage) -> None:
    dead = POLICY.replace("at_least: 0.8", "at_least: 1")
    (failed,) = told(await played(real, Scene.RULES, source=dead), Verdict.FAILED)
    assert failed.startswith("distress: When the customer sounds upset")
    assert failed.endswith("Nobody is called: strength 0.90, 1 needed.")


async def test_a_stop_rule_that_asks_for_more_than_can_be_played_is_shown_and_not_failed(real: Stage) -> None:
    late = POLICY.replace("topics: [refund], then", "topics: [refund], if: {channel: email}, then")
    found = await played(real, Scene.RULES, source=late)
    assert told(found, Verdict.FAILED) == []
    assert any(
        one.startswith("refunds, refund: Nobody is called, for the rule asks") for one in told(found, Verdict.LOOK)
    )


async def test_a_listed_language_that_the_desk_does_not_speak_is_found(real: Stage) -> None:
    lacking = POLICY.replace("queues:", "languages: [en, sw]\nqueues:")
    failed = told(await played(real, Scene.LANGUAGE, source=lacking), Verdict.FAILED)
    assert failed == ["Listed: “sw”: The policy lists “sw”, and the notice is in English."]
    unknown = POLICY.replace("queues:", "languages: [en, hy]\nqueues:")
    failed = told(await played(real, Scene.LANGUAGE, source=unknown), Verdict.FAILED)
    assert failed == ["Listed: “hy”: The desk has no sentences in “hy”: those customers read English."]
    assert told(await played(real, Scene.LANGUAGE, source=POLICY, languages=["hy"]), Verdict.FAILED) == []


async def test_a_rule_that_is_left_out_on_purpose_is_shown_and_not_failed(real: Stage) -> None:
    brave = POLICY.replace("  - {id: knowledge-failed, when: knowledge_failed, then: handoff}\n", "").replace(
        "  - {id: sensitive, when: sensitive_data, then: handoff}\n", ""
    )
    found = await played(real, Scene.BROKEN, Scene.SENSITIVE, source=brave)
    assert told(found, Verdict.FAILED) == []
    assert any("No rule of yours is for `knowledge_failed`" in one for one in told(found, Verdict.LOOK))
    assert any("no person is called, by your rules" in one for one in told(found, Verdict.LOOK))


async def test_a_question_that_no_longer_works_fails(real: Stage) -> None:
    await put_in_force(real.desk, real.admin, POLICY)
    await kept_questions.keep(real.desk, real.admin, "How long do refunds take?", ("Refunds",))
    (asked,) = await played(real, Scene.QUESTIONS)
    assert asked.verdict is Verdict.FAILED


async def test_with_a_bot_of_ones_own_the_rules_are_played_and_the_answers_are_not(real: Stage) -> None:
    found = await played(real, source=POLICY + "bot: {answers: outside}\n")
    assert told(found, Verdict.FAILED) == []
    assert any(one.scene is Scene.RULES and one.queue for one in found)


async def test_a_reply_that_comes_late_would_be_found(real: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(await played(real, Scene.INTERRUPTED, source=POLICY), Verdict.FAILED) == []
    fenced = Kept.save

    async def unfenced(self: Kept, change: Change, **more: Any) -> Saved | None:
        change = altered(change, fence=self.conversation.version, decides=None)
        return await fenced(self, change, **more)

    monkeypatch.setattr(Kept, "save", unfenced)
    failed = told(await played(real, Scene.INTERRUPTED, source=POLICY), Verdict.FAILED)
    assert "A person takes over while the bot writes: The bot spoke after the baton had moved." in failed


async def test_it_is_played_in_the_languages_that_are_named(real: Stage) -> None:
    found = await played(real, Scene.ANGRY, languages=["de", "ar"], source=POLICY)
    assert Counter(one.language for one in found) == {"de": 5, "ar": 5}


async def test_it_is_for_admins_and_refuses_a_policy_with_mistakes(real: Stage) -> None:
    with pytest.raises(Forbidden):
        await rehearse(real.desk, real.dana)
    with pytest.raises(PolicyErrors):
        await rehearse(real.desk, real.admin, source=POLICY.replace("owner", "ownr"))


class _Loud:
    """Whoever listens for real: nobody may tell it anything."""

    def __init__(self, heard: list[Any]) -> None:
        self._heard = heard

    def __getattr__(self, name: str) -> Any:
        return lambda *given: self._heard.append((name, given))


async def _rows(tables: dict[str, Any], stage: Stage) -> dict[str, int]:
    """How many rows each table has that belong to this tenant."""
    connection = await asyncpg.connect(**tables)
    try:
        await connection.execute("SELECT set_config('baton.tenant', $1, false)", stage.tenant.id)
        names = await connection.fetch(
            "SELECT DISTINCT table_name FROM information_schema.columns "
            "WHERE column_name = 'tenant_id' AND table_schema = 'public'"
        )
        count = "SELECT count(*) FROM {} WHERE tenant_id = $1"
        return {name: await connection.fetchval(count.format(name), stage.tenant.id) for (name,) in names}
    finally:
        await connection.close()
