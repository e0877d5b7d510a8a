import pytest

from baton.core.packet.words import count_words, shorten


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bot gave no answer.", 5),
        ("बॉट ने कोई जवाब नहीं दिया।", 6),
        ("บอทไม่ได้ให้คำตอบ", 4),  # บอท ไม่ได้ ให้ คำตอบ
        ("担当者を希望しました", 5),
        ("x" * 41, 2),
    ],
)
def test_what_is_read_counts_alike_whatever_the_script(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_thai_cut_never_parts_a_tone_from_its_letter() -> None:
    said = "นโยบายให้เจ้าหน้าที่ดูแลลูกค้ารายนี้"
    for words in range(1, count_words(said)):
        cut = shorten(said, words).removesuffix("…")
        left = said.removeprefix(cut)
        assert cut + left == said
        assert left[0] not in "ัิีึืฺุู็่้๊๋์ํ๎"
