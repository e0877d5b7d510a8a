"""Every sentence that the desk or its bot says of itself to a customer, in the customer's language.

A language is one gettext catalogue in `locale/`; the template there is English. `notice`, `said` and `waits` compose
the sentences; `lint` proves each language.
"""

from baton.core.copy.catalogues import Catalogue, Language, catalogue, direction, labels, languages
from baton.core.copy.notice import HandoffFacts, Notice, Question, handoff_notice
from baton.core.copy.spoken import spoken

__all__ = [
    "Catalogue",
    "HandoffFacts",
    "Language",
    "Notice",
    "Question",
    "catalogue",
    "direction",
    "handoff_notice",
    "labels",
    "languages",
    "spoken",
]
