"""A website on this machine, and a fetcher that may read it."""

from collections.abc import AsyncIterator

import pytest
from websites import Site, serving

from baton.fetch.fetcher import GuardedFetcher
from baton.settings import LOOPBACK


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving() as site:
        yield site


@pytest.fixture
async def fetcher() -> AsyncIterator[GuardedFetcher]:
    fetcher = GuardedFetcher(inside=LOOPBACK)
    yield fetcher
    await fetcher.close()
