"""Talk that belongs to nobody's help centre: what the classifier of scope learns an answer is *not* asked for by.

Written for this purpose, in `background.txt`. General questions, small talk, half sentences, and messages in which a
word of any company occurs by chance. A line that a company has as a wording of its own is left out for it.
"""

from importlib import resources

_LINES = (resources.files("baton.knowledge") / "background.txt").read_text(encoding="utf-8")

BACKGROUND: tuple[str, ...] = tuple(line for line in _LINES.splitlines() if line)
"""One message each."""
