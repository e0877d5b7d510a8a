"""Pages that say the same are found, those that only share words are not."""

from baton.core.sources.similar import Twins, likeness, sketch

RETURNS = " ".join(
    f"You may send back item {n} within thirty days of delivery and we pay the postage." for n in range(30)
)
WARRANTY = " ".join(
    f"Lamp {n} has a warranty of five years from the day that you bought it in our shop." for n in range(30)
)


def test_a_text_is_like_itself_and_not_like_another() -> None:
    assert likeness(sketch(RETURNS), sketch(RETURNS)) == 1.0
    assert likeness(sketch(RETURNS), sketch(RETURNS.upper().replace(" ", "\n"))) == 1.0
    assert likeness(sketch(RETURNS), sketch(WARRANTY)) < 0.05


def test_likeness_falls_with_what_is_changed() -> None:
    slightly = RETURNS.replace("item 7 ", "item seven ")
    half = RETURNS[: len(RETURNS) // 2] + WARRANTY[: len(WARRANTY) // 2]
    assert likeness(sketch(RETURNS), sketch(slightly)) > 0.85
    assert 0.2 < likeness(sketch(RETURNS), sketch(half)) < 0.6


def test_scripts_without_spaces_are_compared_too() -> None:
    text = "返金には五営業日かかります。カードにお金が戻ったらメールでお知らせします。" * 3
    assert likeness(sketch(text), sketch(text.replace("五", "七"))) > 0.4
    assert likeness(sketch(text), sketch("配送は通常三日以内に完了し、追跡番号が届きます。" * 3)) < 0.1


def test_a_few_words_have_no_twin() -> None:
    assert sketch("Call us.") == b""
    assert likeness(sketch("Call us."), sketch("Call us.")) == 0.0


def test_the_twin_is_named_and_never_oneself() -> None:
    twins = Twins()
    twins.add("doc_1", "returns.md", sketch(RETURNS))
    twins.add("doc_2", "warranty.md", sketch(WARRANTY))
    assert twins.of("doc_1", "returns.md", sketch(RETURNS)) is None
    found = twins.of("doc_3", "print/returns.md", sketch(RETURNS + " Printed today."))
    assert found is not None
    assert (found.twin, found.share > 0.9) == ("returns.md", True)
    twins.forget("doc_1")
    assert twins.of("doc_3", "print/returns.md", sketch(RETURNS)) is None
