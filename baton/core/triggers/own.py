"""Words of the tenant's own that its policy's conditions name: phrases and regular expressions."""

from baton.core.policy.model import Policy, Words
from baton.core.signals import Signal, SignalKind
from baton.core.triggers.heard import Heard


def own_words(text: str, heard: Heard, policy: Policy) -> list[Signal]:
    """One signal for each set of words that the message holds, with the words as evidence."""
    said = ((words.key, _said(text, heard, words)) for words in policy.words)
    return [Signal(SignalKind.OWN_WORDS, 1.0, evidence, key) for key, evidence in said if evidence]


def _said(text: str, heard: Heard, words: Words) -> tuple[str, ...]:
    phrases = heard.quotes(heard.all(f"words:{words.key}"))
    matches = (pattern.find(text) for pattern in words.patterns)
    return phrases or tuple(match for match in matches if match)
