"""Customers: who somebody is, what is kept of them as a file, and its end."""

from collections.abc import AsyncIterator
from dataclasses import asdict

import msgspec
from starlette.responses import StreamingResponse

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body
from baton.core.ids import CustomerId
from baton.core.views import customer_view
from baton.services.customers import customers


class ErasureIn(Body):
    """`DELETE /v1/customers/{id}`"""

    same_address: bool = False


async def show(id: str, caller: Calling, desk: OurDesk) -> Json:
    """A customer, and the others who gave the same e-mail address."""
    found, others = await customers.look_up(desk, caller, CustomerId(id))
    return Json({"customer": customer_view(found), "same_address": [customer_view(one) for one in others]})


async def export(id: str, caller: Calling, desk: OurDesk, same_address: bool = False) -> StreamingResponse:
    """All that is kept of a customer, as a JSON file for them."""
    profiles, conversations = await customers.export(desk, caller, CustomerId(id), same_address=same_address)

    async def written() -> AsyncIterator[bytes]:
        yield b'{"customers":' + msgspec.json.encode([customer_view(one) for one in profiles]) + b',"conversations":['
        between = b"\n"
        async for one in conversations:
            yield between + msgspec.json.encode(one)
            between = b",\n"
        yield b"]}\n"

    named = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="customer-{profiles[0].id}.json"',
    }
    return StreamingResponse(written(), media_type="application/json", headers=named)


async def erase(id: str, body: ErasureIn, caller: Calling, desk: OurDesk) -> Json:
    """Erase a customer with all of their conversations, for good."""
    done = await customers.erase(desk, caller, CustomerId(id), same_address=body.same_address)
    return Json({name: ids for name, ids in asdict(done).items() if name != "open"})
