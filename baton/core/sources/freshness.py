"""Sources that nobody has looked through for too long, and what that takes from an answer that rests on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baton.core.answers.grounding import Grounding
from baton.core.ids import SourceId
from baton.core.values import altered


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The policy's view of old sources: after how many days without a look they are stale, and what is left of an
    answer's confidence then. 0 days: only a review date that has passed makes a source stale."""

    stale_after_days: int = 0
    stale_trust: float = 0.8


@dataclass(frozen=True, slots=True)
class Dates:
    """When a source was last compared with what it is read from, and the day by which it should be looked through."""

    name: str
    checked_at: datetime
    review_on: date | None = None


def is_stale(dates: Dates, trust: Trust, now: datetime) -> bool:
    """Whether the day of review has passed, or, where none is set, too many days since the last look."""
    if dates.review_on is not None:
        return dates.review_on < now.date()
    return trust.stale_after_days > 0 and now - dates.checked_at > timedelta(days=trust.stale_after_days)


def weighed_by_age(grounding: Grounding, sources: Mapping[SourceId, Dates], trust: Trust, now: datetime) -> Grounding:
    """The grounding with the age of what it cites, and less confidence where a source that it cites is stale."""
    ids = dict.fromkeys(SourceId(citation.source_id) for citation in grounding.citations)
    cited = [sources[id] for id in ids if id in sources]
    if not cited:
        return grounding
    oldest = max((now - dates.checked_at).days for dates in cited)
    stale = tuple(dates.name for dates in cited if is_stale(dates, trust, now))
    left = round(grounding.confidence * trust.stale_trust, 3) if stale else grounding.confidence
    return altered(grounding, confidence=left, age_days=oldest, stale=stale)
