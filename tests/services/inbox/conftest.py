"""A database of its own for each file: another desk in this process, which serves, would say what is due."""

import pytest

from baton.db.store import Store


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    return own_store
