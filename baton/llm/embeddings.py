"""Any server that speaks OpenAI's embeddings: hosted, or on the machine beside this one."""

from collections.abc import Sequence

import httpx2
import msgspec

from baton.llm.endpoint import Endpoint

SECONDS = 3.0
"""How long a request may take. A customer waits meanwhile, and words alone do nearly as well."""

MOST_BYTES = 16 * 1024 * 1024


class EmbeddingFailed(Exception):
    """The server could not be asked, or what it said was not what was asked for."""


class _One(msgspec.Struct):
    index: int
    embedding: list[float]


class _Reply(msgspec.Struct):
    data: list[_One]


class Embeddings:
    """Asks `{url}/embeddings`, with one retry."""

    counts = False

    def __init__(self, *, url: str, model: str, key: str | None, client: httpx2.AsyncClient | None = None) -> None:
        self.model = model
        self._endpoint = Endpoint(
            f"{url.rstrip('/')}/embeddings",
            name="the server of embeddings",
            failed=EmbeddingFailed,
            key=key,
            seconds=SECONDS,
            most_bytes=MOST_BYTES,
            client=client,
        )

    def reads(self, language: str | None) -> bool:  # noqa: ARG002
        """Any: which languages the server knows, it does not tell."""
        return True

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector for each text, in their order. Raises EmbeddingFailed."""
        heard = await self._endpoint.ask({"model": self.model, "input": list(texts)})
        try:
            found = sorted(msgspec.json.decode(heard.body, type=_Reply).data, key=lambda one: one.index)
        except msgspec.DecodeError as wrong:
            raise EmbeddingFailed("the server of embeddings did not answer with vectors") from wrong
        if len(found) != len(texts):
            raise EmbeddingFailed("the server of embeddings answered with another number of vectors")
        return [one.embedding for one in found]

    async def close(self) -> None:
        """Close the connections."""
        await self._endpoint.close()
