"""What a thread is told of an event, in a line or two. None where there is nothing to tell."""

from baton.core.actors import ActorKind
from baton.core.events import Event, EventKind
from baton.core.messages import Message
from baton.core.redaction.reader import Reader
from baton.core.slack.text import escaped, quoted
from baton.core.views import Standing


def line(event: Event, standing: Standing, reader: Reader) -> str | None:
    """The event as the thread's next message, in mrkdwn. Words of customer and team are masked for the queue."""
    if event.message is not None:
        return _said(event, event.message, reader)
    who = escaped(event.actor.name or "")
    because = event.data.get("reason") or event.data.get("why")
    why = f" {quoted(reader.masked(str(because)))}" if because and event.actor.kind is ActorKind.OPERATOR else ""
    match event.kind:
        case EventKind.HANDOFF_CLAIMED:
            return f"*{who}* has claimed it, and answers from now on."
        case EventKind.TAKEN_OVER:
            return f"*{who}* has taken it over, and answers from now on.{_after(why)}"
        case EventKind.HANDOFF_REQUEUED:
            return f"It waits in *{_queue(event)}* now.{_after(why)}"
        case EventKind.RELEASED:
            return f"*{who}* has put it back: it waits again.{_after(why)}" if who else "It waits again."
        case EventKind.TRANSFERRED:
            return f"*{who or 'The desk'}* has passed it on. {_now(standing)}{_after(why)}"
        case EventKind.HANDED_BACK:
            note = "\n".join(str(one) for one in event.data.values())
            return f"*{who}* has handed it back to the bot.{_after(quoted(reader.masked(note)) if note else '')}"
        case EventKind.HANDOFF_WITHDRAWN:
            return "The customer no longer waits for a person. The bot goes on."
        case EventKind.RESOLVED:
            return f"Resolved{_by(event)}."
        case EventKind.REOPENED:
            return f"Reopened{_by(event)}. {_now(standing)}"
        case EventKind.MODE_CHOSEN:
            return f"The customer has chosen: {escaped(str(event.data.get('mode', '')))}."
        case _:
            return None


def _said(event: Event, message: Message, reader: Reader) -> str:
    author = message.author
    name = escaped(author.name or "")
    match event.kind:
        case EventKind.MESSAGE_RECEIVED:
            head = f"*{name or 'The customer'}* writes:"
        case EventKind.NOTE_ADDED:
            head = f"🔒 Note by *{name or 'the desk'}*, for the team alone:"
        case EventKind.ANSWER_SENT:
            head = "The bot answers:"
        case _:
            head = f"*{name}* answers:"
    files = "".join(f"\n>📎 {escaped(one.name)}" for one in message.attachments)
    return f"{head}\n{quoted(reader.masked(message.text))}{files}"


def _by(event: Event) -> str:
    if event.actor.kind is ActorKind.CUSTOMER:
        return " by the customer"
    return f" by *{escaped(event.actor.name)}*" if event.actor.name else ""


def _queue(event: Event) -> str:
    return escaped(str(event.data.get("queue_name") or event.data.get("queue") or "another queue"))


def _now(standing: Standing) -> str:
    owner = standing.owner
    match standing.state:
        case "human":
            return f"*{escaped(owner.name or 'An operator')}* holds it now."
        case "queued":
            return "It waits for a person."
        case "bot":
            return "The bot holds it."
        case _:
            return ""


def _after(text: str) -> str:
    return f"\n{text.strip()}" if text else ""
