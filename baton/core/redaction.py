"""Masking what nobody needs to read: payment cards, bank accounts, passwords and keys. Masked text says what it was."""

import re
from collections.abc import Callable

_DIGITS = re.compile(r"(?<![\w.])\d+(?:[ -]\d+)*(?!\w)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_SOCIAL = re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")
_KEY = re.compile(r"\b(?:sk|pk|rk|ghp|gho|xox[abp]|AKIA|eyJ)[-_A-Za-z0-9.]{16,}")
_SECRET = re.compile(
    r"\b(passwords?|passwort|passcode|contraseña|mot de passe|senha|wachtwoord|hasło|şifre|pin|cvv|cvc|otp"
    r"|security code|verification code)"
    r"((?:\s+(?:is|was|ist|lautet|es|est|é|jest))?\s*[:=]?\s+|[:=]\s*)(?=\S*[\d\W_A-Z])([^\s,;]{3,64})",
    re.IGNORECASE,
)

_BLANK = "\x00"
"""No word, no blank and no sign that a pattern knows."""

LONGEST_CARD = 6
"""Groups of digits that a card may be written in."""


def mask(text: str) -> str:
    """The text with cards, bank accounts, social security numbers, keys and passwords masked. Linear in its length."""
    return _masked(text, lambda instead, _: instead)


def blank(text: str) -> str:
    """The text with the same things overwritten, character for character, so that places in it stay what they were."""
    return _masked(text, lambda _, was: _BLANK * len(was))


def _masked(text: str, cover: Callable[[str, str], str]) -> str:
    text = _DIGITS.sub(lambda found: _masked_cards(found, cover), text)
    text = _IBAN.sub(lambda found: cover(f"[bank account ending {found[0].replace(' ', '')[-4:]}]", found[0]), text)
    text = _SOCIAL.sub(lambda found: cover("[social security number]", found[0]), text)
    text = _KEY.sub(lambda found: cover("[key]", found[0]), text)
    return _SECRET.sub(lambda found: _masked_secret(found, cover), text)


def has_secrets(text: str) -> bool:
    """Whether there is anything to mask."""
    return mask(text) != text


def is_card(digits: str) -> bool:
    """Whether 13 to 19 digits carry a payment card's check digit (Luhn)."""
    doubled = [int(d) * 2 if place % 2 else int(d) for place, d in enumerate(reversed(digits))]
    return 13 <= len(digits) <= 19 and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _masked_cards(found: re.Match[str], cover: Callable[[str, str], str]) -> str:
    """A run of digit groups with each card in it masked. A date or an order number may stand right beside one."""
    run, out, done = found[0], "", 0
    groups = [(group.start(), group.end()) for group in re.finditer(r"\d+", run)]
    for place, (start, _) in enumerate(groups):
        if start < done:
            continue
        for _, end in reversed(groups[place : place + LONGEST_CARD]):
            digits = re.sub(r"\D", "", run[start:end])
            if is_card(digits) and min(map(len, re.findall(r"\d+", run[start:end]))) >= 3:
                covered = cover(f"[card ending {digits[-4:]}]", run[start:end])
                out, done = f"{out}{run[done:start]}{covered}", end
                break
    return out + run[done:]


def _masked_secret(found: re.Match[str], cover: Callable[[str, str], str]) -> str:
    # "password reset" and "PIN code" are talk about a secret; a secret itself has a digit or a sign in it.
    worth = re.search(r"[\d\W_]", found[3].rstrip(".?!"))
    return f"{found[1]}{found[2]}{cover('[hidden]', found[3])}" if worth else found[0]
