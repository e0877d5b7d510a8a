"""Slack's Web API, asked through the guarded door: one request a method, and every failure in a sentence."""

from typing import Any
from urllib.parse import urlencode

import msgspec

from baton.core.slack.connection import why
from baton.services.ports.fetching import NotFetched
from baton.services.ports.slack import Account, SlackAnswer, Workspace
from baton.services.ports.webhooks import Post, Poster

SECONDS = 10.0
MOST_BYTES = 256 * 1024
"""How much of an answer is read. One about a message repeats it with its blocks."""

_AS_FORM = ("auth.test", "users.info")
"""Methods that take no JSON."""


class Web:
    """Asks Slack at `base`, without a slash at its end."""

    def __init__(self, poster: Poster, *, base: str) -> None:
        self._poster = poster
        self._base = base

    async def ask(self, token: str, method: str, **arguments: Any) -> SlackAnswer:
        """Ask for one method, once. What goes wrong is an answer with an error."""
        as_form = method in _AS_FORM
        body = urlencode(arguments).encode() if as_form else msgspec.json.encode(arguments)
        kind = "application/x-www-form-urlencoded" if as_form else "application/json; charset=utf-8"
        headers = (("content-type", kind), ("authorization", f"Bearer {token}"))
        try:
            came = await self._poster.post(Post(f"{self._base}/{method}", body, headers, SECONDS, MOST_BYTES))
        except NotFetched as failed:
            return SlackAnswer(error=failed.code, why=failed.detail)
        if came.status == 429:
            return SlackAnswer({}, "ratelimited", why("ratelimited"), 429, came.retry_after)
        said = _read(came.first)
        if came.status != 200 or said is None:
            return SlackAnswer({}, "no_answer", f"Slack answered {came.status}.", max(came.status, 500))
        error = "" if said.get("ok") is True else _text(said.get("error")) or "unknown"
        return SlackAnswer(said, error, why(error, _text(said.get("needed"))) if error else "", 200)

    async def workspace(self, token: str) -> Workspace | SlackAnswer:
        """Whose the token is."""
        answer = await self.ask(token, "auth.test")
        said = answer.said
        if answer.error:
            return answer
        return Workspace(_text(said.get("team_id")), _text(said.get("team")), _text(said.get("user_id")))

    async def account(self, token: str, user_id: str, *, team_id: str) -> Account | SlackAnswer:
        """Whose an account is. In a shared channel a stranger's address is whatever their own workspace says."""
        answer = await self.ask(token, "users.info", user=user_id)
        if answer.error:
            return answer
        user = _part(answer.said, "user")
        profile = _part(user, "profile")
        is_stranger = bool(user.get("is_stranger")) or user.get("team_id") != team_id
        is_person = not (user.get("deleted") or user.get("is_bot") or user.get("is_email_confirmed") is False)
        name = _text(profile.get("real_name")) or _text(user.get("real_name")) or _text(user.get("name")) or user_id
        return Account(name[:200], _text(profile.get("email")).strip(), is_person and not is_stranger)


def _read(body: bytes) -> dict[str, Any] | None:
    try:
        said = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError):
        return None
    return said if isinstance(said, dict) else None


def _part(of: Any, name: str) -> dict[str, Any]:
    found = of.get(name)
    return found if isinstance(found, dict) else {}


def _text(found: object) -> str:
    return found if isinstance(found, str) else ""
