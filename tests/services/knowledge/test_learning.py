"""Contradictions stop the bot until a person settles them; gaps are gathered, proposed, approved and asked again."""

import uuid
from dataclasses import replace
from datetime import date

import pytest
from fakes import Clock
from stage import Stage, set_up

from baton.app import OpenDesk
from baton.core.actors import Role
from baton.core.decision import DecisionKind, Reason
from baton.core.errors import Forbidden, Invalid, NotFound
from baton.services.bot.bench import ask
from baton.services.conversations.replies import reply
from baton.services.handoffs.packets import read as packet
from baton.services.knowledge import conflicts, gaps, kept_questions
from baton.services.knowledge.entries import Entry
from baton.services.knowledge.files import File, add_files
from baton.services.knowledge.readers import SourceChange, change_source
from baton.services.team.people import add_tenant

pytestmark = pytest.mark.anyio

SHORT = File("refunds.md", b"# Refunds\n\nRefunds take 5 days.\n")
LONG = File("faq.md", b"# Refunds FAQ\n\nRefunds take 14 days.\n")
QUESTION = "How long do refunds take?"


@pytest.fixture
async def real(opened: OpenDesk) -> Stage:
    """A stage with the real sources."""
    clock = Clock()
    return await set_up(replace(opened.desk, clock=clock), clock, opened.desk.knowledge)  # type: ignore[arg-type]


async def test_two_periods_for_one_thing_stop_the_bot_with_both_as_evidence(real: Stage) -> None:
    await add_files(real.desk, real.admin, "Help", [SHORT, LONG])
    conversation = await real.begin()
    outcome = await real.asks(conversation, QUESTION)
    assert (outcome.decision.kind, outcome.decision.reason) == (DecisionKind.HANDOFF, Reason.CONFLICTING_SOURCES)
    both = {"Refunds: Refunds take 5 days.", "Refunds FAQ: Refunds take 14 days."}
    assert set(outcome.decision.evidence) == both
    found = await packet(real.desk, real.dana, conversation.id)
    assert found is not None
    assert both <= set(found["sources_missing"])


async def test_a_dismissed_contradiction_stops_nobody_until_a_sentence_changes(real: Stage) -> None:
    await add_files(real.desk, real.admin, "Help", [SHORT, LONG])
    [found] = await conflicts.compare(real.desk, real.admin)
    assert {found.one_says, found.other_says} == {"Refunds take 5 days.", "Refunds take 14 days."}
    await conflicts.dismiss(real.desk, real.admin, found.key)
    outcome = await real.asks(await real.begin(), QUESTION)
    assert outcome.decision.kind is DecisionKind.ANSWER
    await add_files(real.desk, real.admin, "Help", [replace(LONG, body=b"# Refunds FAQ\n\nRefunds take 21 days.\n")])
    [again] = await conflicts.compare(real.desk, real.admin)
    assert again.dismissed_at is None
    outcome = await real.asks(await real.begin(), QUESTION)
    assert outcome.decision.reason is Reason.CONFLICTING_SOURCES
    await add_files(real.desk, real.admin, "Help", [replace(LONG, body=SHORT.body)])
    assert await conflicts.compare(real.desk, real.admin) == ()
    with pytest.raises(NotFound):
        await conflicts.dismiss(real.desk, real.admin, again.key)


async def test_a_source_past_its_review_is_trusted_less(real: Stage) -> None:
    done = await add_files(real.desk, real.admin, "Help", [SHORT])
    before = await ask(real.desk, real.admin, QUESTION)
    await change_source(real.desk, real.admin, done.source.id, SourceChange(review_on=date(2020, 1, 1)))
    after = await ask(real.desk, real.admin, QUESTION)
    assert after["stale"] == ["Help"]
    assert after["confidence"] == pytest.approx(before["confidence"] * 0.8, abs=0.002)


async def answered_by_a_person(stage: Stage, question: str, answer: str) -> None:
    from baton.services.handoffs.handoff import claim

    conversation = await stage.begin(name="Anna Berg")
    await stage.asks(conversation, question)
    await stage.asks(conversation, "I want to talk to a person")
    await claim(stage.desk, stage.dana, conversation.id)
    await reply(stage.desk, stage.dana, conversation.id, text="One moment, please.")
    await reply(stage.desk, stage.dana, conversation.id, text=answer)


async def test_a_gap_goes_from_the_log_to_an_approved_entry_and_is_asked_again(real: Stage) -> None:
    await add_files(real.desk, real.admin, "Help", [SHORT])
    await answered_by_a_person(
        real, "Do you deliver to Iceland?", "Hello Anna, yes, we deliver to Iceland within nine days."
    )
    await real.asks(await real.begin(), "can you ship to iceland")
    await real.asks(await real.begin(), "Is there a student discount?")
    found = await gaps.gather(real.desk, real.admin)
    assert [(gap.state, len(gap.questions)) for gap in found] == [("open", 2), ("open", 1)]
    assert {question.reason for question in found[0].questions} <= {"no_source", "low_confidence"}

    proposal = await gaps.propose(real.desk, real.admin, found[0].id)
    assert proposal.question == "Do you deliver to Iceland?"
    assert proposal.answer == "Yes, we deliver to Iceland within nine days."
    closed = await gaps.approve(real.desk, real.admin, found[0].id, Entry(proposal.question, proposal.answer))
    assert (closed.state, {question.answered for question in closed.questions}) == ("closed", {True})
    assert (await ask(real.desk, real.admin, "Do you ship to Iceland?"))["decision"]["kind"] == "answer"


async def test_a_gap_that_its_entry_does_not_answer_stays_open(real: Stage) -> None:
    await add_files(real.desk, real.admin, "Help", [SHORT])
    await real.asks(await real.begin(), "Do you deliver to Iceland?")
    [gap] = await gaps.gather(real.desk, real.admin)
    assert (await gaps.propose(real.desk, real.admin, gap.id)).answer == ""
    entry = Entry("What are your opening hours?", "We are open from nine to five.")
    still = await gaps.approve(real.desk, real.admin, gap.id, entry)
    assert (still.state, still.questions[0].answered) == ("open", False)
    assert (await gaps.dismiss(real.desk, real.admin, gap.id)).state == "dismissed"
    await real.asks(await real.begin(), "Do you deliver to Iceland?")
    [dismissed] = await gaps.gather(real.desk, real.admin)
    assert (dismissed.state, len(dismissed.questions)) == ("dismissed", 2)


async def test_the_kept_questions_say_what_broke_and_what_is_mended(real: Stage) -> None:
    await add_files(real.desk, real.admin, "Help", [SHORT])
    kept = await kept_questions.keep(real.desk, real.admin, QUESTION, ("Refunds",))
    assert (kept.works, kept.change) == (True, "")
    [same] = await kept_questions.run(real.desk, real.admin)
    assert (same.works, same.change) == (True, "")
    await add_files(real.desk, real.admin, "Help", [replace(SHORT, body=b"# Refunds\n\nRefunds take 6 days.\n")])
    [changed] = await kept_questions.run(real.desk, real.admin)
    assert (changed.works, changed.change) == (True, "changed")
    await add_files(real.desk, real.admin, "Help", [LONG])
    [broke] = await kept_questions.run(real.desk, real.admin)
    assert (broke.works, broke.change) == (False, "broke")
    with pytest.raises(Invalid):
        await kept_questions.keep(real.desk, real.admin, QUESTION.upper(), ())
    await kept_questions.drop(real.desk, real.admin, kept.question.id)
    assert await kept_questions.listed(real.desk, real.admin) == ()


async def test_only_admins_teach_and_no_tenant_sees_anothers(real: Stage) -> None:
    operator = replace(real.admin, role=Role.OPERATOR)
    for attempt in (conflicts.compare, gaps.gather, kept_questions.run):
        with pytest.raises(Forbidden):
            await attempt(real.desk, operator)
    await add_files(real.desk, real.admin, "Help", [SHORT, LONG])
    await real.asks(await real.begin(), "Do you deliver to Iceland?")
    assert await conflicts.compare(real.desk, real.admin)
    assert await gaps.gather(real.desk, real.admin)
    other, _ = await add_tenant(real.desk, f"Other {uuid.uuid4().hex}")
    stranger = replace(real.admin, tenant_id=other.id)
    assert await conflicts.compare(real.desk, stranger) == ()
    assert await gaps.gather(real.desk, stranger) == ()


async def test_a_half_without_a_source_is_told_offered_and_gathered_as_a_gap(real: Stage) -> None:
    await add_files(real.desk, real.admin, "Help", [SHORT])
    outcome = await real.asks(await real.begin(), "How long do refunds take and do you rent out gardens?")
    assert (outcome.decision.kind, outcome.decision.offers_person) == (DecisionKind.ANSWER, True)
    assert outcome.reply is not None
    assert outcome.reply.text.startswith("Refunds take 5 days.\n\n“do you rent out gardens?” – I could not find")
    [gap] = await gaps.gather(real.desk, real.admin)
    assert [(one.text, one.reason) for one in gap.questions] == [("do you rent out gardens?", "no_source")]
