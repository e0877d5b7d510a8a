"""Delivery reports (RFC 3464): which letter of ours, to whom, and whether the server has given up."""

import re
from typing import Any

from baton.core.mail.mail import Report

_LETTER = re.compile(r"(dlv_[0-9a-z]{26})\.[cd][0-9a-z]{39}@", re.IGNORECASE)
_FIELD = re.compile(
    r"^(action|status|diagnostic-code|final-recipient):[ \t]*(.*(?:\n[ \t].*)*)", re.IGNORECASE | re.MULTILINE
)
_MOST = 16_000
"""Characters of a report that are looked through; its fields and the returned headers come first."""

_STATUSES = {
    "5.1": "There is no such mailbox.",
    "5.2": "The mailbox takes no mail; it may be full or closed.",
    "5.3": "The recipient's mail server does not take such mail.",
    "5.4": "The recipient's mail server can't be found or reached.",
    "5.7": "The recipient's mail server refuses mail from us.",
    "4": "It could not be delivered so far.",
}
"""The beginnings of enhanced status codes (RFC 3463), in plain words."""


def report_of(message: Any) -> Report | None:
    """The report in a mail, or None where it is none."""
    is_report = message.get_content_type() == "multipart/report"
    if not is_report or str(message.get_param("report-type") or "").lower() != "delivery-status":
        return None
    said = _said(message)
    fields = {name.lower(): " ".join(value.split()) for name, value in reversed(_FIELD.findall(said))}
    status = fields.get("status", "")
    action = fields.get("action", "").lower()
    recipient = fields.get("final-recipient", "").rpartition(";")[2].strip().strip("<>") or None
    return Report(
        letter_ids=tuple(dict.fromkeys(one.lower() for one in _LETTER.findall(said))),
        recipient=recipient[:320] if recipient else None,
        why=_why(status, fields.get("diagnostic-code", "")),
        is_final=action == "failed" or (not action and status.startswith("5")),
    )


def _said(message: Any) -> str:
    """The report's parts as they came: its fields and what it returns of the letter."""
    try:
        parts = message.get_payload()
        texts = [part.as_bytes()[:_MOST] for part in parts[1:4]] if isinstance(parts, list) else []
    except (ValueError, LookupError, AttributeError, IndexError, TypeError, RecursionError):
        return ""
    return b"\n".join(texts).decode("utf-8", "replace").replace("\r\n", "\n")[: 3 * _MOST]


def _why(status: str, diagnostic: str) -> str:
    plain = next((words for code, words in _STATUSES.items() if status.startswith(code)), "It could not be delivered.")
    said = diagnostic.partition(";")[2].strip() or diagnostic
    return f"{plain} The mail server said: {said[:300]}" if said else plain
