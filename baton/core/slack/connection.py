"""Slack as a place where operators work: what is known of a connection, its threads and people, and what comes from it.

Slack's own forms are read and written in `channels/slack`; the words and blocks of messages are in `blocks`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from baton.core.events import EventKind
from baton.core.ids import ConversationId, HandoffId, OperatorId, QueueId

KINDS = tuple(
    sorted(
        (
            EventKind.MESSAGE_RECEIVED, EventKind.ANSWER_SENT, EventKind.REPLY_SENT, EventKind.NOTE_ADDED,
            EventKind.HANDOFF_OPENED, EventKind.HANDOFF_CLAIMED, EventKind.HANDOFF_REQUEUED,
            EventKind.HANDOFF_WITHDRAWN, EventKind.TAKEN_OVER, EventKind.RELEASED, EventKind.TRANSFERRED,
            EventKind.HANDED_BACK, EventKind.RESOLVED, EventKind.REOPENED, EventKind.MODE_CHOSEN,
        )
    )
)  # fmt: skip
"""The kinds of event that Slack is told of."""

SAID = (EventKind.MESSAGE_RECEIVED, EventKind.ANSWER_SENT, EventKind.REPLY_SENT, EventKind.NOTE_ADDED)
"""Those that move nothing: they stand in the thread, and the first message stays as it is."""

OPENING = (EventKind.HANDOFF_OPENED, EventKind.TAKEN_OVER, EventKind.REOPENED)
"""Those with which a handoff may begin, and so a thread."""

MOST_CHANNELS = 200

LOOK_AGAIN = timedelta(hours=1)
"""How long it is remembered whose a Slack account is, where that was found by its address of e-mail."""

HERE_FOR = timedelta(minutes=30)
"""How long somebody who acts in Slack counts as here: a chat has no heartbeat, and a reply takes a while to write."""

COMPOSED = timedelta(seconds=30)
"""How long before it arrives a message may have been written and still counts as written at that moment. Two clocks,
Slack's and the desk's, are compared by it.
"""

MOST_TRIES = 5
"""How often what arrived is taken up, before it is left: what fails so often fails by itself."""

KEPT_FOR = timedelta(days=2)
"""How long the id of what arrived is remembered. Slack sends again within the hour."""

_CHANNEL = re.compile(r"#[^\s#,]{1,80}|[CGD][A-Z0-9]{5,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A company's Slack app. `outlet` is the id under which it reads the log; `channels` are by the queue's id."""

    outlet: str
    bot_token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    team_id: str = ""
    team_name: str = ""
    bot_user_id: str = ""
    channel: str = ""
    channels: Mapping[str, str] = field(default_factory=dict[str, str])

    def channel_of(self, queue: str | None) -> str:
        """Where the handoffs of a queue are shown."""
        return self.channels.get(queue or "") or self.channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A thread, by its first message. `told_seq` is the last event of the conversation that it was told of."""

    conversation_id: ConversationId
    handoff_id: HandoffId
    channel: str
    ts: str
    queue: QueueId | None = None
    told_seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whose a Slack account is, as far as known. `is_linked`: an admin said so."""

    user_id: str
    operator_id: OperatorId | None
    name: str
    looked_at: datetime
    is_linked: bool = False

    def is_known(self, now: datetime) -> bool:
        """Whether nobody has to be asked again who it is."""
        return self.is_linked or (self.operator_id is not None and now - self.looked_at < LOOK_AGAIN)


class Arrived(StrEnum):
    """What can come from Slack: a message, a change of one, a button, a form."""

    SAID = "said"
    CHANGED = "changed"
    PRESSED = "pressed"
    SUBMITTED = "submitted"


class Verb(StrEnum):
    """What a button does."""

    CLAIM = "claim"
    RELEASE = "release"
    HAND_BACK = "hand_back"
    RESOLVE = "resolve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One thing that came from Slack. The same `id` again is the same thing.

    `channel` and `thread` are where it is answered, `written_at` when it was written by Slack's clock. `trigger` opens
    a form, within three seconds. `version` and `tries` are known once it is kept.
    """

    id: str
    kind: Arrived
    user: str
    channel: str
    thread: str
    written_at: datetime
    conversation: ConversationId | None = None
    ts: str = ""
    text: str = ""
    has_files: bool = False
    verb: Verb | None = None
    trigger: str = ""
    note: Mapping[str, str] = field(default_factory=dict[str, str])
    version: int | None = None
    tries: int = 0
    lease: str = field(default="", repr=False)

    @property
    def client_id(self) -> str:
        """Under which its text is stored: a retry stores nothing, and the thread is not told its own words."""
        return f"{CLIENT}{self.channel}:{self.ts}"


CLIENT = "slack:"
"""What the `client_id` of a message begins with that was written in Slack."""


def written_as(client_id: str | None) -> tuple[str, str] | None:
    """Channel and ts of the Slack message that was stored under this `client_id`; None for any other."""
    parts = (client_id or "").removeprefix(CLIENT).split(":")
    return (parts[0], parts[1]) if client_id and client_id.startswith(CLIENT) and len(parts) == 2 else None


def flaws(one: Connection) -> Iterator[str]:
    """What is wrong with a connection as it was entered, a sentence each."""
    if not one.bot_token.startswith("xoxb-") or not one.bot_token.isascii() or not one.bot_token.isprintable():
        yield "A bot token begins with xoxb-. In Slack it stands under OAuth & Permissions, as Bot User OAuth Token."
    if not re.fullmatch(r"[0-9a-f]{16,64}", one.signing_secret):
        yield "A signing secret is 32 signs from 0 to 9 and a to f. In Slack it stands under Basic Information."
    if len(one.channels) > MOST_CHANNELS:
        yield f"At most {MOST_CHANNELS} queues have a channel of their own."
    for channel in dict.fromkeys((one.channel, *one.channels.values())):
        if not _CHANNEL.fullmatch(channel):
            yield f"“{channel}” is no channel. Write its name with # before it, or its id, such as C0123456789."


_WHY = {
    "invalid_auth": "Slack does not know this bot token. Copy it again from OAuth & Permissions.",
    "not_authed": "Slack does not know this bot token. Copy it again from OAuth & Permissions.",
    "account_inactive": "The app was removed from the workspace. Install it again and enter its new token.",
    "token_revoked": "The bot token was revoked. Install the app again and enter its new token.",
    "token_expired": "The bot token has expired. Switch token rotation off in the app, and enter its new token.",
    "channel_not_found": "Slack finds no such channel. Check its name, and invite the app where it is private.",
    "not_in_channel": "The app is not in this channel. Write /invite and its name there.",
    "is_archived": "The channel is archived. Choose another.",
    "restricted_action": "The workspace does not let apps post in this channel. Ask whoever runs the workspace.",
    "expired_trigger_id": "Slack gave up waiting for the form. Press the button once more.",
    "ratelimited": "Slack asked for a pause.",
}

ENDS = ("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired")
"""What Slack answers where no request will do any more: telling stops until somebody enters a new token."""

GONE_FROM_SLACK = ("message_not_found", "cant_update_message", "edit_window_closed")
"""What Slack answers where somebody has deleted the message."""

UNFIT = ("invalid_blocks", "msg_too_long", "invalid_arguments", "msg_blocks_too_long", "no_text")
"""What Slack answers to a message that no further try will make fit."""


def why(error: str, needed: str = "") -> str:
    """What an error of Slack's means and what to do, in a sentence."""
    if error == "missing_scope":
        missing = needed or "that this takes"
        return f"The app lacks the permission {missing}. Paste the manifest again and reinstall the app."
    return _WHY.get(error) or f"Slack refused it: {error}."
