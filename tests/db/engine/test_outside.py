import socket

import pytest

from baton.db.engine import Cluster, EngineError, outside

pytestmark = pytest.mark.anyio


async def test_a_server_that_answers_and_is_new_enough_is_accepted(cluster: Cluster) -> None:
    await outside.check(f"postgresql:///baton?host={cluster.socket_dir}&user=baton", shown="it")


async def test_a_wrong_database_is_named_with_the_reason(cluster: Cluster) -> None:
    url = f"postgresql:///nowhere?host={cluster.socket_dir}&user=baton"
    with pytest.raises(EngineError, match=r'at it can\'t be used: database "nowhere" does not exist\. Check'):
        await outside.check(url, shown="it")


async def test_a_port_where_nothing_listens_is_an_error_without_the_password() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(EngineError, match="can't be used") as refused:
        await outside.check(f"postgresql://me:secret@127.0.0.1:{port}/x", shown="there")
    assert "secret" not in refused.value.detail


async def test_an_address_that_makes_no_sense_is_an_error() -> None:
    with pytest.raises(EngineError, match="can't be used"):
        await outside.check("postgresql://me:secret@host:notaport/x", shown="there")
