"""Which documents say nearly the same: a sketch of each, small enough to keep, and how alike two sketches are.

A sketch is the smallest hashes of the text's overlapping groups of words. Of two texts, the share of the smallest
hashes of both that each has is an estimate of the share of groups that they have in common.
"""

import re
import zlib
from array import array
from dataclasses import dataclass
from heapq import nsmallest

KEPT = 96
"""Hashes of a sketch. The estimate's error is about one over the root of it."""

GROUP = 4
"""Words in a group. In scripts without spaces every letter is a word."""

ALIKE = 0.85
"""From here on two documents are twins: the same page with another header, date or product name."""

_LOOKED_UP = 16
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]|[^\W_]+")


def sketch(text: str) -> bytes:
    """The sketch of a text, at most 4 bytes for each hash kept; b"" where it has too few words to compare."""
    words = _WORD.findall(text.casefold())
    if len(words) < 2 * GROUP:
        return b""
    groups = {zlib.crc32(" ".join(words[at : at + GROUP]).encode()) for at in range(len(words) - GROUP + 1)}
    return array("I", nsmallest(KEPT, groups)).tobytes()


def likeness(one: bytes, other: bytes) -> float:
    """How alike two texts are by their sketches, 0 to 1."""
    if not one or not other:
        return 0.0
    mine, theirs = set(_hashes(one)), set(_hashes(other))
    smallest = nsmallest(max(len(mine), len(theirs)), mine | theirs)
    return sum(hash in mine and hash in theirs for hash in smallest) / len(smallest)


@dataclass(frozen=True, slots=True)
class Twin:
    """A document that says nearly what another says. `share` is how much of it, 0 to 1."""

    name: str
    twin: str
    share: float


class Twins:
    """Sketches of the documents there are, to find the twin of another one."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, bytes]] = {}
        self._by_hash: dict[int, set[str]] = {}

    def add(self, id: str, name: str, sketch: bytes) -> None:
        """Know a document; one with the same id is replaced."""
        self.forget(id)
        self._known[id] = (name, sketch)
        for hash in _hashes(sketch)[:_LOOKED_UP]:
            self._by_hash.setdefault(hash, set()).add(id)

    def forget(self, id: str) -> None:
        """Know a document no more."""
        known = self._known.pop(id, None)
        for hash in _hashes(known[1])[:_LOOKED_UP] if known else ():
            self._by_hash[hash].discard(id)

    def of(self, id: str, name: str, sketch: bytes) -> Twin | None:
        """The other document that is most like this one, if any is a twin."""
        near = {other for hash in _hashes(sketch)[:_LOOKED_UP] for other in self._by_hash.get(hash, ())} - {id}
        alike = ((likeness(sketch, self._known[other][1]), self._known[other][0]) for other in near)
        share, twin = max(alike, default=(0.0, ""))
        return Twin(name, twin, share) if share >= ALIKE else None


def _hashes(sketch: bytes) -> "array[int]":
    hashes = array("I")
    hashes.frombytes(sketch)
    return hashes
