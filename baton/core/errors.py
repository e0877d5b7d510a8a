"""Expected refusals. Each has a stable `code` and a `detail` that says what to do; the API maps codes to statuses."""

from typing import Any


class DeskError(Exception):
    """A refusal that the desk foresaw.

    `code` is stable and machine-readable; `detail` is a sentence for a person; `extra` holds further
    fields of the problem document (such as `by`, the name of who was first).
    """

    code = "refused"

    def __init__(self, detail: str, *, code: str | None = None, **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code or type(self).code
        self.extra = extra


class NotFound(DeskError):
    """There is no such thing, or it is not the caller's to see. The two are never told apart."""

    code = "not_found"


class Forbidden(DeskError):
    """The credential is known, but its role may not do this."""

    code = "forbidden"


class Unauthorized(DeskError):
    """No credential, or one that is unknown, expired or revoked."""

    code = "unauthorized"


class Invalid(DeskError):
    """The request is well-formed but its content can't be accepted."""

    code = "invalid"


class Unreadable(Invalid):
    """A document that no text can be read from. `detail` says why, in a sentence."""

    code = "unreadable"


class TooLarge(DeskError):
    """More was sent than the desk takes in one piece."""

    code = "too_large"


class Conflict(DeskError):
    """Somebody was first. `extra["owner"]` names who holds the conversation now."""

    code = "conflict"


class IllegalMove(Conflict):
    """The state table has no such move from here."""

    code = "illegal_move"


class Unavailable(DeskError):
    """Something Baton rests on (the database, the index) can't be reached now; trying again later may help."""

    code = "unavailable"
