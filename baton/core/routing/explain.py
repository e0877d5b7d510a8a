"""Why this person, and why a conversation still waits: a code for programs and a sentence for the team.

The causes come from the functions that decide, in the order in which they hold it back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import Any

from baton.core.ids import OperatorId
from baton.core.routing.available import Available, could_take, eligible, rests, speaks
from baton.core.routing.choosing import next_for
from baton.core.routing.need import Need, needs_now, relaxes_at
from baton.core.routing.preferring import is_kept, missed, preference, scarcity


class Why(StrEnum):
    """The causes: why somebody was chosen, why somebody holds it, then why a conversation waits."""

    ONLY_ONE = "only_one"
    OTHERS_REFUSED = "others_refused"
    KNOWS_CUSTOMER = "knows_customer"
    RARE_SKILLS_KEPT_FREE = "rare_skills_kept_free"
    LEAST_LOADED = "least_loaded"
    LONGEST_IDLE = "longest_idle"
    ACCEPTED = "accepted"
    CLAIMED = "claimed"
    TAKEN_OVER = "taken_over"
    PASSED_ON = "passed_on"
    OPENED_AGAIN = "opened_again"
    AGREED = "agreed"
    OFFERED = "offered"
    CLOSED = "closed"
    NOBODY_HERE = "nobody_here"
    NOBODY_FITS = "nobody_fits"
    ALL_REFUSED = "all_refused"
    KEPT_FOR = "kept_for"
    ALL_FULL = "all_full"
    OTHERS_FIRST = "others_first"
    ROOM_KEPT = "room_kept"
    NEXT = "next"
    RELAXES = "relaxes"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: its code, a sentence, and the facts in the sentence (names, ids, moments, counts)."""

    code: Why
    says: str
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known beside the conversation and the operators. Every part may be left out.

    `waiting` are the others who wait. `offered_to` with `offered_until` is an open offer of it. `is_open` and `opens`
    are its queue's hours, `free_at` the moment at which an operator is expected to be free. Times are told in `zone`.
    """

    waiting: Sequence[Need] = ()
    offered_to: str | None = None
    offered_until: datetime | None = None
    is_open: bool = True
    opens: datetime | None = None
    free_at: datetime | None = None
    zone: tzinfo = UTC


_ALONE = Around()


def why_chosen(need: Need, chosen: Available, operators: Sequence[Available], now: datetime) -> Cause:
    """Why `choose` took this operator: the first thing in which they are before the next best."""
    asked = needs_now(need, now)
    others = [one for one in operators if one.id != chosen.id and eligible(asked, one, now)]
    if not others:
        return Cause(Why.ONLY_ONE, f"{chosen.name} is the only one here who can take it and has room.")
    holders = scarcity(operators)
    mine = preference(asked, chosen, missed(asked, chosen, holders))
    ranked = {one.id: preference(asked, one, missed(asked, one, holders)) for one in others}
    second = min(others, key=lambda one: ranked[one.id])
    for code, ours, theirs in zip(_CHOSEN, mine, ranked[second.id], strict=False):
        if ours != theirs:
            return Cause(code, _CHOSEN[code].format(name=chosen.name, second=second.name), {"second": second.id})
    return Cause(Why.LONGEST_IDLE, _CHOSEN[Why.LONGEST_IDLE].format(name=chosen.name), {"second": second.id})


_CHOSEN = {
    Why.OTHERS_REFUSED: "{name} hasn't turned it down, unlike others who could take it.",
    Why.KNOWS_CUSTOMER: "{name} knows this customer.",
    Why.RARE_SKILLS_KEPT_FREE: "{name} can do it, and {second}'s other skills stay free for whoever needs them.",
    Why.LEAST_LOADED: "{name} has more room than the others who could take it.",
    Why.LONGEST_IDLE: "{name} has waited longest for a conversation.",
}
"""The reasons of a choice in the order of `preference`."""


def why_waiting(
    need: Need, operators: Sequence[Available], now: datetime, around: Around = _ALONE
) -> tuple[Cause, ...]:
    """Why nobody has it yet: the decisive cause first, then when it asks for less. Never empty."""
    asked = needs_now(need, now)
    cause = _not_now(around, now) or _nobody(asked, operators, now, around) or _in_line(need, operators, now, around)
    return (cause, *_relaxes(need, now, around))


def _not_now(around: Around, now: datetime) -> Cause | None:
    if around.offered_to and around.offered_until:
        until = around.offered_until
        says = f"It is offered to {around.offered_to} until {_clock(until, now, around, seconds=True)}."
        return Cause(Why.OFFERED, says, {"name": around.offered_to, "until": until})
    if around.is_open:
        return None
    opens = f" until {_clock(around.opens, now, around)}" if around.opens else " and has no opening ahead"
    return Cause(Why.CLOSED, f"Its queue is closed{opens}.", {"opens": around.opens})


def _nobody(asked: Need, operators: Sequence[Available], now: datetime, around: Around) -> Cause | None:
    fit = [one for one in operators if could_take(asked, one)]
    ready = [one for one in fit if not rests(asked, one.id, now)]
    if not operators:
        return Cause(Why.NOBODY_HERE, "No operator is here and available.")
    if not fit:
        missing = _missing(asked, operators)
        says = f"Nobody here has {_listed(missing)}." if missing else "Nobody here has everything it asks for together."
        return Cause(Why.NOBODY_FITS, says, {"missing": missing})
    if not ready:
        again = min(asked.refused[one.id].rests_until for one in fit)
        says = f"Everybody here who could take it has turned it down. Asked again at {_clock(again, now, around)}."
        return Cause(Why.ALL_REFUSED, says, {"until": again})
    return None


def _in_line(need: Need, operators: Sequence[Available], now: datetime, around: Around) -> Cause:
    asked, here = needs_now(need, now), {one.id: one for one in operators}
    known = here.get(asked.knows) if asked.knows else None
    if known and need.kept_until and known.room < asked.weight and is_kept(asked, here, now):
        until = _clock(need.kept_until, now, around, seconds=True)
        says = f"It is kept for {known.name}, who knows this customer, until {until}."
        return Cause(Why.KEPT_FOR, says, {"operator": known.id, "until": need.kept_until})
    able = [one for one in operators if could_take(asked, one) and not rests(asked, one.id, now)]
    free = [one for one in able if one.room >= need.weight]
    if not free:
        return _full(able, now, around)
    return _turn(need, free, here, now, around)


def _full(able: Sequence[Available], now: datetime, around: Around) -> Cause:
    expected = f" Somebody should be free at about {_clock(around.free_at, now, around)}." if around.free_at else ""
    who = (
        f"{able[0].name}, the only one here who could take it, has" if len(able) == 1 else "All who could take it have"
    )
    says = f"{who} no room now.{expected}"
    return Cause(Why.ALL_FULL, says, {"operators": [one.id for one in able], "free_at": around.free_at})


def _turn(
    need: Need, free: Sequence[Available], here: Mapping[OperatorId, Available], now: datetime, around: Around
) -> Cause:
    waiting = [other for other in around.waiting if other.conversation != need.conversation]
    got = {one.id: next_for(one, [*waiting, need], now, here=here) for one in free}
    if first := next((one for one in free if got[one.id] is need), None):
        return Cause(Why.NEXT, f"It is next: {first.name} has room and can take it.", {"operator": first.id})
    if all(other is None for other in got.values()):
        says = "Room is being kept for a conversation that needs more of it and has waited longer."
        return Cause(Why.ROOM_KEPT, says, {"operators": list(got)})
    ahead = sum(other.place < need.place for other in waiting)
    others = "Another conversation comes" if ahead <= 1 else f"{ahead} other conversations come"
    return Cause(Why.OTHERS_FIRST, f"{others} first.", {"ahead": max(1, ahead)})


def _relaxes(need: Need, now: datetime, around: Around) -> tuple[Cause, ...]:
    at = relaxes_at(need, now)
    if at is None:
        return ()
    before, after = needs_now(need, now), needs_now(need, at)
    less = [skill for skill, level in before.skills.items() if after.skills.get(skill, 0) < level]
    less += [f"the language {before.language}"] if before.language != after.language else []
    says = f"From {_clock(at, now, around)} on it asks for less: {_listed(less)}."
    return (Cause(Why.RELAXES, says, {"at": at, "less": less}),) if less else ()


def _missing(asked: Need, operators: Sequence[Available]) -> list[str]:
    """What not one of them has, in words."""
    missing = [
        f"{skill} at level {level}"
        for skill, level in asked.skills.items()
        if not any(one.skills.get(skill, 0) >= level for one in operators)
    ]
    missing += [] if any(speaks(one, asked.language) for one in operators) else [f"the language {asked.language}"]
    served = any(not one.regions or asked.region in one.regions for one in operators)
    missing += [] if served or asked.region is None else [f"the region {asked.region}"]
    missing += [] if any(one.capacity >= asked.weight for one in operators) else [f"a capacity of {asked.weight}"]
    return missing


def _listed(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _clock(moment: datetime, now: datetime, around: Around, *, seconds: bool = False) -> str:
    local = moment.astimezone(around.zone)
    time = f"{local:%H:%M:%S}" if seconds else f"{local:%H:%M}"
    return time if local.date() == now.astimezone(around.zone).date() else f"{local:%A} {local.day} {local:%B}, {time}"
