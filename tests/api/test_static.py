"""The pages' files as a browser gets them: light enough for a slow line, asked for anew, and nothing beside them."""

import re
from typing import Any

import pytest

pytestmark = pytest.mark.anyio

KB = 1024


async def sent(company: Any, path: str) -> int:
    """How many bytes of body go over the line to a browser that takes gzip."""
    http = company.admin.http
    async with http.stream("GET", path, headers={"accept-encoding": "gzip"}) as answer:
        assert answer.status_code == 200, path
        return sum([len(part) async for part in answer.aiter_raw()])


async def test_the_launcher_is_under_4_kb(company: Any) -> None:
    assert await sent(company, "/widget.js") < 4 * KB


@pytest.mark.parametrize("language", ["en", "de", "ar", "ja", "hi", "th"])
async def test_the_first_opening_is_under_30_kb_in_all(company: Any, language: str) -> None:
    frame = f"/widget/{company.widget_token}"
    page = (await company.admin.http.get(frame)).text
    named = re.findall(r'(?:href|src)="(/ui/[^"]+)"', page)
    assert named == ["/ui/widget/all.css", "/ui/widget/all.js"]
    asked = ["/widget.js", frame, f"{frame}/settings?language={language}", *named]
    assert sum([await sent(company, path) for path in asked]) < 30 * KB


async def test_the_page_s_modules_come_as_one_and_without_comments(company: Any) -> None:
    """A module that is found only after another was read costs one round trip more each."""
    script = (await company.admin.http.get("/ui/widget/all.js")).text
    assert "\nimport" not in script
    assert "/**" not in script
    assert "const $page = (() => {" in script


async def test_style_sheets_come_as_one_and_without_comments(company: Any) -> None:
    sheet = (await company.admin.http.get("/ui/widget/all.css")).text
    assert "@import" not in sheet
    assert "/*" not in sheet
    assert ".header {" in sheet
    assert ".composer" in sheet
    assert "prefers-reduced-motion" in sheet


async def test_others_files_are_answered_as_they_were_published(company: Any) -> None:
    served = await company.admin.http.get("/ui/vendor/preact.js")
    from baton.api.static import _ROOT  # the folder that is served

    assert served.content == (_ROOT / "vendor" / "preact.js").read_bytes()


@pytest.mark.parametrize(
    "path", ["/ui/../settings.py", "/ui/%2e%2e/app.py", "/ui/__init__.py", "/ui/", "/ui/widget", "/ui/none.js"]
)
async def test_nothing_beside_the_pages_is_served(company: Any, path: str) -> None:
    assert (await company.admin.http.get(path)).status_code == 404


async def test_files_are_only_read(company: Any) -> None:
    assert (await company.admin.http.post("/ui/widget/page.js")).status_code == 405


@pytest.mark.parametrize(
    ("address", "cookie", "ahead"),
    [
        (
            "/inbox?view=mine",
            "baton_session=x",
            "</v1/conversations?view=mine&limit=50>; rel=preload; as=fetch; crossorigin",
        ),
        ("/inbox?view=mine", "other=x", None),
        ("/inbox", "baton_session=x", None),
        ("/inbox?view=mine&language=fr", "baton_session=x", None),
        ("/inbox?view=mine>;%20rel=x,</elsewhere", "baton_session=x", None),
    ],
)
async def test_the_list_comes_with_the_inbox_where_the_address_says_which(
    company: Any, address: str, cookie: str, ahead: str | None
) -> None:
    answer = await company.as_(None).http.get(address, headers={"cookie": cookie})
    assert answer.headers.get("link") == ahead


async def test_a_page_and_the_health_answer_a_monitor_that_asks_for_the_head_alone(company: Any) -> None:
    http = company.as_(None).http
    for path in ("/inbox", f"/try/{company.widget_token}", "/widget.js", "/healthz", "/readyz"):
        head, whole = await http.head(path), await http.get(path)
        assert (head.status_code, head.content) == (whole.status_code, b""), path
        assert head.headers["content-type"] == whole.headers["content-type"], path


async def test_looking_at_a_sign_in_link_does_not_use_it_up(company: Any) -> None:
    person = (await company.dana.get("/v1/me"))["actor"]["id"]
    link = await company.admin.post(f"/v1/operators/{person}/sign-in-links", expect=201)
    http, path = company.as_(None).http, f"/sign-in/{link['url'].rpartition('/')[2]}"
    assert (await http.head(path)).status_code == 405
    assert (await http.get(path)).status_code == 303
