"""Idempotency-Key: a command that is sent again does nothing again, and gets the answer that it got the first time."""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Request

from baton.api.json import Json
from baton.core.actors import Caller
from baton.core.errors import Conflict, Invalid
from baton.services.desk import Desk
from baton.services.records import AlreadyDone, Receipt, StoredReceipt

MOST_CHARACTERS = 200

Answer = tuple[int, dict[str, Any]]
Command = Callable[[Receipt | None], Awaitable[Answer]]


async def once(request: Request, caller: Caller, command: Command, *, secret: str | None = None) -> Json:
    """Run a command under the request's Idempotency-Key, if it has one.

    `secret` names a field of the answer that is shown once and never kept. Raises Invalid where the key was used
    for another request, Conflict `in_progress` while the first one with this key still runs.
    """
    receipt = await _receipt(request, caller)
    if receipt is None:
        status, body = await command(None)
        return Json(body, status_code=status)
    desk: Desk = request.app.state.desk
    receipts = desk.store.receipts
    found = await receipts.find(caller.tenant_id, receipt.caller, receipt.key)
    if found is not None:
        return _again(found, receipt)
    try:
        status, body = await command(receipt)
    except AlreadyDone:
        found = await receipts.find(caller.tenant_id, receipt.caller, receipt.key)
        if found is None:
            raise
        return _again(found, receipt)
    kept = body if secret is None else {**body, secret: None}
    await receipts.keep(caller.tenant_id, receipt, status=status, body=kept)
    return Json(body, status_code=status)


async def _receipt(request: Request, caller: Caller) -> Receipt | None:
    key = request.headers.get("idempotency-key")
    if key is None:
        return None
    if not 0 < len(key) <= MOST_CHARACTERS:
        raise Invalid(f"An Idempotency-Key has 1 to {MOST_CHARACTERS} characters.", code="bad_idempotency_key")
    asked = hashlib.sha256(f"{request.method} {request.url.path}\n".encode())
    asked.update(await request.body())
    who = caller.credential_id or caller.conversation_id or caller.role.value
    return Receipt(who, key, asked.digest())


def _again(found: StoredReceipt, receipt: Receipt) -> Json:
    if found.fingerprint != receipt.fingerprint:
        raise Invalid(
            "This Idempotency-Key was used for another request. Use a new key for each command.",
            code="idempotency_key_reused",
        )
    if found.status is None:
        raise Conflict(
            "The first request with this key was carried out, but its answer is not to be had. Look at the "
            "conversation to see how it stands.",
            code="already_done",
        )
    return Json(found.body, status_code=found.status, headers={"idempotent-replay": "true"})
