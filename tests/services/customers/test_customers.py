"""What the desk knows of a customer: looked up, handed out as a file, and erased so that nothing is left."""

import asyncio
import uuid
from typing import Any

import asyncpg
import pytest

from baton.db.store import Store

pytestmark = pytest.mark.anyio

MARA = {"name": "Mara Lindqvist", "email": "Mara@example.com", "attributes": {"tier": "Club"}}


@pytest.fixture
def secret() -> str:
    """A word that stands nowhere else in the database, which other tests write in too."""
    return f"zanzibar{uuid.uuid4().hex}"


async def customer_of(company: Any, path: str) -> str:
    return (await company.admin.get(path))["customer"]["id"]


async def lived_through(company: Any, secret: str, **claims: Any) -> tuple[Any, str, str]:
    """A conversation with all that can hang on one, closed and rated: (the customer, its path, the customer's id)."""
    customer, path = await company.customer(**(MARA | claims))
    await customer.post(f"{path}/messages?wait=30", {"text": f"Is {secret} in stock?"}, expect=201)
    await customer.post(f"{path}/messages?wait=30", {"text": f"Order HP-1 of {secret}: a person please"}, expect=201)
    await company.dana.post(f"{path}/claim", expect=200)
    await company.dana.post(f"{path}/notes", {"text": f"{secret} again"}, expect=201)
    await company.dana.post(f"{path}/messages", {"text": f"On its way: {secret}"}, expect=201, idempotency_key=path)
    await company.dana.post(f"{path}/resolution", {"note": secret}, expect=200)
    await customer.ask("PUT", f"{path}/rating", {"score": 4, "comment": secret}, expect=200)
    return customer, path, await customer_of(company, path)


async def places_with(company: Any, tables: dict[str, Any], word: str) -> list[str]:
    """Every table in which a row of the company has the word."""
    connection = await asyncpg.connect(**tables)
    try:
        await connection.execute("SELECT set_config('baton.tenant', $1, false)", company.tenant.id)
        names = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        sql = "SELECT count(*) FROM {} t WHERE t::text ILIKE '%' || $1 || '%'"
        counted = {name: await connection.fetchval(sql.format(name), word) for (name,) in names}
    finally:
        await connection.close()
    return sorted(name for name, count in counted.items() if count)


async def test_a_customer_is_shown_with_the_others_who_gave_the_same_address(company: Any, other_company: Any) -> None:
    _, path = await company.customer(**MARA)
    _, again = await company.customer(name="M.", email="mara@EXAMPLE.com")
    await company.customer(name="Mara Lindqvist")
    await other_company.customer(**MARA)
    id, other = await customer_of(company, path), await customer_of(company, again)
    found = await company.dana.get(f"/v1/customers/{id}")
    assert (found["customer"]["name"], found["customer"]["conversations"]) == ("Mara Lindqvist", 1)
    assert [one["id"] for one in found["same_address"]] == [other]
    listed = await company.dana.get(f"/v1/conversations?customer={id}&customer={other}")
    assert {f"/v1/conversations/{one['id']}" for one in listed["items"]} == {path, again}
    await company.dana.get("/v1/customers/cus_none", expect=404)
    await other_company.dana.get(f"/v1/customers/{id}", expect=404)


async def test_an_export_has_all_that_was_said_noted_agreed_and_rated(company: Any, secret: str) -> None:
    _, path, id = await lived_through(company, secret)
    _, another = await company.customer(**MARA, external_id="u-1")
    response = await company.admin.http.get(f"/v1/customers/{id}/export")
    assert response.headers["content-disposition"] == f'attachment; filename="customer-{id}.json"'
    told = response.json()
    assert [one["email"] for one in told["customers"]] == ["Mara@example.com"]
    (conversation,) = told["conversations"]
    assert conversation["id"] == path.rpartition("/")[2]
    said = [(one["author"], one["kind"]) for one in conversation["messages"] if secret in one["text"]]
    team = [("operator", "note"), ("operator", "text")]
    assert [said[:2], said[-2:]] == [[("customer", "text")] * 2, team]
    assert [(one["score"], one["comment"]) for one in conversation["ratings"]] == [(4, secret)]
    assert [one["queue"] for one in conversation["handoffs"]] == ["Support"]
    both = await company.admin.get(f"/v1/customers/{id}/export?same_address=true")
    assert {one["customer_id"] for one in both["conversations"]} == {id, await customer_of(company, another)}


async def test_an_erased_customer_leaves_no_word_in_any_table(
    company: Any, tables: dict[str, Any], secret: str
) -> None:
    _, path, id = await lived_through(company, secret)
    held = set(await places_with(company, tables, secret))
    assert {"messages", "events", "handoffs", "receipts"} <= held
    done = await company.admin.ask("DELETE", f"/v1/customers/{id}", {}, expect=200)
    assert done == {"customers": [id], "conversations": [path.rpartition("/")[2]]}
    assert await places_with(company, tables, secret) == []
    assert await places_with(company, tables, id) == ["events"]
    await company.admin.get(path, expect=404)
    await company.admin.get(f"/v1/customers/{id}", expect=404)


async def test_the_log_keeps_who_erased_and_nothing_of_whom(company: Any, secret: str) -> None:
    _, path, id = await lived_through(company, secret)
    await company.admin.ask("DELETE", f"/v1/customers/{id}", {}, expect=200)
    events = (await company.admin.get("/v1/events?limit=500"))["items"]
    (told,) = [one for one in events if one["kind"] == "customer_erased"]
    assert told["data"] == {"customers": [id], "conversations": [path.rpartition("/")[2]]}
    assert not [one for one in events if one["conversation_id"] == path.rpartition("/")[2]]


async def test_nobody_is_erased_while_a_conversation_is_open(company: Any, secret: str) -> None:
    _, path, id = await lived_through(company, secret)
    customer, another = await company.customer(**MARA)
    body = {"same_address": True}
    refused = await company.admin.ask("DELETE", f"/v1/customers/{id}", body, expect=409)
    assert (refused["code"], refused["conversations"]) == ("still_open", [another.rpartition("/")[2]])
    await company.admin.get(path)
    await company.admin.post(f"{another}/resolution", {}, expect=200)
    done = await company.admin.ask("DELETE", f"/v1/customers/{id}", body, expect=200)
    assert len(done["customers"]) == len(done["conversations"]) == 2
    await customer.get(another, expect=404)


async def test_only_those_are_erased_who_are_meant(company: Any, other_company: Any, secret: str) -> None:
    _, path, id = await lived_through(company, secret)
    _, kept, _ = await lived_through(company, secret)
    _, theirs, _ = await lived_through(other_company, secret)
    await company.admin.ask("DELETE", f"/v1/customers/{id}", {}, expect=200)
    await company.admin.get(path, expect=404)
    assert secret in str(await company.admin.get(f"{kept}/messages"))
    assert secret in str(await other_company.admin.get(f"{theirs}/messages"))
    await other_company.admin.ask("DELETE", f"/v1/customers/{await customer_of(company, kept)}", {}, expect=404)


async def test_a_conversation_that_went_on_in_another_one_goes_too(company: Any) -> None:
    paths = [(await company.customer(**MARA, external_id="u-7"))[1] for _ in range(2)]
    duplicate, path = paths
    for one in paths:
        await company.dana.post(f"{one}/takeover", {"reason": "theirs"}, expect=200)
    await company.dana.post(f"{duplicate}/merge", {"into": path.rpartition("/")[2]}, expect=200)
    await company.dana.post(f"{path}/resolution", {}, expect=200)
    done = await company.admin.ask("DELETE", f"/v1/customers/{await customer_of(company, path)}", {}, expect=200)
    assert {f"/v1/conversations/{id}" for id in done["conversations"]} == set(paths)


async def test_a_message_that_comes_during_an_erasure_is_erased_or_refused(
    company: Any, tables: dict[str, Any], secret: str
) -> None:
    customer, path, id = await lived_through(company, secret)
    late = f"late {secret}"
    sent, erased = await asyncio.gather(
        customer.http.post(f"{path}/messages", json={"text": late}),
        company.admin.http.request("DELETE", f"/v1/customers/{id}", json={}),
    )
    # Who writes first opens it again, and then it is still there; else they are told that it is gone.
    assert (sent.status_code, erased.status_code) in ((201, 409), (404, 200))
    assert bool(await places_with(company, tables, late)) == (sent.status_code == 201)


async def test_nothing_but_an_erasure_takes_out_of_the_log(company: Any, store: Store, secret: str) -> None:
    _, path, _ = await lived_through(company, secret)
    for statement in ("DELETE FROM events", "UPDATE events SET data = NULL"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with store.database.tenant(company.tenant.id) as connection:
                await connection.execute(f"{statement} WHERE tenant_id = $1", company.tenant.id)
    await company.admin.get(f"{path}/trail")
