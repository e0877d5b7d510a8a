"""Who asks for one row of a list of prices or periods reads that row."""

from collections.abc import Sequence

from baton.core.answers.extract import ground
from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.reading.vocabulary import Vocabulary

PERIODS = """- Sofa and armchair frames: Guarantee 10 years
- Sofa cushions and fabric: Guarantee 2 years
- Tables and wardrobes: Guarantee 5 years
- Mattresses: Guarantee 8 years
- Lighting: Guarantee 3 years

The guarantee begins on the day of delivery."""


def ask(question: str, text: str = PERIODS, *, known: Sequence[str] = ()) -> Grounding:
    passage = Passage(
        id=PassageId("psg_1"),
        source_id=SourceId("src_1"),
        document_id=DocumentId("doc_1"),
        title="Guarantee",
        heading="How long the guarantee lasts",
        text=text,
        language="en",
    )
    return ground(question, [Hit(passage, 10.0)], vocabulary=Vocabulary(passages=40, found=dict.fromkeys(known, 1)))


def rows(answer: Grounding) -> list[str]:
    return [statement.text.removeprefix("- ").split(":")[0] for statement in answer.statements]


def test_the_row_that_the_question_names_is_the_answer():
    assert rows(ask("How long is the guarantee on a mattress?")) == ["Mattresses"]


def test_several_rows_are_the_answer_where_the_question_names_several():
    assert rows(ask("How long is the guarantee on a sofa?")) == ["Sofa and armchair frames", "Sofa cushions and fabric"]


def test_of_those_the_row_that_has_more_of_the_question_goes_alone():
    assert rows(ask("How long is the guarantee on sofa cushions?")) == ["Sofa cushions and fabric"]


def test_a_figure_is_not_asked_for_in_every_question_that_a_row_answers():
    assert rows(ask("What is the guarantee on a mattress?")) == ["Mattresses"]


def test_the_whole_list_answers_who_names_no_row():
    assert len(rows(ask("How long is the guarantee?"))) > 4


def test_the_whole_list_answers_who_names_a_thing_that_no_row_has_though_a_row_has_half_of_its_name():
    assert len(rows(ask("How long is the guarantee on a table lamp?", known=["tabl", "lamp", "guarante"]))) > 4


def test_steps_are_never_taken_for_rows():
    steps = "1. Find the label of your sofa.\n2. Take 3 pictures.\n3. Send them in 2 days."
    assert len(ask("How do I claim the guarantee on a sofa?", steps).statements) == 3
