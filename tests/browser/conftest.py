"""A whole desk in a process of its own, a real Chromium, and people who use the one through the other."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Customer, Found, Member, Room, Tab
from chromium import CHROMIUM, FLAGS, needs_chromium
from commands import Desk, demo_desk
from playwright.async_api import Browser, Page, async_playwright, expect
from serving import Api, Company

from baton.core.actors import Role
from baton.core.ids import OperatorId
from baton.services.team.people import issue_link

pytestmark = pytest.mark.anyio


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(needs_chromium)


@pytest.fixture(scope="session")
def slack_port() -> int:
    """The port at which the desk looks for Slack: a walk that needs one listens there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.fixture(scope="session")
def desk(made_dir: Path, programs_dir: Path | None, slack_port: int) -> Iterator[Desk]:
    """The desk with its demo company, one for all walks."""
    slack = f"http://127.0.0.1:{slack_port}/api"
    with demo_desk(made_dir, programs_dir, BATON_FETCH_LOOPBACK="1", BATON_SLACK_API=slack) as opened:
        yield opened


@pytest.fixture(scope="session")
async def chromium(anyio_backend: str) -> AsyncIterator[Browser]:
    assert anyio_backend == "asyncio"
    expect.set_options(timeout=30_000)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def admin(desk: Desk) -> AsyncIterator[Api]:
    """The desk's API with the admin's key: what really is so, whatever a page shows."""
    api = Api(desk.url, desk.admin_key)
    yield api
    await api.http.aclose()


class People:
    """Opens browsers for people, each with cookies and memory of their own."""

    def __init__(self, chromium: Browser, desk: Desk, admin: Api, admins_cookies: Any) -> None:
        self._chromium = chromium
        self._desk = desk
        self._admin = admin
        self._admins_cookies = admins_cookies
        self.tabs: list[Tab] = []

    async def customer(self, **looks: Any) -> Customer:
        """A customer who has just opened the company's page."""
        made = await self._tab(lambda page: Customer(page, self._desk.customers_page), **looks)
        await made.arrives()
        return made

    async def member(self, name: str, **looks: Any) -> Member:
        """An operator who has followed a sign-in link to the inbox."""
        made = await self._tab(lambda page: Member(page, name, self._desk.url), **looks)
        await made.page.add_init_script("localStorage['baton.prefs'] ??= '{\"undo\":0}'")
        await self.signs_in(made, name)
        return made

    async def signs_in(self, member: Member, name: str) -> None:
        """Somebody follows a sign-in link in this browser, whoever was there before."""
        await member.page.goto(await self._link(name, "/inbox"))
        await expect(member.page.get_by_role("button", name="You are ")).to_be_visible()

    async def room(self, **looks: Any) -> Room:
        """An admin in the console."""
        made = await self._tab(Room, storage_state=self._admins_cookies, **looks)
        await made.page.goto(f"{self._desk.url}/console")
        await expect(made.page.get_by_role("navigation", name="Console")).to_be_visible()
        return made

    async def close(self) -> None:
        for tab in self.tabs:
            await tab.page.context.close()

    async def _tab(self, make: Callable[[Any], Any], **looks: Any) -> Any:
        context = await self._chromium.new_context(**({"viewport": {"width": 1280, "height": 800}} | looks))
        tab = make(await context.new_page())
        self.tabs.append(tab)
        return tab

    async def _link(self, name: str, to: str) -> str:
        operators = (await self._admin.get("/v1/operators"))["items"]
        operator = next(one for one in operators if one["name"].startswith(name))
        made = await self._admin.post(f"/v1/operators/{operator['id']}/sign-in-links", expect=201)
        return f"{made['url']}?to={to}"


@pytest.fixture(scope="session")
async def admins_cookies(chromium: Browser, desk: Desk) -> Any:
    """What a browser keeps after the console's sign-in link, which works once."""
    context = await chromium.new_context()
    page = await context.new_page()
    await page.goto(desk.links["console"])
    kept = await context.storage_state()
    await context.close()
    return kept


@pytest.fixture(scope="session")
async def roomy(desk: Desk) -> None:
    """The demo's operators have room for what all the walks together leave with them."""
    admin = Api(desk.url, desk.admin_key)
    for one in (await admin.get("/v1/operators"))["items"]:
        await admin.ask("PATCH", f"/v1/operators/{one['id']}", {"capacity": 100}, expect=200)
    await admin.http.aclose()


@pytest.fixture
async def people(chromium: Browser, desk: Desk, admin: Api, admins_cookies: Any, roomy: None) -> AsyncIterator[People]:
    """People with browsers; afterwards no browser may have had anything to complain of."""
    came = People(chromium, desk, admin, admins_cookies)
    yield came
    complaints = [said for tab in came.tabs for said in tab.complaints]
    await came.close()
    assert complaints == []


class Crowd:
    """Customers and team of a company of the test's own, whose desk runs in the test's process."""

    def __init__(self, chromium: Browser, company: Company) -> None:
        self._chromium = chromium
        self._company = company
        self._url = company.served.url
        self.tabs: list[Tab] = []

    async def customer(self, **looks: Any) -> Customer:
        """A customer with the widget open."""
        made = Customer(await self._page(looks), f"{self._url}/try/{self._company.widget_token}")
        self.tabs.append(made)
        await made.arrives()
        await made.opens_the_widget()
        return made

    async def dana(self, **looks: Any) -> Member:
        """Dana in the inbox, here and available."""
        operator = OperatorId((await self._company.dana.get("/v1/me"))["actor"]["id"])
        made = Member(await self._page(looks), "Dana", self._url)
        self.tabs.append(made)
        await made.page.goto(await self._link(Role.OPERATOR, operator, "/inbox"))
        await expect(made.page.get_by_role("button", name="You are available")).to_be_visible()
        return made

    async def lead(self, **looks: Any) -> Room:
        """An admin in the console."""
        made = Room(await self._page(looks))
        self.tabs.append(made)
        await made.page.goto(await self._link(Role.ADMIN, None, "/console"))
        return made

    async def _page(self, looks: dict[str, Any]) -> Page:
        context = await self._chromium.new_context(**({"viewport": {"width": 1280, "height": 800}} | looks))
        return await context.new_page()

    async def _link(self, role: Role, operator: OperatorId | None, to: str) -> str:
        desk, tenant = self._company.served.desk, self._company.tenant.id
        link = await issue_link(desk, tenant, role=role, operator_id=operator)
        return f"{self._url}/sign-in/{link.secret}?to={to}"


@pytest.fixture
async def crowd(chromium: Browser, company: Company) -> AsyncIterator[Crowd]:
    """People around that company; afterwards no browser may have had anything to complain of."""
    came = Crowd(chromium, company)
    yield came
    complaints = [said for tab in came.tabs for said in tab.complaints]
    for tab in came.tabs:
        await tab.page.context.close()
    assert complaints == []


@pytest.fixture
async def later(company: Company) -> AsyncIterator[Any]:
    """Moves the desk's clock on, and back after the test."""
    clock: Any = company.served.desk.clock
    was = clock.ahead
    yield clock.advance
    clock.ahead = was


@pytest.fixture
def found() -> Iterator[Found]:
    """Collects barriers; afterwards there may be none."""
    kept = Found()
    yield kept
    assert kept.barriers == {}


@pytest.fixture
def told(admin: Api) -> Callable[[str], Awaitable[list[str]]]:
    """The texts of a conversation's messages as the desk has stored them, without notes."""

    async def read(conversation_id: str) -> list[str]:
        listed = await admin.get(f"/v1/conversations/{conversation_id}/messages?limit=200")
        return [one["text"] for one in listed["items"] if one["kind"] != "note"]

    return read
