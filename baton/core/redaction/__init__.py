"""Masking what not everybody needs to read: cards, secrets, numbers of papers, words on health.

`patterns` tell them, `finding` reads one text, `rewriting` writes it without them, `marking` keeps what a queue may
hide and another may show.
"""

from baton.core.redaction.finding import Found, find, is_card
from baton.core.redaction.kinds import EVERY, NEVER_SHOWN, USUAL, Kind
from baton.core.redaction.marking import Marker, kinds_in, marker, quoted_from, unmarked
from baton.core.redaction.rewriting import blank, cut, has_secrets, mask, replaced

__all__ = [
    "EVERY",
    "NEVER_SHOWN",
    "USUAL",
    "Found",
    "Kind",
    "Marker",
    "blank",
    "cut",
    "find",
    "has_secrets",
    "is_card",
    "kinds_in",
    "marker",
    "mask",
    "quoted_from",
    "replaced",
    "unmarked",
]
