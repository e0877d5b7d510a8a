"""Idempotency-Key: a command that is sent again does nothing again, and gets the answer that it got the first time."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Request

from baton.api.json import Json
from baton.core.actors import Caller, Role
from baton.core.errors import Conflict, Invalid
from baton.services.desk import Desk
from baton.services.records import AlreadyDone, Receipt, StoredReceipt

MOST_CHARACTERS = 200
LEAST_PUBLIC_CHARACTERS = 20
"""For a widget's token, which all browsers share: whoever guesses another's key is given the other's conversation."""

ROUNDS = 40
ROUND_SECONDS = 0.05
"""How often and how long a repeated request looks for the answer of the first one."""

Answer = tuple[int, dict[str, Any]]
Command = Callable[[Receipt | None], Awaitable[Answer]]


async def once(
    request: Request,
    caller: Caller,
    command: Command,
    *,
    reserve: bool = False,
    secret: str | None = None,
    finish: Callable[[dict[str, Any]], dict[str, Any]] = dict,
) -> Json:
    """Run a command under the request's Idempotency-Key, if it has one.

    A conversation's command writes its receipt itself, in its own statement; for others `reserve` writes it before.
    `secret` names a field of the answer that is shown once and never kept; `finish` adds what is never kept because it
    can be made again. Raises Invalid where the key was used for another request, and Conflict `already_done` where the
    first request was carried out but its answer is not to be had.
    """
    receipt = await _receipt(request, caller)
    if receipt is None:
        status, body = await command(None)
        return Json(finish(body), status_code=status)
    desk: Desk = request.app.state.desk
    if (found := await _found(desk, caller, receipt)) is not None:
        return _again(found, receipt, finish)
    try:
        status, body = await _carried_out(desk, caller, command, receipt, reserve=reserve)
    except (AlreadyDone, Conflict):
        # The first request may have been carried out since we looked, and then somebody else's move.
        if (found := await _found(desk, caller, receipt)) is None:
            raise
        return _again(found, receipt, finish)
    kept = body if secret is None else {**body, secret: None}
    await desk.store.receipts.keep(caller.tenant_id, receipt, status=status, body=kept)
    return Json(finish(body), status_code=status)


async def _carried_out(desk: Desk, caller: Caller, command: Command, receipt: Receipt, *, reserve: bool) -> Answer:
    if not reserve:
        return await command(receipt)
    await desk.store.receipts.reserve(caller.tenant_id, receipt)
    try:
        return await command(receipt)
    except BaseException:
        await desk.store.receipts.forget(caller.tenant_id, receipt)
        raise


async def _found(desk: Desk, caller: Caller, receipt: Receipt) -> StoredReceipt | None:
    """The receipt of an earlier request with this key; one that still runs is given a moment to end."""
    found: StoredReceipt | None = None
    for _ in range(ROUNDS):
        found = await desk.store.receipts.find(caller.tenant_id, receipt.caller, receipt.key)
        if found is None or found.status is not None or found.fingerprint != receipt.fingerprint:
            return found
        await asyncio.sleep(ROUND_SECONDS)
    return found


async def _receipt(request: Request, caller: Caller) -> Receipt | None:
    key = request.headers.get("idempotency-key")
    if key is None:
        return None
    least = LEAST_PUBLIC_CHARACTERS if caller.role is Role.WIDGET else 1
    if not least <= len(key) <= MOST_CHARACTERS:
        raise Invalid(
            f"An Idempotency-Key has {least} to {MOST_CHARACTERS} characters here.", code="bad_idempotency_key"
        )
    asked = hashlib.sha256(f"{request.method} {request.url.path}\n".encode())
    asked.update(await request.body())
    who = caller.credential_id or caller.conversation_id or caller.role.value
    return Receipt(who, key, asked.digest())


def _again(found: StoredReceipt, receipt: Receipt, finish: Callable[[dict[str, Any]], dict[str, Any]]) -> Json:
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
    return Json(finish(found.body), status_code=found.status, headers={"idempotent-replay": "true"})
