"""A website on this machine, and a fetcher that may read it."""

from collections.abc import AsyncIterator

import pytest
from websites import Site, serving

from baton.fetch.fetcher import GuardedFetcher


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving() as site:
        yield site


@pytest.fixture
async def fetcher() -> AsyncIterator[GuardedFetcher]:
    fetcher = GuardedFetcher(allow_loopback=True)
    yield fetcher
    await fetcher.close()
