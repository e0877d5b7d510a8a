"""The survey after a conversation: who may rate when, what counts, and what the team reads of it."""

from typing import Any

import pytest

pytestmark = pytest.mark.anyio


async def over(company: Any, *, with_person: bool = False) -> tuple[Any, str]:
    customer, path = await (company.waiting() if with_person else company.customer(name="Ann"))
    await company.admin.post(f"{path}/resolution", {}, expect=200)
    return customer, path


async def report(company: Any) -> Any:
    return await company.dana.get("/v1/reports/ratings")


async def test_the_whole_journey_and_what_followed_a_handoff_are_told_apart(company: Any) -> None:
    for with_person, score in ((False, 5), (True, 2), (True, 3)):
        customer, path = await over(company, with_person=with_person)
        await customer.ask("PUT", f"{path}/rating", {"score": score}, expect=200)
    found = await report(company)
    means = [found[name]["mean"] for name in ("whole", "bot_alone", "after_handoff")]
    assert means == [pytest.approx(10 / 3), 5, 2.5]
    assert found["whole"]["spread"] == {"1": 0, "2": 1, "3": 1, "4": 0, "5": 1}
    assert [(one["score"], one["after_handoff"]) for one in found["latest"]] == [(3, True), (2, True), (5, False)]


async def test_the_last_word_counts_and_the_trail_has_all(company: Any) -> None:
    customer, path = await over(company)
    await customer.ask("PUT", f"{path}/rating", {"score": 1}, expect=200)
    await customer.ask("PUT", f"{path}/rating", {"score": 4, "comment": " Quick.\u0000 "}, expect=200)
    found = await report(company)
    assert found["whole"]["count"] == 1
    assert [(one["score"], one["comment"], one["customer"]) for one in found["latest"]] == [(4, "Quick.", "Ann")]
    trail = (await company.dana.get(f"{path}/trail"))["items"]
    assert [item["data"] for item in trail if item["kind"] == "conversation_rated"] == [
        {"score": 1},
        {"score": 4, "comment": "Quick."},
    ]


async def test_nobody_has_rated_and_there_is_no_mean(company: Any) -> None:
    assert (await report(company))["whole"] == {"count": 0, "mean": None, "spread": dict.fromkeys("12345", 0)}


async def test_a_conversation_that_goes_on_is_not_rated(company: Any) -> None:
    customer, path = await company.customer()
    refused = await customer.ask("PUT", f"{path}/rating", {"score": 5}, expect=409)
    assert refused["code"] == "not_over"


async def test_only_its_customer_rates_it_with_one_of_five_faces(company: Any, other_company: Any) -> None:
    customer, path = await over(company)
    stranger, _ = await over(company)
    for score in (0, 6):
        await customer.ask("PUT", f"{path}/rating", {"score": score}, expect=422)
    await customer.ask("PUT", f"{path}/rating", {"score": 5, "comment": "x" * 1001}, expect=422)
    await company.dana.ask("PUT", f"{path}/rating", {"score": 5}, expect=403)
    await stranger.ask("PUT", f"{path}/rating", {"score": 5}, expect=404)
    await customer.ask("PUT", f"{path}/rating", {"score": 5}, expect=200)
    assert (await other_company.dana.get("/v1/reports/ratings"))["whole"]["count"] == 0
    assert (await customer.ask("GET", "/v1/reports/ratings"))["code"] == "forbidden"
