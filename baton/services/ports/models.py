"""What the use cases need of language models and embeddings, as protocols. Both are off unless configured."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from baton.core.ids import TenantId
from baton.services.records import Draft, DraftRequest


class Embedder(Protocol):
    """Vectors of meaning. Off unless configured. `model` names what made them: vectors of two do not compare.

    `counts` says whether likeness is evidence of an answer: its weight is measured for the encoder that ships alone.
    """

    model: str
    counts: bool

    def reads(self, language: str | None) -> bool: ...

    async def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]: ...


class KeptVectors(Protocol):
    """The store of passages' vectors, by the digest of their text."""

    async def known(self, tenant_id: TenantId, model: str, digests: Sequence[bytes]) -> dict[bytes, bytes]: ...
    async def keep(self, tenant_id: TenantId, model: str, vectors: Mapping[bytes, bytes]) -> None: ...


HearStatement = Callable[[tuple[str, tuple[int, ...]]], None]
"""Told a model's statement, with the numbers of its passages, as soon as it is written."""


class Model(Protocol):
    """A language model that words an answer from passages. Off unless configured."""

    async def draft(self, request: DraftRequest, hear: HearStatement | None = None) -> Draft: ...


class ModelUse(Protocol):
    """The store of what a tenant has used of the model, in tokens a day."""

    async def of_day(self, tenant_id: TenantId, day: date) -> int: ...
    async def add(self, tenant_id: TenantId, day: date, tokens: int) -> None: ...
