"""The messages and forms that the desk shows in Slack, made of the packet's view: what is masked comes masked."""

from typing import Any

from baton.core.conversation import Conversation, holder
from baton.core.packet.text import as_head
from baton.core.policy.dispositions import Disposition
from baton.core.slack.connection import Verb
from baton.core.slack.text import escaped, fitted
from baton.core.transitions import State
from baton.core.waiting import told_view

View = dict[str, Any]

ACTION = "baton_"
"""What the ids of our buttons and forms begin with."""

OPEN = "baton_open"
NOTE_FIELDS = {
    "note": "What the bot should know",
    "promised": "What you promised the customer",
    "do_not_touch": "What the bot must leave alone",
}
"""What can be told when handing back, of `HANDBACK_FIELDS`; the inbox has them all."""

_MOST_FACTS = 10
_LABELS = {
    Verb.CLAIM: "Claim",
    Verb.HAND_BACK: "Hand back…",
    Verb.RELEASE: "Release",
    Verb.RESOLVE: "Resolve…",
}


def first_message(packet: View | None, now: Conversation, *, url: str, elsewhere: str = "") -> View:
    """The message at the head of a thread: the packet in short, how it stands, and what can be done.

    `elsewhere` is the channel in which it goes on, where it does.
    """
    says, blocks = _packet(packet) if packet else ("A customer waits for a person.", list[View]())
    stands = f"Goes on in {escaped(elsewhere)}." if elsewhere else escaped(_stands(now))
    about = [stands, *_about(packet, now)]
    blocks.append({"type": "context", "elements": [{"type": "mrkdwn", "text": fitted(one)} for one in about]})
    blocks.append({"type": "actions", "elements": _buttons(now, url, is_over=bool(elsewhere))})
    return {"text": fitted(escaped(says)), "blocks": blocks}


def _packet(packet: View) -> tuple[str, list[View]]:
    """The packet in a line, and in blocks: where it waits, why, its two lines and its facts."""
    facts = [f"*{escaped(one['label'])}*\n{escaped(one['value'])}" for one in packet["facts"][:_MOST_FACTS]]
    title = " · ".join(filter(None, (packet["queue"]["name"], packet["customer"]["name"] or "a customer")))
    says = as_head(packet)
    blocks: list[View] = [
        {"type": "header", "text": {"type": "plain_text", "text": title[:150]}},
        _section(f"*{escaped(packet['reason']['says'])}*\n{escaped(says)}"),
    ]
    if facts:
        blocks.append({"type": "section", "fields": [{"type": "mrkdwn", "text": fitted(one, 2000)} for one in facts]})
    return f"{title}: {says}", blocks


def hand_back_form(where: str) -> View:
    """The form that asks what the bot should know. `where` comes back with it."""
    fields = [
        {
            "type": "input",
            "block_id": name,
            "optional": True,
            "label": {"type": "plain_text", "text": label},
            "element": {"type": "plain_text_input", "action_id": "said", "multiline": True, "max_length": 1000},
        }
        for name, label in NOTE_FIELDS.items()
    ]
    return _form(Verb.HAND_BACK, where, "Hand back to the bot", "Hand back", fields)


def resolve_form(where: str, dispositions: tuple[Disposition, ...]) -> View:
    """The form that asks how it ended, where the company keeps count of that, and for a note. `where` comes back."""
    shown = [one for one in dispositions if not one.retired][:100]
    options = [{"text": {"type": "plain_text", "text": one.name[:75]}, "value": one.id} for one in shown]
    ended: View = {"type": "input", "block_id": "disposition", "optional": True}
    ended["label"] = {"type": "plain_text", "text": "How it ended"}
    ended["element"] = {"type": "static_select", "action_id": "said", "options": options}
    note: View = {"type": "input", "block_id": "note", "optional": True}
    note["label"] = {"type": "plain_text", "text": "Note for the team"}
    note["element"] = {"type": "plain_text_input", "action_id": "said", "multiline": True, "max_length": 1000}
    return _form(Verb.RESOLVE, where, "Resolve", "Resolve", [ended, note] if options else [note])


def _form(verb: Verb, where: str, title: str, submit: str, fields: list[View]) -> View:
    return {
        "type": "modal",
        "callback_id": f"{ACTION}{verb.value}",
        "private_metadata": where,
        "title": {"type": "plain_text", "text": title},
        "submit": {"type": "plain_text", "text": submit},
        "close": {"type": "plain_text", "text": "Cancel"},
        "blocks": fields,
    }


def _section(text: str) -> View:
    return {"type": "section", "text": {"type": "mrkdwn", "text": fitted(text)}}


def _stands(now: Conversation) -> str:
    if now.state is State.HUMAN:
        return f"🟢 {holder(now)} Answer in this thread."
    return f"{'🟠' if now.state is State.QUEUED else '⚪'} {holder(now)}"


def _about(packet: View | None, now: Conversation) -> list[str]:
    """Language and wait, where they are known."""
    told = told_view(now.handoff.told) if now.handoff and now.state is State.QUEUED else None
    wait = f"Told to wait {_minutes(told['low_s'])} to {_minutes(told['high_s'])} min" if told else ""
    place = f"place {now.handoff.position}" if now.handoff and now.handoff.position and told else ""
    language = f"Writes in {packet['language']}" if packet and packet["language"] else ""
    waits = ", ".join(filter(None, (wait, place)))
    return [escaped(one) for one in (waits, language) if one]


def _minutes(seconds: float) -> int:
    return max(1, round(seconds / 60))


def _buttons(now: Conversation, url: str, *, is_over: bool) -> list[View]:
    verbs: tuple[Verb, ...] = ()
    if now.state is State.QUEUED and not is_over:
        verbs = (Verb.CLAIM,)
    if now.state is State.HUMAN and not is_over:
        verbs = (Verb.RESOLVE, Verb.HAND_BACK, Verb.RELEASE)
    pressed = [_button(verb, is_first=n == 0) for n, verb in enumerate(verbs)]
    link: View = {"type": "button", "action_id": OPEN, "url": url}
    return [*pressed, link | {"text": {"type": "plain_text", "text": "Open in Baton"}}]


def _button(verb: Verb, *, is_first: bool) -> View:
    said = {"type": "plain_text", "text": _LABELS[verb]}
    button: View = {"type": "button", "action_id": f"{ACTION}{verb.value}", "text": said}
    return button | {"style": "primary"} if is_first else button
