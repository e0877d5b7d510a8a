"""Queues over HTTP: as they stand, when they are open, and changed in the policy file."""

import pytest

from baton.services.policy.policies import default_source

pytestmark = pytest.mark.anyio

HOURS = {"timezone": "Europe/Berlin", "mon-fri": ["09:00-12:30", "13:30-17:30"], "holidays": "DE-BY"}


async def changed(company, queue: str, changes: dict, *, version: int = 0, expect: int = 200):
    body = {"changes": changes, "version": version}
    return await company.admin.ask("PATCH", f"/v1/queues/{queue}", body, expect=expect)


async def test_a_queue_is_changed_in_the_file_and_every_comment_stays(company):
    assert await changed(company, "billing", {"hours": HOURS, "target_s": 300}) == {"version": 1}
    source = (await company.admin.get("/v1/policy"))["source"]
    assert source.count("#") == default_source().count("#")
    new = [line for line in source.splitlines() if line not in default_source().splitlines()]
    assert [line.split(":")[0].strip() for line in new] == ["hours", "target_s"]
    one = await company.admin.get("/v1/queues/billing")
    assert (one["target_s"], one["timezone"], one["version"]) == (300, "Europe/Berlin", 1)
    assert one["fields"]["hours"] == HOURS
    assert one["week"][0] == {"days": "Mon-Fri", "spans": "09:00-12:30, 13:30-17:30"}
    assert one["days"]["sat"] == []
    assert any(day["holiday"] for day in one["dates"])
    assert one["fallback"][-1]["to"] == "ticket"


async def test_a_change_is_looked_through_before_it_is_made(company):
    body = {"changes": {"owner": "Kim", "languages": ["de"]}}
    tried = await company.admin.post("/v1/queues/support/check", body, expect=200)
    assert tried["ok"] is False
    assert "No default queue is for all" in tried["problems"][0]["message"]
    tried = await company.admin.post("/v1/queues/billing/check", {"changes": {"owner": "Kim"}}, expect=200)
    assert (tried["ok"], tried["problems"]) == (True, [])
    assert tried["differences"] == ["Queue billing is changed: owner Billing lead before, Kim now."]
    assert [line for line in tried["lines"] if line[0] in "+-"] == ["-    owner: Billing lead", "+    owner: Kim"]
    skilled = {"changes": {"skills": {"astronomy": 5}}}
    found = (await company.admin.post("/v1/queues/billing/check", skilled, expect=200))["findings"]
    assert [one["code"] for one in found] == ["nobody"]
    assert (await company.admin.get("/v1/policy"))["version"] == 0


async def test_what_the_linter_refuses_is_not_put_in_force(company):
    refused = await changed(company, "billing", {"fallback": [{"after_s": 60, "to": "queue:billing"}]}, expect=422)
    assert refused["code"] == "invalid_policy"
    assert "goes round" in refused["errors"][0]["message"]
    refused = await changed(company, "billing", {"hours": HOURS | {"timezone": "Europe/Berln"}}, expect=422)
    assert "Did you mean Europe/Berlin?" in refused["errors"][0]["message"]
    assert (await changed(company, "billing", {"x": 1e300}, expect=422))["code"] == "unfit_value"
    assert (await changed(company, "nope", {"owner": "Kim"}, expect=422))["code"] == "unknown_queue"
    assert (await company.admin.get("/v1/policy"))["version"] == 0


async def test_of_two_who_change_the_same_version_one_is_told_to_look_again(company):
    await changed(company, "billing", {"owner": "Kim"})
    refused = await changed(company, "billing", {"owner": "Lee"}, expect=409)
    assert refused["code"] == "policy_changed"
    assert (await company.admin.get("/v1/queues/billing"))["owner"] == "Kim"


async def test_a_support_lead_asks_when_a_queue_would_be_open_for_a_customer(company):
    await changed(company, "billing", {"hours": HOURS})
    path = "/v1/queues/billing/opening?zone=America/New_York"
    open_ = await company.admin.get(f"{path}&at=2026-12-23T05:00")
    assert (open_["is_open"], open_["told"], open_["closes"]) == (True, None, "2026-12-23T12:30:00+01:00")
    shut = await company.admin.get(f"{path}&at=2026-12-24T12:00")
    assert (shut["is_open"], shut["opens"]) == (False, "2026-12-28T09:00:00+01:00")
    assert shut["told"].casefold() == "on monday at 3:00 am (your time)"
    zoneless = await company.admin.get("/v1/queues/billing/opening?at=2026-12-24T12:45")
    assert (zoneless["is_open"], zoneless["at"]) == (False, "2026-12-24T12:45:00+01:00")
    refused = await company.admin.ask("GET", "/v1/queues/billing/opening?zone=Mars/Base", expect=422)
    assert refused["code"] == "unknown_zone"


async def test_a_customer_waits_in_the_queue_that_serves_their_language(company):
    source = default_source().replace(
        "queues:\n", "queues:\n  german: {owner: Dora, default: true, languages: de}\n", 1
    )
    await company.admin.ask("PUT", "/v1/policy", {"source": source}, expect=200)
    for language, queue in (("de", "german"), ("en", "support")):
        customer, path = await company.customer(name="Ann", language=language)
        await customer.post(f"{path}/handoffs", {}, expect=201)
        conversation = await company.admin.get(path)
        assert (language, conversation["handoff"]["queue"]) == (language, queue)


async def test_a_queue_is_added_and_taken_out_again(company):
    tried = await company.admin.post("/v1/queues/german/check", {"changes": {"owner": "Lee"}}, expect=200)
    assert tried["ok"]
    assert [line for line in tried["lines"] if line[0] in "+-"] == ["+  german: {owner: Lee}"]
    new = {"changes": {"owner": "Lee", "languages": ["de"]}, "version": 0}
    assert await company.admin.ask("PUT", "/v1/queues/german", new, expect=201) == {"version": 1}
    assert (await company.admin.get("/v1/queues/german"))["owner"] == "Lee"
    again = await company.admin.ask("PUT", "/v1/queues/german", new | {"version": 1}, expect=409)
    assert again["code"] == "queue_exists"
    tried = await company.admin.post("/v1/queues/german/check", {"changes": None}, expect=200)
    assert tried["ok"]
    assert await company.admin.ask("DELETE", "/v1/queues/german", {"version": 1}, expect=200) == {"version": 2}
    assert (await company.admin.get("/v1/policy"))["source"] == default_source()


async def test_a_queue_that_rules_lead_to_or_where_somebody_waits_stays(company):
    refused = await company.admin.ask("DELETE", "/v1/queues/sales", {"version": 0}, expect=422)
    assert refused["code"] == "invalid_policy"
    new = {"changes": {"owner": "Lee"}, "version": 0}
    await company.admin.ask("PUT", "/v1/queues/german", new, expect=201)
    _, path = await company.customer()
    await company.admin.post(f"{path}/handoffs", {"queue": "german"}, expect=201)
    refused = await company.admin.ask("DELETE", "/v1/queues/german", {"version": 1}, expect=409)
    assert refused["code"] == "queue_in_use"
    assert "A conversation waits in german" in refused["detail"]
