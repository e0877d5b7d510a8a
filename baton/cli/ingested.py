"""What came of an ingest, in words for people and in fields for programs."""

from collections.abc import Sequence
from typing import Any

from baton.core.sources.similar import Twin
from baton.services.knowledge.keeping import Ingested, Skipped

from .output import count

MOST_TWINS = 20
"""Lines about twins that are shown; two versions of a whole help centre make hundreds."""


MOST_WHYS = 20
"""Reasons that are shown where nothing could be read."""


def for_programs(done: Sequence[Ingested]) -> dict[str, Any]:
    """The summary as JSON's values."""
    last = {item.source.id: item.source for item in done}
    return {
        "sources": [{"id": source.id, "name": source.name} for source in last.values()],
        "documents": sum(source.documents for source in last.values()),
        "passages": sum(source.passages for source in last.values()),
        "added": sum(item.added for item in done),
        "changed": sum(item.changed for item in done),
        "unchanged": sum(item.unchanged for item in done),
        "gone": sum(item.gone for item in done),
        "to_approve": sum(source.to_approve for source in last.values()),
        "skipped": [{"name": skip.name, "why": skip.why} for item in done for skip in item.skipped],
        "twins": [
            {"name": twin.name, "twin": twin.twin, "share": round(twin.share, 2)}
            for item in done
            for twin in item.twins
        ],
    }


def said(done: Sequence[Ingested]) -> str:
    """The summary as a person reads it."""
    lines = [
        f"{source.name}: {count(source.documents, 'document')}, {count(source.passages, 'passage')} to answer from."
        for source in {item.source.id: item.source for item in done}.values()
    ]
    sums = for_programs(done)
    gone = f", {sums['gone']} gone" if sums["gone"] else ""
    lines.append(f"{sums['added']} new, {sums['changed']} changed, {sums['unchanged']} unchanged{gone}.")
    if sums["to_approve"]:
        held = count(sums["to_approve"], "document reads", "documents read")
        lines.append(
            f"{held} like internal procedures. Customers get to see nothing of that until somebody approves it in the "
            "console, under Sources."
        )
    twins = [twin for item in done for twin in item.twins]
    if twins:
        lines.append(
            f"{count(len(twins), 'document says', 'documents say')} nearly what another says; keep one of each two:"
        )
        lines += [f"  {_twin(twin)} ({twin.share:.0%})" for twin in twins[:MOST_TWINS]]
        lines += [f"  and {len(twins) - MOST_TWINS} more (--json lists them all)"] if len(twins) > MOST_TWINS else []
    skipped = [skip for item in done for skip in item.skipped]
    if skipped:
        lines.append(f"{len(skipped)} skipped:")
        lines += [f"  {why_of(skip)}" for skip in skipped]
    return "\n".join(lines)


def nothing_in(skipped: Sequence[Skipped]) -> str:
    """What is said where nothing could be read at all, with the first reasons."""
    more = len(skipped) - MOST_WHYS
    lines = ["Nothing could be read, and nothing was kept."]
    lines += [f"  {why_of(skip)}" for skip in skipped[:MOST_WHYS]]
    lines += [f"  and {more} more"] if more > 0 else []
    return "\n".join(lines)


def _twin(twin: Twin) -> str:
    return f"{twin.name} is like {twin.twin}{' of another source' if twin.name == twin.twin else ''}"


def why_of(skip: Skipped) -> str:
    """One line with the name and why it was left out."""
    return skip.why if skip.why.startswith(skip.name) else f"{skip.name}: {skip.why}"
