"""What questions and passages say, as vectors of an encoder: the one that ships, or a server's. Words do where
it fails.

A passage's vector is kept in the database by the digest of its text, so that a page that did not change is never asked
about again. After a failure the server is left alone for a while: customers do not wait for it one after the other.
"""

import asyncio
import hashlib
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence

from baton.core.answers.grounding import Passage
from baton.core.ids import PassageId, TenantId
from baton.core.sources.vectors import Meaning, packed
from baton.knowledge.search import Index
from baton.services.ports.models import Embedder, KeptVectors

log = logging.getLogger("baton.meanings")

AT_ONCE = 64
"""Passages in one request."""

LEFT_ALONE = 30.0
"""Seconds for which a server that failed is not asked."""

QUESTIONS = 2_048
"""Questions whose vectors are remembered."""


class Meanings:
    """Asks `embedder`, remembers in `kept`, and calls `failed` where words alone must do. `clock` gives seconds."""

    def __init__(
        self, embedder: Embedder, kept: KeptVectors, *, clock: Callable[[], float], failed: Callable[[], None]
    ) -> None:
        self._embedder = embedder
        self._kept = kept
        self._clock = clock
        self._failed = failed
        self._asked: OrderedDict[str, bytes] = OrderedDict()
        self._learning: dict[Index, asyncio.Task[None]] = {}
        self._rests_until = 0.0

    async def of(self, question: str, language: str | None = None) -> Meaning | None:
        """What the question says, or None where it cannot be told now, or not in its language."""
        if not self._embedder.reads(language):
            return None
        vector = self._asked.get(question)
        if vector is None and not self._rests:
            try:
                [numbers] = await self._embedder.embed([question])
                vector = self._asked[question] = packed(numbers)
            except Exception:
                log.exception("a question is searched by its words alone")
                self._rest()
        if len(self._asked) > QUESTIONS:
            self._asked.popitem(last=False)
        return None if vector is None else Meaning(vector, self._embedder.counts)

    def keep_up(self, tenant_id: TenantId, index: Index) -> None:
        """See to it that the index's passages get their vectors, beside whatever else goes on."""
        if index.unlearned and index not in self._learning and not self._rests:
            task = asyncio.create_task(self.learn(tenant_id, index))
            self._learning[index] = task
            task.add_done_callback(lambda _: self._learning.pop(index, None))

    async def learn(self, tenant_id: TenantId, index: Index) -> None:
        """Give each passage its vector: the one that is kept, else one from the server."""
        by_digest: dict[bytes, list[Passage]] = {}
        passages = index.without_vector()
        index.learn({passage.id: b"" for passage in passages if not self._embedder.reads(passage.language)})
        for passage in passages:
            if self._embedder.reads(passage.language):
                by_digest.setdefault(_digest(passage), []).append(passage)
        try:
            digests = list(by_digest)
            known = await self._kept.known(tenant_id, self._embedder.model, digests)
            index.learn(_each(by_digest, known))
            missing = [digest for digest in digests if digest not in known]
            for start in range(0, len(missing), AT_ONCE):
                batch = missing[start : start + AT_ONCE]
                numbers = await self._embedder.embed([text_of(by_digest[digest][0]) for digest in batch])
                made = {digest: packed(found) for digest, found in zip(batch, numbers, strict=True)}
                await self._kept.keep(tenant_id, self._embedder.model, made)
                index.learn(_each(by_digest, made))
        except Exception:
            log.exception("passages are found by their words alone")
            self._rest()

    async def close(self) -> None:
        """Stop learning."""
        running: Sequence[asyncio.Task[None]] = tuple(self._learning.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    @property
    def _rests(self) -> bool:
        return self._clock() < self._rests_until

    def _rest(self) -> None:
        self._rests_until = self._clock() + LEFT_ALONE
        self._failed()


def _each(by_digest: dict[bytes, list[Passage]], vectors: dict[bytes, bytes]) -> dict[PassageId, bytes]:
    return {passage.id: vector for digest, vector in vectors.items() for passage in by_digest[digest]}


def text_of(passage: Passage) -> str:
    """What of a passage its vector stands for."""
    return "\n".join(filter(None, (passage.title, passage.heading, passage.question, passage.text)))


def _digest(passage: Passage) -> bytes:
    return hashlib.sha256(text_of(passage).encode()).digest()[:16]
