"""Whose request it is: a secret becomes a caller, or is refused."""

from datetime import datetime, timedelta

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.errors import Unauthorized
from baton.services.desk import Desk
from baton.services.records import Credential
from baton.services.secrets import CUSTOMER_PREFIX, hashed, read_customer_token

SESSION_COOKIE = "baton_session"
"""The cookie of a signed-in browser."""

REMEMBERED = timedelta(seconds=5)
"""How long a credential is trusted without asking the store: the longest that a revoked key still works."""

_MOST = 10_000


class Doorkeeper:
    """Recognises callers, remembering each for a few seconds so that a busy key costs no query a request."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, tuple[datetime, Caller]] = {}
        desk.live.trust(self.forget)

    async def recognise(self, secret: str) -> Caller:
        """The caller behind a bearer secret or session cookie. Raises Unauthorized."""
        if secret.startswith(CUSTOMER_PREFIX):
            return self._customer(secret)
        now = self._desk.clock()
        known = self._known.get(secret)
        if known is not None and now - known[0] < REMEMBERED:
            return known[1]
        caller = await (self._widget(secret) if secret.startswith("wgt_") else self._credential(secret, now))
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[secret] = (now, caller)
        if caller.actor.operator_id is not None:
            self._desk.live.heard(caller.tenant_id, caller.actor.operator_id)
        return caller

    def forget(self) -> None:
        """Something was revoked: ask the store again for everyone."""
        self._known.clear()

    def _customer(self, secret: str) -> Caller:
        read = read_customer_token(self._desk.store.secret, secret)
        if read is None:
            raise Unauthorized("This customer token is not one of ours. Open the conversation again.")
        tenant_id, conversation_id, customer_id = read
        return Caller(tenant_id, Role.CUSTOMER, Actor(ActorKind.CUSTOMER, customer_id), None, conversation_id)

    async def _widget(self, secret: str) -> Caller:
        tenant = await self._desk.store.tenants.find(widget_token=secret)
        if tenant is None:
            raise Unauthorized("This widget token is unknown. Copy the snippet from the console again.")
        return Caller(tenant.id, Role.WIDGET, Actor(ActorKind.CUSTOMER))

    async def _credential(self, secret: str, now: datetime) -> Caller:
        found = await self._desk.store.tenants.credential(hashed(secret))
        if found is None or found.kind == "link":
            raise Unauthorized("This key is unknown. Check that it was copied whole.")
        if found.left_at is not None:
            raise access_ended()
        if found.revoked_at is not None:
            raise Unauthorized("This key has been revoked. Ask an admin for a new one.")
        if found.expires_at is not None and found.expires_at <= now:
            raise Unauthorized("This session is over. Sign in again.", code="session_over")
        return _caller(found)


def access_ended() -> Unauthorized:
    """The refusal of whoever has left the team, whatever they come with."""
    return Unauthorized("You are no longer of this team. If that is a mistake, ask an admin.", code="access_ended")


def _caller(credential: Credential) -> Caller:
    if credential.operator_id is not None:
        actor = Actor(ActorKind.OPERATOR, credential.operator_id, credential.operator_name)
    else:
        kind = ActorKind.BOT if credential.role is Role.BOT else ActorKind.ADMIN
        actor = Actor(kind, credential.id, credential.label or credential.role.value)
    return Caller(credential.tenant_id, credential.may, actor, credential.id)
