"""The company's own words over HTTP: looked at, put in force as a policy version, said, and taken back."""

import pytest

from baton.services.policy.policies import default_source

pytestmark = pytest.mark.anyio


async def test_a_sentence_is_worded_said_and_taken_back(company):
    before = await company.admin.get("/v1/wordings?language=en")
    assert (before["version"], before["direction"]) == (0, "ltr")
    put = await company.admin.ask(
        "PUT", "/v1/wordings/en/greeting", {"text": "Ahoy, what can I do for you?", "version": 0}, expect=200
    )
    assert put == {"version": 1}
    after = await company.admin.get("/v1/wordings?language=en")
    worded = next(one for one in after["items"] if one["key"] == "greeting")
    assert worded["own"] == worded["reads"] == "Ahoy, what can I do for you?"
    assert next(one["own"] for one in after["languages"] if one["code"] == "en") == 1
    assert (await company.admin.get("/v1/policy"))["source"].startswith(default_source().rstrip())
    back = await company.admin.ask("DELETE", "/v1/wordings/en/greeting", {"version": 1}, expect=200)
    assert back == {"version": 2}
    assert (await company.admin.get("/v1/policy"))["source"].rstrip() == default_source().rstrip()


async def test_the_language_of_a_file_keeps_its_name(company):
    source = f"{default_source()}\ncopy:\n  de-DE:\n    greeting: Moin.\n"
    await company.admin.ask("PUT", "/v1/policy", {"source": source}, expect=200)
    await company.admin.ask("PUT", "/v1/wordings/de/bye", {"text": "Tschüss.", "version": 1}, expect=200)
    assert "  de-DE:\n    greeting: Moin.\n    bye: " in (await company.admin.get("/v1/policy"))["source"]


async def test_a_wording_is_looked_at_before_anything_changes(company):
    looked = await company.admin.post("/v1/wordings/ar/now_closed/check", {"text": "نعود {{ wen }}."}, expect=200)
    assert (looked["ok"], looked["reads"]) == (False, None)
    assert looked["strange"] == [{"name": "wen", "start": 5, "end": 14}]
    assert looked["missing"] == ["when"]
    assert (await company.admin.get("/v1/wordings"))["version"] == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("We are closed.", "leaves out {{ when }}"),
        ("Back {{ when }} {{ boss }}", "has no value for boss"),
        ("Back {{ when }} or shortly after.", "promises a time"),
    ],
)
async def test_an_unfit_wording_is_not_put_in_force(company, text: str, says: str):
    refused = await company.admin.ask("PUT", "/v1/wordings/en/now_closed", {"text": text, "version": 0}, expect=422)
    assert refused["code"] == "unfit_wording"
    assert says in refused["detail"]
    assert (await company.admin.get("/v1/wordings"))["version"] == 0


async def test_of_two_who_word_the_same_version_one_is_told_to_look_again(company):
    one = {"text": "Ahoy.", "version": 0}
    await company.admin.ask("PUT", "/v1/wordings/en/greeting", one, expect=200)
    refused = await company.admin.ask("PUT", "/v1/wordings/en/bye", one, expect=409)
    assert refused["code"] == "policy_changed"


async def test_an_operator_reads_the_words_and_changes_none(company):
    assert (await company.dana.get("/v1/wordings?language=he"))["direction"] == "rtl"
    await company.dana.ask("PUT", "/v1/wordings/en/greeting", {"text": "Ahoy.", "version": 0}, expect=403)
    await company.dana.ask("POST", "/v1/wordings/en/greeting/check", {"text": "Ahoy."}, expect=403)
    for path in ("/v1/wordings/xx/greeting", "/v1/wordings/en/no_such"):
        await company.admin.ask("PUT", path, {"text": "Ahoy.", "version": 0}, expect=404)
