"""The report of an evaluation as a support lead reads it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .output import count

SHOWN = 12
"""Examples in the text; `--json` has them all."""

Values = Mapping[str, Any]


def text(found: Values) -> str:
    """The report in sections, the gist first."""
    parts = [_gist(found), _decisions(found)]
    if found["handoff"]:
        parts += [_table("", "All", [{"name": "all lines", **found["handoff"]}])]
        parts += [_table(f"By {kind}", kind, names) for kind, names in found["groups"].items() if len(names) > 1]
    parts += [_scores("Asks for a person", found["asks_for_person"]), _scores("In scope", found["in_scope"])]
    parts += [_confused(found["confused"]), _read_first(found["read_first"])]
    parts += [_what_next(found), _skipped(found["skipped"])]
    return "\n\n".join(part for part in parts if part)


def _gist(found: Values) -> str:
    lines = [f"{count(found['rows'], 'line')} in {found['seconds']:.1f} s."]
    if found["checked"]:
        share = found["as_expected"] / found["checked"]
        lines.append(f"{found['as_expected']:,} of {found['checked']:,} as expected ({share:.1%}).")
    elif found["rows"]:
        lines.append('To see how good that is, give lines an "expected" such as "handoff".')
    return " ".join(lines)


def _decisions(found: Values) -> str:
    rows = found["rows"]
    if not rows:
        return ""
    lines = ["What the bot would do"]
    lines += [f"  {kind:<10} {count:>8,}  {count / rows:>6.1%}" for kind, count in found["decisions"].items()]
    reasons = ", ".join(f"{reason} {count:,}" for reason, count in found["handoff_reasons"].items())
    return "\n".join([*lines, *([f"  handed off because of: {reasons}"] if reasons else [])])


def _table(title: str, first: str, names: Iterable[Values]) -> str:
    shown = list(names)
    wide = max(len(first), *(len(one["name"]) for one in shown))
    wide = min(wide, 36)
    late = any(one["late_rate"] for one in shown)
    head = f"  {first:<{wide}}  {'rows':>7} {'needed':>7} {'handed':>7}  {'precision':>9} {'recall':>7} {'false':>6}"
    lines = [*([title] if title else []), head + (f" {'late':>6}" if late else "")]
    for one in shown:
        line = f"  {one['name'][:wide]:<{wide}}  {one['rows']:>7,} {one['needed']:>7,} {one['handed_off']:>7,}  "
        line += f"{_percent(one['precision']):>9} {_percent(one['recall']):>7} {_percent(one['false_rate']):>6}"
        lines.append(line + (f" {_percent(one['late_rate']):>6}" if late else ""))
    return "\n".join(lines)


def _scores(title: str, scores: Values | None) -> str:
    if not scores:
        return ""
    ranked = scores["auroc"]
    told = f": a yes ranks above a no {ranked:.1%} of the time (AUROC)" if ranked is not None else ""
    lines = [f"{title}, {count(scores['rows'], 'line')}{told}", "  score      lines  really yes"]
    lines += [f"  {b['from']:.1f}-{b['to']:.1f} {b['rows']:>8,}  {b['yes']:>9.0%}" for b in scores["calibration"]]
    return "\n".join(lines)


def _confused(pairs: Sequence[Values]) -> str:
    if not pairs:
        return ""
    wide = max(len(pair["expected"]) for pair in pairs)
    lines = [f"  {pair['rows']:>6,}  {pair['expected']:<{wide}}  became  {pair['got']}" for pair in pairs]
    return "\n".join(["Expected, and what it became", *lines])


def _read_first(examples: Sequence[Values]) -> str:
    if not examples:
        return ""
    lines = ["Read these first"]
    for one in examples[:SHOWN]:
        heard = f" (heard: {one['evidence'][:100]})" if one["evidence"] else ""
        lines.append(f"  line {one['line']}, {one['id']}: “{one['text']}”")
        lines.append(f"    expected {one['expected']}, got {one['got']}{heard}")
    if len(examples) > SHOWN:
        lines.append(f"  {len(examples) - SHOWN} more with --json.")
    return "\n".join(lines)


def _what_next(found: Values) -> str:
    """What can be done about what went wrong, by where most of it lies; nothing where all is as expected."""
    handoff = found["handoff"]
    if not handoff or not found["read_first"]:
        return ""
    lines = ["What to do next"]
    if missed := round(handoff["needed"] * (1 - (handoff["recall"] or 0))):
        lines.append(f"  {count(missed, 'line')} needed a person and got none: give the topic your customers' words")
        lines.append("    (phrases or examples in the policy), or set it to `always`.")
    if needless := round(handoff["handed_off"] * (1 - (handoff["precision"] or 0))):
        lines.append(f"  {count(needless, 'line')} called a person for nothing: where a topic does that often and your")
        lines.append("    documents answer it, leave it out of the policy.")
    lines.append('  Why one was decided so, signal by signal:  baton policy explain POLICY "the message"')
    lines.append("  What a change would do to all of them:     run this again with --policy")
    return "\n".join(lines)


def _skipped(skipped: Values) -> str:
    if not skipped["count"]:
        return ""
    lines = [f"{count(skipped['count'], 'line')} left out"]
    lines += [f"  line {one['line']}: {one['why']}" for one in skipped["first"]]
    if skipped["count"] > len(skipped["first"]):
        lines.append(f"  and {skipped['count'] - len(skipped['first']):,} more.")
    return "\n".join(lines)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"
