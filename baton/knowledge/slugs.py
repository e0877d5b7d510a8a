"""Anchors of headings, as GitHub and most static site makers write them."""

import re

_DROPPED = re.compile(r"[^\w\- ]", re.UNICODE)


class Slugs:
    """Gives each heading of one document its anchor; a repeated heading gets -1, -2 and so on."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def anchor(self, heading: str) -> str:
        """The anchor of the next heading with this text."""
        slug = slug_of(heading)
        count = self._seen.get(slug, 0)
        self._seen[slug] = count + 1
        return f"{slug}-{count}" if count else slug


def slug_of(heading: str) -> str:
    """Lower case, punctuation gone, blanks to hyphens."""
    return _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")[:120]
