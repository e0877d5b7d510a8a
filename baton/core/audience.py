"""For whom a source is: customers too, operators, or admins alone.

Whoever asks reads what is meant for them and what is meant for more people than them; nothing else exists for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from baton.core.actors import Role
from baton.core.reading.internal_words import internal_words


class SourceAudience(StrEnum):
    """Who may read a source: everyone (`public`), the team's operators, or admins (`internal`)."""

    PUBLIC = "public"
    OPERATORS = "operators"
    INTERNAL = "internal"

    def may_read(self, other: "SourceAudience") -> bool:
        """Whether somebody of this audience may read what is meant for the other."""
        return _WIDEST_FIRST.index(other) <= _WIDEST_FIRST.index(self)


_WIDEST_FIRST = (SourceAudience.PUBLIC, SourceAudience.OPERATORS, SourceAudience.INTERNAL)

_READERS = {
    Role.ADMIN: SourceAudience.INTERNAL,
    Role.OPERATOR: SourceAudience.OPERATORS,
    Role.READONLY: SourceAudience.OPERATORS,
}


def reader_of(role: Role) -> SourceAudience:
    """As whom a role reads. An outside bot speaks to customers, so it reads what customers may."""
    return _READERS.get(role, SourceAudience.PUBLIC)


class MarkedBy(StrEnum):
    """What marked a document: its own front matter, a rule of its source, a guess that waits for a person, a person."""

    DOCUMENT = "document"
    RULE = "rule"
    PROPOSED = "proposed"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class AudienceRule:
    """Documents whose path or title fits `match` ("internal/*", "Internal: *") are for `audience`."""

    match: str
    audience: SourceAudience

    def fits(self, name: str, title: str) -> bool:
        """Whether a document is meant, upper and lower case alike."""
        wanted = self.match.casefold()
        return fnmatchcase(name.casefold(), wanted) or fnmatchcase(title.casefold(), wanted)


@dataclass(frozen=True, slots=True)
class Mark:
    """A document's own audience, in the place of its source's. `why` are the words or the rule that it rests on."""

    audience: SourceAudience
    by: MarkedBy
    why: str = ""


def mark_of(
    name: str,
    title: str,
    text: str,
    *,
    own: SourceAudience | None = None,
    source: SourceAudience = SourceAudience.PUBLIC,
    rules: Sequence[AudienceRule] = (),
) -> Mark | None:
    """The mark of a document as it is read, None where its source's audience holds for it.

    What the document says of itself comes first, then the first rule that fits. A document of a public source that
    reads like an internal procedure is kept from customers until a person has looked at it.
    """
    if own is not None:
        return Mark(own, MarkedBy.DOCUMENT)
    rule = next((rule for rule in rules if rule.fits(name, title)), None)
    if rule is not None:
        return Mark(rule.audience, MarkedBy.RULE, rule.match)
    words = internal_words(title, text) if source is SourceAudience.PUBLIC else ""
    return Mark(SourceAudience.OPERATORS, MarkedBy.PROPOSED, words) if words else None
