"""What `baton ask` prints of a decision: the sentence of the policy, where an answer is from, what was near."""

from typing import Any

from baton.cli.ask import _said

NOTHING: dict[str, Any] = {
    "decision": {"kind": "offer", "reason": "no_source", "says": "Offer a person in Support: by rule no-source."},
    "answer": {"text": "I could not find this in our documents."},
    "citations": [],
    "confidence": 0.12,
    "signals": [{"kind": "no_source", "score": 1.0, "topic": None, "evidence": ["moon"]}],
    "stale": [],
    "hits": [{"title": "Delivery", "heading": "What it costs", "audience": "public"}],
}


def test_without_an_answer_it_says_what_would_be_done_and_what_was_near() -> None:
    assert _said(NOTHING).split("\n\n") == [
        "I could not find this in our documents.",
        "Offer a person in Support: by rule no-source.",
        "Confidence 0.12\nSignal no_source 1.00: “moon”",
        "The nearest passages:\n  Delivery: What it costs",
    ]


def test_an_answer_names_its_source_and_version_and_no_other_passage() -> None:
    cited = {"n": 1, "title": "Bulbs", "heading": "Which fits?", "version": 2, "url": "https://quay.example/bulbs"}
    decision = {"kind": "answer", "reason": "grounded", "says": "Answer from the sources: no rule objects."}
    said = _said({**NOTHING, "decision": decision, "citations": [cited], "signals": []})
    assert "[1] Bulbs: Which fits?, version 2 https://quay.example/bulbs" in said
    assert "nearest" not in said
