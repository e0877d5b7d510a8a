"""Text to Slack and from it: what it escapes, and the marks that it puts around addresses, people and channels."""

import re

MOST_TEXT = 3_000
"""Characters of a section; Slack refuses a message with a longer one. A longer text is cut, and says so."""

_MARK = re.compile(r"<([^<>]+)>")
_COMMAND = re.compile(r"!(\w+)\s*(.*)", re.DOTALL)


def escaped(text: str) -> str:
    """A text as Slack is to show it, so that nothing in it calls anybody or becomes a link with another name."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fitted(text: str, most: int = MOST_TEXT) -> str:
    """An escaped text that Slack takes; where it was longer, its beginning. No escape is cut in two."""
    if len(text) <= most:
        return text
    return f"{re.sub(r'&[a-z]{0,3}$', '', text[: most - 1])}…"


def quoted(text: str) -> str:
    """Somebody's words, set apart, whatever they hold. A text of more than Slack takes is cut."""
    return "\n".join(f">{line}" for line in fitted(escaped(text), 2_500).splitlines())


def plain(text: str) -> str:
    """What somebody wrote in Slack, as a customer is to read it: addresses as they are, no marks."""
    return _MARK.sub(_unmarked, text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def calls_somebody(text: str) -> bool:
    """Whether it names a person, a group or a channel of Slack's, whom a customer doesn't know."""
    return any(found[1].startswith(("@", "#", "!")) for found in _MARK.finditer(text))


def command(text: str) -> tuple[str, str] | None:
    """The word after a `!` at the beginning, in small letters, and what follows it. None where there is none such."""
    found = _COMMAND.match(text)
    return (found[1].lower(), found[2].strip()) if found else None


def _unmarked(found: re.Match[str]) -> str:
    mark, _, label = found[1].partition("|")
    if mark.startswith(("@", "#", "!")):
        return f"{mark[0].replace('!', '@')}{label.lstrip('@#') or mark[1:]}"
    if mark.startswith(("mailto:", "tel:")):
        return label or mark.partition(":")[2]
    # What the customer has to be able to open is the address; a label that differs stands before it.
    is_same = not label or mark.rstrip("/").removeprefix("https://").removeprefix("http://") == label.rstrip("/")
    return mark if is_same or label == mark else f"{label} ({mark})"
