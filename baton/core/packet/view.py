"""The one view of a packet: inbox, letters, chat alerts and outside desks are all shown from what is made here.

A frozen packet is data; here it gets its sentences, in the reader's language, with what their queue may not see masked.
The customer's words stay theirs. What is read first keeps to a budget in every language.
"""

import json
from collections.abc import Mapping
from typing import Any

from baton.core.copy.catalogues import Catalogue, catalogue
from baton.core.decision import Reason
from baton.core.packet.draft import PARTS, REPLY
from baton.core.packet.fold import FOLD, fold
from baton.core.packet.frozen import FORM
from baton.core.packet.improved import improved_for
from baton.core.packet.words import count_words, plain, shorten
from baton.core.redaction import NEVER_SHOWN, USUAL, Kind, kinds_in
from baton.core.redaction.reader import ENGLISH, Reader

View = dict[str, Any]

WISH_WORDS, TRIED_WORDS, WHY_WORDS, REASON_WORDS = 17, 13, 10, 14
"""Words of the goal in the summary, of what was tried, of why it stopped, and of that with its evidence."""

_STOPS = ".。।"
"""What ends a sentence, and is left out where its words go on or stand as a label."""

HEADINGS = (
    "packet", "why", "goal", "last_message", "facts", "risks", "tried", "sources_used", "sources_missing",
    "for_operators", "queue", "reply", "customer", "rest", "none", "did_nothing", "masked", "reveal",
    "by_model", "newer", "first_version",
)  # fmt: skip


def shown(packet: View, reader: Reader = ENGLISH) -> View:
    """The packet as its reader sees it, as JSON values."""
    if packet.get("form") != FORM:
        return _as_written(packet, reader)
    says = _why(packet["reason"], reader)
    better = improved_for(packet, reader)
    own_goal = reader.text(packet["goal"])
    summary = _summary(packet, own_goal, better, reader)
    evidence = [reader.text(words) for words in packet["reason"]["evidence"]]
    reason = _with_evidence(says, evidence, reader)
    room = FOLD - 1 - sum(count_words(line) for line in (*summary, reason))
    view = {
        "summary": list(summary),
        "goal": better.get("goal", own_goal),
        "last_message": _last_words(packet, room, reader),
        "facts": [_fact(one, reader) for one in packet["facts"]],
        "tried": [_step(one, reader) for one in packet["tried"]],
        "sources_used": packet["sources_used"],
        "sources_missing": _missing(packet["sources_missing"], reader),
        "for_operators": packet["for_operators"],
        "risk_flags": [_flag(one, reader) for one in packet["risk_flags"]],
        "reason": {
            "code": packet["reason"]["code"],
            "says": reason,
            "rule": packet["reason"]["rule"],
            "evidence": evidence,
        },
        "queue": packet["queue"],
        "suggested_reply": better.get(REPLY, reader.text(packet["suggested_reply"])),
        "customer": _customer(packet["customer"], reader),
        "language": packet["language"],
        "version": 2 if packet.get("improved") else 1,
        "by_model": [part for part in PARTS if part in better],
    }
    about = reader.says("customer") if "wish" in better else _about(packet, reader)
    read = {"wish": better.get("wish", own_goal), "tried": better.get("tried", _tried(packet, reader)), "why": says}
    frame = _frame(view, reader, about=about, **read)
    masked = (_kinds_in(packet) & reader.hidden) - NEVER_SHOWN
    return view | frame | {"masked": sorted(kind.value for kind in masked)}


def desk_words(packet: View, reader: Reader) -> str:
    """What the packet says of the bot's steps and of why it stopped, without a word of the customer's."""
    steps = (_step(one, reader)["what"] for one in packet["tried"])
    return "\n".join((_tried(packet, reader), _why(packet["reason"], reader), *steps))


def for_customer(packet: View, words: Catalogue | None = None) -> View:
    """What the customer may see of it, in their language: their own matter, facts and last words."""
    words = words or catalogue(packet["language"] or packet["customer"]["language"])
    view = shown(packet | {"improved": None}, Reader(words, USUAL))
    goal = view["goal"]
    return {
        "summary": [words.text("reply_matter", matter=goal)] if goal else [],
        "facts": view["facts"],
        "last_message": view["last_message"],
    }


def _frame(view: View, reader: Reader, *, about: str, wish: str, tried: str, why: str) -> View:
    """What goes around the packet: what is read first, the headings, and the language they are in."""
    return {
        "fold": fold(view, about=about, wish=wish, tried=tried, why=why.rstrip(_STOPS)),
        "words": {key: reader.says(key) for key in HEADINGS},
        "shown_in": {"language": reader.words.code, "direction": reader.words.direction},
    }


def _as_written(packet: View, reader: Reader) -> View:
    """A packet of the first form: its sentences are in English and stay so."""
    first, second = [*packet["summary"], "", ""][:2]
    labelled = [one | {"label": reader.says(f"fact_{one['kind']}")} for one in packet["facts"] if one["kind"] != "own"]
    view = packet | {"facts": labelled, "version": 1, "by_model": list[str]()}
    frame = _frame(view, reader, about=first, wish=packet["goal"], tried=second, why=packet["reason"]["says"])
    return view | frame | {"masked": list[str]()}


def _kinds_in(packet: View) -> frozenset[Kind]:
    """What is marked anywhere in a frozen packet."""
    facts = {Kind(one["sensitive"]) for one in packet["facts"] if one["sensitive"]}
    return kinds_in(json.dumps(packet, ensure_ascii=False)) | facts


def _last_words(packet: View, room: int, reader: Reader) -> str:
    """What the customer said last, with the names of the files that they have sent."""
    files = shorten(f"({reader.text(packet['files'])})", room) if packet["files"] else ""
    text = shorten(reader.text(packet["last_message"]), max(room - count_words(files), 0))
    return " ".join(filter(None, (text, files)))


def _about(packet: View, reader: Reader) -> str:
    topic = packet["reason"]["topic"]
    return shorten(plain(topic).capitalize(), 3) if topic else reader.says("customer")


def _summary(packet: View, goal: str, better: Mapping[str, str], reader: Reader) -> tuple[str, str]:
    """What is wanted; what was tried and why it stopped."""
    wants = f"{reader.says('customer')}: {better['wish']}" if "wish" in better else _wants(packet, goal, reader)
    told = (_tried(packet, reader), _why(packet["reason"], reader))
    return wants, better.get("tried") or reader.together(*told)


def _wants(packet: View, goal: str, reader: Reader) -> str:
    if not goal:
        return reader.says("wants_nothing")
    return f"{_about(packet, reader)}: {reader.quote(shorten(goal, WISH_WORDS))}"


def _tried(packet: View, reader: Reader) -> str:
    made = packet["attempts"]
    if not made["answers"]:
        return reader.says("bot_asked" if made["only_asked"] else "bot_none")
    if not made["documents"]:
        return reader.says("bot_answered", n=made["answers"])
    first, *more = made["documents"]
    sources = reader.quote(shorten(first, 5)) + (f" +{len(more)}" if more else "")
    return shorten(reader.says("bot_answered_from", n=made["answers"], sources=sources), TRIED_WORDS)


def _why(reason: View, reader: Reader) -> str:
    topic = reason["topic"]
    if topic:
        return shorten(reader.says("why_topic", topic=plain(topic)), WHY_WORDS)
    # Any other reason comes from a rule of the tenant's own that hands off.
    code = reason["code"] if f"why_{reason['code']}" in ENGLISH.words.team else Reason.WORKFLOW_EXCEPTION.value
    return shorten(reader.says(f"why_{code}"), WHY_WORDS)


def _with_evidence(why: str, evidence: list[str], reader: Reader) -> str:
    room = REASON_WORDS - count_words(why)
    if not evidence or room <= 0:
        return why
    return f"{why.rstrip(_STOPS)}: {reader.quote(shorten(evidence[0], room))}"


def _fact(one: View, reader: Reader) -> View:
    label = one["name"] or reader.says(f"fact_{one['kind']}")
    hidden = one["sensitive"] in reader.hidden
    value = reader.instead(one["sensitive"]) if hidden else one["value"]
    place = {"seq": one["seq"], "start": one["start"], "end": one["end"]}
    return {"label": label, "kind": one["kind"], "value": value, "masked": hidden, **place}


def _step(one: View, reader: Reader) -> View:
    what = reader.says(
        f"did_{one['did']}", words=reader.quote(reader.text(one["words"])), sources=reader.quotes(one["sources"])
    )
    outcome = reader.says(f"came_{one['came']}", words=reader.quote(reader.text(one["answer"])))
    return {"what": what, "outcome": outcome, "seq": one["seq"]}


def _missing(missing: View | None, reader: Reader) -> list[str]:
    if missing is None:
        return []
    items = [reader.text(one) for one in missing["items"]]
    if missing["key"] == "lack_disagree":
        return [reader.says("lack_disagree"), *items]
    words = reader.quotes([shorten(items[0], 20)]) if missing["key"] == "lack_matter" else ", ".join(items)
    return [reader.says(missing["key"], words=words)]


def _flag(flag: View, reader: Reader) -> str:
    said = reader.says(flag["key"]).rstrip(_STOPS)
    about = reader.text(flag["about"])
    return f"{said}: {about}" if about else said


def _customer(customer: View, reader: Reader) -> View:
    def text(value: Any) -> Any:
        return reader.text(value) if isinstance(value, str) else value

    return customer | {
        "name": text(customer["name"]),
        "tags": [text(tag) for tag in customer["tags"]],
        "attributes": {key: text(value) for key, value in customer["attributes"].items()},
    }
