"""JSON answers, encoded once by msgspec."""

from typing import Any

import msgspec
from starlette.responses import Response

encode = msgspec.json.Encoder().encode


class Json(Response):
    """An answer in JSON. Takes what the views of the core return: dicts, lists, datetimes, enums."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return encode(content)
