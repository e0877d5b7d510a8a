"""A conversation as a letter: what both sides said that the customer may see, with the sources it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from zoneinfo import ZoneInfo

from baton.core.actors import Actor, ActorKind
from baton.core.copy import Catalogue
from baton.core.copy.mail import go_on, transcript
from baton.core.copy.times import day_and_clock
from baton.core.mail.html import QUIET, marked, paragraphs
from baton.core.messages import Message, MessageKind

SENT_A_DAY = 3
"""Letters of one conversation, and letters to one address, within `DAY`: a stranger can't fill anybody's mailbox."""

DAY = timedelta(hours=24)

MOST_CHARACTERS = 150_000
"""Characters of a letter; below `MAX_BODY`, so that its last lines are never cut off."""

_WRITE_MARKS = {ActorKind.OPERATOR, ActorKind.BOT}
"""Who writes Markdown, as inbox and widget have it too."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter's two forms: plain text, and the same as HTML."""

    text: str
    html: str


def written_out(said: Sequence[Message], words: Catalogue, *, company: str, zone: ZoneInfo) -> Written:
    """The letter: everything that the customer may see, oldest first, with times in that zone.

    Of a conversation that is too long for a letter the beginning is left out. What the team and its bots wrote has its
    lists and emphasis in the HTML; what the customer typed stays as it is.
    """
    parts: list[Written] = []
    room = MOST_CHARACTERS
    for message in reversed([one for one in said if one.kind is not MessageKind.NOTE]):
        part = _one(message, words, company=company, zone=zone)
        room -= max(len(part.text), len(part.html))
        if room < 0:
            parts.append(_plain("…"))
            break
        parts.append(part)
    whole = [_plain(f"{transcript(words)} ({zone.key})"), *reversed(parts), _plain(go_on(words))]
    return Written("\n\n".join(one.text for one in whole), "".join(one.html for one in whole))


def _plain(text: str) -> Written:
    return Written(text, paragraphs(text))


def _one(message: Message, words: Catalogue, *, company: str, zone: ZoneInfo) -> Written:
    when = day_and_clock(message.at.astimezone(zone), words)
    sources = "\n".join(f"[{one.n}] {one.title}{f' – {one.url}' if one.url else ''}" for one in message.citations)
    head = f"{_speaker(message.author, words, company)} · {when}"
    # A line that the customer began with ">" is theirs, and no quotation of ours.
    text = "\n".join(f"\u200b{line}" if line.startswith(">") else line for line in message.text.splitlines())
    is_marked = message.author.kind in _WRITE_MARKS and message.kind is not MessageKind.NOTICE
    drawn = marked(text) if is_marked else paragraphs(text)
    return Written(
        "\n\n".join(part for part in (f"{head}\n{text}", sources) if part),
        f'<p style="{QUIET}">{escape(head)}</p>{drawn}{paragraphs(sources)}',
    )


def _speaker(author: Actor, words: Catalogue, company: str) -> str:
    if author.kind is ActorKind.CUSTOMER:
        return words.labels["you"]
    if author.kind is ActorKind.BOT:
        return author.name if author.name and author.name != "Bot" else words.labels["bot"]
    if author.kind is ActorKind.OPERATOR:
        return author.name or words.labels["team"]
    return company
