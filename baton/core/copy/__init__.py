"""Every sentence that the desk or its bot says of itself to a customer, in the customer's language.

A language is one file in `translations/`. `notice` and `said` compose the sentences; `lint` proves each language.
"""

from baton.core.copy.catalogues import Catalogue, catalogue, direction, labels, languages
from baton.core.copy.notice import HandoffFacts, Notice, Question, handoff_notice

__all__ = [
    "Catalogue",
    "HandoffFacts",
    "Notice",
    "Question",
    "catalogue",
    "direction",
    "handoff_notice",
    "labels",
    "languages",
]
