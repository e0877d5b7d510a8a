"""Mail that a mail service posts to the desk, for who has no mailbox to be read by IMAP."""

import base64
import binascii
from typing import Any

import msgspec
from fastapi import Request
from starlette.datastructures import UploadFile

from baton.api.auth import Calling
from baton.api.bounds import MOST_MAIL_BYTES
from baton.api.json import Json
from baton.core.actors import Role
from baton.core.errors import Invalid
from baton.services.access import require

_RAW_FIELDS = ("email", "body-mime", "raw", "RawEmail")
"""Where services put the mail as it came: SendGrid, Mailgun, anybody, Postmark."""


async def create(request: Request, caller: Calling) -> Json:
    """Take a mail as it came: the message itself, or a form or JSON of a mail service that has it in a field."""
    require(caller, Role.ADMIN, Role.BOT)
    kept = await request.app.state.mail_in(caller.tenant_id, await _raw(request))
    return Json({"outcome": kept.outcome.value, "conversation_id": kept.conversation_id}, 202)


async def _raw(request: Request) -> bytes:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        form = await request.form(max_files=50, max_fields=100, max_part_size=MOST_MAIL_BYTES)
        found = next((form[name] for name in _RAW_FIELDS if name in form), None)
        return await found.read() if isinstance(found, UploadFile) else _encoded(found)
    body = await request.body()
    if kind == "application/json":
        return _of_json(body)
    return body


def _of_json(body: bytes) -> bytes:
    try:
        given: Any = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError) as broken:
        raise Invalid("This is not JSON.", code="invalid") from broken
    found = next((given[name] for name in _RAW_FIELDS if name in given), None) if isinstance(given, dict) else None
    if isinstance(found, str) and "\n" not in found.strip():
        try:
            return base64.b64decode(found, validate=True)
        except (binascii.Error, ValueError):
            return _encoded(found)
    return _encoded(found)


def _encoded(found: object) -> bytes:
    if not isinstance(found, str) or not found:
        raise Invalid(
            "There is no e-mail in this. Post the message itself as message/rfc822, or have the service send the raw "
            f"message, in one of the fields {', '.join(_RAW_FIELDS)}."
        )
    return found.encode("utf-8", "surrogateescape")
