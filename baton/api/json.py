"""JSON answers, encoded once by msgspec."""

from collections.abc import Mapping
from typing import Any

import msgspec
from starlette.responses import Response

encode = msgspec.json.Encoder().encode


class Json(Response):
    """An answer in JSON. Takes what the views of the core return: dicts, lists, datetimes, enums."""

    media_type = "application/json"

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
    ) -> None:
        # Answers carry keys and people's words, so nothing between the desk and the caller may keep them.
        super().__init__(content, status_code, {"cache-control": "no-store", **(headers or {})}, media_type)

    def render(self, content: Any) -> bytes:
        return encode(content)
