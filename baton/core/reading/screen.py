"""Whether any of many expressions could match a text, asked of all of them at once.

RE2 runs over the text once, however many expressions there are; of Python's own only those are then tried that could
match. A screen may let a text through that none of them matches, and never holds one back that one does.
"""

import re
from collections.abc import Collection, Sequence
from typing import Any, cast

import re2  # pyright: ignore[reportMissingTypeStubs]

_WORD = r"[\pL\pN\pM_]"
_EDGE = re.compile(r"\\b")
_ANY = re.compile(r"\\w")


class Screen:
    """Several of Python's expressions, told apart by their place. They must not look around, nor refer back.

    Raises ValueError for an expression that RE2 does not know.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        options = cast(Any, re2.Options())
        options.case_sensitive = False
        options.log_errors = False
        self._set = cast(Any, re2.Set).SearchSet(options)
        for pattern in patterns:
            # RE2 knows edges of words for unaccented letters only. Without them more gets through, and nothing less.
            try:
                self._set.Add(_ANY.sub(lambda _: _WORD, _EDGE.sub("", pattern)))
            except Exception as refused:
                raise ValueError(f"RE2 does not know {pattern}: {refused}") from refused
        self._set.Compile()

    def first(self, text: str) -> int | None:
        """The place of the first expression that could match, None where none can."""
        return min(self.all(text), default=None)

    def all(self, text: str) -> Collection[int]:
        """The places of all expressions that could match."""
        # RE2 reads UTF-8, which has no place for half a character.
        return self._set.Match(text.encode("utf-8", "replace")) or ()
