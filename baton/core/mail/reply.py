"""What a person wrote in a mail, without what their program quoted below it.

By shape and not by words, line by line and so in linear time: mails come in every language, and from strangers who
may send a text made to keep a clever pattern busy for minutes. Where nothing would be left, everything is.
"""

import re

MARKER = "────────"
"""Begins and ends the line above our own mails' text; what stands below it in an answer is ours, quoted."""

_MARKED = re.compile(rf"[>\s*_|]*{MARKER}\s?.{{0,120}}{MARKER}[\s*_]*")
_QUOTED = re.compile(r"\s*[>|]")
_RULE = re.compile(r"\s*(?:_{5,}|-{5,}|={5,}|-{2,}.{2,60}-{2,})\s*")
_HEADER = re.compile(r"\s*[*_]{0,2}[^\W\d_][\w .'’-]{0,24}[*_]{0,2}\s?[:：][*_]{0,2}\s*\S")
_SENT_FROM = re.compile(
    r"(?i)(?:sent from my |sent from (?:outlook|mail|yahoo)|get outlook for |gesendet von |von meinem .{0,40}gesendet"
    r"|envoyé (?:de|depuis) |enviado (?:desde|do) |inviato da |verzonden (?:vanaf|met) |wysłane z |skickat från "
    r"|sendt fra |отправлено )"
)
_HEADERS_AT_LEAST = 3
"""Lines such as `From: …` in a row that an older mail begins with, one of them with an address."""

_ATTRIBUTION_LINES = 3
"""Lines that `On Monday, Maria <m@example.com> wrote:` may be broken into."""


def written(text: str) -> str:
    """The part of a mail's text that its sender wrote for this mail."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = lines[: _end(lines)]
    while kept and not kept[-1].strip():
        kept.pop()
    if kept and _SENT_FROM.match(kept[-1].strip()):
        kept.pop()
    return "\n".join(kept).strip() or text.strip()


def _end(lines: list[str]) -> int:
    """How many lines from the top are the sender's own."""
    for n, line in enumerate(lines):
        if _MARKED.fullmatch(line[:300]):
            return _above_attribution(lines, n)
        if line.rstrip("\r") in ("-- ", "--") and any(before.strip() for before in lines[:n]):
            return n
        if _begins_older_mail(lines, n):
            return n
    return _above_attribution(lines, _quoted_tail(lines))


def _quoted_tail(lines: list[str]) -> int:
    """Where the quotation begins that runs to the end. Quotes with an answer below each stay where they are."""
    begin = len(lines)
    for n in range(len(lines) - 1, -1, -1):
        if _QUOTED.match(lines[n]):
            begin = n
        elif lines[n].strip():
            break
    return begin


def _above_attribution(lines: list[str], end: int) -> int:
    """Leave out the line above a quotation that says whose it is: it ends in a colon and has a date or an address."""
    n = end
    while n > 0 and not lines[n - 1].strip():
        n -= 1
    if n == 0 or end == len(lines) or not lines[n - 1].rstrip().endswith((":", "：")):
        return end
    for taken in range(1, min(_ATTRIBUTION_LINES, n) + 1):
        said = " ".join(lines[n - taken : n])
        if ("@" in said or any(letter.isdigit() for letter in said)) and (
            n - taken == 0 or not lines[n - taken - 1].strip()
        ):
            return n - taken
    return end


def _begins_older_mail(lines: list[str], n: int) -> bool:
    """Whether an older mail's headers begin here, with or without a rule above them."""
    first = n + 1 if _RULE.fullmatch(lines[n][:200]) else n
    while first < len(lines) and first > n and not lines[first].strip():
        first += 1
    found = 0
    for line in lines[first : first + 8]:
        if not _HEADER.match(line[:200]):
            break
        found += 1
    return found >= _HEADERS_AT_LEAST and any("@" in line for line in lines[first : first + found])
