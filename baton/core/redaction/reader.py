"""Who reads a packet: the language of the words around it, and what is kept from them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from baton.core.copy.catalogues import Catalogue, catalogue
from baton.core.redaction import EVERY, USUAL, Kind, cut, find, replaced, unmarked
from baton.core.values import value

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ISOLATE, _END = "\u2068", "\u2069"
_UNSPACED = ("ja", "zh")


@value
class Reader:
    """The words of a language, and the kinds that are hidden."""

    words: Catalogue
    hidden: frozenset[Kind] = USUAL

    def says(self, key: str, **values: str | int) -> str:
        """A sentence or heading in the reader's language."""
        return self.words.of_team(key, **values)

    def text(self, marked: str) -> str:
        """A text of the packet, with what is hidden from this reader masked."""
        return unmarked(marked, self.hidden, self.instead)

    def masked(self, text: str) -> str:
        """Any other text, marked or not, with what is hidden from this reader masked wherever it can be told."""
        text = self.text(text)
        return replaced(text, find(text, kinds=self.hidden), lambda one: self.instead(one.what, one.tail))

    def beginning(self, text: str, length: int) -> str:
        """The first characters of a text, masked."""
        return self.masked(cut(text, length))

    def around(self, text: str, at: int, *, before: int, length: int) -> str:
        """What stands around a place of a text, masked. What begins or ends within something hidden has all of it."""
        start = max(0, at - before)
        end = start + length
        found = [one for one in find(text, kinds=self.hidden) if one.start < end and start < one.end]
        start, end = min([start, *(one.start for one in found)]), max([end, *(one.end for one in found)])
        moved = [replace(one, start=one.start - start, end=one.end - start) for one in found]
        return replaced(text[start:end], moved, lambda one: self.instead(one.what, one.tail))

    def instead(self, what: str, tail: str = "") -> str:
        """What stands in the place of something that is hidden; `tail` are the last signs of a number."""
        return f"[{self.says(f'mask_{what}', end=tail)}]"

    def quote(self, words: str) -> str:
        """Words that are not the reader's language, in quotation marks, kept from turning the sentence around."""
        turns = self.words.direction == "rtl" or _RTL.search(words)
        return f"“{_ISOLATE}{words}{_END}”" if turns else f"“{words}”"

    def quotes(self, several: Sequence[str]) -> str:
        """Several quotations in a row."""
        return ", ".join(self.quote(one) for one in several)

    def together(self, *sentences: str) -> str:
        """Sentences behind each other, as the language writes them."""
        return ("" if self.words.code.startswith(_UNSPACED) else " ").join(filter(None, sentences))


ENGLISH = Reader(catalogue("en"))
"""Where nobody in particular reads: reports and evaluations."""

STRICT = Reader(catalogue("en"), EVERY)
"""Where it is not known which queue's people read: nothing that any queue masks is shown."""
