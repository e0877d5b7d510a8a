"""Folding what was pushed gives what is fetched, for every verb."""

from typing import Any

import msgspec
import pytest
from fakes import grounded
from stage import Stage

from baton.core.ids import ConversationId
from baton.core.views import conversation_view, event_view, message_view
from baton.services.conversations import replies, resolution
from baton.services.handoffs import handoff, opening

pytestmark = pytest.mark.anyio


class Tab:
    """A page that folds what it is told, as the inbox and the widget do."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []

    def tell(self, frame: bytes) -> None:
        said = msgspec.json.decode(frame)
        if said["type"] == "event":
            self.events.append(said["event"])

    def state(self) -> dict[str, Any]:
        last = max(self.events, key=lambda event: event["seq"])
        said = sorted((e["message"] for e in self.events if e["message"]), key=lambda message: message["seq"])
        return {key: last[key] for key in ("state", "version", "owner")} | {"messages": said}


def plain(value: Any) -> Any:
    return msgspec.json.decode(msgspec.json.encode(value))


async def fetched(stage: Stage, id: ConversationId, *, team: bool) -> dict[str, Any]:
    found = await stage.desk.store.conversations.load(stage.tenant.id, id)
    assert found is not None
    view = conversation_view(found[0])
    said = await stage.desk.store.messages.page(stage.tenant.id, id, after=0, limit=200, team=team)
    return plain(
        {key: view[key] for key in ("state", "version", "owner")} | {"messages": [message_view(m) for m in said]}
    )


async def every_verb(stage: Stage, id: ConversationId, check: Any) -> None:
    """Walk through every verb there is, checking after each."""
    desk, dana, sam = stage.desk, stage.dana, stage.sam
    conversation = await stage.now_by(id)
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    steps = [
        lambda: stage.asks(conversation, "When do you deliver?"),
        lambda: stage.asks(conversation, "A human please"),
        lambda: stage.says(conversation, "Hello?"),
        lambda: handoff.cancel_wait(desk, stage.customer(conversation), id),
        lambda: opening.ask_for_person(desk, stage.customer(conversation), id),
        lambda: handoff.claim(desk, dana, id),
        lambda: replies.reply(desk, dana, id, text="Hello, Dana here"),
        lambda: replies.add_note(desk, dana, id, text="Sounds upset"),
        lambda: stage.says(conversation, "Hello Dana"),
        lambda: handoff.let_go(desk, dana, id),
        lambda: handoff.claim(desk, dana, id),
        lambda: handoff.pass_to_operator(desk, dana, id, operator_id=sam.actor.id or "", reason="x"),
        lambda: handoff.pass_to_queue(desk, sam, id, queue="billing", reason="x"),
        lambda: opening.barge_in(desk, sam, id),
        lambda: handoff.give_back(desk, sam, id, told={"decided": "yes"}),
        lambda: opening.barge_in(desk, dana, id),
        lambda: resolution.end(desk, dana, id, disposition="solved"),
        lambda: resolution.begin_again(desk, dana, id, to="me"),
        lambda: resolution.end(desk, dana, id),
        lambda: stage.says(conversation, "One more thing"),
    ]
    for step in steps:
        await step()
        await check()


@pytest.mark.parametrize("side", ["team", "customer"])
async def test_a_folded_page_and_a_fetched_one_are_the_same_after_every_verb(stage: Stage, side: str):
    conversation = await stage.begin(name="Ann")
    tab = Tab()
    stage.desk.live.subscribe((stage.tenant.id, conversation.id, side), tab)  # type: ignore[attr-defined]

    async def check() -> None:
        assert tab.state() == await fetched(stage, conversation.id, team=side == "team")

    await every_verb(stage, conversation.id, check)


@pytest.mark.parametrize("side", ["team", "customer"])
async def test_what_was_pushed_and_what_is_caught_up_with_are_the_same(stage: Stage, side: str):
    conversation = await stage.begin(name="Ann")
    tab = Tab()
    stage.desk.live.subscribe((stage.tenant.id, conversation.id, side), tab)  # type: ignore[attr-defined]

    async def nothing() -> None:
        pass

    await every_verb(stage, conversation.id, nothing)
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=1, limit=200, team=side == "team"
    )
    assert tab.events == [plain(event_view(one.event, one.standing, team=side == "team")) for one in logged]


async def test_a_customer_is_never_told_of_notes_reasons_and_drafts(stage: Stage):
    conversation = await stage.begin(name="Ann")
    tab = Tab()
    stage.desk.live.subscribe((stage.tenant.id, conversation.id, "customer"), tab)  # type: ignore[attr-defined]

    async def nothing() -> None:
        pass

    await every_verb(stage, conversation.id, nothing)
    assert not {event["kind"] for event in tab.events} & {"note_added", "decision_made", "answer_discarded"}
    told = str(tab.events)
    assert "Sounds upset" not in told
    assert "policy_version" not in told
    assert "decided" not in told
