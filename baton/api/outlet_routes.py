"""The URLs of places outside that are told and heard: webhooks, Slack, Chatwoot. Part of the table in `routes`."""

from collections.abc import Callable
from typing import Any

from baton.api import chatwoot, slack, webhooks

ROUTES: tuple[tuple[str, str, Callable[..., Any], int], ...] = (
    ("POST", "/v1/webhooks", webhooks.create, 201),
    ("GET", "/v1/webhooks", webhooks.index, 200),
    ("GET", "/v1/webhooks/{id}", webhooks.show, 200),
    ("PATCH", "/v1/webhooks/{id}", webhooks.change, 200),
    ("DELETE", "/v1/webhooks/{id}", webhooks.remove, 200),
    ("POST", "/v1/webhooks/{id}/secret", webhooks.renew_secret, 201),
    ("POST", "/v1/webhooks/{id}/tests", webhooks.test, 200),
    ("GET", "/v1/webhooks/{id}/attempts", webhooks.attempts, 200),
    ("POST", "/v1/webhooks/{id}/attempts", webhooks.send_again, 200),
    ("GET", "/v1/slack", slack.show, 200),
    ("PUT", "/v1/slack", slack.connect, 200),
    ("DELETE", "/v1/slack", slack.remove, 200),
    ("POST", "/v1/slack/tests", slack.test, 200),
    ("GET", "/v1/slack/attempts", slack.attempts, 200),
    ("GET", "/v1/slack/people", slack.people, 200),
    ("PUT", "/v1/slack/people/{id}", slack.link, 200),
    ("POST", "/v1/inbound/slack/{tenant}/events", slack.events, 200),
    ("POST", "/v1/inbound/slack/{tenant}/interactions", slack.interactions, 200),
    ("POST", "/v1/chatwoot", chatwoot.create, 201),
    ("GET", "/v1/chatwoot", chatwoot.index, 200),
    ("PATCH", "/v1/chatwoot/{id}", chatwoot.change, 200),
    ("DELETE", "/v1/chatwoot/{id}", chatwoot.remove, 200),
    ("POST", "/v1/chatwoot/{id}/tests", chatwoot.test, 200),
    ("POST", "/v1/inbound/chatwoot/{id}", chatwoot.take, 200),
)
