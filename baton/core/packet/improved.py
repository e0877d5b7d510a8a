"""What a model has made of a frozen packet: kept beside it as data, and laid over it when it is read.

The packet that the program froze stays as it was. Whoever reads gets the model's words only where these are in their
language and nothing more is masked for them than was when the model was asked.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from baton.core.actors import ActorKind
from baton.core.copy.catalogues import Catalogue
from baton.core.messages import Message, MessageKind
from baton.core.packet.draft import PARTS, REPLY, Evidence, Improvement
from baton.core.reading.language_tags import primary
from baton.core.redaction import Kind, Marker, marker
from baton.core.redaction.reader import Reader

View = dict[str, Any]

OWN_WORDS = ("goal", REPLY)
"""Parts that are in the customer's language, whoever reads; the others are the team's to read."""


def kept(improvement: Improvement, *, language: str, hidden: Collection[Kind], marks: Marker) -> View:
    """An improvement as it is stored: its words with marks of what may be masked, and for whom they were written."""
    draft = improvement.draft
    said = {"wish": draft.wish, "tried": draft.tried, "goal": draft.goal, REPLY: draft.reply}
    return {
        **{part: marks.text(text) for part, text in said.items()},
        "language": language,
        "hidden": sorted(kind.value for kind in hidden),
    }


def improved_for(packet: View, reader: Reader) -> Mapping[str, str]:
    """The parts that the reader gets in the model's words, by name; empty where the program's stay."""
    improved = packet.get("improved")
    if improved is None or not reader.hidden <= {Kind(kind) for kind in improved["hidden"]}:
        return {}
    speaks = primary(reader.words.code) == improved["language"]
    parts = PARTS if speaks else OWN_WORDS
    return {part: reader.text(improved[part]) for part in parts if improved[part]}


def spoken(messages: Sequence[Message], reader: Reader) -> list[tuple[ActorKind, str]]:
    """What was said to and by the customer, in order, with what is hidden from the reader masked."""
    marks = marker(messages)
    said = [one for one in messages if one.kind is not MessageKind.NOTE and one.text.strip()]
    return [(one.author.kind, reader.text(marks.message(one))) for one in said]


def cited(messages: Sequence[Message], reader: Reader) -> tuple[str, ...]:
    """The passages that answers were taken from, each led by its title, once."""
    quotes = (
        "\n".join(filter(None, (one.title, one.heading, one.quote))) for said in messages for one in said.citations
    )
    return tuple(dict.fromkeys(reader.masked(quote) for quote in quotes))


def evidence(messages: Sequence[Message], packet: View, reader: Reader, *, language: str, told: str) -> Evidence:
    """What a draft on these messages is held against. `told` is what the packet says in the desk's own words."""
    said = spoken(messages, reader)
    name = packet["customer"]["name"]
    return Evidence(
        language=language,
        customer=tuple(text for who, text in said if who is ActorKind.CUSTOMER),
        desk=(*(text for who, text in said if who is not ActorKind.CUSTOMER), *cited(messages, reader)),
        packet=told,
        name=reader.text(name) if name else "",
        courtesy=_courtesy(reader.words),
        transcript=tuple(messages),
    )


def _courtesy(words: Catalogue) -> str:
    return " ".join(words.text(key) for key in ("reply_hello", "reply_thanks", "reply_read", "reply_look"))
