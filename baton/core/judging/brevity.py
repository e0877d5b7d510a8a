"""How the bot answers somebody who is frustrated (B6): the human option first, then little, and nothing twice."""

from dataclasses import replace

from baton.core.answers.grounding import Grounding
from baton.core.copy import Language, said
from baton.core.decision import Decision, Reason
from baton.core.messages import Statement
from baton.core.reading.sentences import is_item
from baton.core.signals import SignalKind
from baton.core.track import Track

ANNOYED = 0.4
"""From this much distress on the bot is brief: where the default policy puts the human option beside an answer."""

MOST_SENTENCES = 2
"""Sentences of an answer that are left. Steps and lists stay whole: half of them would lead nowhere."""


def is_frustrated(decision: Decision, track: Track) -> bool:
    """Whether the customer is annoyed now, or the bot's answers did not help before."""
    kinds = ((signal.kind, signal.score) for signal in decision.signals)
    return track.failures > 0 or any(
        kind in (SignalKind.STUCK, SignalKind.NO_HELP) or (kind is SignalKind.DISTRESS and score >= ANNOYED)
        for kind, score in kinds
    )


def brief(grounding: Grounding, track: Track, language: Language) -> Grounding | None:
    """The answer as a frustrated customer gets it, with the human option in front, or None where it is the last again.

    What the answer before it quoted is left out; another sentence of the same passage is not. The numbers of the
    citations stay as they were.
    """
    repeated = {citation.n for citation in grounding.citations if citation.taken in track.last_passages}
    fresh = [one for one in grounding.statements if not one.citations or not repeated.issuperset(one.citations)]
    if not any(one.citations for one in fresh):
        return None
    kept = fresh if any(is_item(one.text) for one in fresh) else fresh[:MOST_SENTENCES]
    cited = {number for one in kept for number in one.citations}
    return replace(
        grounding,
        statements=(Statement(said.offer(Reason.STUCK, language, brief=True), ()), *kept),
        citations=tuple(citation for citation in grounding.citations if citation.n in cited),
    )
