"""What requests about sources say."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from baton.core.audience import SourceAudience
from baton.core.sources.schedule import Schedule
from baton.services.websites import websites

_Name = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)]


class EntryIn(BaseModel):
    """A question with its answer."""

    model_config = ConfigDict(extra="forbid")
    question: str
    answer: str
    url: str | None = None


class RuleIn(BaseModel):
    """Documents whose path or title fits `match` are for `audience`."""

    model_config = ConfigDict(extra="forbid")
    match: _Name
    audience: SourceAudience


class ChangeIn(BaseModel):
    """`PATCH /v1/sources/{id}`. Without `audience` or `rules` these stay; `owner` and `review_on` are as given."""

    model_config = ConfigDict(extra="forbid")
    audience: SourceAudience | None = None
    rules: list[RuleIn] | None = Field(default=None, max_length=100)
    owner: _Name | None = None
    review_on: date | None = None


class MarkIn(BaseModel):
    """`PUT /v1/sources/{id}/documents/{document_id}/audience`"""

    model_config = ConfigDict(extra="forbid")
    audience: SourceAudience


class ScheduleIn(BaseModel):
    """`PUT /v1/sources/{id}/schedule`"""

    model_config = ConfigDict(extra="forbid")
    schedule: Schedule


class SourceIn(BaseModel):
    """`POST /v1/sources` in JSON: one document's `content`, direct `entries`, or a website's `url` with its limits."""

    model_config = ConfigDict(extra="forbid")
    name: _Name = ""
    url: str | None = None
    pages: int = Field(default=500, ge=1, le=websites.MOST_PAGES)
    depth: int = Field(default=8, ge=0, le=websites.MOST_DEPTH)
    schedule: Schedule | None = None
    content: str | None = None
    media_type: _Name | None = None
    entries: list[EntryIn] | None = Field(default=None, max_length=10_000)
    audience: SourceAudience | None = None
