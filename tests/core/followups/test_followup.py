"""References that can be read out, and what a customer may see of an agreement."""

from baton.core.followups.followup import reference_of
from baton.core.ids import HandoffId


def test_a_handoff_has_always_the_same_reference_and_another_one_when_it_is_taken():
    one = HandoffId("hnd_1")
    assert reference_of("HP", one) == reference_of("HP", one)
    assert len({reference_of("HP", one, attempt) for attempt in range(8)}) == 8


def test_a_reference_has_six_digits_and_grows_where_references_keep_meeting():
    shapes = [len(reference_of("HP", HandoffId("hnd_2"), attempt)) for attempt in range(5)]
    assert shapes == [9, 9, 10, 10, 11]
    assert all(reference_of("HP", HandoffId(f"hnd_{n}"))[3] != "0" for n in range(500))
