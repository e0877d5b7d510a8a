"""Files: uploaded as they are, and given out so that none of them can do anything in a browser."""

import re
from urllib.parse import quote, unquote

from fastapi import Request
from starlette.responses import Response, StreamingResponse

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.core.attachments import Attachment
from baton.core.ids import AttachmentId
from baton.core.views import attachment_view
from baton.services.conversations import attachments, uploads

_NAMED = re.compile(r"""filename\*\s*=\s*utf-8''([^;\s]+)""", re.IGNORECASE)
_QUOTED = re.compile(r'filename\s*=\s*"([^"]*)"', re.IGNORECASE)

_HARMLESS = {
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    # Asked again each time: who has lost the right to a file must not find it in the browser's cache.
    "cache-control": "private, no-cache",
}


async def create(request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Upload a file: the body is the file, `X-File-Name` its name, percent-encoded. Send its id with a message."""
    said = request.headers.get("content-length", "")
    file = await uploads.upload(
        desk,
        caller,
        name=_name(request),
        declared=int(said) if said.isdecimal() else None,
        body=request.stream(),
    )
    return Json(attachment_view(file.attachment) | {"state": file.state.value}, status_code=201)


async def show(id: str, request: Request, caller: Calling, desk: OurDesk) -> Response:
    """A file's bytes. Pictures may be shown in place; everything else is a download."""
    opened = await attachments.open_file(desk, caller, AttachmentId(id))
    tag = f'"{id}"'
    headers = {**_HARMLESS, "etag": tag, "content-disposition": _disposition(opened.attachment)}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["content-length"] = str(opened.attachment.bytes)
    answer = StreamingResponse(opened.portions, headers=headers)
    # Set by hand: the framework would say of text in which letters it is written, and nobody knows.
    answer.headers["content-type"] = opened.attachment.media_type
    return answer


async def remove(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Take back a file that was uploaded and not sent."""
    await attachments.drop(desk, caller, AttachmentId(id))
    return Json({"id": id})


def _name(request: Request) -> str:
    said = request.headers.get("x-file-name")
    if said is not None:
        return unquote(said, errors="replace")
    disposition = request.headers.get("content-disposition", "")
    if (found := _NAMED.search(disposition)) is not None:
        return unquote(found[1], errors="replace")
    found = _QUOTED.search(disposition)
    return found[1] if found else ""


def _disposition(attachment: Attachment) -> str:
    how = "inline" if attachment.is_image else "attachment"
    plain = "".join(one if one.isascii() and one not in '"\\%' else "_" for one in attachment.name)
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(attachment.name, safe='')}"
