"""Operators rate packets over HTTP."""

import pytest

pytestmark = pytest.mark.anyio


async def test_a_packet_is_rated_in_one_tap_and_whoever_reviews_sees_what_was_missing(company):
    _, path = await company.waiting()
    await company.dana.post(f"{path}/claim", expect=200)
    rating = {"useful": False, "lacked": ["fact", "fact", "tried"], "note": " The order number "}
    saved = (await company.dana.ask("PUT", f"{path}/packet/rating", rating, expect=200))["rating"]
    assert (saved["useful"], saved["lacked"], saved["note"]) == (False, ["fact", "tried"], "The order number")
    assert saved["operator"]["name"] == "Dana"
    await company.sam.ask("PUT", f"{path}/packet/rating", {"useful": True}, expect=200)
    report = await company.admin.get("/v1/reports/packets")
    assert (report["useful"], report["not_useful"], report["useful_rate"]) == (1, 1, 0.5)
    assert report["lacked"] == {"fact": 1, "tried": 1}
    assert [item["useful"] for item in report["items"]] == [True, False]


async def test_a_second_word_of_the_same_operator_replaces_the_first(company):
    _, path = await company.waiting()
    await company.dana.ask("PUT", f"{path}/packet/rating", {"useful": False, "lacked": ["wrong"]}, expect=200)
    await company.dana.ask("PUT", f"{path}/packet/rating", {"useful": True, "lacked": ["wrong"]}, expect=200)
    report = await company.admin.get("/v1/reports/packets")
    assert [(item["useful"], item["lacked"]) for item in report["items"]] == [(True, [])]


async def test_a_rating_says_which_version_it_is_of_and_never_one_that_was_not_there(company):
    _, path = await company.waiting()
    rate = {"useful": True, "version": 2}
    assert (await company.dana.ask("PUT", f"{path}/packet/rating", rate, expect=200))["rating"]["version"] == 1
    unsaid = await company.sam.ask("PUT", f"{path}/packet/rating", {"useful": False}, expect=200)
    assert unsaid["rating"]["version"] is None
    report = await company.admin.get("/v1/reports/packets")
    assert report["versions"] == {"1": {"useful": 1, "not_useful": 0}}
    await company.dana.ask("PUT", f"{path}/packet/rating", {"useful": True, "version": 3}, expect=422)


async def test_only_operators_rate_and_only_where_something_was_handed_over(company):
    customer, path = await company.customer()
    refused = await company.dana.ask("PUT", f"{path}/packet/rating", {"useful": True}, expect=404)
    assert refused["code"] == "no_packet"
    assert (await customer.ask("PUT", f"{path}/packet/rating", {"useful": True}, expect=403))[
        "code"
    ] == "operators_only"
    unknown = {"useful": False, "lacked": ["everything"]}
    await company.dana.ask("PUT", f"{path}/packet/rating", unknown, expect=422)
    await customer.ask("GET", "/v1/reports/packets", expect=403)
