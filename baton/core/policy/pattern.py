"""A tenant's own regular expressions, run by RE2: whatever is written, a search takes time in proportion to its text.

RE2 knows `\\b` and `\\w` for unaccented letters only, which would miss "Kündigung" and every other script, so they
are refused with what to write instead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast
from unicodedata import normalize

import re2  # pyright: ignore[reportMissingTypeStubs]

MAX_PATTERN = 500
"""Characters of one regular expression."""

MAX_MEMORY = 1 << 20
"""Bytes that one compiled expression and its automaton may take; RE2 grows slower, never larger."""

MAX_QUOTE = 80
"""Characters of a match that are kept as evidence."""

_ASCII_ONLY = re.compile(r"(?<!\\)(?:\\\\)*\\([bBwW])")
_LETTERS = r"Write [\pL\pN] for a letter or digit, and (?:^|[^\pL\pN]) for where a word begins."


class BadPattern(ValueError):
    """An expression that can't be used. `hint` says what to write instead; it may be empty."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """A regular expression, ready to search. Two are the same where their text is."""

    text: str
    _compiled: Any = field(compare=False, repr=False)

    def find(self, message: str) -> str | None:
        """The words of the message that match first, or None. Capitals and compatibility forms don't matter."""
        readable = message.encode("utf-8", "replace").decode()  # half a surrogate pair has no place in UTF-8
        found = self._compiled.search(normalize("NFKC", readable))
        return None if found is None else str(found.group(0)).strip()[:MAX_QUOTE]

    def places(self, message: str) -> Iterator[tuple[int, int]]:
        """Where the message as it stands matches, from and to. Capitals don't matter."""
        readable = message.encode("utf-8", "replace").decode()
        yield from ((found.start(), found.end()) for found in self._compiled.finditer(readable))


def own_pattern(text: str) -> OwnPattern:
    """The expression, compiled. Raises BadPattern with a sentence about what is wrong with it."""
    if len(text) > MAX_PATTERN:
        raise BadPattern(f"This expression has {len(text)} characters; {MAX_PATTERN} is the most.")
    found = _ASCII_ONLY.search(text)
    if found:
        raise BadPattern(f"`\\{found[1]}` knows unaccented letters only.", _LETTERS)
    compiled = _compile(text)
    if compiled.search("") is not None:
        raise BadPattern("This expression matches every message.", "Make at least one character of it needed.")
    return OwnPattern(text, compiled)


def _compile(text: str) -> Any:
    engine = cast("Any", re2)
    options = engine.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = MAX_MEMORY
    try:
        return engine.compile(text, options)
    except engine.error as refused:
        said = refused.args[0] if refused.args else refused
        what = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
        hint = "Look-ahead, look-behind and back-references don't exist in RE2." if "(?" in text or "\\" in text else ""
        raise BadPattern(f"This is no regular expression: {what}.", hint) from None
