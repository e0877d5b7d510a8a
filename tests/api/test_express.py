"""The hot road and the general road give the same answers."""

import pytest

from baton.api import messages

pytestmark = pytest.mark.anyio

JSON = {"content-type": "application/json"}

ODD = (
    (b'{"text": "Hello"', JSON),
    (b'{"text": 5}', JSON),
    (b'{"text": "Hello", "colour": "red"}', JSON),
    (b'{"client_id": "a"}', JSON),
    (b"[]", JSON),
    (b"\xff\xfe", JSON),
    (b'{"text": "Hello"}', {"content-type": "text/plain"}),
)


def without_hot_road(path: str) -> str:
    """The same address with a parameter that the hot road does not know and the general one ignores."""
    return f"{path}&plain=1" if "?" in path else f"{path}?plain=1"


async def test_a_message_is_answered_alike_on_both_roads(company):
    customer, path = await company.customer()
    hot = await customer.http.post(f"{path}/messages?wait=10", json={"text": "Hello"})
    plain = await customer.http.post(without_hot_road(f"{path}/messages?wait=10"), json={"text": "Hello"})
    assert hot.status_code == plain.status_code == 201
    assert hot.json().keys() == plain.json().keys()
    assert hot.json()["message"].keys() == plain.json()["message"].keys()
    assert dict.fromkeys(hot.headers) == dict.fromkeys(plain.headers)


@pytest.mark.parametrize(("body", "headers"), ODD)
async def test_what_is_not_a_message_is_refused_alike_on_both_roads(company, body, headers):
    customer, path = await company.customer()
    hot = await customer.http.post(f"{path}/messages", content=body, headers=headers)
    plain = await customer.http.post(without_hot_road(f"{path}/messages"), content=body, headers=headers)
    assert hot.status_code == plain.status_code == 422
    assert hot.json() == plain.json()
    assert (await customer.get(f"{path}/messages"))["items"] == []


@pytest.mark.parametrize("wait", ["31", "-1", "soon", "1&wait=2", "1e1"])
async def test_a_wait_out_of_bounds_is_left_to_the_general_road(company, wait):
    customer, path = await company.customer()
    answer = await customer.http.post(f"{path}/messages?wait={wait}", json={"text": "Hello"})
    assert answer.status_code == (201 if wait in ("1&wait=2", "1e1") else 422), answer.text


async def test_a_stranger_is_turned_away_before_their_body_is_read(company):
    _, path = await company.customer()
    stranger = company.as_("bct_nonsense")
    answer = await stranger.http.post(f"{path}/messages", content=b"{", headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
    assert answer.headers["www-authenticate"]


async def test_the_hot_road_keeps_the_idempotency_key(company):
    customer, path = await company.customer()
    key = {"idempotency-key": "once"}
    first = await customer.http.post(f"{path}/messages", json={"text": "Hello"}, headers=key)
    again = await customer.http.post(f"{path}/messages", json={"text": "Hello"}, headers=key)
    assert again.headers["idempotent-replay"] == "true"
    assert again.json() == first.json()
    other = await customer.http.post(f"{path}/messages", json={"text": "Goodbye"}, headers=key)
    assert other.json()["code"] == "idempotency_key_reused"
    said = (await customer.get(f"{path}/messages"))["items"]
    assert [message["text"] for message in said if message["author"]["kind"] == "customer"] == ["Hello"]


async def test_time_on_the_hot_road_is_counted_under_the_same_route(company):
    customer, path = await company.customer()
    await customer.http.post(f"{path}/messages", json={"text": "Hello"})
    text = (await company.admin.http.get("/metrics")).text
    assert 'route="/v1/conversations/{id}/messages"' in text


async def test_a_failure_that_nobody_foresaw_is_answered_as_a_problem_and_logged(company, monkeypatch, caplog):
    customer, path = await company.customer()

    async def fails(*_, **__):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(messages, "say", fails)
    hot = await customer.http.post(f"{path}/messages", json={"text": "Hello"})
    assert (hot.status_code, hot.json()["code"]) == (500, "internal")
    assert "ZeroDivisionError" in caplog.text
