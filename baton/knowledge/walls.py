"""Pages that show programs nothing but a notice: a wall of cookies, a demand for JavaScript, a test for being human."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from baton.core.errors import Unreadable
from baton.core.sources.documents import Block

MOST_WORDS = 120
"""Words up to which a page can be nothing but a notice. A page about cookies, with something to say, has more."""

_COOKIES = re.compile(
    r"(?i)\b(?:cookies?|gdpr|consent|tracking technologies|einwilligung|datenschutzeinstellungen|consentement|"
    r"consentimiento|consenso|toestemming|zgod[ay]|samtykke|samtycke|suostumus)\b|クッキー|同意|쿠키|файл\w* cookie"
)
_CHOICES = re.compile(
    r"(?i)\b(?:accept|agree|allow|reject|decline|manage|preferences|settings|akzeptieren|zustimmen|ablehnen|"
    r"einstellungen|accepter|refuser|param[eè]tres|aceptar|rechazar|configurar|accetta|rifiuta|accepteren|weigeren|aceitar|akceptuj|"
    r"godkend|godkänn|hyväksy|принять|согласен)\b|受け入れ|同意する|동의"
)
_SCRIPTS = re.compile(
    r"(?i)\b(?:enable|requires?|turn on|activate|aktivieren|activer|activez|habilit[ae]r?)\b.{0,40}javascript"
)
_HUMAN = re.compile(
    r"(?i)checking (?:your browser|if the site connection)|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"just a moment\b|are you a robot|captcha"
)


def refuse_empty(tree: LexborHTMLParser, blocks: Sequence[Block]) -> None:
    """Raises Unreadable where a page has only a notice to show, saying which; the file's name is left to the caller."""
    text = " ".join(block.text for block in blocks)
    words = len(text.split())
    if words > MOST_WORDS:
        return
    body = tree.body.text(deep=True, separator=" ") if tree.body is not None else ""
    if _HUMAN.search(text):
        raise Unreadable("The page shows programs only a test for being human. Its owner can let Baton pass.")
    if _SCRIPTS.search(text) or (words < 5 and tree.css_first("script") is not None and len(body.split()) < 60):
        raise Unreadable("The page shows its text only with JavaScript, which is not run. Add its text as a document.")
    if _is_about_cookies(text) or (not text and _is_about_cookies(body)):
        raise Unreadable("The page shows programs only a notice about cookies, and none of its own text.")


def _is_about_cookies(text: str) -> bool:
    """Whether every second sentence or more is about consent, and there is something to choose."""
    sentences = [part for part in re.split(r"(?<=[.!?。])\s+|\n+", text) if part.strip()]
    about = sum(bool(_COOKIES.search(part) or _CHOICES.search(part)) for part in sentences)
    return bool(sentences) and 2 * about >= len(sentences) and bool(_COOKIES.search(text) and _CHOICES.search(text))
