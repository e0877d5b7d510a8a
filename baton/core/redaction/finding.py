"""Finding in one text what not everybody needs to read."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from baton.core.redaction import patterns
from baton.core.redaction.kinds import EVERY, Kind

_DIGITS = re.compile(r"\d+")
_BLANK = "\x00"
"""No word, no blank and no sign that a pattern knows."""

KEPT = 256
"""Texts whose findings are kept: one message is asked about several times within its turn."""

LONGEST_CARD = 6
"""Groups of digits that a card may be written in."""

NEAR = 60
"""Characters behind the noun of a paper within which its number stands."""

CARD_DIGITS = 13
SHAPE_DIGITS = 6
"""Digits of the shortest card, and of the shortest number that `ID_SHAPE` or `SPANISH_ID` knows."""

ID_DIGITS = 4
"""Digits that the number of a paper has at least."""

SHORT_ANSWER = 4
"""Words of an answer that is hardly more than what was asked for."""

_KIND = {
    "card": Kind.CARD,
    "bank": Kind.CARD,
    "id": Kind.ID,
    "secret": Kind.SECRET,
    "health": Kind.HEALTH,
}


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Something that may be masked: where it stands and what it is. `tail` are the last four signs of a number."""

    start: int
    end: int
    what: str
    tail: str = ""

    @property
    def kind(self) -> Kind:
        """The kind that a queue would name."""
        return _KIND[self.what]


def find(text: str, *, asked: str = "", kinds: Collection[Kind] = EVERY) -> tuple[Found, ...]:
    """Everything of these kinds in a text, in order, none over another. Linear in the text's length.

    `asked` is what was said to its writer before: "4711" alone is a secret where the question was for a PIN.
    """
    everything = _everything(text, asked)
    return tuple(one for one in everything if one.kind in kinds) if everything else ()


@lru_cache(maxsize=KEPT)
def _everything(text: str, asked: str) -> tuple[Found, ...]:
    hints = patterns.HINTS.all(_small(text))
    found: list[Found] = []
    left = text
    for look in _looks(text, hints):
        for one in look(left):
            left = overwritten(left, one.start, one.end)
            found.append(one)
    found += _answers(left, asked)
    health = _health(text, found) if patterns.HINT_OF_HEALTH in hints else ()
    return tuple(sorted((*found, *health)))


def _looks(text: str, hints: Collection[int]) -> Iterator[Callable[[str], Iterator[Found]]]:
    """What can find anything in a text, in the order in which one goes before another."""
    digits = sum(map(len, _DIGITS.findall(text)))
    if patterns.HINT_OF_KEY in hints:
        yield _keys
    if digits >= CARD_DIGITS:
        yield _cards
    if digits:
        yield _accounts
    if digits >= ID_DIGITS and patterns.HINT_OF_PAPER in hints:
        yield _named_papers
    if digits >= SHAPE_DIGITS:
        yield _shaped_papers
    if patterns.HINT_OF_SECRET in hints:
        yield _secrets


def is_card(digits: str) -> bool:
    """Whether 13 to 19 digits carry a payment card's check digit (Luhn)."""
    doubled = [int(d) * 2 if place % 2 else int(d) for place, d in enumerate(reversed(digits))]
    return CARD_DIGITS <= len(digits) <= 19 and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _small(text: str) -> str:
    """In small letters, sign for sign, so that places in it are places in the text."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(sign.lower()[0] for sign in text)


def overwritten(text: str, start: int, end: int) -> str:
    """The text with signs that no pattern knows from one place up to another; all others stay where they were."""
    return text[:start] + _BLANK * (end - start) + text[end:]


def _keys(text: str) -> Iterator[Found]:
    yield from (Found(*one.span(), "secret") for one in patterns.KEY.finditer(text))


def _cards(text: str) -> Iterator[Found]:
    for pattern in (patterns.DIGITS, patterns.GLUED_DIGITS):
        for run in pattern.finditer(text):
            yield from _cards_in(run)


def _cards_in(run: re.Match[str]) -> Iterator[Found]:
    """Each card of a run of digit groups. A date or an order number may stand right beside one."""
    done = 0
    groups = [(group.start(), group.end()) for group in re.finditer(r"\d+", run[0])]
    for place, (start, _) in enumerate(groups):
        if start < done:
            continue
        for _, end in reversed(groups[place : place + LONGEST_CARD]):
            digits = re.sub(r"\D", "", run[0][start:end])
            if is_card(digits) and min(map(len, re.findall(r"\d+", run[0][start:end]))) >= 3:
                yield Found(run.start() + start, run.start() + end, "card", digits[-4:])
                done = end
                break


def _accounts(text: str) -> Iterator[Found]:
    for one in patterns.IBAN.finditer(text):
        compact = re.sub(r"\s", "", one[0]).upper()
        if one[0].isupper() or (compact.isascii() and _iban_checks(compact)):
            yield Found(*one.span(), "bank", compact[-4:])


def _iban_checks(account: str) -> bool:
    turned = account[4:] + account[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _named_papers(text: str) -> Iterator[Found]:
    """Numbers behind the noun of a paper."""
    taken = 0
    for noun in patterns.ID_NOUN.finditer(_small(text)):
        near = re.split(r"[.!?]\s|\n", text[noun.end() : noun.end() + NEAR])[0]
        value = next((one for one in patterns.ID_VALUE.finditer(near) if _is_number(one[0])), None)
        if value and noun.end() + value.start() >= taken:
            taken = noun.end() + value.end()
            yield Found(noun.end() + value.start(), taken, "id")
            text = overwritten(text, noun.end() + value.start(), taken)


def _shaped_papers(text: str) -> Iterator[Found]:
    """Numbers of papers that speak for themselves."""
    yield from (Found(*one.span(), "id") for one in patterns.ID_SHAPE.finditer(text))
    for one in patterns.SPANISH_ID.finditer(text):
        number = {"": "", "x": "0", "y": "1", "z": "2"}[one[1].casefold()] + one[2]
        if len(one[1] + one[2]) == 8 and "trwagmyfpdxbnjzsqvhlcke"[int(number) % 23] == one[3].casefold():
            yield Found(*one.span(), "id")


def _is_number(value: str) -> bool:
    return sum(map(str.isdigit, value)) >= ID_DIGITS


def _secrets(text: str) -> Iterator[Found]:
    for pattern in (patterns.SECRET, patterns.SECRET_UNSPACED):
        for one in pattern.finditer(_small(text)):
            # "password reset" and "PIN code" are talk about a secret; a secret itself has a digit or a sign in it.
            worth = one[1].rstrip(".?!。")
            if re.search(r"[\d\W_]", worth) and _BLANK not in worth:
                yield Found(*one.span(1), "secret")


def _answers(text: str, asked: str) -> Iterator[Found]:
    """A short answer to a question for a secret or for the number of a paper."""
    if not asked or len(text.split()) > SHORT_ANSWER:
        return
    value = next((one for one in re.finditer(r"\S{3,}", text) if re.search(r"\d", one[0])), None)
    if value is None or _BLANK in value[0]:
        return
    if patterns.SECRET_ASKED.search(_small(asked)):
        yield Found(*value.span(), "secret")
    elif patterns.ID_NOUN.search(_small(asked)) and _is_number(value[0]):
        yield Found(*value.span(), "id")


def _health(text: str, found: Collection[Found]) -> Iterator[Found]:
    """The sentences that tell of health, without what is masked in them for another reason."""
    small = _small(text)
    if not patterns.HEALTH.search(small):
        return
    for sentence in patterns.SENTENCE.finditer(small):
        if patterns.HEALTH.search(sentence[0]):
            start = sentence.start()
            inner = sorted(one for one in found if sentence.start() <= one.start < sentence.end())
            for until, then in (*((one.start, one.end) for one in inner), (sentence.end(), 0)):
                piece = text[start:until]
                if piece.strip():
                    lead = len(piece) - len(piece.lstrip())
                    yield Found(start + lead, start + len(piece.rstrip()), "health")
                start = then
