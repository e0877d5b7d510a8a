"""Passages by meaning: the vectors of one index, and those nearest to a question's."""

import heapq

from baton.core.sources.vectors import cosine, signs

FINER = 8
"""How many times the asked number of vectors are compared in full, after the signs have chosen them."""


class Nearness:
    """Vectors by key. All of them should come from one model."""

    def __init__(self) -> None:
        self._vectors: dict[int, bytes] = {}
        self._signs: dict[int, int] = {}
        self.bytes = 0

    def __contains__(self, key: int) -> bool:
        return key in self._vectors

    def __len__(self) -> int:
        return len(self._vectors)

    def add(self, key: int, vector: bytes) -> None:
        """Keep a passage's vector."""
        self.drop(key)
        self._vectors[key], self._signs[key] = vector, signs(vector)
        self.bytes += _weight(vector)

    def drop(self, key: int) -> None:
        """Forget a passage's vector, where there is one."""
        vector = self._vectors.pop(key, None)
        if vector is not None:
            del self._signs[key]
            self.bytes -= _weight(vector)

    def alike(self, key: int, vector: bytes) -> float | None:
        """How alike a passage's vector and another are (-1..1), None where it has none."""
        kept = self._vectors.get(key)
        return cosine(vector, kept) if kept else None

    def nearest(self, vector: bytes, limit: int) -> list[tuple[int, float]]:
        """The keys of the nearest vectors with how alike they are (-1..1), the nearest first.

        Signs are compared for all, numbers for a few: 100,000 passages take some milliseconds that way.
        """
        asked = signs(vector)
        known = [item for item in self._signs.items() if item[1]]
        near = heapq.nsmallest(limit * FINER, known, key=lambda item: (item[1] ^ asked).bit_count())
        found = [(key, cosine(vector, kept)) for key, _ in near if (kept := self._vectors.get(key)) is not None]
        return heapq.nlargest(limit, found, key=lambda item: item[1])


def _weight(vector: bytes) -> int:
    return 2 * len(vector) + 250
