import pytest

from baton.core.reading.chat_spelling import spelt_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("whats ur return polcy", "what is your return policy"),
        ("Wat time r u open", "what time are you open"),
        ("cant log in, pls help", "cannot log in, please help"),
        ("How is the U-shaped sofa?", "How is the U-shaped sofa?"),
        ("size R or L", "size R or L"),
        ("what's new", "what's new"),
    ],
)
def test_chat_spellings_are_written_out_and_other_words_left(typed: str, meant: str) -> None:
    assert spelt_out(typed, "en-GB") == meant


def test_other_languages_are_left_as_they_are() -> None:
    assert spelt_out("wat kost dat", "nl") == "wat kost dat"
