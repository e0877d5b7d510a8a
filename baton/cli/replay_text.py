"""The report of a replay as a support lead reads it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from baton.core.replaying.differing import Change

from .output import count

KEPT = 20
"""Examples of each change that are kept, those that say most."""

SHOWN = 4
"""Examples of each change in the text; `--json` has those that are kept, `--out` has all."""

SAYS: Mapping[str, str] = {
    "earlier": "handoffs come at an earlier turn",
    "appears": "handoffs appear",
    "later": "handoffs come later, by what the customer wrote next",
    "vanishes": "handoffs vanish",
    "other_queue": "handoffs go to another queue",
    "other_reason": "handoffs have another reason",
    "other_priority": "handoffs have another priority",
    "other_rule": "decisions come by another rule",
    "becomes": "decisions become others",
    "person_offered": "answers put a person beside",
    "person_not_offered": "answers no longer put a person beside",
}
"""What becomes of a turn, in words."""

Values = Mapping[str, Any]
_ORDER = [change.value for change in Change]


def read_first(items: Iterable[Values]) -> list[Any]:
    """The differences that say most, by what becomes of them; of the same words the latest alone."""
    latest = {(one["change"], one["text"].casefold()): one for one in sorted(items, key=lambda one: str(one["at"]))}
    in_order = sorted(latest.values(), key=lambda one: (_ORDER.index(one["change"]), -one["weight"], str(one["at"])))
    by_change = groupby(in_order, key=lambda one: one["change"])
    return [one for _, some in by_change for one in [*some][:KEPT]]


def text(found: Values, name: str) -> str:
    """The report in sections, the gist first."""
    parts = [_gist(found, name), _changes(found), *_handoffs(found), _load(found), _examples(found["read_first"])]
    return "\n\n".join(part for part in parts if part)


def _gist(found: Values, name: str) -> str:
    totals = found["totals"]
    read, differ = totals.get("conversations", 0), totals.get("different", 0)
    if not read:
        return f"Nobody wrote in the last {count(found['days'], 'day')}. There is nothing to try {name} on."
    of = f" (of {found['of']:,})" if found["of"] > read else ""
    lines = [
        f"{count(read, 'conversation')}{of} of {count(found['days'], 'day')}, "
        f"{count(totals.get('compared', 0), 'decision')} taken again in {found['seconds']:.1f} s.",
        f"Under {name} {count(differ, 'conversation')} ({differ / read:.1%}) would have gone otherwise.",
    ]
    if after := totals.get("not_comparable"):
        lines.append(f"{count(after, 'decision')} after a first difference can't be compared.")
    if odd := totals.get("not_the_same"):
        lines.append(
            f"{count(odd, 'decision')} of an older Baton can't be taken again to the letter, and are left out."
        )
    if looked := totals.get("by_sources_of_today"):
        lines.append(f"{count(looked, 'turn')} had not been looked up then: told by the sources as they are today.")
    return "\n".join(lines)


def _changes(found: Values) -> str:
    changes: Values = found["changes"]
    lines = [
        f"  {changes[name]['count']:>7,} {SAYS[name]}: {_listed(changes[name].get('reasons', {}))}"
        for name in _ORDER
        if name in changes
    ]
    becomes = [
        f"  {number:>7,} {was} > {now}"
        for was, some in found["becomes"].items()
        for now, number in some.items()
        if was != now
    ]
    return "\n".join([*(["What changes"] if lines else []), *lines, *(["Of these"] if becomes else []), *becomes])


def _listed(counted: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in sorted(counted.items(), key=lambda one: -one[1]))


def _handoffs(found: Values) -> Iterable[str]:
    handoffs: Values = found["handoffs"]
    if not handoffs:
        return
    yield _table("Handoffs", {"all": handoffs["total"]})
    for name, title in (("reasons", "By reason"), ("queues", "By queue"), ("languages", "By language")):
        if len(handoffs[name]) > 1 or name == "reasons":
            yield _table(title, handoffs[name])


def _table(title: str, rows: Mapping[str, Mapping[str, int]]) -> str:
    wide = max(18, *(len(name) for name in rows))
    lines = [f"{title:<{wide + 2}}  {'was':>7} {'would be':>9}"]
    for name, one in sorted(rows.items(), key=lambda row: -max(row[1].values())):
        was, would = one.get("was", 0), one.get("would_be", 0)
        lines.append(f"  {name:<{wide}}  {was:>7,} {would:>9,} {f'{would - was:+,}' if would != was else '':>7}")
    return "\n".join(lines)


def _load(found: Values) -> str:
    load, days = found["load"], found["days"]
    lines: list[str] = []
    for queue, dates in sorted(load.get("days", {}).items()):
        was, would = (sum(one.get(side, 0) for one in dates.values()) / days for side in ("was", "would_be"))
        hour, busiest = max(load["half_hours"][queue].items(), key=lambda one: (max(one[1].values()), one[0]))
        then, now = (busiest.get(side, 0) / days for side in ("was", "would_be"))
        most = max(max(one.get("was", 0), one.get("would_be", 0)) for one in dates.values())
        lines.append(
            f"  {queue:<18}  a day {was:.1f} > {would:.1f}, at most {most:,}; in its busiest half hour, {hour}, "
            f"{then:.2f} > {now:.2f}"
        )
    return "\n".join(["Load, was > would be", *lines]) if lines else ""


def _examples(items: Sequence[Values]) -> str:
    lines: list[str] = []
    for change, some in groupby(items, key=lambda one: one["change"]):
        for one in [*some][:SHOWN]:
            words = " ".join(str(one["text"]).split()) or "a file without words"
            lines.append(f"  {change:<15} “{words[:90]}”")
            today = ", by the sources of today" if one["by_sources_of_today"] else ""
            lines.append(f"    was {_verdict(one['was'])}; would be {_verdict(one['now'])}{today}")
            lines.append(f"    {one['conversation_id']}, message {one['seq']}")
    return "\n".join(["Read these first", *lines]) if lines else ""


def _verdict(one: Values) -> str:
    place = f" to {one['queue']}" if one.get("queue") else ""
    beside = ", with a person beside" if one.get("offers_person") and one["kind"] != "offer" else ""
    return f"{one['kind']}{place}, {one['reason']} ({one['rule']}){beside}"
