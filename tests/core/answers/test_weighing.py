"""Only hits that may matter are weighed, and leaving out the others changes nothing."""

import random

import pytest

from baton.core.answers import weighing
from baton.core.answers.evidence import Evidence
from baton.core.answers.grounding import Hit, Passage
from baton.core.answers.question import read_question
from baton.core.answers.weighing import RIVALS, weigh_all
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.reading.vocabulary import UNWEIGHTED

WORDS = tuple("refund delivery sofa lamp card price fee week day label parcel club voucher crew slot £20".split())  # noqa: SIM905


def hits(seed: int) -> list[Hit]:
    chance = random.Random(seed)  # noqa: S311
    made: list[Hit] = []
    for number in range(24):
        text = ". ".join(" ".join(chance.choices(WORDS, k=5)).capitalize() for _ in range(3)) + "."
        found = Passage(
            PassageId(f"psg_{number}"),
            SourceId("src_1"),
            DocumentId(f"doc_{number // 3}"),
            title=" ".join(chance.choices(WORDS, k=2)),
            heading=" ".join(chance.choices(WORDS, k=2)),
            text=text,
            question="How much is the sofa delivery fee?" if number % 7 == 0 else None,
            language="en",
        )
        made.append(Hit(found, 10.0 - number / 3))
    return made


def known(evidence: list[Evidence]) -> tuple[str, list[PassageId], float]:
    """What the answer and its confidence rest on: the best, its rivals, and the best worth of another document."""
    best = evidence[0]
    rivals = [found.hit.passage.id for found in evidence if found.worth >= RIVALS * best.worth]
    document = best.hit.passage.document_id
    elsewhere = max((found.worth for found in evidence if found.hit.passage.document_id != document), default=0.0)
    return best.hit.passage.id, rivals, elsewhere


@pytest.mark.wide
@pytest.mark.parametrize(
    "question", ["How much is delivery of a sofa?", "how do I return a lamp", "voucher", "club fee"]
)
def test_the_best_its_rivals_and_the_lead_are_as_if_all_were_weighed(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = read_question(question, "en", UNWEIGHTED)
    skipped = 0
    for seed in range(40):
        found = hits(seed)
        few = weigh_all(asked, found)
        skipped += len(few.others)
        with monkeypatch.context() as patched:
            patched.setattr(weighing, "_least", lambda _: 0.0)
            everything = weigh_all(asked, found)
        assert not everything.others
        assert known(few.evidence) == known(everything.evidence)
    assert skipped > 0
