"""What an operator gets: the packet with its budget and its proof, and what must never be read in it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from baton.core.events import Event
from baton.core.messages import Message
from baton.core.packet.fold import FOLD, words_above_fold
from baton.core.packet.view import shown
from baton.core.redaction.reader import Reader
from baton.core.rehearsing.scene import Remark, fault, look, passed
from baton.core.rehearsing.seen import Seen
from baton.core.trail.masking import masked_data


def packet(seen: Seen, reader: Reader, said: Sequence[Message]) -> Iterator[Remark]:
    """Whether the packet is read in five seconds, and each of its facts stands where it says."""
    handoff = seen.conversation.handoff
    if handoff is None or handoff.packet is None:
        yield look("No person was called, so there is no packet.", room="policy")
        return
    view = shown(dict(handoff.packet), reader)
    yield from _budget(view)
    yield from _facts(handoff.packet["facts"], said)
    yield from _tried(handoff.packet["tried"], said)
    if not view["suggested_reply"].strip():
        yield fault("It suggests no first reply.")


def transcript(said: Sequence[Message], letter: str) -> Iterator[Remark]:
    """Whether the conversation as a letter has every message whole and in order, each answer with its sources."""
    at, lost = 0, 0
    for one in said:
        found = letter.find(one.text, at)
        lost += found < 0
        at = max(found, at)
    missing = [cited.title for one in said for cited in one.citations if f"[{cited.n}] {cited.title}" not in letter]
    if lost:
        yield fault(f"The transcript lacks {lost} of {len(said)} messages, or has them out of order.")
    elif missing:
        yield fault(f"The transcript lacks the source {missing[0]}.")
    else:
        yield passed(f"The transcript has all {len(said)} messages, in order, with their sources.")


def folded(seen: Seen, reader: Reader) -> tuple[str, ...]:
    """The lines that the operator reads first."""
    handoff = seen.conversation.handoff
    if handoff is None or handoff.packet is None:
        return ()
    view = shown(dict(handoff.packet), reader)
    facts = [f"{one['label']}: {one['value']}" for one in view["facts"]]
    return (*view["summary"], view["reason"]["says"], *facts, *view["risk_flags"])


def masked(
    seen: Seen, reader: Reader, secret: str, *, events: Sequence[Event], replies: Sequence[str]
) -> Iterator[Remark]:
    """Whether a secret that the customer wrote is read nowhere but in their own message."""
    handoff = seen.conversation.handoff
    view = shown(dict(handoff.packet), reader) if handoff and handoff.packet else {}
    told = [masked_data(one.data, reader) for one in events]
    places = {"the packet": _text(view), "the log": _text(told), "what the customer reads": "\n".join(replies)}
    found = [where for where, text in places.items() if _has(text, secret)]
    yield from (fault(f"{where[0].upper()}{where[1:]} shows it unmasked.") for where in found)
    if seen.is_handed_over and not found:
        yield passed("A person is called, and it is masked in packet and log.")
    elif not found:
        hint = "Add {when: sensitive_data, then: handoff}, unless you want it so."
        yield look("It is masked in the log, and no person is called, by your rules.", hint, "policy")


def _budget(view: Mapping[str, Any]) -> Iterator[Remark]:
    words = words_above_fold(dict(view))
    if words > FOLD:
        yield fault(f"{words} words are read first, more than {FOLD}: it takes longer than five seconds.")
    else:
        yield passed(f"{words} words are read first, {FOLD} at most: five seconds.")


def _facts(facts: Sequence[Mapping[str, Any]], said: Sequence[Message]) -> Iterator[Remark]:
    by_seq = {one.seq: one.text for one in said}
    wrong = [one for one in facts if not _stands(one, by_seq)]
    yield from (fault(f"A fact doesn't stand where it points: {one['kind']}.") for one in wrong)
    if not facts:
        yield look("No fact was found in what the customer wrote.", "Write `facts` of your own.", "policy")
    elif not wrong:
        yield passed(f"{len(facts)} {'fact points' if len(facts) == 1 else 'facts point'} to the message it stands in.")


def _stands(fact: Mapping[str, Any], by_seq: Mapping[int, str]) -> bool:
    """Whether the words at its place are there and are its own; the value itself may be written another way."""
    words = by_seq.get(fact["seq"], "")[fact["start"] : fact["end"]]
    return bool(words.strip()) and _signs(fact["value"])[:3] == _signs(words)[:3]


def _tried(steps: Sequence[Mapping[str, Any]], said: Sequence[Message]) -> Iterator[Remark]:
    known = {one.seq for one in said}
    if any(one["seq"] not in known for one in steps):
        yield fault("A step of the bot's points to no message.")


def _signs(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _text(view: Any) -> str:
    return json.dumps(view, ensure_ascii=False, default=str)


def _has(text: str, secret: str) -> bool:
    return secret in text or _signs(secret) in _signs(text)
