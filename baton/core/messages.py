"""What was said, by whom, and who may see it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zlib import crc32

from baton.core.actors import Actor
from baton.core.attachments import Attachment, named
from baton.core.ids import MessageId, OperatorId
from baton.core.values import value

MAX_TEXT = 10_000
"""Characters in one message. Longer pastes belong in a file; the API says so."""


class MessageKind(StrEnum):
    """What a message is for. `NOTE` is never for the customer; `NOTICE` is the desk speaking of itself."""

    TEXT = "text"
    ANSWER = "answer"
    CLARIFY = "clarify"
    OFFER = "offer"
    NOTICE = "notice"
    NOTE = "note"


class Audience(StrEnum):
    """Who may see it: everyone in the conversation, or the team alone."""

    EVERYONE = "everyone"
    TEAM = "team"


@value
class Citation:
    """Where a statement of an answer was taken from. `n` is its number in the message, from 1.

    `quote` is the passage's own words; `version` is the document's version that was cited, which an answer keeps.
    """

    n: int
    passage_id: str
    source_id: str
    title: str
    heading: str
    url: str | None
    quote: str
    version: int = 1

    @property
    def taken(self) -> str:
        """Which words of which passage, in short: the same only where the same is said again."""
        return f"{self.passage_id}:{crc32(self.quote.encode('utf-8', 'surrogatepass')):08x}"


@value
class Statement:
    """One sentence (or list item) of an answer with the numbers of the citations that support it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A colleague whom a note names, under the name that they had then."""

    id: OperatorId
    name: str


@value
class Message:
    """One message. `seq` is its place in the conversation's log, 0 until it is stored.

    `client_id` is the sender's own id for it, which makes a retry the same message. `reply_to` is the `seq` of
    the customer's message that a bot's message answers. `offers_person` puts the human option beside it. Only a note
    has `mentions`.
    """

    id: MessageId
    author: Actor
    kind: MessageKind
    text: str
    at: datetime
    seq: int = 0
    citations: tuple[Citation, ...] = ()
    statements: tuple[Statement, ...] = ()
    choices: tuple[str, ...] = ()
    offers_person: bool = False
    client_id: str | None = None
    reply_to: int | None = None
    attachments: tuple[Attachment, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def in_short(self) -> str:
        """Its text, or the names of its files where it has none."""
        return self.text or named(self.attachments)

    @property
    def audience(self) -> Audience:
        """Notes are for the team; everything else is for everyone."""
        return Audience.TEAM if self.kind is MessageKind.NOTE else Audience.EVERYONE
