"""The small linear model: what it says, and that a broken file is refused."""

import json

import pytest

from baton.core.weights.linear import ZERO, Linear, parse, place

BUCKETS = 64


def model(**weights: int) -> Linear:
    shelf = bytearray([ZERO] * BUCKETS)
    for feature, weight in weights.items():
        shelf[place(feature, buckets=BUCKETS)] = ZERO + weight
    return Linear(("refund",), BUCKETS, (bytes(shelf),), (0.1,), (-1.0,))


def test_a_feature_that_speaks_for_a_label_raises_its_probability():
    trained = model(money=100, weather=-100)
    nothing = trained.probabilities([])["refund"]
    assert trained.probabilities(["money"])["refund"] > 0.9
    assert trained.probabilities(["weather"])["refund"] < nothing < 0.5


def test_a_feature_said_twice_counts_once():
    trained = model(money=100)
    assert trained.probabilities(["money", "money"]) == trained.probabilities(["money"])


def test_many_features_that_say_nothing_weaken_one_that_does():
    trained = model(money=20)
    assert trained.probabilities(["money", "a", "b", "c"])["refund"] < trained.probabilities(["money"])["refund"]


def test_what_told_most_is_named_first_and_nothing_that_spoke_against():
    trained = model(money=100, back=50, weather=-100)
    assert trained.telling(["back", "weather", "money"], "refund") == ("money", "back")


def test_any_characters_make_a_feature():
    assert 0 <= place("\ud800 \0 مرحبا", buckets=BUCKETS) < BUCKETS


def test_a_file_of_weights_is_read_back():
    head = {"labels": ["a", "b"], "buckets": 4, "scales": [0.1, 0.2], "biases": [0.0, 1.0]}
    trained = parse(json.dumps(head).encode() + b"\n" + bytes([1, 0, 0, 0, 0, 0, 0, 255]))
    assert trained.labels == ("a", "b")
    assert [byte - ZERO for byte in trained.weights[1]] == [0, 0, 0, -1]
    assert trained.at([3])["b"] == trained.at({3})["b"] < trained.at([])["b"] == trained.at([0, 1])["b"]


@pytest.mark.parametrize("body", [bytes(7), bytes(9)])
def test_a_file_that_is_not_whole_is_refused(body: bytes):
    head = {"labels": ["a", "b"], "buckets": 4, "scales": [0.1, 0.2], "biases": [0.0, 1.0]}
    with pytest.raises(ValueError, match="2 labels and 4 buckets"):
        parse(json.dumps(head).encode() + b"\n" + body)
