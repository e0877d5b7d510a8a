"""The policy over HTTP: looked through, tried, put in force, compared, and its decisions taken again."""

import pytest
from fakes import grounded

from baton.services.policy.policies import default_source

pytestmark = pytest.mark.anyio

STRICTER = default_source().replace("refund: needs_judgement", "refund: always", 1)
FOR_PRESS = "  - {id: press, when: workflow_exception, if: {label: press, returned: false}, then: handoff}\n"
PRESS = default_source().replace("rules:\n", f"rules:\n{FOR_PRESS}", 1)
CLASH = default_source().replace("rules:\n", "rules:\n  - {id: first, when: asks_for_person, then: offer}\n", 1)


async def test_a_policy_is_looked_through_without_being_put_in_force(company):
    good = await company.admin.post("/v1/policy/check", {"source": STRICTER}, expect=200)
    assert (good["ok"], good["problems"], good["findings"]) == (True, [], [])
    assert good["rules"][0]["id"] == "asks-for-person"
    clash = await company.admin.post("/v1/policy/check", {"source": CLASH}, expect=200)
    assert (clash["ok"], [one["code"] for one in clash["findings"]]) == (False, ["clashing_rules"])
    broken = await company.admin.post("/v1/policy/check", {"source": "policy: x"}, expect=200)
    assert (broken["ok"], broken["rules"]) == (False, [])
    assert broken["problems"][0]["line"] == 1
    labelled = await company.admin.post("/v1/policy/check", {"source": PRESS}, expect=200)
    assert (labelled["ok"], [one["code"] for one in labelled["findings"]]) == (True, ["unknown_label"])
    await company.admin.ask("PUT", "/v1/labels/press", {"colour": "red"}, expect=200)
    assert (await company.admin.post("/v1/policy/check", {"source": PRESS}, expect=200))["findings"] == []
    assert (await company.admin.get("/v1/policy"))["version"] == 0


async def test_a_policy_that_can_not_be_meant_is_not_put_in_force(company):
    refused = await company.admin.ask("PUT", "/v1/policy", {"source": CLASH}, expect=422)
    assert refused["code"] == "invalid_policy"
    assert "do different things" in refused["errors"][0]["message"]
    assert (await company.admin.get("/v1/policy/versions"))["items"] == []


async def test_versions_are_listed_and_compared_in_words(company):
    await company.admin.ask("PUT", "/v1/policy", {"source": default_source()}, expect=200)
    await company.admin.ask("PUT", "/v1/policy", {"source": STRICTER}, expect=200)
    items = (await company.admin.get("/v1/policy/versions"))["items"]
    assert [one["version"] for one in items] == [2, 1]
    assert items[0]["digest"] != items[1]["digest"]
    (one,) = (await company.admin.get("/v1/policy/differences?before=1&after=2"))["items"]
    assert one["says"] == "Topic refund is changed: when needs_judgement before, always now."
    assert (await company.admin.get("/v1/policy/differences?before=0&after=1"))["items"] == []
    await company.admin.ask("GET", "/v1/policy/differences?before=1&after=9", expect=404)


async def test_a_message_is_tried_with_the_proof_and_what_the_customer_reads(company):
    company.served.sources.known["refund"] = grounded("Refunds take three working days.")
    tried = await company.admin.post("/v1/policy/explain", {"message": "How long do refunds take?"}, expect=200)
    assert (tried["kind"], tried["told"]) == ("answer", "Refunds take three working days.")
    topic = next(one for one in tried["rules"] if one["rule"] == "policy-topic")
    assert (topic["outcome"], topic["layer"]) == ("only_asked_about", "stop")
    body = {"message": "How long do refunds take?", "source": STRICTER}
    strict = await company.admin.post("/v1/policy/explain", body, expect=200)
    assert (strict["rule"], strict["queue"]) == ("policy-topic", "billing")
    assert "Billing" in strict["told"]
    vip = {"message": "Where is the moon?", "customer": {"tags": ["vip"]}}
    assert (await company.admin.post("/v1/policy/explain", vip, expect=200))["rule"] == "important-customer"
    again = {"message": "Where is the moon?", "unanswered": 1}
    assert (await company.admin.post("/v1/policy/explain", again, expect=200))["rule"] == "no-source-again"
    press = {"message": "Hello", "labels": ["Press"], "source": PRESS}
    assert (await company.admin.post("/v1/policy/explain", press, expect=200))["rule"] == "press"
    await company.admin.ask("POST", "/v1/policy/explain", {"message": "Hello", "source": "policy: x"}, expect=422)


async def test_every_decision_comes_out_the_same_when_it_is_taken_again_from_the_log(company):
    company.served.sources.known["deliver"] = grounded("Delivery takes three working days.")
    customer, path = await company.customer(external_id="u1", tags=["vip"], language="en")
    await customer.post(f"{path}/messages?wait=10", {"text": "When do you deliver?"}, expect=201)
    await company.dana.post(f"{path}/claim", expect=200)
    await company.dana.post(f"{path}/handback", {}, expect=200)
    for text in ("When do you deliver?", "Hello", "Where is the moon?", "Urgent! Where is the moon?"):
        await customer.post(f"{path}/messages?wait=10", {"text": text}, expect=201)
    replayed = (await company.admin.get(f"{path}/replay"))["items"]
    assert [one["rule"] for one in replayed] == [
        "important-customer",
        "grounded",
        "small_talk",
        "no-source",
        "no-source-again",
    ]
    assert [(one["same"], one["differences"]) for one in replayed] == [(True, [])] * 5
