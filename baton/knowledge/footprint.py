"""What a passage takes in memory, by estimate."""

from baton.core.answers.grounding import Passage

OVERHEAD = 900
"""Bytes that a passage costs beside its texts: the Python objects and its entries in the index (measured)."""


def footprint(passage: Passage) -> int:
    """Bytes that a passage and its entries in the index take."""
    return OVERHEAD + 2 * (len(passage.text) + len(passage.question or "") + len(passage.title) + len(passage.heading))
