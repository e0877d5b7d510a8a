"""Labels, snoozes, macros and merging over HTTP, as an integrator would drive them."""

import pytest

pytestmark = pytest.mark.anyio


async def test_a_conversation_is_labelled_prioritised_and_snoozed_and_its_customer_sees_none_of_it(company):
    customer, path = await company.waiting()
    await company.admin.ask("PUT", "/v1/labels/Late%20Delivery", {"colour": "blue"}, expect=200)
    assert [one["name"] for one in (await company.dana.get("/v1/labels"))["items"]] == ["late-delivery"]
    labelled = await company.dana.ask("PUT", f"{path}/labels/late-delivery", expect=200)
    assert labelled["conversation"]["labels"] == ["late-delivery"]
    urgent = await company.dana.ask("PUT", f"{path}/priority", {"priority": "urgent"}, expect=200)
    assert urgent["conversation"]["priority"] == 3
    await company.dana.post(f"{path}/claim", expect=200)
    asleep = await company.dana.ask("PUT", f"{path}/snooze", {"until": "2020-01-01T00:00:00Z"}, expect=422)
    assert asleep["code"] == "time_is_over"
    asleep = await company.dana.ask(
        "PUT", f"{path}/snooze", {"preset": "tomorrow", "timezone": "Asia/Tokyo"}, expect=200
    )
    assert asleep["conversation"]["snoozed_until"]
    listed = await company.dana.get("/v1/conversations?view=mine")
    assert (listed["items"], listed["counts"]["mine"], listed["counts"]["snoozed"]) == ([], 0, 1)
    assert len((await company.dana.get("/v1/conversations?view=snoozed"))["items"]) == 1
    seen = await customer.get(path)
    assert not {"labels", "priority", "snoozed_until", "merged_into"} & set(seen)
    events = [one["kind"] for one in (await customer.get(f"{path}/events"))["items"]]
    assert not {"labelled", "prioritised", "snoozed"} & set(events)
    await customer.post(f"{path}/messages", {"text": "Any news?"}, expect=201)
    assert (await company.dana.get("/v1/conversations?view=mine"))["counts"]["snoozed"] == 0


async def test_a_macro_under_a_key_is_run_once(company):
    _, path = await company.waiting()
    steps = [{"do": "note", "what": "Asked twice"}, {"do": "resolve", "what": "solved"}]
    await company.admin.ask("PUT", "/v1/macros/close", {"steps": steps}, expect=200)
    shown = await company.dana.get(f"{path}/macros/close")
    assert [step["says"] for step in shown["steps"]] == ["Note for the team: Asked twice", "Resolve as Solved"]
    await company.dana.post(f"{path}/claim", expect=200)
    key = {"Idempotency-Key": "run-once"}
    first = (await company.dana.http.post(f"{path}/macros/close", json={}, headers=key)).json()
    again = (await company.dana.http.post(f"{path}/macros/close", json={}, headers=key)).json()
    assert first == again
    assert (first["refused"], first["conversation"]["state"]) == (None, "resolved")
    notes = [one for one in (await company.dana.get(f"{path}/messages"))["items"] if one["kind"] == "note"]
    assert len(notes) == 1


async def test_the_customer_of_a_merged_conversation_is_given_the_key_to_the_other(company):
    customer, duplicate = await company.customer(external_id="u1", name="Ann")
    _, goes_on = await company.customer(external_id="u1", name="Ann")
    into = goes_on.rpartition("/")[2]
    merged = await company.dana.post(f"{duplicate}/merge", {"into": into}, expect=200)
    assert merged["conversation"]["merged_into"] == into
    said = await customer.post(f"{duplicate}/messages", {"text": "And another thing"}, expect=201)
    assert said["conversation"]["id"] == into
    there = company.as_(said["customer_token"])
    assert "And another thing" in [one["text"] for one in (await there.get(f"{goes_on}/messages"))["items"]]
    _, somebody_elses = await company.customer(external_id="u2", name="Bob")
    refused = await company.dana.post(f"{goes_on}/merge", {"into": somebody_elses.rpartition("/")[2]}, expect=409)
    assert refused["code"] == "other_customer"
