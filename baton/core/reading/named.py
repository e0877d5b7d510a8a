"""What a text names as it is written: addresses, telephone numbers and names, which a passage has or has not."""

import re

_LITERAL = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+")
_DIALLED = re.compile(r"(?<!\d)\+?\d[\d ()/-]{6,}\d(?![\d.,]\d)")
_OPENS = re.compile(r"[.!?:…»“\"(\[\n|•*-]\s*$")
NOUNS_WITH_CAPITALS = frozenset(("de", "lb"))


def literals(text: str) -> list[str]:
    """The web and e-mail addresses of `text`."""
    return [found.rstrip(".,;:!?)") for found in _LITERAL.findall(text)]


def without_dialled(text: str, source: str) -> str:
    """The text without the telephone numbers that its source has too, however either groups them."""
    known = [re.sub(r"\D", "", one) for one in _DIALLED.findall(source)]
    for one in _DIALLED.findall(text):
        if re.sub(r"\D", "", one) in known:
            text = text.replace(one, " ")
    return text


def spelt(word: str) -> frozenset[str]:
    """The ways in which a word may stand in a text: without its plural or genitive, and the parts of a compound."""
    bare = re.sub(r"['’]s$", "", word.strip("*_.,;:!?()[]\"'“”«»|").casefold())
    return frozenset((bare, bare.rstrip("s"), *re.split(r"[-/'’]", bare))) - {""}


def is_name(word: str, before: str, code: str) -> bool:
    """Whether a word that stands after `before` is written as names are: with capitals or digits, not merely first."""
    if not any(letter.isalpha() for letter in word):
        return False
    if any(letter.isdigit() for letter in word) or (len(word) > 1 and any(letter.isupper() for letter in word[1:])):
        return True
    opens = not before.strip() or _OPENS.search(before) is not None
    return word[0].isupper() and not opens and code not in NOUNS_WITH_CAPITALS
