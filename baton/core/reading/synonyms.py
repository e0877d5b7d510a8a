"""Words that may stand for each other, and broader words for a thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from baton.core.reading.synonym_groups import GROUPS
from baton.core.reading.tokens import tokens


@dataclass(frozen=True, slots=True)
class Kind:
    """Broader words, what they are worth beside the narrower one (0..1), and the things that are of that kind.

    `ours` says that it holds only for what the sources name: "furniture" says nothing of pianos to who sells none.
    """

    words: str
    worth: float
    members: str
    ours: bool = True


_KINDS: dict[str, tuple[Kind, ...]] = {
    "en": (
        Kind(
            "furniture",
            0.7,
            """sofa couch settee armchair chair stool bench table desk bed wardrobe cupboard cabinet shelf bookcase
            bookshelf dresser chest drawers sideboard""",
        ),
        Kind("part", 0.7, "screw bolt nut dowel hinge handle knob leg hook castor bracket", ours=False),
        Kind("lighting", 0.7, "lamp light lantern chandelier"),
        Kind("clothes clothing", 0.7, "shirt dress skirt trousers jeans jacket coat sweater socks"),
        Kind("device", 0.7, "phone laptop tablet computer printer television camera"),
        Kind(
            "alcohol drink beverage",
            0.7,
            """beer wine cocktail whisky whiskey vodka gin rum champagne prosecco liquor lager ale cider merlot
            chardonnay sauvignon""",
            ours=False,
        ),
        Kind("vehicle", 0.7, "car van bike motorbike truck"),
        Kind("animal", 0.7, "dog cat rabbit hamster parrot"),
        Kind(
            "item product",
            0.35,
            """sofa couch armchair chair table desk bed wardrobe shelf bookcase lamp rug mattress pillow cushion curtain
            mirror vase plate shirt dress shoes jacket coat phone laptop tablet camera book toy""",
        ),
        Kind(
            "country abroad international overseas",
            0.8,
            """france germany spain italy portugal netherlands holland belgium switzerland austria poland sweden norway
            denmark finland greece turkey america usa canada australia japan china india brazil mexico europe""",
            ours=False,
        ),
    ),
}
"""Broader words that a page may use for what a customer names. One way only: a page on sofas says nothing of furniture
at large."""


MATERIALS: dict[str, frozenset[str]] = {
    "en": frozenset(
        (
            *("oak", "walnut", "pine", "beech", "ash", "birch", "wooden", "wood", "metal", "steel", "brass", "glass"),
            *("marble", "leather", "velvet", "linen", "cotton", "wool", "rattan", "plastic", "ceramic", "porcelain"),
        )
    )
}
"""What things are made of, as written: a page on tables is on oak tables too."""


def synonyms(stem: str, language: str | None) -> frozenset[str]:
    """Stems that may stand for `stem` in that language, without itself; mostly none."""
    return _table((language or "en")[:2]).get(stem, frozenset())


def kinds(stem: str, language: str | None, *, is_known: bool = True) -> Mapping[str, float]:
    """Stems of the broader words for the thing that `stem` names, with what they are worth; mostly none.

    `is_known` says whether the sources name the thing itself.
    """
    found = _kinds((language or "en")[:2], is_known)
    return found.get(stem, {})


@lru_cache(maxsize=32)
def _table(code: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in GROUPS.get(code, "").strip().splitlines():
        group = frozenset(tokens(line, code))
        for stem in group:
            table[stem] = table.get(stem, frozenset()) | (group - {stem})
    return table


@lru_cache(maxsize=32)
def _kinds(code: str, is_known: bool) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for kind in _KINDS.get(code, ()):
        if kind.ours and not is_known:
            continue
        wide = tokens(kind.words, code)
        for stem in tokens(kind.members, code):
            table.setdefault(stem, {}).update({word: kind.worth for word in wide if word != stem})
    return table
