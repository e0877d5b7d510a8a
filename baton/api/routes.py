"""Every URL on one page."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter

from baton.api import (
    alerts,
    conversations,
    events,
    handoffs,
    health,
    learning,
    mail,
    messages,
    modes,
    offers,
    pages,
    passages,
    people,
    policy,
    promises,
    queues,
    sources,
    waits,
)

_ONE = "/v1/conversations/{id}"

_API: tuple[tuple[str, str, Callable[..., Any], int], ...] = (
    ("POST", "/v1/conversations", conversations.create, 201),
    ("GET", "/v1/conversations", conversations.index, 200),
    ("GET", _ONE, conversations.show, 200),
    ("GET", f"{_ONE}/messages", conversations.messages, 200),
    ("POST", f"{_ONE}/messages", messages.create, 201),
    ("GET", f"{_ONE}/events", conversations.events, 200),
    ("GET", f"{_ONE}/packet", conversations.packet, 200),
    ("GET", f"{_ONE}/trail", conversations.trail, 200),
    ("GET", f"{_ONE}/replay", policy.replay, 200),
    ("POST", f"{_ONE}/notes", messages.create_note, 201),
    ("POST", f"{_ONE}/claim", handoffs.claim, 200),
    ("DELETE", f"{_ONE}/claim", handoffs.release, 200),
    ("POST", f"{_ONE}/takeover", handoffs.take_over, 200),
    ("POST", f"{_ONE}/handoffs", handoffs.open_handoff, 201),
    ("DELETE", f"{_ONE}/handoffs", handoffs.withdraw, 200),
    ("POST", f"{_ONE}/transfer", handoffs.transfer, 200),
    ("POST", f"{_ONE}/handback", handoffs.hand_back, 200),
    ("POST", f"{_ONE}/resolution", handoffs.resolve, 200),
    ("DELETE", f"{_ONE}/resolution", handoffs.reopen, 200),
    ("GET", f"{_ONE}/routing", offers.routing, 200),
    ("GET", "/v1/offers", offers.index, 200),
    ("POST", "/v1/offers/{id}/accept", offers.accept, 200),
    ("POST", "/v1/offers/{id}/decline", offers.decline, 200),
    ("GET", f"{_ONE}/modes", modes.index, 200),
    ("PUT", f"{_ONE}/mode", modes.choose, 200),
    ("POST", f"{_ONE}/outcome", modes.outcome, 200),
    ("POST", f"{_ONE}/returns", modes.create_return, 201),
    ("POST", "/v1/returns", modes.come_back, 200),
    ("GET", "/v1/followups", modes.due, 200),
    ("GET", "/v1/reports/waits", waits.report, 200),
    ("GET", "/v1/queues", queues.index, 200),
    ("POST", "/v1/alerts", alerts.create, 200),
    ("GET", "/v1/promises", promises.index, 200),
    ("GET", "/v1/reports/promises", promises.report, 200),
    ("GET", "/v1/queues/{id}", queues.show, 200),
    ("PATCH", "/v1/queues/{id}", queues.change, 200),
    ("POST", "/v1/queues/{id}/check", queues.check, 200),
    ("GET", "/v1/queues/{id}/opening", queues.opening, 200),
    ("GET", "/v1/events", events.index, 200),
    ("GET", "/v1/events/stream", events.stream, 200),
    ("GET", "/v1/me", people.me, 200),
    ("PUT", "/v1/me/availability", people.set_availability, 200),
    ("DELETE", "/v1/me/session", people.sign_out, 200),
    ("PUT", "/v1/widget", people.change_widget, 200),
    ("POST", "/v1/widget/identity-key", people.renew_identity_key, 201),
    ("POST", "/v1/operators", people.create_operator, 201),
    ("GET", "/v1/operators", people.operators, 200),
    ("PATCH", "/v1/operators/{id}", people.change_operator, 200),
    ("POST", "/v1/operators/{id}/sign-in-links", people.create_link, 201),
    ("POST", "/v1/keys", people.create_key, 201),
    ("GET", "/v1/keys", people.keys, 200),
    ("DELETE", "/v1/keys/{id}", people.delete_key, 200),
    ("POST", "/v1/sources", sources.create, 201),
    ("GET", "/v1/sources", sources.index, 200),
    ("GET", "/v1/sources/{id}", sources.show, 200),
    ("DELETE", "/v1/sources/{id}", sources.remove, 200),
    ("POST", "/v1/sources/{id}/reading", sources.read_again, 202),
    ("DELETE", "/v1/sources/{id}/reading", sources.stop_reading, 200),
    ("PATCH", "/v1/sources/{id}", sources.change, 200),
    ("PUT", "/v1/sources/{id}/documents/{document_id}/audience", sources.mark, 200),
    ("GET", "/v1/passages", passages.index, 200),
    ("GET", "/v1/passages/{id}", passages.show, 200),
    ("POST", "/v1/questions", policy.rehearse, 200),
    ("GET", "/v1/kept-questions", learning.kept, 200),
    ("POST", "/v1/kept-questions", learning.keep, 201),
    ("POST", "/v1/kept-questions/runs", learning.run, 200),
    ("DELETE", "/v1/kept-questions/{id}", learning.drop, 200),
    ("GET", "/v1/conflicts", learning.conflicts, 200),
    ("DELETE", "/v1/conflicts/{key}", learning.dismiss_conflict, 200),
    ("GET", "/v1/gaps", learning.gaps, 200),
    ("GET", "/v1/gaps/{id}/proposal", learning.proposal, 200),
    ("POST", "/v1/gaps/{id}/entry", learning.approve, 200),
    ("DELETE", "/v1/gaps/{id}", learning.dismiss_gap, 200),
    ("POST", "/v1/inbound/email", mail.create, 202),
    ("GET", "/v1/policy", policy.show, 200),
    ("PUT", "/v1/policy", policy.replace, 200),
    ("POST", "/v1/policy/check", policy.check, 200),
    ("POST", "/v1/policy/explain", policy.explain, 200),
    ("GET", "/v1/policy/versions", policy.versions, 200),
    ("GET", "/v1/policy/differences", policy.compare, 200),
    ("GET", "/healthz", health.alive, 200),
    ("GET", "/readyz", health.ready, 200),
    ("GET", "/metrics", health.metrics, 200),
)

_PAGES: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("/", pages.home),
    ("/inbox", pages.inbox),
    ("/console", pages.console),
    ("/try/{token}", pages.attempt),
    ("/widget.js", pages.loader),
    ("/widget.d.ts", pages.loader_types),
    ("/widget/{token}", pages.frame),
    ("/widget/{token}/settings", pages.frame_settings),
    ("/widget/{token}/labels", pages.frame_labels),
    ("/sign-in/{secret}", people.sign_in),
)


def router() -> APIRouter:
    """The routes, in the order above."""
    routes = APIRouter()
    for method, path, endpoint, status in _API:
        tag = path.removeprefix("/v1/").split("/")[0] if path.startswith("/v1/") else "health"
        routes.add_api_route(
            path,
            endpoint,
            methods=[method],
            status_code=status,
            response_model=None,
            tags=[tag],
            operation_id=f"{endpoint.__module__.rpartition('.')[2]}_{endpoint.__name__}",
            summary=(endpoint.__doc__ or "").split("\n")[0],
        )
    for path, endpoint in _PAGES:
        routes.add_api_route(path, endpoint, methods=["GET"], include_in_schema=False, response_model=None)
    return routes
