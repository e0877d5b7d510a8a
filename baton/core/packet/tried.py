"""What the bot has tried before it stopped, and what came of it, read from the transcript. Data: no sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from baton.core.actors import ActorKind
from baton.core.messages import Message, MessageKind
from baton.core.packet.words import shorten
from baton.core.redaction import Marker

MAX_TRIED = 8
"""Steps shown, the latest ones."""

MAX_PLACES = 3
"""Places in the documents that one step names."""

STEP_WORDS, ANSWER_WORDS = 16, 10

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


class Did(StrEnum):
    """What a step of the bot was."""

    ANSWER = "answer"
    ASK = "ask"
    OFFER = "offer"
    REPLY = "reply"


class Came(StrEnum):
    """What the customer's next message says of it."""

    NOTHING = "nothing"
    NO_HELP = "no_help"
    THANKS = "thanks"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One step of the bot: what it was, its words or the places it was taken from, and what came of it."""

    did: Did
    came: Came
    seq: int
    words: str = ""
    sources: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often the bot answered, from which documents, and whether it only asked what was meant."""

    answers: int
    only_asked: bool
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceUsed:
    """One place in the documents that an answer was taken from."""

    title: str
    heading: str
    url: str | None


def tried(messages: Sequence[Message], marks: Marker) -> tuple[Tried, ...]:
    """The bot's answers, questions and offers, in order, with what came of each."""
    steps = [
        _step(message, messages[place + 1 :], marks)
        for place, message in enumerate(messages)
        if message.author.kind is ActorKind.BOT and message.kind is not MessageKind.NOTICE
    ]
    return tuple(steps[-MAX_TRIED:])


def attempts(messages: Sequence[Message]) -> Attempts:
    """The bot's answers, counted."""
    kinds = [message.kind for message in messages if message.author.kind is ActorKind.BOT]
    answers = kinds.count(MessageKind.ANSWER) + kinds.count(MessageKind.TEXT)
    titles = tuple(dict.fromkeys(source.title for source in sources_used(messages)))
    return Attempts(answers, not answers and MessageKind.CLARIFY in kinds, titles)


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


def _step(message: Message, after: Sequence[Message], marks: Marker) -> Tried:
    did = {MessageKind.OFFER: Did.OFFER, MessageKind.CLARIFY: Did.ASK}.get(message.kind)
    places = tuple(dict.fromkeys(_place(source) for source in sources_used([message])))[:MAX_PLACES]
    did = did or (Did.ANSWER if places else Did.REPLY)
    reply = next((message for message in after if message.author.kind is ActorKind.CUSTOMER), None)
    came = _came(reply)
    return Tried(
        did=did,
        came=came,
        seq=message.seq,
        words=shorten(marks.message(message), STEP_WORDS) if did in (Did.ASK, Did.REPLY) else "",
        sources=places if did is Did.ANSWER else (),
        answer=shorten(marks.message(reply), ANSWER_WORDS) if reply and came is Came.WORDS else "",
    )


def _place(source: SourceUsed) -> str:
    return source.title if source.heading in ("", source.title) else f"{source.title}: {source.heading}"


def _came(reply: Message | None) -> Came:
    if reply is None:
        return Came.NOTHING
    if _NO_HELP.search(reply.text[:500]):
        return Came.NO_HELP
    if _THANKS.search(reply.text[:500]) and "?" not in reply.text:
        return Came.THANKS
    return Came.WORDS
