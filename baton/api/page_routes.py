"""The pages that people open, and what an embedded widget loads."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter

from baton.api import health, pages, people

PAGES: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("/", pages.home),
    ("/inbox", pages.inbox),
    ("/console", pages.console),
    ("/try/{token}", pages.attempt),
    ("/widget.js", pages.loader),
    ("/widget.d.ts", pages.loader_types),
    ("/widget/{token}", pages.frame),
    ("/widget/{token}/settings", pages.frame_settings),
    ("/sign-in/{secret}", people.sign_in),
)


def add(routes: APIRouter) -> None:
    """Add them. Monitors and checkers of links ask for the head alone; a sign-in link works once, so nothing may open
    it to look.
    """
    for path, endpoint in PAGES:
        routes.add_api_route(path, endpoint, methods=["GET"], include_in_schema=False, response_model=None)
    for path, endpoint in (*PAGES, ("/healthz", health.alive), ("/readyz", health.ready)):
        if endpoint is not people.sign_in:
            routes.add_api_route(path, endpoint, methods=["HEAD"], include_in_schema=False, response_model=None)
