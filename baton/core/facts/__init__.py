"""Key facts that a customer has typed, each with its receipt: the message it stands in, and where.

`words` and `things` are the patterns, `finding` reads one message, `reading` a conversation, `own` a tenant's patterns.
"""

from baton.core.facts.fact import Fact, FactKind
from baton.core.facts.own import OwnFact
from baton.core.facts.reading import extract

__all__ = ["Fact", "FactKind", "OwnFact", "extract"]
