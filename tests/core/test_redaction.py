import pytest

from baton.core.redaction import is_card, mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("pay with 4111 1111 1111 1111 please", "pay with [card ending 1111] please"),
        ("5500-0055-5555-5559", "[card ending 5559]"),
        ("2026-05-01 4111111111111111", "2026-05-01 [card ending 1111]"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [bank account ending 3000]"),
        ("my password is Tr0ub4dor&3", "my password is [hidden]"),
        ("PIN: 4711", "PIN: [hidden]"),
        ("mein Passwort ist geheim1!", "mein Passwort ist [hidden]"),
        ("key sk-abcdefghijklmnop1234", "key [hidden]"),
        ("SSN 123-45-6789", "SSN [identity number]"),
    ],
)
def test_secrets_are_masked_and_the_rest_stays(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "order 4111111111111112",
        "I forgot my password",
        "password reset, please",
        "reset PIN code",
        "tracking 1Z999AA10123456784",
    ],
)
def test_talk_about_secrets_and_other_long_numbers_stay(text: str) -> None:
    assert mask(text) == text


def test_a_card_is_told_by_its_check_digit() -> None:
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
