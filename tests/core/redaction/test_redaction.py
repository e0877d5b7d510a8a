import pytest

from baton.core.redaction import cut, find, is_card, mask, quoted_from
from baton.core.redaction.reader import ENGLISH, STRICT


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


def test_a_text_is_cut_before_a_number_and_not_within_it() -> None:
    text = "so " * 40 + "my card is 4111 1111 1111 1111 and it fails"
    assert cut(text, 140) == "so " * 40 + "my card is "
    assert cut(text, 170) == text
    assert len(cut("so " * 100, 140)) == 140


def test_what_stands_around_a_place_is_masked_whole_where_it_begins_or_ends_within_something_hidden() -> None:
    text = "so " * 40 + "my card is 4111 1111 1111 1111 and it fails " + "so " * 40
    for at in range(100, 170):
        told = ENGLISH.around(text, at, before=10, length=20)
        assert not any(part in told for part in ("4111", " 1111 1111"))
    assert ENGLISH.around(text, text.index("fails"), before=7, length=12) == "and it fails"


def test_words_cut_out_of_a_text_are_masked_by_what_it_says_of_them() -> None:
    text = "My passport number is X1234567 and my card 4111 1111 1111 1111 was refused"
    for words in ("number is X1234567 and", "is X123", "1111 1111 was refused", "X1234567 refused"):
        marked = quoted_from(text, words, find(text))
        assert not any(part in STRICT.masked(marked) for part in ("X123", "1111 1111"))
        assert STRICT.masked(words) == words, "by themselves they say nothing"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("https://dana:s3cret@example.com/", "secret"),
        ("Bearer abcdefghijklmnop.qrst", "secret"),
        ("الرقم السري: 4711", "secret"),
        ("パスワードは abc123! です", "secret"),
        ("Ausweisnummer L01X00T47", "id"),
        ("护照 E12345678", "id"),
        ("Ich habe Diabetes.", "health"),
        ("я беременна", "health"),
        ("ADHS und ASTHMA", "health"),
        ("糖尿病です", "health"),
    ],
)
def test_what_is_hidden_is_found_in_other_scripts_and_cases_too(text: str, what: str) -> None:
    assert [one.what for one in find(text)] == [what]
