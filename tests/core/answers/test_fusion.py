"""Rankings are made one without letting many weak hits beat one good one."""

from baton.core.answers.fusion import fused, grouped, in_turn
from baton.core.answers.grounding import Hit, Passage
from baton.core.ids import DocumentId, PassageId, SourceId


def hit(id: str, score: float, *, document: str = "", text: str = "", question: str | None = None) -> Hit:
    made = Passage(
        PassageId(id), SourceId("src_1"), DocumentId(document or f"of_{id}"), "Help", "", text or id, question=question
    )
    return Hit(made, score)


def ids(hits: list[Hit]) -> list[str]:
    return [found.passage.id for found in hits]


def test_entries_with_one_answer_become_one_hit_that_the_others_lift() -> None:
    hits = [
        hit("a", 5.0, text="No.", question="Can I?"),
        hit("b", 4.0, text="Yes.", question="May I?"),
        hit("c", 4.0, text="Yes.", question="Is it allowed?"),
    ]
    found = grouped(hits)
    assert ids(found) == ["b", "a"]
    assert found[0].score == 6.0


def test_passages_with_the_same_text_stay_apart() -> None:
    assert ids(grouped([hit("a", 2.0, text="Free."), hit("b", 1.0, text="Free.")])) == ["a", "b"]


def test_one_good_part_beats_many_weak_ones() -> None:
    whole = [hit("weak", 1.0), hit("good", 1.0)]
    parts = [[hit("weak", 2.0), hit("good", 0.1)] for _ in range(4)] + [[hit("good", 5.0)]]
    assert ids(fused(whole, parts)) == ["good", "weak"]


def test_a_document_stands_with_its_best_passage() -> None:
    whole = [hit("a1", 2.0, document="a"), hit("a2", 1.0, document="a"), hit("b1", 0.5, document="b")]
    parts = [[hit("a2", 9.0, document="a")], [hit("a1", 1.0, document="a")]]
    assert ids(fused(whole, parts)) == ["a2", "b1"]


def test_a_long_message_of_which_nothing_is_found_ranks_nothing() -> None:
    assert fused([], [[], []]) == []


def test_two_rankings_in_turn_keep_each_ones_best() -> None:
    assert ids(in_turn([hit("a", 9), hit("b", 8)], [hit("c", 2), hit("a", 1)])) == ["a", "c", "b"]
