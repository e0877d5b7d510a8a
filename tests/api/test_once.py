"""A command under an Idempotency-Key that meets its own first sending."""

from types import SimpleNamespace

import pytest
from stage import Stage
from starlette.requests import Request

from baton.api.once import once
from baton.core.errors import Conflict
from baton.services.records import Receipt

pytestmark = pytest.mark.anyio


def request_of(stage: Stage) -> Request:
    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    app = SimpleNamespace(state=SimpleNamespace(desk=stage.desk))
    headers = [(b"idempotency-key", b"reply-1")]
    return Request({"type": "http", "method": "POST", "path": "/", "headers": headers, "app": app}, receive)


async def refuse(receipt: Receipt | None):
    raise Conflict("Sam holds the conversation now.", code="not_owner")


async def test_a_refusal_gives_way_to_the_answer_of_the_first_sending_that_ended_meanwhile(stage: Stage):
    async def carried_out_elsewhere_then_refused(receipt: Receipt | None):
        assert receipt is not None
        await stage.desk.store.receipts.reserve(stage.tenant.id, receipt)
        await stage.desk.store.receipts.keep(stage.tenant.id, receipt, status=201, body={"message": "first"})
        return await refuse(receipt)

    answer = await once(request_of(stage), stage.dana, carried_out_elsewhere_then_refused)
    assert (answer.status_code, answer.headers["idempotent-replay"]) == (201, "true")


async def test_a_refusal_of_what_was_never_carried_out_stays_one(stage: Stage):
    with pytest.raises(Conflict, match="Sam holds"):
        await once(request_of(stage), stage.dana, refuse)
