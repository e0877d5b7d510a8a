"""Return links: a customer who leaves can open the same conversation on another device."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.errors import Unauthorized
from baton.core.ids import ConversationId
from baton.services.access import find, no_such_conversation, require
from baton.services.desk import Desk
from baton.services.records import Tenant
from baton.services.secrets import customer_token, read_return_secret, return_secret

GOOD_FOR = timedelta(days=7)
"""As long as a promise without a time is taken to hold; a link found in an old mailbox opens nothing."""


@dataclass(frozen=True, slots=True)
class ReturnLink:
    """A link with the moment at which it stops working, in UTC."""

    url: str
    expires_at: datetime


async def link(desk: Desk, caller: Caller, id: ConversationId) -> ReturnLink:
    """A link to the conversation, for its customer or for the team to send to them."""
    require(caller, Role.CUSTOMER, Role.OPERATOR, Role.ADMIN, Role.BOT)
    conversation, _ = await find(desk, caller, id)
    tenant = await desk.store.tenants.find(id=caller.tenant_id)
    if tenant is None:
        raise no_such_conversation()
    return written(desk, tenant, conversation)


def written(desk: Desk, tenant: Tenant, conversation: Conversation) -> ReturnLink:
    """The link itself, for whoever may send it: it opens the conversation to anybody who has it."""
    expires = (desk.clock() + GOOD_FOR).replace(microsecond=0)
    secret = return_secret(desk.store.secret, tenant.id, conversation.id, conversation.customer_id, expires=expires)
    # After the #, so that neither a server's log nor a page that is opened from there learns it.
    return ReturnLink(f"{desk.public_url}/widget/{tenant.widget_token}#return={secret}", expires)


async def follow(desk: Desk, caller: Caller, secret: str) -> tuple[Conversation, Customer, str]:
    """The conversation of a return link, with a token for its customer. Raises Unauthorized `link_spent`."""
    require(caller, Role.WIDGET)
    read = read_return_secret(desk.store.secret, secret, now=desk.clock())
    if read is None or read[0] != caller.tenant_id:
        raise Unauthorized(
            "This link is too old, or was not copied whole. Start a new conversation.", code="link_spent"
        )
    tenant_id, id, customer_id = read
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None:
        raise no_such_conversation()
    return *found, customer_token(desk.store.secret, tenant_id, id, customer_id)
