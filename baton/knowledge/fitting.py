"""How long a text is, and a long one in pieces that can be read at a glance."""

from collections.abc import Iterator

from baton.core.reading.sentences import sentences

TARGET_WORDS = 140
"""Words of a passage aimed at: about what a chat window shows without scrolling."""

MAX_WORDS = 200
"""Words above which even a list or a paragraph is cut, between items or sentences."""


def halves(text: str) -> Iterator[str]:
    """A paragraph as it is, or cut between sentences (between words, where there are none) when it is too long."""
    if size_of(text) <= MAX_WORDS:
        yield text
        return
    piece, size = "", 0
    for span in sentences(text):
        for part in _bounded(span.text):
            words = size_of(part)
            if piece and size + words > TARGET_WORDS:
                yield piece
                piece, size = "", 0
            piece = f"{piece}{_between(piece)}{part}" if piece else part
            size += words
    if piece:
        yield piece


def size_of(text: str) -> int:
    """Words; in scripts without spaces, and in unbroken runs, a word for every six characters."""
    return max(text.count(" ") + text.count("\n") + 1, len(text.encode()) // 12)


def _between(piece: str) -> str:
    """What parts two sentences: nothing, in scripts without spaces."""
    return "" if piece[-1] in "。！？｡」』”）" else " "


def _bounded(text: str) -> Iterator[str]:
    limit = MAX_WORDS * 8
    while len(text) > limit:
        at = text.rfind(" ", limit // 2, limit)
        at = at if at > 0 else limit
        yield text[:at].rstrip()
        text = text[at:].lstrip()
    if text:
        yield text
