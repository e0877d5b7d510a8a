"""The database goes away and comes back: clear refusals meanwhile, nothing half done, and no restart needed."""

import asyncio

import asyncpg
import pytest
from serving import Api, serve

from baton.db.connection import Database
from baton.db.migrate import migrate
from baton.db.store import Store
from baton.services.team.people import add_tenant

pytestmark = pytest.mark.anyio


async def test_while_the_database_is_away_requests_are_refused_and_afterwards_all_is_as_before(cluster, make_database):
    connect = await make_database()
    await migrate(connect)
    database = await Database.open(connect)
    care = await asyncpg.connect(**cluster.superuser)
    name = connect["database"]
    async for served in serve(await Store.open(database), connect):
        _, issued = await add_tenant(served.desk, "Acme")
        admin = Api(served.url, issued.secret)
        made = await admin.post("/v1/conversations", {}, expect=201)
        customer, path = Api(served.url, made["customer_token"]), f"/v1/conversations/{made['id']}"
        await customer.post(f"{path}/messages?wait=10", {"text": "Hello", "client_id": "c1"}, expect=201)

        await care.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        await care.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name)
        refused = await customer.post(f"{path}/messages", {"text": "Again", "client_id": "c2"}, expect=503)
        assert refused["code"] == "unavailable"
        assert "try again" in refused["detail"]
        assert (await admin.get("/readyz", expect=503))["code"] == "unavailable"
        await admin.get("/healthz")

        await care.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        await customer.post(f"{path}/messages?wait=10", {"text": "Again", "client_id": "c2"}, expect=201)
        said = [
            m["text"] for m in (await customer.get(f"{path}/messages"))["items"] if m["author"]["kind"] == "customer"
        ]
        assert said == ["Hello", "Again"]
        assert (await admin.get("/readyz"))["status"] == "ready"
        await asyncio.gather(admin.http.aclose(), customer.http.aclose())
    await database.close()
    await care.close()
