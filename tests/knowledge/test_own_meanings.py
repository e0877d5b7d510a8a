"""Questions in words that no page has are found by what they say, with the encoder that ships."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from baton.core.answers.grounding import Passage
from baton.core.audience import SourceAudience
from baton.core.ids import TenantId
from baton.knowledge.encoder import encode
from baton.knowledge.library import Library
from baton.knowledge.meanings import Meanings
from baton.knowledge.own_meanings import AT_ONCE, OwnMeanings
from tests.knowledge.test_library import Clock, ShelfInMemory

Make = Callable[..., Passage]
TENANT = TenantId("ten_a")

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class KeepsNothing:
    async def known(self, tenant_id: TenantId, model: str, digests: Sequence[bytes]) -> dict[bytes, bytes]:
        return {}

    async def keep(self, tenant_id: TenantId, model: str, vectors: Mapping[bytes, bytes]) -> None:
        """Nothing."""


class Counting(OwnMeanings):
    """The encoder that ships, with what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        self.asked += texts
        return await super().embed(texts)


@pytest.fixture
def encoder() -> Counting:
    return Counting()


@pytest.fixture
async def library(encoder: Counting, passage: Make) -> Library:
    """A shop's pages, learnt."""
    shelf, clock = ShelfInMemory(), Clock()
    pets = passage("We do not cover damage by pets.", title="Guarantee", heading="What it leaves out")
    hours = passage("Our doors open at 9:00.", title="Opening hours", heading="Every day")
    shelf.keep(TENANT, pets, hours)
    meanings = Meanings(encoder, KeepsNothing(), clock=clock, failed=lambda: pytest.fail("the encoder failed"))
    library = Library(shelf, clock=clock, meanings=meanings)
    await meanings.learn(TENANT, await library._fresh(TENANT, SourceAudience.PUBLIC))
    encoder.asked.clear()
    return library


async def test_vectors_come_in_the_order_of_the_texts() -> None:
    texts = [f"question {number}" for number in range(AT_ONCE + 2)]
    made = await OwnMeanings().embed(texts)
    assert np.array(made) == pytest.approx(encode(texts), abs=1e-5)


async def test_what_shares_no_word_is_found_by_what_it_says(library: Library) -> None:
    found = await library.ground(TENANT, "my dog chewed the sofa", language="en")
    assert [hit.passage.title for hit in found.hits][:1] == ["Guarantee"]


async def test_where_the_words_prove_the_answer_nothing_is_encoded(library: Library, encoder: Counting) -> None:
    found = await library.ground(TENANT, "When do your doors open?", language="en")
    assert found.confidence >= 0.8
    assert encoder.asked == []


async def test_a_question_in_another_language_is_searched_by_its_words(library: Library, encoder: Counting) -> None:
    await library.ground(TENANT, "mein Hund hat das Sofa zerkaut", language="de")
    assert encoder.asked == []


async def test_a_follow_up_is_read_with_the_question_before_it(library: Library, encoder: Counting) -> None:
    await library.ground(TENANT, "and on sundays?", language="en", before="When do you open?")
    assert any("open" in asked and "sundays" in asked for asked in encoder.asked)
