"""A text written anew, without what was found in it. Masked text says what it was."""

from collections.abc import Callable, Collection

from baton.core.redaction.finding import NEAR, Found, find, overwritten
from baton.core.redaction.kinds import NEVER_SHOWN, USUAL, Kind

_INSTEAD = {
    "card": "card ending {end}",
    "bank": "bank account ending {end}",
    "id": "identity number",
    "secret": "hidden",
    "health": "health details",
}


def cut(text: str, length: int) -> str:
    """The beginning of a text, of at most so many characters, that ends before a number or secret and not within it."""
    if len(text) <= length:
        return text
    near = find(text[: length + NEAR], kinds=USUAL)
    return text[: min((one.start for one in near if one.start < length < one.end), default=length)]


def mask(text: str, kinds: Collection[Kind] = USUAL) -> str:
    """The text with what is of these kinds replaced by what it was, in English."""
    return replaced(text, find(text, kinds=kinds), lambda one: instead(one.what, one.tail))


def blank(text: str) -> str:
    """The text with cards and secrets overwritten, sign for sign, so that places in it stay what they were."""
    for one in find(text):
        if one.kind in NEVER_SHOWN:
            text = overwritten(text, one.start, one.end)
    return text


def has_secrets(text: str) -> bool:
    """Whether there is anything in it that no queue is shown."""
    return any(one.kind in NEVER_SHOWN for one in find(text))


def instead(what: str, tail: str) -> str:
    """What stands in the place of something masked, in English."""
    return f"[{_INSTEAD[what].format(end=tail)}]"


def replaced(text: str, found: Collection[Found], by: Callable[[Found], str]) -> str:
    """The text with each of the places written anew."""
    out, done = "", 0
    for one in found:
        out, done = f"{out}{text[done : one.start]}{by(one)}", one.end
    return out + text[done:]
