"""What a sentence says, as a vector."""

import numpy as np
import pytest

from baton.knowledge import encoder
from baton.knowledge.background import BACKGROUND
from baton.knowledge.encoder import LONGEST, SIZE, Encoder, encode

SAID = (
    "how do I give it back if I hate it",
    "return policy",
    "delivery prices",
    "my dog chewed the sofa",
    "guarantee exclusions",
    "we do not cover damage by pets",
)
PUBLISHED = [
    [1.000, 0.221, -0.032, 0.249, -0.004, 0.071],
    [0.221, 1.000, 0.059, 0.062, 0.285, 0.119],
    [-0.032, 0.059, 1.000, -0.046, 0.059, 0.002],
    [0.249, 0.062, -0.046, 1.000, -0.016, 0.419],
    [-0.004, 0.285, 0.059, -0.016, 1.000, 0.185],
    [0.071, 0.119, 0.002, 0.419, 0.185, 1.000],
]
"""The products of the vectors that the published model gives these sentences, run by sentence-transformers."""


def fresh() -> Encoder:
    """An encoder that remembers nothing yet."""
    with np.load(encoder.WEIGHTS) as weights:
        return Encoder(weights)


def test_sentences_lie_as_near_each_other_as_in_the_published_model():
    vectors = encode(SAID)
    assert vectors @ vectors.T == pytest.approx(np.array(PUBLISHED), abs=0.012)


def test_the_talk_of_nobodys_company_comes_as_it_would_be_read():
    """Where this fails the lines were changed: training/encoder.py reads them anew."""
    with np.load(encoder.WEIGHTS) as weights:
        shipped, nothing_read = weights["background"], Encoder({**weights, "background": ()})
    assert len(shipped) == len(BACKGROUND)
    some = slice(0, None, 12)
    assert nothing_read.encode(BACKGROUND[some]) == pytest.approx(shipped[some], abs=1e-4)
    assert not np.allclose(shipped[0], shipped[1], atol=0.1)


def test_a_sentence_reads_the_same_alone_and_among_others():
    alone = np.concatenate([fresh().encode([said]) for said in SAID[:2]])
    assert alone == pytest.approx(fresh().encode(SAID)[:2], abs=1e-5)


def test_a_text_comes_back_in_its_own_row_however_often_it_is_asked_for():
    several = encode(["return policy", *SAID, "return policy"])
    assert np.array_equal(several[0], several[2])
    assert np.array_equal(several[0], several[-1])


@pytest.mark.parametrize("text", ["", " ", "🛋️", "退货", "x" * 4_000])
def test_whatever_is_said_has_a_vector_of_length_one(text: str):
    assert float(np.linalg.norm(encode([text])[0])) == pytest.approx(1, abs=1e-4)


def test_only_the_beginning_of_a_long_text_is_read():
    long = "where is my parcel " * LONGEST
    assert encode([long]) == pytest.approx(encode([f"{long} and something else"]), abs=1e-6)


def test_nothing_to_encode_is_no_row():
    assert encode([]).shape == (0, SIZE)


def test_no_more_is_remembered_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(encoder, "KEPT", 2)
    one = fresh()
    one.encode(SAID[:4])
    assert len(one._kept) == 2
