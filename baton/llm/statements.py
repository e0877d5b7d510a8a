"""The statements of a model's reply: whole, or one by one while the reply is still being written."""

import json
import re
from collections.abc import Callable
from typing import Any

import msgspec

MOST = 8
"""Statements of a reply that are read."""

_OBJECT = re.compile(r"\{.*\}", re.DOTALL)
_BEGIN = re.compile(r'"statements"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")

Said = tuple[str, tuple[int, ...]]
"""A statement's text and the numbers of its passages."""


class _Statement(msgspec.Struct):
    text: str
    passages: list[int] = []


class _Reply(msgspec.Struct):
    statements: list[_Statement]


def read(content: str) -> tuple[Said, ...]:
    """The statements of a finished reply. Raises msgspec.DecodeError where it has another form."""
    found = _OBJECT.search(content)
    reply = msgspec.json.decode(found[0] if found else "", type=_Reply)
    return tuple(_said(one) for one in reply.statements if one.text.strip())[:MOST]


class Unfinished:
    """A reply that is being streamed: an event stream's bytes in, `hear` told each statement when it is whole."""

    def __init__(self, hear: Callable[[Said], None]) -> None:
        self.content = ""
        self.tokens = 0
        self._hear = hear
        self._told = 0
        self._at: int | None = None
        self._line = b""

    def feed(self, part: bytes) -> bool:
        """Take in more of the stream. Whether a statement has been told by now."""
        *lines, self._line = (self._line + part).split(b"\n")
        for line in lines:
            field, _, value = line.partition(b":")
            if field == b"data" and value.strip() != b"[DONE]":
                self._take(value)
        self._tell()
        return self._told > 0

    def _take(self, event: bytes) -> None:
        try:
            chunk = json.loads(event)
            self.tokens = used(chunk) or self.tokens
            for choice in chunk.get("choices") or ():
                self.content += (choice.get("delta") or {}).get("content") or ""
        except (ValueError, AttributeError, TypeError):
            return  # what is no chunk adds nothing; the reply as a whole is read in the end and has to be right

    def _tell(self) -> None:
        if self._at is None:
            begun = _BEGIN.search(self.content)
            self._at = begun.end() if begun else None
        while self._at is not None and self._told < MOST:
            start = _BETWEEN.match(self.content, self._at)
            try:
                one, self._at = json.JSONDecoder().raw_decode(self.content, start.end() if start else self._at)
                statement = msgspec.convert(one, _Statement)
            except (ValueError, msgspec.ValidationError):
                return
            if statement.text.strip():
                self._told += 1
                self._hear(_said(statement))


def used(reply: dict[str, Any]) -> int:
    """The tokens that the server counted, 0 where it does not say."""
    counted = (reply.get("usage") or {}).get("total_tokens")
    return counted if isinstance(counted, int) and counted > 0 else 0


def _said(one: _Statement) -> Said:
    return one.text.replace("\x00", "").strip(), tuple(one.passages)
