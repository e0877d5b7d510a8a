"""The encoder that ships as a source of vectors: nothing leaves the machine, and nothing is downloaded."""

import asyncio
from collections.abc import Sequence

from baton.core.reading.language_tags import primary
from baton.knowledge.encoder import MODEL, encode

AT_ONCE = 4
"""Texts that are read before others have their turn: a customer's question does not wait for a whole batch."""


class OwnMeanings:
    """Vectors of English texts, made in a thread beside whatever else goes on."""

    model = MODEL
    counts = True

    def reads(self, language: str | None) -> bool:
        """English, and what says of no language that it is in it."""
        return language is None or primary(language) == "en"

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector for each text, in their order."""
        made: list[list[float]] = []
        for start in range(0, len(texts), AT_ONCE):
            made += (await asyncio.to_thread(encode, texts[start : start + AT_ONCE])).tolist()
        return made

    async def close(self) -> None:
        """Nothing to end."""
