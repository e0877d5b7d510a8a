"""What the bot has tried before it stopped, and what came of it, read from the transcript."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.actors import ActorKind
from baton.core.messages import Message, MessageKind
from baton.core.packet_words import shorten
from baton.core.redaction import mask

MAX_TRIED = 8
"""Steps shown, the latest ones."""

_THANKS = re.compile(
    r"\b(?:thank|thanks|thx|great|perfect|danke|gracias|merci|grazie|obrigad|bedankt|dziękuj|teşekkür)|شكر|ありがと",
    re.IGNORECASE,
)
_NO_HELP = re.compile(
    r"\b(?:didn'?t|doesn'?t|did not|does not|not) (?:help|work|solve|answer)|already (?:tried|did)"
    r"|still (?:not|doesn|can)|\bthat'?s not|\bhilft nicht|funktioniert (?:immer noch )?nicht"
    r"|schon (?:probiert|versucht)|no (?:funciona|sirve|ayuda)|ne (?:marche|fonctionne) pas|non funziona"
    r"|não (?:funciona|ajuda)|werkt niet|helpt niet|nie (?:działa|pomaga)|çalışmıyor|işe yaramadı"
    r"|لا يعمل|لم ينجح|できません|解決しません",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tried:
    """One step of the bot, what the customer's next message says of it, and the step's `seq`."""

    what: str
    outcome: str
    seq: int


@dataclass(frozen=True, slots=True)
class SourceUsed:
    """One place in the documents that an answer was taken from."""

    title: str
    heading: str
    url: str | None


def tried(messages: Sequence[Message]) -> tuple[Tried, ...]:
    """The bot's answers, questions and offers, in order, with what came of each."""
    steps = [
        Tried(_what(message), _outcome(messages[place + 1 :]), message.seq)
        for place, message in enumerate(messages)
        if message.author.kind is ActorKind.BOT and message.kind is not MessageKind.NOTICE
    ]
    return tuple(steps[-MAX_TRIED:])


def tried_in_words(messages: Sequence[Message]) -> str:
    """One short sentence: how often the bot answered, from how many documents, and how often it asked."""
    kinds = [message.kind for message in messages if message.author.kind is ActorKind.BOT]
    answers = kinds.count(MessageKind.ANSWER) + kinds.count(MessageKind.TEXT)
    if not answers and MessageKind.CLARIFY in kinds:
        return "The bot asked what was meant."
    if not answers:
        return "The bot gave no answer."
    titles = {source.title for source in sources_used(messages)}
    source = f" from {len(titles)} documents" if titles else ""
    if len(titles) == 1:
        source = f" from “{shorten(titles.pop(), 5)}”"
    return f"The bot answered {_times(answers)}{source}."


def sources_used(messages: Sequence[Message]) -> tuple[SourceUsed, ...]:
    """The places that the bot's answers cite, each once, in order."""
    return tuple(
        dict.fromkeys(
            SourceUsed(citation.title, citation.heading, citation.url)
            for message in messages
            if message.author.kind is ActorKind.BOT
            for citation in message.citations
        )
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _what(message: Message) -> str:
    if message.kind is MessageKind.OFFER:
        return "Offered a person"
    if message.kind is MessageKind.CLARIFY:
        return f"Asked: “{shorten(mask(message.text), 16)}”"
    shown = dict.fromkeys(_place(source) for source in sources_used([message]))
    if shown:
        return f"Answered from {', '.join(list(shown)[:3])}"
    return f"Replied: “{shorten(mask(message.text), 16)}”"


def _place(source: SourceUsed) -> str:
    return f"“{source.title}”" if source.heading in ("", source.title) else f"“{source.title}: {source.heading}”"


def _outcome(after: Sequence[Message]) -> str:
    reply = next((message for message in after if message.author.kind is ActorKind.CUSTOMER), None)
    if reply is None:
        return "No word from the customer yet"
    if _NO_HELP.search(reply.text[:500]):
        return "The customer says that it did not help"
    if _THANKS.search(reply.text[:500]) and "?" not in reply.text:
        return "The customer said thanks"
    return f"The customer wrote: “{shorten(mask(reply.text), 10)}”"
