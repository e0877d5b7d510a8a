"""Any server that speaks OpenAI's embeddings: hosted, or on the machine beside this one."""

from collections.abc import Sequence

import httpx2
import msgspec

from baton.services.boundaries import before_the_network

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
    """Asks `{url}/embeddings`. One retry where the connection failed."""

    def __init__(self, *, url: str, model: str, key: str | None, client: httpx2.AsyncClient | None = None) -> None:
        self._url = f"{url.rstrip('/')}/embeddings"
        self.model = model
        headers = {"authorization": f"Bearer {key}"} if key else {}
        self._client = client or httpx2.AsyncClient(headers=headers, timeout=SECONDS)

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector for each text, in their order. Raises EmbeddingFailed."""
        before_the_network("the embeddings")
        try:
            raw = await self._asked(texts)
        except httpx2.TimeoutException as late:
            raise EmbeddingFailed("the server of embeddings took too long") from late
        except httpx2.RequestError:
            raw = await self._asked_again(texts)
        try:
            found = sorted(msgspec.json.decode(raw, type=_Reply).data, key=lambda one: one.index)
        except msgspec.DecodeError as wrong:
            raise EmbeddingFailed("the server of embeddings did not answer with vectors") from wrong
        if len(found) != len(texts):
            raise EmbeddingFailed("the server of embeddings answered with another number of vectors")
        return [one.embedding for one in found]

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _asked_again(self, texts: Sequence[str]) -> bytes:
        try:
            return await self._asked(texts)
        except httpx2.RequestError as broken:
            raise EmbeddingFailed("the connection to the server of embeddings broke twice") from broken

    async def _asked(self, texts: Sequence[str]) -> bytes:
        raw = bytearray()
        body = {"model": self.model, "input": list(texts)}
        async with self._client.stream("POST", self._url, json=body) as response:
            if response.status_code != httpx2.codes.OK:
                raise EmbeddingFailed(f"the server of embeddings answered {response.status_code}")
            async for part in response.aiter_bytes():
                raw += part
                if len(raw) > MOST_BYTES:
                    raise EmbeddingFailed("the answer of the server of embeddings was too long")
        return bytes(raw)
