"""Words come out in one form whatever they were written like, in every script, quickly, and never fail."""

import pytest

from baton.core.reading.tokens import guess_language, letters, tokens, words


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Refunds, delivered", "REFUNDED delivery"),
        ("de", "Rückgaben", "rueckgabe"),
        ("de", "Lieferungen", "Lieferung"),
        ("es", "cancelación", "cancelacion"),
        ("pt", "devoluções", "devolucao"),
        ("fr", "l’argent remboursé", "argent rembourser"),
        ("en", "ﬁve £1,299.50", "five £1299.5"),
        ("en", "the sofa’s legs", "sofa legs"),
        ("ru", "возвраты", "возврат"),
    ],
)
def test_forms_of_a_word_are_one(language: str, first: str, second: str) -> None:
    assert tokens(first, language) == tokens(second, language) != []


def test_stop_words_are_left_out_and_numbers_kept() -> None:
    assert tokens("What is the price of 2 sofas at 4.50?", "en") == ["price", "2", "sofa", "4.5"]


def test_a_time_is_not_an_amount() -> None:
    assert tokens("9:30", "en") == ["9:30"]


def test_scripts_without_spaces_become_pairs() -> None:
    assert tokens("返金額はいつ", "ja") == ["返金", "金額"]
    assert tokens("いつです", "ja") == ["いつ", "つで", "です"]
    assert tokens("退款的时间", "zh") == ["退款", "时间"]
    assert set(tokens("คืนเงิน", "th")) <= set(tokens("ขอคืนเงินได้ไหม", "th"))
    assert tokens("환불은", "ko") == tokens("환불을", "ko") == ["환불"]


def test_combining_signs_stay_with_their_word() -> None:
    assert words("धनवापसी कब") == ["धनवापसी", "कब"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wie lange dauert die Rückgabe bei euch?", "de"),
        ("¿Cuánto tarda el envío y dónde está mi pedido?", "es"),
        ("Où est mon colis et quand arrive-t-il ?", "fr"),
        ("How long does it take until my refund arrives", "en"),
        ("返金はいつですか", "ja"),
        ("أين طلبي", "ar"),
        ("12345", None),
        ("", None),
    ],
)
def test_language_is_told_by_script_and_small_words(text: str, code: str | None) -> None:
    assert guess_language(text) == code


def test_regional_and_unknown_codes_are_accepted() -> None:
    assert tokens("devoluções", "pt-BR") == tokens("devoluções", "pt")
    assert tokens("kitambaa", "sw") == ["kitambaa"]


@pytest.mark.parametrize(
    "hostile",
    [
        "",
        " \n\t",
        "\x00\x01",
        "Z̸̢̛a̶l̵g̷o̴" + "\u0335" * 5000,
        "a" * 1_000_000,
        "'" * 1000,
        "1" * 100_000,
        "\u202eright to left",
    ],
)
def test_hostile_text_gives_words_of_bounded_length(hostile: str) -> None:
    found = tokens(hostile, "en")
    assert all(len(word) <= 64 for word in found)


def test_letters_are_runs_of_three_with_each_words_ends_marked() -> None:
    assert letters("Hi Bob") == ["^hi", "hi$", "^bo", "bob", "ob$"]
    assert letters("a") == ["^a$"]
    assert letters("") == []
