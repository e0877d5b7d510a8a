"""What a reader speaks, as an Accept-Language header says it."""

from baton.core.copy.catalogues import FALLBACK, catalogue
from baton.core.reading.language_tags import primary

MOST = 20
"""Languages that are looked at: nobody reads more, and the header comes from outside."""


def spoken(header: str | None) -> str | None:
    """The code of the first language of the header that there is a catalogue for, the most wanted first."""
    wanted = [_wanted(part) for part in (header or "").split(",")[:MOST]]
    for _, tag in sorted((one for one in wanted if one[0] > 0), key=lambda one: -one[0]):
        found = catalogue(tag).code
        # An unknown language comes as English; only who asks for English gets it.
        if found != FALLBACK or primary(tag) == FALLBACK:
            return found
    return None


def _wanted(part: str) -> tuple[float, str]:
    tag, _, quality = part.partition(";q=")
    try:
        weight = float(quality) if quality else 1.0
    except ValueError:
        weight = 0.0
    tag = tag.strip().casefold()
    return (weight, tag) if tag and tag != "*" else (0.0, "")
