"""Unpacking a body as it comes, never further than it may grow."""

import zlib

_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 47}
_STEP = 65_536

ENCODINGS = "gzip, deflate"
"""What the fetcher tells servers that it unpacks."""


class TooBig(Exception):
    """The body is larger than it may be."""


class BrokenPacking(Exception):
    """The body is not packed as it says, or in a way that is not known."""


class Body:
    """A body of bounded size, unpacked if its `content-encoding` says so."""

    def __init__(self, encoding: str, most: int) -> None:
        self._most = most
        self._parts = bytearray()
        self._came = 0
        name = encoding.strip().lower()
        if name in ("", "identity"):
            self._inflate = None
        elif name in _WINDOWS:
            self._inflate = zlib.decompressobj(_WINDOWS[name])
        else:
            raise BrokenPacking(name)

    def take(self, piece: bytes) -> None:
        """Add a piece as it came. Raises TooBig, BrokenPacking."""
        if self._inflate is None:
            self._add(piece)
            return
        self._came += len(piece)
        # What is packed is smaller than what comes of it; parts that unpack to nothing could go on for ever.
        if self._came > self._most + _STEP:
            raise TooBig
        try:
            # What follows the end is no part of the body, and zlib would hold on to all of it.
            while piece and not self._inflate.eof:
                self._add(self._inflate.decompress(piece, _STEP))
                piece = self._inflate.unconsumed_tail
        except zlib.error as wrong:
            raise BrokenPacking(str(wrong)) from wrong

    def whole(self) -> bytes:
        """All of it."""
        return bytes(self._parts)

    def _add(self, piece: bytes) -> None:
        self._parts += piece
        if len(self._parts) > self._most:
            raise TooBig
