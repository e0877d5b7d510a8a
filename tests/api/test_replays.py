"""A policy is tried on the past over HTTP."""

from typing import Any

import pytest

from baton.services.policy.policies import default_source

pytestmark = pytest.mark.anyio


async def wrote(company: Any, text: str, **claims: Any) -> str:
    customer, path = await company.customer(**claims)
    await customer.post(f"{path}/messages?wait=30", {"text": text}, expect=201)
    return path.rpartition("/")[2]


async def test_a_lead_sees_what_a_policy_would_have_changed(company: Any) -> None:
    id = await wrote(company, "Where is the moon? Ann here, card 4111 1111 1111 1111", language="en")
    without = "\n".join(line for line in default_source().split("\n") if "when: sensitive_data" not in line)
    told = await company.admin.post("/v1/policy/replay", {"source": without, "timezone": "Europe/Dublin"}, expect=200)
    assert (told["next"], told["total"]) == (None, 1)
    [item] = told["items"]
    assert (item["conversation_id"], item["change"], item["language"]) == (id, "vanishes", "en")
    assert item["was"] == {
        "kind": "handoff",
        "reason": "sensitive_data",
        "rule": "sensitive-data",
        "queue": "trust",
        "priority": 1,
    }
    assert item["now"] == {"kind": "offer", "reason": "no_source", "rule": "no-source", "offers_person": True}
    assert "Where is the moon?" in item["text"]
    assert "4111 1111" not in item["text"]
    assert told["counts"]["totals"]["by_sources_of_today"] == 1
    assert told["counts"]["handoffs"]["total"] == {"was": 1, "would_be": 0}


async def test_portions_go_on_where_the_last_one_ended(company: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baton.api.replays.PORTION", 1)
    ids = [await wrote(company, "Where is the moon?"), await wrote(company, "Where is Mars?")]
    first = await company.admin.post("/v1/policy/replay", {"source": default_source()}, expect=200)
    body = {"source": default_source(), "after": first["next"]}
    second = await company.admin.post("/v1/policy/replay", body, expect=200)
    assert (first["next"], first["total"], second["total"]) == (ids[1], 2, None)
    assert [one["counts"]["totals"]["conversations"] for one in (first, second)] == [1, 1]


@pytest.mark.parametrize(
    "body", [{"source": "policy: ["}, {"source": default_source(), "timezone": "Nowhere"}, {"source": "x", "days": 0}]
)
async def test_what_can_not_be_tried_is_refused(company: Any, body: dict[str, Any]) -> None:
    await company.admin.ask("POST", "/v1/policy/replay", body, expect=422)


async def test_only_admins_may_read_what_customers_wrote_so(company: Any) -> None:
    await company.dana.ask("POST", "/v1/policy/replay", {"source": default_source()}, expect=403)


async def test_what_was_foretold_is_kept_with_the_version_and_held_against_what_came(company: Any) -> None:
    await wrote(company, "I want my money back")
    body = {"source": default_source(), "instead_of": 0, "foretold": {"conversations": 10, "handoffs": {"stuck": 5}}}
    assert await company.admin.ask("PUT", "/v1/policy", body, expect=200) == {"version": 1}
    await wrote(company, "I want my money back")
    await wrote(company, "Where is the moon?")
    [version] = (await company.dana.get("/v1/policy/versions"))["items"]
    assert version["foretold"] == {"conversations": 10, "handoffs": {"stuck": 5}}
    held = await company.dana.get("/v1/policy/foretold?version=1")
    assert held["conversations"] == 2
    assert [(one["reason"], one["expected"], one["came"]) for one in held["handoffs"]] == [
        ("all", 1.0, 1),
        ("stuck", 1.0, 0),
        ("policy_topic", 0.0, 1),
    ]
    await company.admin.ask("PUT", "/v1/policy", body, expect=409)
    await company.admin.ask("PUT", "/v1/policy", {"source": default_source()}, expect=200)
    assert (await company.dana.get("/v1/policy/foretold?version=1"))["until"] != held["until"]
    assert (await company.dana.get("/v1/policy/versions"))["items"][0]["foretold"] is None
    await company.dana.ask("GET", "/v1/policy/foretold", expect=404)
