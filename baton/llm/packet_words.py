"""A packet as a model is asked for it, and its reply, strictly read."""

import json
import re

import msgspec

from baton.core.packet.draft import PacketDraft
from baton.services.ports.improvements import PacketRequest

MOST = 4_000
"""Characters of one part that are read. A longer one was not written for anybody to read at a glance."""

_FENCE = re.compile(r"^```(?:json)?\s*(.*?)\s*```$", re.DOTALL)


class _Reply(msgspec.Struct, forbid_unknown_fields=True):
    summary: list[str]
    goal: str
    reply: str


def asked(request: PacketRequest) -> str:
    """What the model is shown. The transcript is JSON, so that no line of it can pass for something else."""
    turns = [{"who": who, "said": said} for who, said in request.turns]
    shown = {"transcript": turns, "passages": list(request.passages), "what_the_bot_did": request.packet}
    about = f"Customer's name: {request.customer or 'unknown'}\nLanguage: {request.language}"
    return f"{json.dumps(shown, ensure_ascii=False, indent=1)}\n\n{about}"


def read(content: str) -> PacketDraft | None:
    """The parts of a reply, None where it has another form."""
    content = content.strip()
    fenced = _FENCE.match(content)
    try:
        reply = msgspec.json.decode(fenced[1] if fenced else content, type=_Reply)
    except msgspec.DecodeError:
        return None
    if len(reply.summary) != 2 or max(map(len, (*reply.summary, reply.goal, reply.reply))) > MOST:
        return None
    wish, tried = reply.summary
    return PacketDraft(wish=wish.strip(), tried=tried.strip(), goal=reply.goal.strip(), reply=reply.reply.strip())
