"""How old a source is that an answer rests on: as the line says, or else as the files of the folder do."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from baton.core.answers.grounding import Grounding
from baton.core.ids import DocumentId, SourceId
from baton.core.sources.freshness import Dates, Trust, weighed_by_age
from baton.services.evaluation.circumstances import Circumstances

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment of lines that name none where no folder is read: only its distance from a source's date counts."""


@dataclass(frozen=True, slots=True)
class Ages:
    """When each file of the folder was changed last, and the moment from which lines without a date look back."""

    changed: Mapping[DocumentId, datetime] = field(default_factory=dict[DocumentId, datetime], hash=False)
    now: datetime = LONG_AGO


NO_AGES = Ages()
"""Nothing is known of any file."""


def aged(grounding: Grounding, met: Circumstances, files: Ages, trust: Trust) -> Grounding:
    """The grounding with the age of what it cites.

    An age that the line gives makes its sources stale as on the desk. A file's date only tells `source_age`: a desk
    that took the folder in today would have looked at all of it today.
    """
    if met.source_age is not None:
        now = met.situation.at or files.now
        seen = now - timedelta(days=met.source_age)
        ids = {SourceId(citation.source_id) for citation in grounding.citations}
        return weighed_by_age(grounding, {id: Dates(id, seen) for id in ids}, trust, now)
    cited = {citation.passage_id for citation in grounding.citations}
    documents = (hit.passage.document_id for hit in grounding.hits if hit.passage.id in cited)
    dates = [files.changed[id] for id in documents if id in files.changed]
    if not dates:
        return grounding
    return replace(grounding, age_days=max(0, ((met.situation.at or files.now) - min(dates)).days))
