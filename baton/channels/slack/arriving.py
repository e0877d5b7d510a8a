"""What Slack sends, read: an event or an interaction becomes an arrival, or nothing where it is none of the desk's.

Nothing here trusts a field's shape: the signature says that Slack sent it, and not that it is as one expects.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from baton.core.slack.blocks import ACTION
from baton.core.slack.connection import Arrival, Arrived, Verb

_PLAIN = (None, "file_share", "thread_broadcast")
"""Subtypes of messages that somebody wrote. Those of bots, joins and topics have others."""


def from_event(body: Mapping[str, Any], *, bot_user_id: str) -> Arrival | None:
    """A message in a thread, or a change of one, that a person made; what the desk itself posts is none."""
    event = _part(body, "event")
    if body.get("type") != "event_callback" or event.get("type") != "message":
        return None
    subtype = event.get("subtype")
    if subtype in ("message_changed", "message_deleted"):
        return _change(event, _text(body, "event_id"), bot_user_id=bot_user_id)
    is_ours = event.get("bot_id") or _text(event, "user") == bot_user_id
    if subtype not in _PLAIN or is_ours:
        return None
    return _message(event, f"{_text(event, 'channel')}:{_text(event, 'ts')}", Arrived.SAID, _text(event, "channel"))


def from_interaction(body: Mapping[str, Any], now: datetime) -> Arrival | None:
    """A button or a form of the desk's; None for any other, and for the one that only opens a page."""
    if body.get("type") == "block_actions":
        return _pressed(body, now)
    if body.get("type") == "view_submission":
        return _submitted(body, now)
    return None


def _change(event: Mapping[str, Any], id: str, *, bot_user_id: str) -> Arrival | None:
    before, after = _part(event, "previous_message"), _part(event, "message")
    is_ours = before.get("bot_id") or _text(before, "user") == bot_user_id
    # A link that unfolds is a change too, of nothing that anybody wrote.
    is_same = event.get("subtype") == "message_changed" and _text(before, "text") == _text(after, "text")
    return None if is_ours or is_same else _message(before, id, Arrived.CHANGED, _text(event, "channel"))


def _message(said: Mapping[str, Any], id: str, kind: Arrived, channel: str) -> Arrival | None:
    user, thread, ts = _text(said, "user"), _text(said, "thread_ts"), _text(said, "ts")
    written = _moment(ts)
    if not user or not thread or not id or thread == ts or written is None:
        return None
    return Arrival(
        id=id,
        kind=kind,
        user=user,
        channel=channel,
        thread=thread,
        written_at=written,
        ts=ts,
        text=_text(said, "text"),
        has_files=bool(said.get("files")),
    )


def _pressed(body: Mapping[str, Any], now: datetime) -> Arrival | None:
    actions = body.get("actions")
    first = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
    verb = _verb(_text(first, "action_id"))
    place, trigger = _part(body, "container"), _text(body, "trigger_id")
    channel, ts = _text(place, "channel_id"), _text(place, "message_ts")
    user = _text(_part(body, "user"), "id")
    if verb is None or not (channel and ts and user and trigger):
        return None
    return Arrival(
        id=f"press:{trigger}",
        kind=Arrived.PRESSED,
        user=user,
        channel=channel,
        thread=ts,
        written_at=now,
        verb=verb,
        trigger=trigger,
    )


def _submitted(body: Mapping[str, Any], now: datetime) -> Arrival | None:
    view = _part(body, "view")
    verb, id = _verb(_text(view, "callback_id")), _text(view, "id")
    channel, _, thread = _text(view, "private_metadata").partition(" ")
    user = _text(_part(body, "user"), "id")
    if verb is None or not (channel and thread and user and id):
        return None
    values = _part(_part(view, "state"), "values")
    note = {name: _entered(_part(_part(values, name), "said")) for name in values}
    return Arrival(
        id=f"form:{id}", kind=Arrived.SUBMITTED, user=user, written_at=now, verb=verb, channel=channel, thread=thread,
        note=note,
    )  # fmt: skip


def _entered(field: Mapping[str, Any]) -> str:
    return _text(field, "value") or _text(_part(field, "selected_option"), "value")


def _verb(named: str) -> Verb | None:
    found = named.removeprefix(ACTION) if named.startswith(ACTION) else ""
    return Verb(found) if found in {verb.value for verb in Verb} else None


def _moment(ts: str) -> datetime | None:
    """When a message was written: its ts are seconds since 1970, with six digits after the point."""
    seconds, _, parts = ts.partition(".")
    if not (seconds.isdigit() and parts.isdigit() and len(seconds) <= 11 and len(parts) <= 9):
        return None
    return datetime.fromtimestamp(int(seconds), UTC)


def _part(of: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = of.get(name)
    return found if isinstance(found, dict) else {}


def _text(of: Mapping[str, Any], name: str) -> str:
    found = of.get(name)
    return found if isinstance(found, str) else ""
