"""What the desk says when the baton changes hands and while it waits, and the bot's own short words, per language.

A sentence that names a moment is a promise: who says it records it, with that moment as its due time.
"""

from collections.abc import Sequence
from datetime import datetime

from baton.core.copy import times
from baton.core.copy.catalogues import Catalogue, Language, catalogue
from baton.core.copy.notice import closed_until, team
from baton.core.decision import Reason
from baton.core.transitions import State
from baton.core.waiting import WaitRange

Slot = tuple[datetime, datetime]
"""From when to when somebody calls."""

_OFFERS = {
    Reason.NO_SOURCE: "offer_no_source",
    Reason.LOW_CONFIDENCE: "offer_low_confidence",
    Reason.CONFLICTING_SOURCES: "offer_low_confidence",
    Reason.TOOL_FAILED: "offer_failed",
    Reason.KNOWLEDGE_FAILED: "offer_failed",
    Reason.MODEL_FAILED: "offer_failed",
    Reason.BOT_FAILED: "offer_failed",
    Reason.ATTACHMENT: "offer_file",
}
_REOPENED = {State.BOT: "reopened_bot", State.QUEUED: "reopened_queue", State.HUMAN: "reopened_person"}


FACTS_SHOWN = 3
"""Facts that the bridge names: enough to show that they arrived, and few enough to read in passing."""


def joined(name: str | None, language: Language, *, facts: Sequence[str] = ()) -> str:
    """The bridge when a person joins: who it is, that they have the details, and the first of those `facts`."""
    words = catalogue(language)
    says = words.text("joined", name=name) if name else words.text("joined_unnamed")
    if not facts:
        return says
    told = ", ".join(words.isolated(fact) for fact in facts[:FACTS_SHOWN])
    return _joined(words, says, f"{words.labels['key_facts']}: {told}.")


def released(name: str | None, language: Language) -> str:
    """A word to the customer when an operator puts the conversation back in the queue, or was lost."""
    words = catalogue(language)
    return words.text("released", name=name) if name else words.text("requeued")


def operator_lost(name: str | None, language: Language) -> str:
    """A word to the customer when their operator's connection was lost, and they are back in the queue."""
    words = catalogue(language)
    return words.text("lost", name=name) if name else words.text("requeued")


def moved_on(language: Language, *, queue: str) -> str:
    """A word to the customer when nobody was free in time, and another queue (its name) has them now."""
    words = catalogue(language)
    return words.text("moved_on", queue=team(queue, words))


def transferred(name: str, language: Language, *, queue: str | None = None, to: str | None = None) -> str:
    """A word to the customer when an operator passes them on, to a queue (its name) or to a person."""
    words = catalogue(language)
    if to:
        return words.text("transferred_person", name=name, to=to)
    return words.text("transferred_queue", name=name, queue=team(queue or "", words))


def handed_back(name: str, language: Language) -> str:
    """The bot's first words after an operator has handed the conversation back."""
    return catalogue(language).text("handed_back", name=name)


def withdrawn(language: Language) -> str:
    """When the customer cancels the wait and is back with the bot."""
    return catalogue(language).text("withdrawn")


def resolved(name: str | None, language: Language) -> str:
    """When the conversation is resolved: by whom, and what to do if it isn't."""
    words = catalogue(language)
    return words.text("resolved", name=name) if name else words.text("resolved_unnamed")


def merged(language: Language) -> str:
    """When the conversation goes on in another one of the same customer."""
    return catalogue(language).text("merged")


def reopened(to: State, language: Language, name: str | None = None) -> str:
    """When a resolved conversation is open again: who has it now."""
    key = _REOPENED[to] if to is not State.HUMAN or name else "reopened_queue"
    return catalogue(language).text(key, name=name or "")


def wait_was_wrong(language: Language, wait: WaitRange | None) -> str:
    """The wait is longer than was told: an apology, and what it is now. It promises that wait."""
    words = catalogue(language)
    return _joined(words, words.text("wait_wrong"), _wait(words, wait))


def waiting_still(language: Language, wait: WaitRange | None) -> str:
    """A sign of life to somebody who has waited for a while. It promises the wait, where there is one."""
    words = catalogue(language)
    return _joined(words, words.text("waiting_still"), _wait(words, wait))


def wait_words(wait: WaitRange, language: Language) -> str:
    """The range alone, as it stands on the widget: "about 5 to 10 minutes"."""
    return times.wait_words(wait, catalogue(language))


def slot_words(slot: Slot, language: Language, *, now: datetime | None = None, zone: str | None = None) -> str:
    """A span alone: "tomorrow between 9:00 AM and 10:00 AM (your time)"."""
    return times.slot_words(slot, now=now, words=catalogue(language), customer_zone=zone)


def ticket_opened(
    language: Language,
    reference: str,
    due: datetime | None,
    *,
    now: datetime | None = None,
    zone: str | None = None,
    opens: datetime | None = None,
) -> str:
    """The request has become a case: its number, by when it is answered or else when the team `opens`, and where. It
    promises `due`, or `opens`.
    """
    words = catalogue(language)
    opened = words.text("now_ticket", reference=reference)
    closed = closed_until(opens, words, now=now, zone=zone)[0] if opens and now and not due else ""
    return _joined(words, opened, _due(words, due, now, zone), closed, words.text("leave"))


def callback_booked(
    language: Language, slot: Slot, phone: str | None, zone: str | None, *, now: datetime | None = None
) -> str:
    """A call is booked: when, on which number where it is known, and what to do if that changes. It promises it."""
    words = catalogue(language)
    told = times.slot_words(slot, now=now, words=words, customer_zone=zone)
    if phone:
        # The slot is the catalogue's own words; the number is the customer's, and is kept from turning them around.
        call = words.clause("now_callback_phone", phone=words.isolated(phone), slot=told)
    else:
        call = words.clause("now_callback", slot=told)
    return _joined(words, call, words.text("leave_callback"), words.text("callback_change"))


def callback_due(language: Language, slot: Slot, zone: str | None = None, *, now: datetime | None = None) -> str:
    """A reminder before a call, and what to do if the time no longer suits."""
    words = catalogue(language)
    told = times.slot_words(slot, now=now, words=words, customer_zone=zone)
    return _joined(words, words.clause("callback_due", slot=told), words.text("callback_change"))


def callback_missed(language: Language) -> str:
    """We called, and nobody answered."""
    return catalogue(language).text("callback_missed")


def callback_again(language: Language) -> str:
    """How to get another call, where none is booked."""
    return catalogue(language).text("callback_again")


def callback_offered(language: Language) -> str:
    """How to be called instead of waiting for a written answer, where a time is free and the number isn't known."""
    return catalogue(language).text("callback_offered")


def email_follow_up(language: Language, email: str) -> str:
    """The answer comes by e-mail: to which address, and that it will be found here too."""
    words = catalogue(language)
    return _joined(words, words.text("now_email", email=email), words.text("leave_email", email=email))


def email_bounced(language: Language, email: str) -> str:
    """An address did not take our e-mail: which, and a request for another."""
    return catalogue(language).text("email_bounced", email=email)


def promise_broken(
    language: Language, new_due: datetime | None, *, now: datetime | None = None, zone: str | None = None
) -> str:
    """We have not kept our word: an apology, that the team knows, and by when it is now. It promises `new_due`."""
    words = catalogue(language)
    return _joined(words, words.text("promise_broken"), _due(words, new_due, now, zone) if new_due else "")


def choose_mode(language: Language) -> str:
    """The question that stands above the modes where several fit."""
    return catalogue(language).text("choose_mode")


def offer(reason: Reason, language: Language, *, brief: bool = False) -> str:
    """The bot can't answer from its sources, or isn't sure: say so, and offer a person."""
    key = _OFFERS.get(reason, "offer_default")
    return catalogue(language).text(f"{key}_brief" if brief else key)


def files_not_read(language: Language) -> str:
    """The bot goes by the words alone, whatever came with them."""
    return catalogue(language).text("files_not_read")


def clarify(choices: Sequence[str], language: Language) -> str:
    """The one clarifying question: between two readings, among several, or open where there are none."""
    words = catalogue(language)
    if len(choices) == 2:
        return words.text("clarify_two", a=choices[0], b=choices[1])
    return words.text("clarify_many" if choices else "clarify_open")


def small_talk(topic: str | None, language: Language) -> str:
    """An answer to `greeting`, `thanks`, `bye`, a no (`decline`), an "ok" (`acknowledged`), or `who` is speaking."""
    key = "decline" if topic == "acknowledged" else topic
    return catalogue(language).text(key if key in ("greeting", "thanks", "bye", "decline", "who") else "greeting")


def _wait(words: Catalogue, wait: WaitRange | None) -> str:
    return words.clause("wait_range", range=times.wait_words(wait, words)) if wait else words.text("wait_unknown")


def _due(words: Catalogue, due: datetime | None, now: datetime | None, zone: str | None) -> str:
    if due is None:
        return words.text("wait_unknown")
    return words.clause("due_by", when=times.when(due, now=now, words=words, customer_zone=zone))


def _joined(words: Catalogue, *parts: str) -> str:
    return words.text("joint").join(part for part in parts if part)
