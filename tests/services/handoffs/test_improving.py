"""A packet improved by a model: once, checked, and shown to whom it may be shown."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from fakes import grounded
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.packet.draft import PacketDraft
from baton.services.conversations import resolution
from baton.services.handoffs import handoff
from baton.services.handoffs.improving import Improved, Outcome, due, improve
from baton.services.handoffs.packets import enclosed, read
from baton.services.handoffs.ratings import listed, rate
from baton.services.policy.policies import put_in_force
from baton.services.ports.improvements import PacketRequest, PacketWords

pytestmark = pytest.mark.anyio

SAID = "I ordered a lamp, order 4521, and it came broken. I want my money back."
PERSON = "I want to talk to a person"
GOOD = PacketDraft(
    wish="Wants money back for the broken lamp of order 4521.",
    tried="The bot has not answered; the customer asked for a person.",
    goal="Money back for the lamp that came broken.",
    reply="Hello Ann, I am sorry that your lamp came broken. You wrote that you want your money back for order 4521.",
)


@dataclass
class Writer:
    """A model that writes what a test has it write. `may_go` holds it up."""

    draft: PacketDraft | None = GOOD
    broken: Exception | None = None
    asked: list[PacketRequest] = field(default_factory=list)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    may_go: asyncio.Event | None = None

    async def write_packet(self, request: PacketRequest) -> PacketWords:
        self.asked.append(request)
        self.begun.set()
        if self.may_go:
            await self.may_go.wait()
        if self.broken:
            raise self.broken
        return PacketWords(self.draft, "small", "packet-9", 120)


async def handed_over(stage: Stage, said: str = SAID, **claims: Any) -> Conversation:
    conversation = await stage.begin(name="Ann", language="en", **claims)
    await stage.says(conversation, said)
    return (await stage.asks(conversation, PERSON)).conversation


async def improved(stage: Stage, conversation: Conversation, writer: Writer) -> Improved | None:
    (one,) = [one for one in await due(stage.desk, 500) if one.conversation_id == conversation.id]
    return await improve(stage.desk, writer, one)


async def packet_of(stage: Stage, conversation: Conversation, languages: str = "en", **which: Any) -> dict[str, Any]:
    view = await read(stage.desk, stage.dana, conversation.id, languages=languages, **which)
    assert view is not None
    return view


async def last_event(stage: Stage, conversation: Conversation) -> Any:
    log = await stage.desk.store.events.of_conversation(stage.tenant.id, conversation.id, after=0, limit=99, team=True)
    return log[-1].event


async def test_what_the_model_made_of_it_is_a_version_of_its_own_and_the_first_stays_readable(stage: Stage) -> None:
    conversation = await handed_over(stage)
    before = await packet_of(stage, conversation)
    done = await improved(stage, conversation, Writer())
    assert done == Improved(Outcome.IMPROVED, 120, 0)
    after = await packet_of(stage, conversation)
    assert (before["version"], after["version"]) == (1, 2)
    assert after["by_model"] == ["wish", "tried", "goal", "suggested_reply"]
    assert after["summary"][0].endswith("Wants money back for the broken lamp of order 4521.")
    assert (after["goal"], after["suggested_reply"]) == (GOOD.goal, GOOD.reply)
    assert after["facts"] == before["facts"]
    assert await packet_of(stage, conversation, first=True) == before


async def test_a_rating_is_of_the_version_that_was_read(stage: Stage) -> None:
    conversation = await handed_over(stage)
    await improved(stage, conversation, Writer())
    said = [
        (await rate(stage.desk, caller, conversation.id, useful=useful, version=version)).version
        for caller, useful, version in ((stage.dana, True, 2), (stage.sam, False, 1))
    ]
    assert said == [2, 1]
    assert (await listed(stage.desk, stage.admin, days=1)).tally.versions == {1: (0, 1), 2: (1, 0)}


async def test_whoever_looks_is_told_by_an_event_of_the_team_that_names_model_and_prompt(stage: Stage) -> None:
    conversation = await handed_over(stage)
    await improved(stage, conversation, Writer(replace(GOOD, goal="A refund of 900 EUR.")))
    event = await last_event(stage, conversation)
    assert (event.kind.value, event.audience.value) == ("packet_improved", "team")
    assert event.data | {"handoff_id": "", "cut": []} == {
        "handoff_id": "", "by": "model", "version": 2, "model": "small", "prompt": "packet-9", "tokens": 120, "cut": [],
    }  # fmt: skip
    assert [(one["part"], one["text"]) for one in event.data["cut"]] == [("goal", "A refund of 900 EUR.")]


async def test_a_letter_carries_what_the_model_wrote_and_says_so(stage: Stage) -> None:
    from baton.core.packet.text import as_html, as_slack, as_text

    conversation = await handed_over(stage)
    await improved(stage, conversation, Writer())
    view = await enclosed(stage.desk, stage.tenant.id, conversation.id, languages="en")
    assert view is not None
    for form in (as_text(view), as_html(view), str(as_slack(view))):
        assert "Wants money back for the broken lamp" in form
        assert "Partly written by a language model" in form


async def test_a_conversation_that_has_moved_on_keeps_its_packet_and_its_log(stage: Stage) -> None:
    resolved, back = await handed_over(stage), await handed_over(stage)
    await handoff.claim(stage.desk, stage.dana, back.id)
    for conversation, verb in ((resolved, resolution.end), (back, handoff.give_back)):
        slow = Writer(may_go=asyncio.Event())
        late = asyncio.ensure_future(improved(stage, conversation, slow))
        await slow.begun.wait()
        more = {"told": {}} if verb is handoff.give_back else {}
        await verb(stage.desk, stage.dana, conversation.id, **more)
        assert slow.may_go is not None
        slow.may_go.set()
        done = await late
        assert done is not None
        assert done.outcome is Outcome.MOVED_ON
        assert "packet_improved" not in await stage.kinds(conversation)
        assert (await packet_of(stage, conversation))["version"] == 1


async def test_after_a_claim_it_still_comes_and_moves_nothing(stage: Stage) -> None:
    conversation = await handed_over(stage)
    held = await handoff.claim(stage.desk, stage.dana, conversation.id)
    done = await improved(stage, conversation, Writer())
    assert done is not None
    assert done.outcome is Outcome.IMPROVED
    assert (await stage.now(conversation)).version == held.version


MASKING = """
queues:
  support: {owner: A, default: true, redact: [health, id]}
rules:
  - {id: asks-for-person, when: asks_for_person, then: handoff}
"""
SECRETS = (
    "My passport number is X1234567 and my card is 4111 1111 1111 1111. I am pregnant. Why was order 4521 refused?"
)


async def test_the_model_is_shown_nothing_that_the_queue_masks_and_no_note(stage: Stage) -> None:
    await put_in_force(stage.desk, stage.admin, MASKING)
    conversation = await stage.begin(name="Ann", language="en")
    await stage.says(conversation, SECRETS)
    from baton.services.conversations.replies import add_note

    await add_note(stage.desk, stage.dana, conversation.id, text="She shouted at Bob last week.")
    conversation, writer = (await stage.asks(conversation, PERSON)).conversation, Writer()
    await improved(stage, conversation, writer)
    (asked,) = writer.asked
    for secret in ("X1234567", "1111 1111", "pregnant", "Bob"):
        assert secret not in str(asked)
    assert "order 4521" in str(asked)
    assert (asked.language, asked.customer) == ("en", "Ann")


async def test_where_another_queue_masks_more_than_the_model_was_asked_with_the_first_version_is_read(
    stage: Stage,
) -> None:
    await put_in_force(stage.desk, stage.admin, MASKING.replace("[health, id]", "[card]"))
    conversation = await handed_over(stage, SECRETS)
    told = replace(GOOD, goal="Wants to know why order 4521 was refused; she is pregnant.")
    await improved(stage, conversation, Writer(told))
    assert "pregnant" in (await packet_of(stage, conversation))["goal"]
    await put_in_force(stage.desk, stage.admin, MASKING)
    strict = await packet_of(stage, conversation)
    assert strict["by_model"] == []
    assert "pregnant" not in str(strict)


async def test_who_reads_another_language_gets_the_summary_in_theirs(stage: Stage) -> None:
    conversation = await handed_over(stage)
    await improved(stage, conversation, Writer())
    german = await packet_of(stage, conversation, "de")
    assert german["by_model"] == ["goal", "suggested_reply"]
    assert german["summary"][0].startswith("Kunde")


async def test_what_was_cited_supports_what_the_model_says(stage: Stage) -> None:
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    conversation = await stage.begin(name="Ann", language="en")
    await stage.asks(conversation, "When do you deliver my lamp?")
    conversation = (await stage.asks(conversation, PERSON)).conversation
    writer = Writer(replace(GOOD, tried="The bot said that delivery takes three working days."))
    await improved(stage, conversation, writer)
    assert any("three working days" in one for one in writer.asked[0].passages)
    assert "tried" in (await packet_of(stage, conversation))["by_model"]


async def test_a_customer_sees_nothing_of_it(stage: Stage) -> None:
    conversation = await handed_over(stage)
    before = await read(stage.desk, stage.customer(conversation), conversation.id)
    await improved(stage, conversation, Writer())
    assert await read(stage.desk, stage.customer(conversation), conversation.id) == before
