"""The shape of a language's file."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """How one language says what the desk listens for.

    `groups` are named lists of words that patterns refer to as `<name>`; `phrases` are patterns by what they show;
    `keys` are words worth recognising when misspelt by one letter, `known` real words that look like such a
    misspelling. `spellings` are other ways to write the same ("ue" for "ü"), tried for the whole file. `baton/core/triggers/patterns.py` says how a
    pattern is written. Capitals and accents don't matter.
    """

    language: str
    groups: Mapping[str, str]
    phrases: Mapping[str, str] = field(default_factory=dict[str, str])
    keys: str = ""
    known: str = ""
    spellings: tuple[tuple[str, str], ...] = ()
