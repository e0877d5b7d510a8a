"""How a request proves that it comes from Slack: version 0 of its signatures, over the time and the body."""

import hmac
from datetime import datetime

WINDOW_S = 300
"""How old a request may be, as Slack advises: what somebody has overheard is good for no longer."""


def is_from_slack(secret: str, *, at: str, signature: str, body: bytes, now: datetime) -> bool:
    """Whether the signature is of this body, made with the app's secret, at a time that is near now.

    `at` and `signature` are the headers as they came: seconds since 1970, and `v0=` with an HMAC-SHA256 in hex.
    """
    if not at.isascii() or not at.isdigit() or len(at) > 12 or abs(now.timestamp() - int(at)) > WINDOW_S:
        return False
    return hmac.compare_digest(signed(secret, at=at, body=body).encode(), signature.encode("utf-8", "replace"))


def signed(secret: str, *, at: str, body: bytes) -> str:
    """The signature that Slack makes."""
    return "v0=" + hmac.digest(secret.encode(), f"v0:{at}:".encode() + body, "sha256").hex()
