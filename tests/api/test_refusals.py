"""Bad input gets a clear answer, and nothing is half done."""

import asyncio

import pytest

pytestmark = pytest.mark.anyio


def is_problem(body, status: int, code: str) -> bool:
    return body["status"] == status and body["code"] == code and len(body["detail"]) > 20


async def test_a_wrong_key_and_none_at_all_are_refused_with_what_to_do(company):
    for caller, code in ((company.as_("btn_nonsense"), "unauthorized"), (company.as_(None), "unauthorized")):
        assert is_problem(await caller.get("/v1/queues", expect=401), 401, code)


async def test_a_forged_customer_token_is_refused(company):
    customer, path = await company.customer()
    forged = company.as_(customer.secret[:-4] + "AAAA")
    assert is_problem(await forged.get(path, expect=401), 401, "unauthorized")


async def test_somebody_elses_conversation_is_not_found_by_customer_or_other_tenant(company):
    mine, _ = await company.customer()
    _, other = await company.customer()
    for method, path in (("GET", other), ("GET", f"{other}/messages"), ("POST", f"{other}/handoffs")):
        assert is_problem(await mine.ask(method, path, expect=404), 404, "not_found")
    refused = await mine.post(f"{other}/messages", {"text": "Hello"}, expect=404)
    assert is_problem(refused, 404, "not_found")


async def test_a_message_of_a_megabyte_is_refused_whole(company):
    customer, path = await company.customer()
    refused = await customer.post(f"{path}/messages", {"text": "x" * 1_000_000}, expect=413)
    assert is_problem(refused, 413, "too_large")
    assert "larger than 256 KB" in refused["detail"]
    assert (await customer.get(f"{path}/messages"))["items"] == []


async def test_a_message_over_the_limit_says_how_long_it_may_be(company):
    customer, path = await company.customer()
    for length in (10_001, 30_000):
        refused = await customer.post(f"{path}/messages", {"text": "x" * length}, expect=422)
        assert refused["code"] == "message_too_long"
        assert "10,000" in refused["detail"]


async def test_a_body_that_is_not_json_or_has_unknown_fields_names_the_field(company):
    customer, path = await company.customer()
    broken = await customer.http.post(f"{path}/messages", content=b"{", headers={"content-type": "application/json"})
    assert broken.status_code == 422
    assert "not valid JSON" in broken.json()["detail"]
    bare = await customer.http.post(f"{path}/messages", content=b'{"text": "Hello"}')
    assert "Content-Type: application/json" in bare.json()["detail"]
    refused = await customer.post(f"{path}/messages", {"text": "Hello", "vresion": 3}, expect=422)
    assert refused["errors"][0]["field"] == "vresion"


async def test_an_idempotency_key_makes_a_command_happen_once_with_the_same_answer(company):
    customer, path = await company.customer()
    body = {"text": "Hello"}
    one = await customer.post(f"{path}/messages", body, expect=201, idempotency_key="k1")
    two = await customer.post(f"{path}/messages", body, expect=201, idempotency_key="k1")
    assert one == two
    said = [m["text"] for m in (await customer.get(f"{path}/messages"))["items"] if m["author"]["kind"] == "customer"]
    assert said == ["Hello"]


async def test_an_idempotency_key_sent_at_once_from_many_places_happens_once(company):
    customer, path = await company.customer()
    answers = await asyncio.gather(
        *(customer.post(f"{path}/messages", {"text": "Hello"}, expect=201, idempotency_key="k2") for _ in range(8))
    )
    assert len({answer["message"]["id"] for answer in answers}) == 1
    said = [m["text"] for m in (await customer.get(f"{path}/messages"))["items"] if m["author"]["kind"] == "customer"]
    assert said == ["Hello"]


async def test_a_replayed_key_with_another_body_is_refused_and_does_nothing(company):
    customer, path = await company.customer()
    await customer.post(f"{path}/messages", {"text": "Hello"}, expect=201, idempotency_key="k3")
    refused = await customer.post(f"{path}/messages", {"text": "Other"}, expect=422, idempotency_key="k3")
    assert is_problem(refused, 422, "idempotency_key_reused")
    assert "Other" not in str(await customer.get(f"{path}/messages"))


async def test_a_claim_retried_with_its_key_is_not_told_that_it_was_too_late(company):
    _, path = await company.waiting()
    one = await company.dana.post(f"{path}/claim", expect=200, idempotency_key="k4")
    two = await company.dana.post(f"{path}/claim", expect=200, idempotency_key="k4")
    assert one == two


async def test_a_conversation_opened_twice_with_one_key_is_one_conversation(company):
    body = {"customer": {"name": "Ann"}}
    one = await company.admin.post("/v1/conversations", body, expect=201, idempotency_key="k5")
    two = await company.admin.post("/v1/conversations", body, expect=201, idempotency_key="k5")
    assert one["id"] == two["id"]


async def test_a_key_that_was_shown_once_is_not_shown_again_and_not_kept(company):
    body = {"name": "Noor", "email": "noor@example.com"}
    one = await company.admin.post("/v1/operators", body, expect=201, idempotency_key="k6")
    two = await company.admin.post("/v1/operators", body, expect=201, idempotency_key="k6")
    assert one["key"].startswith("btn_")
    assert two["key"] is None
    assert one["id"] == two["id"]


async def test_a_revoked_key_stops_working_at_once(company):
    made = await company.admin.post("/v1/keys", {"role": "readonly"}, expect=201)
    reader = company.as_(made["key"])
    await reader.get("/v1/queues")
    await company.admin.ask("DELETE", f"/v1/keys/{made['id']}", expect=200)
    assert (await reader.get("/v1/queues", expect=401))["code"] == "unauthorized"


async def test_roles_may_do_what_they_are_for_and_no_more(company):
    reader = company.as_((await company.admin.post("/v1/keys", {"role": "readonly"}, expect=201))["key"])
    _, path = await company.waiting()
    for caller, method, where in (
        (reader, "POST", f"{path}/claim"),
        (reader, "POST", f"{path}/handoffs"),
        (company.admin, "POST", f"{path}/claim"),
        (company.dana, "GET", "/v1/keys"),
        (company.dana, "POST", "/v1/operators"),
    ):
        body = {"name": "X", "email": "x@example.com"} if where == "/v1/operators" else None
        refused = await caller.ask(method, where, body, expect=403)
        assert refused["code"] in ("forbidden", "operators_only")


async def test_a_wrong_policy_is_refused_with_its_lines_and_the_old_one_stays(company):
    before = await company.admin.get("/v1/policy")
    refused = await company.admin.ask("PUT", "/v1/policy", {"source": "queues: [\n"}, expect=422)
    assert refused["code"] == "invalid_policy"
    assert refused["errors"][0]["line"] >= 1
    assert (await company.admin.get("/v1/policy"))["version"] == before["version"]


async def test_a_new_policy_is_in_force_for_the_next_message(company):
    source = (await company.admin.get("/v1/policy"))["source"]
    changed = await company.admin.ask("PUT", "/v1/policy", {"source": source + "\n# read again\n"}, expect=200)
    assert changed["version"] == 1
    assert (await company.admin.get("/v1/policy"))["version"] == 1


async def test_what_is_not_there_and_what_is_not_allowed_are_problems_too(company):
    assert is_problem(await company.admin.get("/v1/nothing", expect=404), 404, "not_found")
    assert (await company.admin.ask("PATCH", "/v1/queues", expect=405))["code"] == "method_not_allowed"


async def test_a_made_up_cursor_is_refused(company):
    for path in ("/v1/events?after=zzz", "/v1/conversations?cursor=zzz"):
        assert (await company.admin.get(path, expect=422))["code"] == "bad_cursor"


async def test_a_sign_in_link_works_once_and_the_session_needs_our_own_page(company):
    operator = (await company.admin.get("/v1/operators"))["items"][0]
    made = await company.admin.post(f"/v1/operators/{operator['id']}/sign-in-links", expect=201)
    path = "/sign-in/" + made["url"].rpartition("/")[2]
    browser = company.as_(None).http
    landed = await browser.get(path)
    assert (landed.status_code, landed.headers["location"]) == (303, "/inbox")
    assert "HttpOnly" in landed.headers["set-cookie"]
    assert (await browser.get("/v1/me")).json()["actor"]["name"] == operator["name"]
    assert (await browser.get(path)).status_code == 401
    body = {"availability": "away"}
    foreign = await browser.put("/v1/me/availability", json=body, headers={"sec-fetch-site": "cross-site"})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "cross_site")
    ours = await browser.put("/v1/me/availability", json=body, headers={"sec-fetch-site": "same-origin"})
    assert ours.status_code == 200


async def test_pages_carry_a_policy_that_allows_nothing_inline(company):
    for path in ("/inbox", "/console", f"/widget/{company.widget_token}", f"/try/{company.widget_token}"):
        answer = await company.admin.http.get(path)
        assert answer.status_code == 200, path
        csp = answer.headers["content-security-policy"]
        assert "default-src 'none'" in csp
        assert "unsafe" not in csp
        assert "<script>" not in answer.text
        assert "style=" not in answer.text


async def test_only_allowed_domains_may_frame_the_widget(company):
    body = {"allowed_domains": ["shop.example.com"], "settings": {"greeting": "Hello"}}
    await company.admin.ask("PUT", "/v1/widget", body, expect=200)
    answer = await company.admin.http.get(f"/widget/{company.widget_token}")
    assert "frame-ancestors 'self' shop.example.com" in answer.headers["content-security-policy"]
    refused = await company.admin.ask("PUT", "/v1/widget", {"allowed_domains": ["a b; script-src *"]}, expect=422)
    assert "is not a domain" in refused["detail"]


async def test_health_is_told_without_a_key_and_metrics_name_nobody(company):
    await company.waiting()
    outsider = company.as_(None)
    assert (await outsider.get("/healthz"))["status"] == "ok"
    assert (await outsider.get("/readyz"))["status"] == "ready"
    text = (await outsider.http.get("/metrics")).text
    assert 'baton_decisions_total{kind="handoff",reason="customer_request"}' in text
    assert "ten_" not in text
    assert "cnv_" not in text


async def test_the_openapi_document_has_every_route(company):
    from baton.api.routes import _API

    paths = (await company.admin.get("/openapi.json"))["paths"]
    assert {(method.lower(), path) for method, path, *_ in _API} == {(m, p) for p, ms in paths.items() for m in ms}


async def test_an_operators_key_without_an_operator_makes_one_that_the_trail_can_name(company):
    made = await company.admin.post("/v1/keys", {"role": "operator", "label": "Night shift"}, expect=201)
    _, path = await company.waiting()
    claimed = await company.as_(made["key"]).post(f"{path}/claim", expect=200)
    assert claimed["conversation"]["owner"]["name"] == "Night shift"


async def test_the_files_of_the_pages_are_compressed_and_asked_for_again(company):
    for path in ("/ui/shared/fold.js", "/widget.js", "/inbox"):
        answer = await company.admin.http.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["content-encoding"] == "gzip"
    again = await company.admin.http.get("/ui/shared/fold.js")
    assert again.headers["cache-control"] == "no-cache"
    same = await company.admin.http.get("/ui/shared/fold.js", headers={"if-none-match": again.headers["etag"]})
    assert same.status_code == 304
