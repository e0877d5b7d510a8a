"""The conversation as a letter."""

from typing import Annotated

from fastapi import Request
from pydantic import StringConstraints

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import Body
from baton.core.ids import ConversationId
from baton.services.mail.transcripts import send_transcript
from baton.services.records import Receipt


class TranscriptIn(Body):
    """`POST /v1/conversations/{id}/transcript`"""

    email: Annotated[str, StringConstraints(max_length=320, strip_whitespace=True)]


async def create(id: str, body: TranscriptIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Send the conversation to its customer by e-mail."""

    async def command(receipt: Receipt | None) -> Answer:
        await send_transcript(desk, caller, ConversationId(id), email=body.email, receipt=receipt)
        return 202, {"email": body.email}

    return await once(request, caller, command)
