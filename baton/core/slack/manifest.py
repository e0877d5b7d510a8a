"""What Slack makes the app of: pasted there once, it names the addresses and the rights."""

from typing import Any

SCOPES = (
    "chat:write", "chat:write.public", "channels:history", "groups:history", "reactions:write", "users:read",
    "users:read.email",
)  # fmt: skip
EVENTS = ("message.channels", "message.groups")


def manifest(public_url: str, tenant_id: str) -> dict[str, Any]:
    """The app's manifest, for this company on this desk."""
    base = f"{public_url}/v1/inbound/slack/{tenant_id}"
    return {
        "display_information": {
            "name": "Baton",
            "description": "Support conversations that wait for a person",
            "background_color": "#1f2937",
        },
        "features": {"bot_user": {"display_name": "Baton", "always_online": True}},
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {"request_url": f"{base}/events", "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, "request_url": f"{base}/interactions"},
            "org_deploy_enabled": False,
            "socket_mode_enabled": False,
            "token_rotation_enabled": False,
        },
    }
