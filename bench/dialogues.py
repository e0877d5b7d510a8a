"""What customers ask next without saying again what it is about: answered as what, or stopped.

    uv run python bench/dialogues.py [--half tuned|held_out|both] [--errors]

Each dialogue goes down the desk's own road under the default policy: signals, decision, what the bot remembers. Beside
it stands what comes of the last question alone, with nothing before it.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge import index_of
from ruamel.yaml import YAML
from tenants import clinic, shop

from baton.core.answers.grounding import Grounding
from baton.core.case import Situation
from baton.core.decision import Decision, DecisionKind
from baton.core.judging.judgement import Asked, after_looking, before_looking, remembered, reply
from baton.core.track import FRESH
from baton.knowledge.search import Index
from baton.services.policy.policies import load_default

QUESTIONS = Path(__file__).parent / "questions_dialogues.yaml"
POLICY = load_default()
ENGLISH = Situation(language="en")


@dataclass(frozen=True)
class Turn:
    """What came of the last question of a dialogue."""

    words: tuple[str, ...]
    decision: Decision
    text: str
    is_right: bool

    @property
    def kind(self) -> str:
        if self.decision.kind is not DecisionKind.ANSWER:
            return str(self.decision.kind)
        return "right" if self.is_right else "wrong"


def talk(index: Index, words: Sequence[str], expect: str | None, unwanted: str | None) -> Turn:
    """The last decision of a dialogue in these words, and what is said by it."""
    track, said, decision = FRESH, "", None
    for text in words:
        asked = Asked(text, None, track, ENGLISH)
        grounding: Grounding | None = None
        signals, decision = before_looking(asked, POLICY)
        if decision is None:
            grounding = index.ground(asked.question, language="en", before=asked.before)
            decision = after_looking(POLICY, signals, asked, grounding)
        said = (
            "" if decision.kind is DecisionKind.HANDOFF else reply(asked, decision, grounding, POLICY.speaks("en"))[0]
        )
        track = remembered(asked, decision, grounding)
    assert decision
    right = expect is not None and re.search(expect, said) is not None
    return Turn(tuple(words), decision, said, right and not (unwanted and re.search(unwanted, said)))


def dialogues(half: str) -> Iterator[tuple[str, dict[str, object]]]:
    for name, items in YAML(typ="safe").load(QUESTIONS).items():
        yield from ((name, item) for item in {"tuned": items[0::2], "held_out": items[1::2], "both": items}[half])


def report(name: str, turns: Sequence[tuple[Turn, bool]]) -> None:
    answerable = sum(known for _, known in turns)
    kinds = [turn.kind for turn, _ in turns]
    counts = ", ".join(f"{kind} {kinds.count(kind)}" for kind in ("right", "wrong", "clarify", "offer", "handoff"))
    print(f"{name:22} {len(turns)} dialogues, {answerable} answerable: {counts}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--half", choices=("tuned", "held_out", "both"), default="both")
    arguments.add_argument("--errors", action="store_true", help="list what was not answered rightly")
    given = arguments.parse_args()
    indexes = {"shop": index_of(shop()), "clinic": index_of(clinic())}
    within: list[tuple[Turn, bool]] = []
    alone: list[tuple[Turn, bool]] = []
    for name, item in dialogues(given.half):
        words, expect, unwanted = [item["q"], *item["then"]], item["expect"], item.get("not")  # type: ignore[list-item]
        turn = talk(indexes[name], words, expect, unwanted)  # type: ignore[arg-type]
        within.append((turn, expect is not None))
        alone.append((talk(indexes[name], words[-1:], expect, unwanted), expect is not None))  # type: ignore[arg-type]
        if given.errors and turn.kind != ("right" if expect else "offer"):
            print(f"{turn.kind:8} {turn.decision.reason:22} {' | '.join(turn.words)}\n         {turn.text[:200]!r}")
    report("in its conversation", within)
    report("the last words alone", alone)


if __name__ == "__main__":
    main()
