"""Who is writing in the widget is vouched for by the company's server, or is only what a page says."""

import base64
import hmac
import json
from datetime import timedelta
from typing import Any

import pytest

pytestmark = pytest.mark.anyio


@pytest.fixture
async def key(company: Any) -> str:
    return (await company.admin.post("/v1/widget/identity-key", expect=201))["identity_key"]


def by_hash(key: str, external_id: str) -> str:
    return hmac.new(key.encode(), external_id.encode(), "sha256").hexdigest()


def by_token(key: str, *, alg: str = "HS256", head: dict[str, Any] | None = None, **said: Any) -> str:
    parts = [json.dumps({"alg": alg, "typ": "JWT"} | (head or {})).encode(), json.dumps(said).encode()]
    signed = b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)
    signature = base64.urlsafe_b64encode(hmac.digest(key.encode(), signed, "sha256")).rstrip(b"=")
    return (signed + b"." + signature).decode()


async def opened(company: Any, *, expect: int = 201, **claims: Any) -> Any:
    widget = company.as_(company.widget_token)
    return await widget.post("/v1/conversations", {"customer": claims}, expect=expect)


async def known(company: Any, made: Any) -> Any:
    return (await company.admin.get(f"/v1/conversations/{made['id']}"))["customer"]


def soon(company: Any, seconds: int) -> int:
    return int((company.served.desk.clock() + timedelta(seconds=seconds)).timestamp())


async def test_a_hash_joins_the_customers_history_and_takes_no_other_word(company: Any, key: str) -> None:
    first = await opened(company, external_id="u-1", proof=by_hash(key, "u-1"), name="Not Asked", tags=["vip"])
    again = await opened(company, external_id="u-1", proof=by_hash(key, "u-1").upper())
    customer = await known(company, first)
    assert first["customer"]["id"] == again["customer"]["id"]
    assert customer["verified"] is True
    assert (customer["name"], customer["tags"]) == (None, [])


async def test_a_token_vouches_for_what_it_says_and_nothing_beside(company: Any, key: str) -> None:
    proof = by_token(key, sub="u-2", name="Ann Ray", email="ann@example.com", exp=soon(company, 60))
    made = await opened(company, external_id="u-9", proof=proof, email="boss@example.com", tags=["vip"])
    customer = await known(company, made)
    told = [customer[name] for name in ("external_id", "name", "email", "tags", "verified")]
    assert told == ["u-2", "Ann Ray", "ann@example.com", [], True]


async def test_in_which_zone_somebody_is_their_browser_says_whoever_vouches_for_them(company: Any, key: str) -> None:
    token = by_token(key, sub="u-4", exp=soon(company, 60))
    for proof in (by_hash(key, "u-4"), token):
        made = await opened(
            company, external_id="u-4", proof=proof, attributes={"timezone": "Asia/Tokyo", "tier": "gold"}
        )
        assert (await known(company, made))["attributes"] == {"timezone": "Asia/Tokyo"}
    nowhere = await opened(company, external_id="u-5", proof=by_hash(key, "u-5"), attributes={"timezone": "Mars/Base"})
    assert (await known(company, nowhere))["attributes"] == {}


async def test_what_is_not_proved_is_refused(company: Any, key: str) -> None:
    exp = soon(company, 60)
    bad = [
        by_hash("0" * 64, "u-1"),
        by_hash(key, "u-2"),
        "é" * 8,
        by_token("0" * 64, sub="u-1", exp=exp),
        by_token(key, alg="none", sub="u-1", exp=exp),
        by_token(key, sub="u-1", exp=soon(company, -120)),
        by_token(key, sub="u-1", exp=float("nan")),
        by_token(key, sub="u-1", exp=exp, nbf=soon(company, 120)),
        by_token(key, sub="u-1", exp=exp, head={"crit": ["bound_to"], "bound_to": "one page"}),
        by_token(key, sub="u-1"),
        by_token(key, exp=exp),
        by_token(key, sub="u-1", exp=exp)[:-2],
        "a.b.c",
        "é.é.é",
    ]
    for proof in bad:
        refused = await opened(company, external_id="u-1", proof=proof, expect=401)
        assert refused["code"] == "identity_not_proved", proof


async def test_a_new_key_ends_the_old_one(company: Any, key: str) -> None:
    await company.admin.post("/v1/widget/identity-key", expect=201)
    await opened(company, external_id="u-1", proof=by_hash(key, "u-1"), expect=401)


async def test_without_a_key_nothing_can_be_proved(company: Any) -> None:
    await opened(company, external_id="u-1", proof=by_hash("", "u-1"), expect=401)


async def test_another_companys_key_proves_nothing(company: Any, other_company: Any, key: str) -> None:
    theirs = (await other_company.admin.post("/v1/widget/identity-key", expect=201))["identity_key"]
    await opened(company, external_id="u-1", proof=by_hash(theirs, "u-1"), expect=401)


async def test_only_an_admin_makes_a_key(company: Any) -> None:
    for api in (company.dana, company.as_(company.widget_token)):
        await api.post("/v1/widget/identity-key", expect=403)


async def test_without_a_proof_an_external_id_is_only_said(company: Any) -> None:
    assert (await known(company, await opened(company, external_id="u-3")))["verified"] is False
