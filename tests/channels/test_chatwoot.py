"""The wire of Chatwoot: whose token it is, which Chatwoot it is, and links that nobody can misuse."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from chatwoots import Connected, connected
from receivers import Got
from stage import Stage
from websites import answer

from baton.core.actors import Actor, ActorKind
from baton.core.ids import MessageId
from baton.core.messages import Citation, Message, MessageKind
from baton.services.chatwoot import connections as chatwoot

pytestmark = pytest.mark.anyio


@pytest.fixture
async def there(stage: Stage) -> AsyncIterator[Connected]:
    async with connected(stage) as one:
        yield one


async def test_a_right_connection_is_right(there: Connected):
    assert await chatwoot.test(there.stage.desk, there.stage.admin, there.id) == chatwoot.Tried()


async def test_a_token_that_does_not_count_is_told_and_switches_it_off(there: Connected):
    there.fake.token = "another"
    tried = await chatwoot.test(there.stage.desk, there.stage.admin, there.id)
    assert "does not know this access token" in tried.why
    assert (await there.connection()).state == "off"


async def test_a_persons_token_is_told_apart(there: Connected):
    ours = there.fake.answers

    def answers(got: Got) -> str | bytes:
        return answer('{"id":5}', kind="application/json") if got.path.endswith("/profile") else ours(got)

    there.receiver.answers = answers
    tried = await chatwoot.test(there.stage.desk, there.stage.admin, there.id)
    assert "token of a person" in tried.why


async def test_another_server_is_no_chatwoot(there: Connected):
    there.receiver.answers = lambda _: answer("<h1>Not found</h1>", status="404 Not Found")
    tried = await chatwoot.test(there.stage.desk, there.stage.admin, there.id)
    assert "no Chatwoot at this address" in tried.why


async def test_an_older_chatwoot_works_less_well(there: Connected):
    there.fake.statuses[0], there.fake.labels[0], there.fake.tells_bots = "open", [], False
    tried = await chatwoot.test(there.stage.desk, there.stage.admin, there.id)
    assert tried.why == ""
    assert "does not tell bots" in tried.less


async def test_what_is_down_is_told_in_a_sentence(there: Connected):
    there.fake.breaks = lambda _method, _path: "502 Bad Gateway"
    tried = await chatwoot.test(there.stage.desk, there.stage.admin, there.id)
    assert tried.why == "Chatwoot answered 502."
    assert (await there.connection()).state == "failing"


async def test_sources_are_links_that_open_only_pages(there: Connected):
    wire = there.stage.desk.chatwoot
    assert wire is not None
    one = Citation(1, "psg_1", "src_1", "Returns [all]", "", "https://example.com/returns", "")
    script, spaced = replace(one, n=2, url="javascript:alert(1)"), replace(one, n=3, url="https://example.com/a)b")
    said = Message(
        MessageId("msg_1"), Actor(ActorKind.BOT), MessageKind.ANSWER, "Yes.", there.stage.clock(),
        citations=(one, script, spaced),
    )  # fmt: skip
    assert wire.words(said, "Channel::WebWidget").split("\n\n") == [
        "Yes.",
        "1. [Returns all](https://example.com/returns)\n[2] Returns [all]\n[3] Returns [all] – https://example.com/a)b",
    ]
    assert "[1] Returns [all] – https://example.com/returns" in wire.words(said, "Channel::Email")
