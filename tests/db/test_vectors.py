"""Vectors are kept once per text, model and tenant."""

import pytest
from stage import Stage, set_up

pytestmark = pytest.mark.anyio


async def test_what_was_kept_is_known_by_digest_and_model(stage: Stage, store):
    tenant = stage.tenant.id
    await store.vectors.keep(tenant, "small", {b"a": b"\x01\x02", b"b": b"\x03"})
    await store.vectors.keep(tenant, "small", {b"a": b"\x09"})
    assert await store.vectors.known(tenant, "small", [b"a", b"b", b"c"]) == {b"a": b"\x01\x02", b"b": b"\x03"}
    assert await store.vectors.known(tenant, "large", [b"a"]) == {}


async def test_another_tenant_knows_none_of_them(stage: Stage, store):
    other = await set_up(stage.desk, stage.clock, stage.sources)
    await store.vectors.keep(stage.tenant.id, "small", {b"a": b"\x01"})
    assert await store.vectors.known(other.tenant.id, "small", [b"a"]) == {}
    async with store.database.tenant(other.tenant.id) as connection:
        assert await connection.fetch("SELECT * FROM vectors") == []
