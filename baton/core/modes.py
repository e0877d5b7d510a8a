"""The ways in which a person can answer a customer."""

from enum import StrEnum


class Mode(StrEnum):
    """How the customer is served: now, after a wait in line, by ticket, by a call at a time, or by e-mail."""

    LIVE = "live"
    QUEUED = "queued"
    TICKET = "ticket"
    CALLBACK = "callback"
    EMAIL = "email"
