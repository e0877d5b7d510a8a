"""Signing in by the secret of a link, over HTTP and without a credential."""

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from serving import NO_TLS, Company, Served

from baton.core.actors import Role
from baton.services.team.people import issue_link

pytestmark = pytest.mark.anyio


@pytest.fixture
async def stranger(served: Served) -> AsyncIterator[httpx2.AsyncClient]:
    """Somebody without a credential."""
    async with httpx2.AsyncClient(base_url=served.url, verify=NO_TLS) as http:
        yield http


async def secret_for(company: Company) -> str:
    """The secret of a fresh link of Dana's."""
    me = await company.dana.get("/v1/me")
    desk: Any = company.served.desk
    return (await issue_link(desk, company.tenant.id, role=Role.OPERATOR, operator_id=me["actor"]["id"])).secret


async def test_the_secret_opens_a_session_once(company: Company, stranger: httpx2.AsyncClient) -> None:
    secret = await secret_for(company)
    answer = await stranger.post("/v1/sign-in/sessions", json={"secret": secret})
    assert answer.status_code == 201
    cookie = answer.headers["set-cookie"].lower()
    assert ("httponly" in cookie, "samesite=lax" in cookie) == (True, True)
    assert (await stranger.get("/v1/me")).json()["actor"]["name"] == "Dana"
    again = await stranger.post("/v1/sign-in/sessions", json={"secret": secret})
    assert (again.status_code, again.json()["code"]) == (401, "link_spent")


async def test_another_site_s_page_signs_nobody_in(company: Company, stranger: httpx2.AsyncClient) -> None:
    secret = await secret_for(company)
    for header in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        answer = await stranger.post("/v1/sign-in/sessions", json={"secret": secret}, headers=header)
        assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")
    own = {"origin": company.served.url}
    assert (await stranger.post("/v1/sign-in/sessions", json={"secret": secret}, headers=own)).status_code == 201


async def test_where_no_mailbox_is_set_up_the_door_says_so(stranger: httpx2.AsyncClient) -> None:
    assert (await stranger.get("/v1/sign-in")).json() == {"by_email": False}
    answer = await stranger.post("/v1/sign-in/links", json={"email": "ann@example.com"})
    assert (answer.status_code, answer.json()["code"]) == (409, "no_mail")
