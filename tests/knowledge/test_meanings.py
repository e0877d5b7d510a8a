"""Passages get vectors once, questions are found by meaning, and a server that fails changes nothing but that."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId, TenantId
from baton.knowledge.meanings import AT_ONCE, LEFT_ALONE, Meanings
from baton.knowledge.search import Index

Make = Callable[..., Passage]
TENANT = TenantId("ten_1")

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class TwoMeanings:
    """Knows two things: what is about money, and all the rest."""

    model = "two"
    counts = False

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.fails = False

    def reads(self, language: str | None) -> bool:
        return language != "de"

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        self.asked.append(list(texts))
        if self.fails:
            raise ConnectionError("gone")
        return [[1.0, 0.1] if "cash" in text or "reimbursed" in text else [0.1, 1.0] for text in texts]


class KeptInMemory:
    def __init__(self) -> None:
        self.vectors: dict[tuple[TenantId, str, bytes], bytes] = {}

    async def known(self, tenant_id: TenantId, model: str, digests: Sequence[bytes]) -> dict[bytes, bytes]:
        kept = {digest: self.vectors.get((tenant_id, model, digest)) for digest in digests}
        return {digest: vector for digest, vector in kept.items() if vector is not None}

    async def keep(self, tenant_id: TenantId, model: str, vectors: Mapping[bytes, bytes]) -> None:
        self.vectors |= {(tenant_id, model, digest): vector for digest, vector in vectors.items()}


class Played:
    """Meanings with everything that they are given."""

    def __init__(self) -> None:
        self.server, self.kept, self.now, self.failures = TwoMeanings(), KeptInMemory(), 0.0, 0
        self.meanings = self.anew()

    def anew(self) -> Meanings:
        return Meanings(self.server, self.kept, clock=lambda: self.now, failed=self._failed)

    def _failed(self) -> None:
        self.failures += 1


@pytest.fixture
def played() -> Played:
    return Played()


def index_of(*passages: Passage) -> Index:
    index = Index()
    index.replace(DocumentId("doc_1"), list(passages))
    return index


async def test_a_question_is_found_by_its_meaning_where_no_word_is_shared(played: Played, passage: Make) -> None:
    index = index_of(passage("You are reimbursed."), passage("Doors open early."))
    await played.meanings.learn(TENANT, index)
    assert index.unlearned == 0
    meaning = await played.meanings.of("where is my cash")
    assert [hit.passage.text for hit in index.search("where is my cash", limit=1, meaning=meaning)] == [
        "You are reimbursed."
    ]
    assert index.search("where is my cash", limit=1) == []


async def test_a_page_that_did_not_change_is_not_embedded_again(played: Played, passage: Make) -> None:
    kept, changed = passage("You are reimbursed."), passage("Doors open early.")
    await played.meanings.learn(TENANT, index_of(kept, changed))
    again = index_of(passage(kept.text), passage("Doors open late."))
    await played.anew().learn(TENANT, again)
    assert again.unlearned == 0
    assert [text.splitlines()[-1] for text in played.server.asked[-1]] == ["Doors open late."]


async def test_what_the_encoder_cannot_read_is_near_nothing_and_not_asked_again(played: Played, passage: Make) -> None:
    index = index_of(passage("Geld zurück.", language="de"), passage("You are reimbursed."))
    await played.meanings.learn(TENANT, index)
    assert index.unlearned == 0
    assert len(played.server.asked[0]) == 1
    assert await played.meanings.of("wo ist mein Geld", "de") is None
    meaning = await played.meanings.of("where is my cash")
    assert [hit.passage.text for hit in index.search("where is my cash", meaning=meaning)] == ["You are reimbursed."]


async def test_likeness_is_evidence_only_where_it_was_measured(played: Played, passage: Make) -> None:
    index = index_of(passage("You are reimbursed.", heading="Cash"), passage("Doors open early.", heading="Hours"))
    await played.meanings.learn(TENANT, index)
    meaning = await played.meanings.of("cash")
    assert meaning is not None
    assert {hit.alike for hit in index.search("cash", meaning=meaning)} == {None}
    told = {hit.passage.heading: hit for hit in index.search("cash", meaning=replace(meaning, counts=True))}
    assert told["Cash"].alike == pytest.approx(1, abs=0.02)
    assert told["Hours"].alike == pytest.approx(0.2, abs=0.05)
    assert (told["Cash"].score > 0, told["Hours"].score) == (True, 0.0)


async def test_many_passages_are_asked_in_batches_and_the_same_text_once(played: Played, passage: Make) -> None:
    index = index_of(*(passage(f"Page {number}.") for number in range(AT_ONCE + 1)), passage("Page 0."))
    await played.meanings.learn(TENANT, index)
    assert [len(asked) for asked in played.server.asked] == [AT_ONCE, 1]
    assert index.unlearned == 0


async def test_a_failing_server_is_counted_and_left_alone_for_a_while(played: Played, passage: Make) -> None:
    played.server.fails = True
    index = index_of(passage("You are reimbursed."))
    await played.meanings.learn(TENANT, index)
    assert await played.meanings.of("cash") is None
    assert (played.failures, len(played.server.asked), index.unlearned) == (1, 1, 1)
    played.server.fails, played.now = False, LEFT_ALONE + 1
    assert await played.meanings.of("cash") is not None
    assert await played.meanings.of("cash") is not None
    assert len(played.server.asked) == 2


async def test_keeping_up_learns_beside_the_question_and_ends_when_closed(played: Played, passage: Make) -> None:
    index = index_of(passage("You are reimbursed."))
    played.meanings.keep_up(TENANT, index)
    played.meanings.keep_up(TENANT, index)
    await played.meanings.close()
    assert len(played.server.asked) <= 1


async def test_a_passage_that_is_replaced_loses_its_vector(played: Played, passage: Make) -> None:
    index = index_of(passage("You are reimbursed."))
    await played.meanings.learn(TENANT, index)
    before = index.bytes
    index.replace(DocumentId("doc_1"), [])
    assert (index.unlearned, index.bytes) == (0, 0)
    assert before > 0
