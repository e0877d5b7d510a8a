"""The walk itself: from the first page and the sitemaps to every page in scope, two at a time and without hurry."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Sequence

from baton.core.sources.urls import canonical, host_of, path_of
from baton.knowledge.crawl import sitemap
from baton.knowledge.crawl.pages import READABLE, Asked, signs, visit_of
from baton.knowledge.crawl.robots import Robots, robots_of
from baton.knowledge.crawl.scope import Scope
from baton.services.ports.fetching import Ask, Fetched, Fetcher, NotFetched
from baton.services.ports.websites import PageState, Plan, Visit, WebPage

AT_ONCE = 2
MOST_SITEMAPS = 50
ASKS_FOR_A_PAGE = 3
"""Addresses asked for each page allowed, so that a site of redirects and dead links comes to an end too."""

LOST_IN_A_ROW = 8
"""Addresses in a row that can't be reached at all, after which the website itself is taken to be down."""

_KEPT = frozenset({PageState.READ, PageState.UNCHANGED, PageState.SKIPPED, PageState.MISSING})
_TRY_AGAIN = frozenset({429, 500, 502, 503, 504})
_LONGEST_WAIT = 30.0


class Crawler:
    """Walks through websites. `product` is the name by which a robots.txt addresses this program."""

    def __init__(self, fetcher: Fetcher, *, product: str) -> None:
        self._fetcher = fetcher
        self._product = product

    async def walk(self, plan: Plan, known: Sequence[WebPage], run: int) -> AsyncGenerator[Visit]:
        """Visit what can be reached. `known` are addresses of earlier readings, and of this `run` if it was broken off.

        Raises NotFetched where not even the first page can be had, or the website goes down on the way.
        """
        walk = _Walk(self._fetcher, self._product, plan)
        try:
            first = await walk.begin(known, run)
            if first is not None:
                yield first
            async for visit in walk.visits():
                yield visit
        finally:
            await walk.end()


class _Walk:
    def __init__(self, fetcher: Fetcher, product: str, plan: Plan) -> None:
        self._fetcher = fetcher
        self._product = product
        self._plan = plan
        self._robots = Robots(product)
        self._scope = Scope("", "")
        self._frontier: deque[tuple[str, int]] = deque()
        self._old: deque[tuple[str, int]] = deque()
        self._met: set[str] = set()
        self._known: dict[str, WebPage] = {}
        self._running: set[asyncio.Task[Visit]] = set()
        self._asked = self._had = self._lost = 0
        self._next_at = 0.0
        self._answers: dict[str, Fetched] = {}

    async def begin(self, known: Sequence[WebPage], run: int) -> Visit | None:
        """Ask for the rules, the first page and the sitemaps; what was done of this run is not done again."""
        start = canonical(self._plan.url) or self._plan.url
        self._robots = await self._rules(start)
        answer = await self._ask(Ask(start, accepts=(*READABLE, "application/xml", "application/x-gzip")))
        if host_of(answer.url) != host_of(start):
            self._robots = await self._rules(answer.url)
        is_list = answer.is_there and sitemap.is_sitemap(answer.body)
        if not answer.is_there:
            raise NotFetched(f"{start} answered {answer.status}. Is that the right address?", code="not_there")
        self._scope = Scope.of(answer.url, is_sitemap=is_list).or_wider(signs(answer).links, answer.url)
        self._remember(known, run)
        found = await self._listed(answer if is_list else None)
        if is_list:
            self._met.add(answer.url)
            return Visit(start, 0, PageState.ELSEWHERE, found=tuple(found))
        if answer.url not in self._met:
            self._met.add(answer.url)
            self._answers[answer.url] = answer
            self._frontier.appendleft((answer.url, 0))
            found.append((answer.url, 0))
        if answer.url == start:
            return Visit(start, 0, PageState.FOUND, found=tuple(found)) if found else None
        return Visit(start, 0, PageState.ELSEWHERE, f"It leads to {answer.url}.", found=tuple(found))

    async def visits(self) -> AsyncIterator[Visit]:
        """Every visit, as it is done."""
        while True:
            while len(self._running) < AT_ONCE and (place := self._next()):
                self._running.add(asyncio.create_task(self._visit(*place)))
            if not self._running:
                return
            done, self._running = await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                visit = task.result()
                self._had += visit.state in (PageState.READ, PageState.UNCHANGED)
                yield visit

    async def end(self) -> None:
        """Ask for nothing more."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def _next(self) -> tuple[str, int] | None:
        if self._had + len(self._running) >= self._plan.most_pages:
            return None
        if self._asked >= ASKS_FOR_A_PAGE * self._plan.most_pages:
            return None
        while self._old and self._old[0][0] in self._met:
            self._old.popleft()
        # What earlier readings met and this one has not: asked last, to learn whether it is still there.
        waiting = self._frontier or self._old
        if not waiting:
            return None
        self._asked += 1
        place = waiting.popleft()
        self._met.add(place[0])
        return place

    def _remember(self, known: Sequence[WebPage], run: int) -> None:
        self._known = {page.url: page for page in known}
        for page in known:
            if page.run == run and page.state is not PageState.FOUND:
                self._met.add(page.url)
                self._had += page.state in (PageState.READ, PageState.UNCHANGED)
            elif page.run == run:
                self._met.add(page.url)
                self._frontier.append((page.url, page.depth))
            elif page.document_id and page.state in _KEPT:
                self._old.append((page.url, page.depth))

    async def _rules(self, url: str) -> Robots:
        robots = await robots_of(self._fetcher, url, self._product)
        if robots.is_closed:
            said = f"{host_of(url)} can't say now what may be read (its robots.txt fails). Try again later."
            raise NotFetched(said, code="robots")
        if not robots.may_read(url):
            said = f"{host_of(url)} asks in its robots.txt that {path_of(url)} is not read."
            raise NotFetched(f"{said} Its owner can allow Baton there.", code="robots")
        return robots

    async def _listed(self, start: Fetched | None) -> list[tuple[str, int]]:
        """Addresses that the sitemaps name. Without a word of where they are, the usual place is tried."""
        home = self._plan.url if start is None else start.url
        waiting = deque(self._robots.sitemaps or ((canonical("/sitemap.xml", home) or ""),))
        found: list[tuple[str, int]] = []
        bodies = [start.body] if start is not None else []
        if start is not None:
            waiting.clear()
        asked: set[str] = set()
        while waiting or bodies:
            pages, more = sitemap.read(bodies.pop() if bodies else await self._sitemap(waiting.popleft()))
            found += self._met_first(pages, 1)
            for further in more:
                place = canonical(further)
                if place and place not in asked and len(asked) < MOST_SITEMAPS:
                    asked.add(place)
                    waiting.append(place)
        return found

    async def _sitemap(self, url: str) -> bytes:
        try:
            answer = await self._fetcher.fetch(Ask(url, most_bytes=sitemap.MOST_BYTES, seconds=60.0))
        except NotFetched:
            return b""
        return answer.body

    def _met_first(self, links: Sequence[str], depth: int, base: str | None = None) -> list[tuple[str, int]]:
        """The addresses among links that were not met before and may be asked; they are asked in their turn."""
        if depth > self._plan.most_depth:
            return []
        found: list[tuple[str, int]] = []
        room = ASKS_FOR_A_PAGE * self._plan.most_pages - self._asked - len(self._frontier)
        for link in links:
            # What could never come up in its turn is not remembered: a bomb of sitemaps names millions.
            if len(found) >= room:
                break
            url = self._scope.address(link, base)
            if url is not None and url not in self._met:
                self._met.add(url)
                found.append((url, depth))
        self._frontier.extend(found)
        return found

    async def _visit(self, url: str, depth: int) -> Visit:
        if not self._robots.may_read(url):
            return Visit(url, depth, PageState.SKIPPED, "Its website's robots.txt asks that it is not read.")
        known = self._known.get(url)
        is_kept = known is not None and known.document_id is not None
        etag, modified = (known.etag, known.modified) if known and is_kept else (None, None)
        try:
            answer = self._answers.pop(url, None) or await self._ask(
                Ask(url, accepts=READABLE, etag=etag, modified=modified)
            )
            self._lost = 0
        except NotFetched as failed:
            self._lost += failed.code in ("unreachable", "too_slow", "certificate")
            if self._lost >= LOST_IN_A_ROW:
                said = f"{host_of(url)} stopped answering. What was read until then is kept; read it again later."
                raise NotFetched(said, code="unreachable") from failed
            return Visit(url, depth, PageState.SKIPPED, failed.detail)
        asked = Asked(url, depth, answer, self._scope)
        return visit_of(asked, lambda links, base: self._met_first(links, depth + 1, base), self._redirected)

    def _redirected(self, url: str, depth: int) -> list[tuple[str, int]]:
        return self._met_first([url], depth)

    async def _ask(self, ask: Ask) -> Fetched:
        """Ask in turn, and again after a while where the server is busy."""
        answer: Fetched | None = None
        for attempt in range(3):
            await self._in_turn()
            answer = await self._fetcher.fetch(ask)
            if answer.status not in _TRY_AGAIN or attempt == 2:
                return answer
            wait = answer.retry_after if answer.retry_after is not None else 8 * self._plan.pause
            await asyncio.sleep(min(wait, _LONGEST_WAIT))
        raise AssertionError("three attempts end with an answer")

    async def _in_turn(self) -> None:
        """Wait until the pause after the last question is over."""
        now = asyncio.get_running_loop().time()
        at = max(now, self._next_at)
        self._next_at = at + max(self._plan.pause, self._robots.pause)
        if at > now:
            await asyncio.sleep(at - now)
