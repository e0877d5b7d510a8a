"""Rows of sources, documents and passages as values."""

from typing import Any

import asyncpg

from baton.core.answers.grounding import Passage
from baton.core.audience import AudienceRule, Mark, MarkedBy, SourceAudience
from baton.services.ports.sources import DocumentEntry, Source


def to_source(row: asyncpg.Record | None) -> Source:
    """A row of the sources' columns with the counts of their documents."""
    values: dict[str, Any] = dict(row or {})
    rules = tuple(AudienceRule(rule["match"], SourceAudience(rule["audience"])) for rule in values["rules"])
    return Source(**(values | {"audience": SourceAudience(values["audience"]), "rules": rules}))


def rules_of(source: Source) -> list[dict[str, str]]:
    """A source's rules as they are kept."""
    return [{"match": rule.match, "audience": rule.audience.value} for rule in source.rules]


def to_entry(row: asyncpg.Record) -> DocumentEntry:
    """A document in its source's list."""
    values: dict[str, Any] = dict(row)
    audience, by, why = (values.pop(key) for key in ("audience", "audience_by", "audience_why"))
    return DocumentEntry(**values, mark=Mark(SourceAudience(audience), MarkedBy(by), why) if audience else None)


def to_passage(row: asyncpg.Record) -> Passage:
    """A row of passage columns with the audience that holds for it: the narrower one, where it had another then."""
    audiences = [SourceAudience(row[key]) for key in ("audience", "audience_now", "audience_last") if row.get(key)]
    return Passage(
        id=row["id"],
        source_id=row["source_id"],
        document_id=row["document_id"],
        title=row["title"],
        heading=row["heading"],
        text=row["text"],
        question=row["question"],
        url=row["url"],
        anchor=row["anchor"],
        start=row["start_at"],
        end=row["end_at"],
        version=row["version"],
        language=row["language"],
        about=row["about"],
        audience=next(one for one in audiences if all(one.may_read(other) for other in audiences)),
    )
