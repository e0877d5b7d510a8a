"""Sensitive data is noticed, and never quoted."""

import pytest

from baton.core.signals import Signal
from baton.core.triggers.heard import listen
from baton.core.triggers.needs import needs
from baton.core.triggers.sensitive import KINDS, sensitive_data


def _noticed(text: str) -> list[Signal]:
    heard = listen(text)
    return sensitive_data(heard, needs(heard))


HOLDS = [
    ("card_number", "my card is 4111 1111 1111 1111", "1111"),
    ("card_number", "5555555555554444 exp 12/30", "4444"),
    ("card_number", "3782-822463-10005", "0005"),
    ("card_number", "\uff14\uff11\uff11\uff11 1111 1111 1111", "1111"),
    ("card_number", "41\u200b11 1111 1111 1111", "1111"),
    ("bank_account", "IBAN DE89 3704 0044 0532 0130 00", "3000"),
    ("bank_account", "gb29nwbk60161331926819", "6819"),
    ("identity", "my ssn is 123-45-6789", "6789"),
    ("identity", "DNI 12345678Z", None),
    ("identity", "my passport number is C01X00T47 22", None),
    ("password", "my password is hunter2", None),
    ("password", "mein Passwort ist geheim123", None),
    ("health", "I have diabetes, can I still order?", None),
    ("account_access", "I lost my phone and can't get the code, let me back in", None),
]


@pytest.mark.parametrize(("kind", "text", "last"), HOLDS)
def test_sensitive_data_is_noticed(kind: str, text: str, last: str | None) -> None:
    signals = {signal.topic: signal for signal in _noticed(text)}
    assert kind in signals
    if last:
        assert signals[kind].evidence[0].endswith(last)


@pytest.mark.parametrize(("kind", "text", "last"), [row for row in HOLDS if row[0] not in ("health", "account_access")])
def test_the_evidence_never_holds_the_data(kind: str, text: str, last: str | None) -> None:
    for signal in _noticed(text):
        digits = "".join(character for character in "".join(signal.evidence) if character.isdigit())
        assert len(digits) <= 4
        assert "hunter2" not in signal.evidence[0]
        assert "geheim123" not in signal.evidence[0]


@pytest.mark.parametrize(
    "text",
    [
        "my order is 4111 1111 1111 1112",
        "order 1234567890123456",
        "call 0049 30 1234567",
        "my password is wrong",
        "DE00 3704 0044 0532 0130 00",
        "tracking 9400111899223197428490",
        "I forgot my password",
        "I cannot remember what my pin is for my card",
        "part number 12345678A",
    ],
)
def test_numbers_that_fail_their_checksum_are_not_sensitive(text: str) -> None:
    assert _noticed(text) == []


def test_every_kind_has_a_case() -> None:
    assert {kind for kind, _, _ in HOLDS} == set(KINDS)


def test_a_card_number_inside_other_evidence_is_masked_too() -> None:
    heard = listen("please refund my card 4111111111111111 twice")
    quoted = heard.text.quote(0, len(heard.text.words))
    assert quoted == "please refund my card •••• 1111 twice"
