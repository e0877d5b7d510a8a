"""A delivery of Chatwoot's: whether it is signed, and what it tells, as far as that matters here.

Its payloads differ a little from version to version and from inbox to inbox, so that nothing is taken for granted
but the number of the conversation. What can't be understood is left alone, and is no error.
"""

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

import msgspec

from baton.core.chatwoot.connection import WINDOW, Agent, Contact, Heard, Said, Speaker, Stands, Status
from baton.services.ports.chatwoot import Delivered

Payload = Mapping[str, Any]

NAMELESS = Agent(0, "A colleague")
"""Who answers from the app of the channel itself: Chatwoot shows what they wrote and doesn't know who they are."""

_INCOMING, _OUTGOING = ("incoming", 0), ("outgoing", 1)

_FILE = "📎 "


def is_signed(delivered: Delivered, secret: str, now: datetime) -> bool:
    """Whether the signature is that of this secret over time and body, and the time is about now."""
    if not delivered.timestamp.isdecimal() or len(delivered.timestamp) > 12:
        return False
    said = f"{delivered.timestamp}.".encode() + delivered.body
    made = "sha256=" + hmac.new(secret.encode(), said, hashlib.sha256).hexdigest()
    is_ours = hmac.compare_digest(made.encode(), delivered.signature.encode())
    return is_ours and abs(now.timestamp() - int(delivered.timestamp)) <= WINDOW.total_seconds()


def read(body: bytes) -> Heard | None:
    """What a delivery tells of a conversation; None where it tells of none."""
    try:
        payload: Any = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError):
        return None
    event = _part({"payload": payload}, "payload").get("event")
    is_message = event in ("message_created", "message_updated")
    if not is_message and (not isinstance(event, str) or not event.startswith("conversation_")):
        return None
    conversation = _part(payload, "conversation") if is_message else payload
    number = _number(conversation.get("id"))
    if number is None:
        return None
    return Heard(
        conversation=number,
        stands=stands(conversation),
        contact=_contact(conversation, payload if is_message else {}),
        inbox=_text(conversation.get("channel")) or "",
        said=_said(payload, is_new=event == "message_created") if is_message else None,
        tells_status=not is_message and event != "conversation_updated",
    )


def stands(conversation: Payload) -> Stands | None:
    """How a conversation stands, as deliveries and answers have it; None where they don't say."""
    status = conversation.get("status")
    if status not in list(Status):
        return None
    meta = _part(conversation, "meta")
    at = conversation.get("updated_at")
    messages: Any = conversation.get("messages")
    last = cast("Any", messages)[-1] if isinstance(messages, list) and messages else None
    return Stands(
        Status(str(status)),
        _agent(_part(meta, "assignee")) if meta.get("assignee_type") != "AgentBot" else None,
        float(at) if isinstance(at, int | float) else 0.0,
        _last_of_bot(last),
    )


def _last_of_bot(last: Any) -> str | None:
    message = _part({"last": last}, "last")
    sender = _part(message, "sender")
    by_bot = "agent_bot" in (sender.get("type"), message.get("sender_type")) or message.get("sender_type") == "AgentBot"
    return _text(message.get("content")) if by_bot else None


def _contact(conversation: Payload, message: Payload) -> Contact:
    meta = _part(conversation, "meta")
    known = _part(meta, "sender") or (_part(message, "sender") if message.get("message_type") in _INCOMING else {})
    language = _text(_part(conversation, "additional_attributes").get("browser_language"))
    return Contact(
        name=_text(known.get("name")),
        email=_text(known.get("email")),
        language=language[:35] if language else None,
        identifier=_text(known.get("identifier")) if meta.get("hmac_verified") is True else None,
    )


def _said(message: Payload, *, is_new: bool) -> Said | None:
    number, kind = _number(message.get("id")), message.get("message_type")
    if number is None:
        return None
    if not is_new:
        return _chosen(number, message)
    text, is_private = _with_files(message), message.get("private") is True
    if kind in _INCOMING:
        return Said(number, Speaker.CUSTOMER, text)
    if kind not in _OUTGOING:
        return None
    sender = _part(message, "sender")
    if sender.get("type") not in (None, "user"):
        return Said(number, Speaker.BOT, text, is_private=is_private)
    agent = _agent(sender) or _unnamed(message)
    return Said(number, Speaker.AGENT, text, agent, is_private) if agent else None


def _unnamed(message: Payload) -> Agent | None:
    """Whoever wrote in the app of the channel itself. A rule or a campaign that writes is nobody."""
    by_rule = {**_part(message, "content_attributes"), **_part(message, "additional_attributes")}
    if any(by_rule.get(name) for name in ("automation_rule_id", "campaign_id")):
        return None
    return NAMELESS if message.get("source_id") else None


def _chosen(number: int, message: Payload) -> Said | None:
    """The button that a customer has pressed under a message of ours."""
    submitted: Any = _part(message, "content_attributes").get("submitted_values")
    first = _part({"first": submitted[0]}, "first") if isinstance(submitted, list) and submitted else {}
    text = _text(first.get("title")) or _text(first.get("value"))
    return Said(number, Speaker.CUSTOMER, text, again=":chosen") if text else None


def _with_files(message: Payload) -> str:
    files: Any = message.get("attachments")
    named = [_file(one) for one in cast("list[Any]", files)] if isinstance(files, list) else []
    return "\n".join(part for part in (_text(message.get("content")), *named) if part)


def _file(attachment: Any) -> str:
    one = _part({"one": attachment}, "one")
    address = _text(one.get("data_url")) or ""
    name = address.partition("?")[0].rpartition("/")[2] or _text(one.get("file_type")) or "file"
    return f"{_FILE}{name}"


def _agent(person: Payload) -> Agent | None:
    number = _number(person.get("id"))
    return Agent(number, _text(person.get("name")) or NAMELESS.name) if number else None


def _part(whole: Payload, name: str) -> Payload:
    part: Any = whole.get(name)
    return cast("Payload", part) if isinstance(part, dict) else {}


def _number(value: Any) -> int | None:
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**63 else None


def _text(value: Any) -> str | None:
    return value.strip()[:20_000] or None if isinstance(value, str) else None
