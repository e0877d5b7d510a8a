"""Sensitive data in a message (A10). What is quoted as evidence never holds the data itself."""

import re
from collections.abc import Callable

from baton.core.signals import Signal, SignalKind
from baton.core.triggers.heard import Heard
from baton.core.triggers.needs import Needs
from baton.core.triggers.patterns import Found

KINDS = ("card_number", "bank_account", "identity", "password", "health", "account_access")
"""The kinds of sensitive data, as rules and queues name them. The last is access that needs identity checked."""

_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]{0,2}\d){12,18}(?![\d])")
_IBAN = re.compile(r"(?<![a-z0-9])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]){11,30}(?![a-z0-9])")
_ISSUERS = re.compile(r"4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|6\d{15,18}")
_US_SOCIAL_SECURITY = re.compile(r"(?<!\d)(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)(\d{4})(?!\d)")
_UK_INSURANCE = re.compile(r"\b[abceghj-prstw-z][abceghj-nprstw-z] ?\d\d ?\d\d ?\d\d ?[a-d]\b")
_SPANISH_ID = re.compile(r"\b([xyz]?)(\d{7,8})-?([a-z])\b")
_HAS_FIVE_DIGITS = re.compile(r"(?:\d\D{0,2}){5}")
_ENOUGH_DIGITS = re.compile(r"(?:\d[^\d]{0,3}){6}")


def sensitive_data(heard: Heard, needs: Needs) -> list[Signal]:
    """One signal for each kind of sensitive data in the message, with masked evidence."""
    folded = heard.text.folded
    numbers = _numbers(folded) if _ENOUGH_DIGITS.search(folded) else []
    return list({signal.topic: signal for signal in (*_judged(heard, needs), *_sayings(heard), *numbers)}.values())


def _judged(heard: Heard, needs: Needs) -> list[Signal]:
    """What the model hears: the customer's own health, and access that only a checked identity may have."""
    heard_of = ((kind, needs.by_topic.get(kind)) for kind in ("health", "account_access"))
    return [_signal(kind, _without_data(heard.text.quote(need.start, need.end))) for kind, need in heard_of if need]


def _without_data(words: str) -> str:
    """The words, with all that has a digit masked: it may be the number of a document."""
    return re.sub(r"\S*\d\S*", "••••", words)


def _numbers(folded: str) -> list[Signal]:
    checks: tuple[tuple[str, Callable[[str], str | None]], ...] = (
        ("card_number", _card),
        ("bank_account", _iban),
        ("identity", _national_id),
    )
    seen = ((topic, check(folded)) for topic, check in checks)
    return [_signal(topic, masked) for topic, masked in seen if masked]


def _sayings(heard: Heard) -> list[Signal]:
    signals: list[Signal] = []
    secrets = [found for found in heard.all("secret") if _says_more(heard, found)]
    if secrets:
        signals.append(_signal("password", f"{heard.quote(secrets[0])} ••••"))
    identity = heard.all("identity")
    if identity and _HAS_FIVE_DIGITS.search(heard.text.folded):
        signals.append(_signal("identity", f"{heard.quote(identity[0])} ••••"))
    health = heard.all("health")
    if health:
        signals.append(_signal("health", heard.quote(health[0])))
    return signals


def _signal(topic: str, evidence: str) -> Signal:
    return Signal(SignalKind.SENSITIVE_DATA, 1.0, (evidence,), topic)


_NO_SECRETS = frozenset(
    {
        "not",
        "wrong",
        "incorrect",
        "invalid",
        "correct",
        "expired",
        "lost",
        "forgotten",
        "too",
        "weak",
        "blocked",
        "being",
    }
    | {"never", "no", "still", "safe", "right", "for", "on", "and", "can", "please", "so", "there", "it", "this"}
    | {"nicht", "falsch", "weg", "incorrecta", "incorrecte"}
)
_ASKING = frozenset(["what", "forgot", "forgotten", "remember", "know", "was", "vergessen", "if", "whether"])


def _says_more(heard: Heard, found: Found) -> bool:
    """Whether a secret follows, and not what is the matter with it, nor that it is forgotten."""
    words = heard.text.words
    if found.end >= len(words) or words[found.end] in (".", "?") or words[found.end] in _NO_SECRETS:
        return False
    return _ASKING.isdisjoint(words[max(0, found.start - 3) : found.start])


def _card(folded: str) -> str | None:
    for match in _CARD.finditer(folded):
        digits = re.sub(r"\D", "", match.group())
        if _ISSUERS.fullmatch(digits) and _luhn(digits):
            return f"card number •••• {digits[-4:]}"
    return None


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _iban(folded: str) -> str | None:
    for match in _IBAN.finditer(folded):
        compact = re.sub(r"[^a-z0-9]", "", match.group())
        for length in range(len(compact), 14, -1):
            if _iban_checks(compact[:length]):
                return f"account {compact[:2].upper()}•• •••• {compact[length - 4 : length].upper()}"
    return None


def _iban_checks(account: str) -> bool:
    turned = account[4:] + account[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def _national_id(folded: str) -> str | None:
    social = _US_SOCIAL_SECURITY.search(folded)
    if social:
        return f"social security number •••-••-{social.group(1)}"
    if _UK_INSURANCE.search(folded):
        return "national insurance number ••••"
    for match in _SPANISH_ID.finditer(folded):
        prefix, digits, letter = match.groups()
        number = int({"": "", "x": "0", "y": "1", "z": "2"}[prefix] + digits)
        if len(prefix) + len(digits) == 8 and "trwagmyfpdxbnjzsqvhlcke"[number % 23] == letter:
            return "national identity number ••••"
    return None
