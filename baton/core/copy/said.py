"""What the desk says when the baton changes hands, and the bot's own short words, per language."""

from collections.abc import Sequence

from baton.core.copy.catalogues import catalogue
from baton.core.copy.notice import team
from baton.core.decision import Reason
from baton.core.transitions import State

_OFFERS = {
    Reason.NO_SOURCE: "offer_no_source",
    Reason.LOW_CONFIDENCE: "offer_low_confidence",
    Reason.CONFLICTING_SOURCES: "offer_low_confidence",
    Reason.TOOL_FAILED: "offer_failed",
    Reason.KNOWLEDGE_FAILED: "offer_failed",
    Reason.MODEL_FAILED: "offer_failed",
    Reason.BOT_FAILED: "offer_failed",
}
_REOPENED = {State.BOT: "reopened_bot", State.QUEUED: "reopened_queue", State.HUMAN: "reopened_person"}


def joined(name: str | None, language: str | None) -> str:
    """The bridge when a person joins: who it is, and that they have the details."""
    words = catalogue(language)
    return words.text("joined", name=name) if name else words.text("joined_unnamed")


def released(name: str | None, language: str | None) -> str:
    """A word to the customer when an operator puts the conversation back in the queue, or was lost."""
    words = catalogue(language)
    return words.text("released", name=name) if name else words.text("requeued")


def transferred(name: str, language: str | None, *, queue: str | None = None, to: str | None = None) -> str:
    """A word to the customer when an operator passes them on, to a queue (its name) or to a person."""
    words = catalogue(language)
    if to:
        return words.text("transferred_person", name=name, to=to)
    return words.text("transferred_queue", name=name, queue=team(queue or "", words))


def handed_back(name: str, language: str | None) -> str:
    """The bot's first words after an operator has handed the conversation back."""
    return catalogue(language).text("handed_back", name=name)


def withdrawn(language: str | None) -> str:
    """When the customer cancels the wait and is back with the bot."""
    return catalogue(language).text("withdrawn")


def resolved(name: str | None, language: str | None) -> str:
    """When the conversation is resolved: by whom, and what to do if it isn't."""
    words = catalogue(language)
    return words.text("resolved", name=name) if name else words.text("resolved_unnamed")


def reopened(to: State, language: str | None, name: str | None = None) -> str:
    """When a resolved conversation is open again: who has it now."""
    key = _REOPENED[to] if to is not State.HUMAN or name else "reopened_queue"
    return catalogue(language).text(key, name=name or "")


def offer(reason: Reason, language: str | None, *, brief: bool = False) -> str:
    """The bot can't answer from its sources, or isn't sure: say so, and offer a person."""
    key = _OFFERS.get(reason, "offer_default")
    return catalogue(language).text(f"{key}_brief" if brief else key)


def clarify(choices: Sequence[str], language: str | None) -> str:
    """The one clarifying question: between two readings, among several, or open where there are none."""
    words = catalogue(language)
    if len(choices) == 2:
        return words.text("clarify_two", a=choices[0], b=choices[1])
    return words.text("clarify_many" if choices else "clarify_open")


def small_talk(topic: str | None, language: str | None) -> str:
    """An answer to `greeting`, `thanks`, `bye`, or the question `who` is speaking."""
    key = topic if topic in ("greeting", "thanks", "bye", "who") else "greeting"
    return catalogue(language).text(key)
