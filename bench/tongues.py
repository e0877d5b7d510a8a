"""How well the desk hears what matters in ten languages: a table by language and kind.

    uv run python bench/tongues.py [--set tried] [--errors]

Each sentence is a first message under the default policy, with documents that have a sure answer to everything; those
that say that it didn't help come after such an answer. Right is for `person` a handoff because they asked, for `needs`
any handoff, for `about` none, for `strong` one for distress or a complaint, for `danger` one for danger, and for
`no_help` that it is noticed (the first time a person is offered).
"""

import argparse
from collections import Counter
from pathlib import Path

from ruamel.yaml import YAML

from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.judging.judgement import Asked, after_looking, before_looking, remembered
from baton.core.policy.model import Policy
from baton.core.signals import SignalKind
from baton.core.track import Track
from baton.services.policy.policies import load_default
from bench.companies import ANSWERED

HERE = Path(__file__).parent
KINDS = ("person", "needs", "about", "strong", "no_help", "danger")
QUESTION = "How do I pair the remote with the television?"


def decided(text: str, policy: Policy, track: Track) -> Decision:
    """What the policy decides on a message, with documents that answer it."""
    asked = Asked(text, None, track)
    signals, decision = before_looking(asked, policy)
    return decision or after_looking(policy, signals, asked, ANSWERED)


def after_an_answer(policy: Policy) -> Track:
    """What the bot remembers after it has answered a question."""
    asked = Asked(QUESTION, None, Track())
    return remembered(asked, decided(QUESTION, policy, Track()), ANSWERED)


def is_right(kind: str, decision: Decision) -> bool:
    """Whether a decision is what a sentence of this kind wants."""
    stops = decision.kind is DecisionKind.HANDOFF
    if kind == "about":
        return not stops
    if kind == "no_help":
        return any(one.kind is SignalKind.STUCK for one in decision.signals)
    if kind == "needs":
        return stops
    meant = {"person": decision.reason is Reason.CUSTOMER_REQUEST, "danger": decision.topic == "danger"}
    meant["strong"] = decision.reason is Reason.DISTRESS or decision.topic == "complaint"
    return stops and meant[kind]


def main() -> None:
    """Print the table, and with `--errors` what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="heldout", choices=("heldout", "tried"))
    parser.add_argument("--errors", action="store_true", help="print what was taken for something else")
    given = parser.parse_args()
    policy = load_default()
    tracks = {"no_help": after_an_answer(policy)}
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    sentences = YAML(typ="safe").load(HERE / f"tongues_{given.set}.yaml")
    for language, kinds in sentences.items():
        for kind, lines in kinds.items():
            for text in lines.strip().splitlines():
                decision = decided(text, policy, tracks.get(kind, Track()))
                for row in (language, "all"):
                    seen[row, kind] += 1
                    right[row, kind] += is_right(kind, decision)
                if given.errors and not is_right(kind, decision):
                    what = [f"{one.kind.value}:{one.topic or ''}{one.score}" for one in decision.signals]
                    print(f"{language} {kind} -> {decision.kind.value} {decision.reason.value} {what}: {text}")
    print("| language | " + " | ".join(KINDS) + " |\n|---|" + "---|" * len(KINDS))
    for language in (*sentences, "all"):
        cells = (f"{right[language, kind]} of {seen[language, kind]}" for kind in KINDS)
        print(f"| {language} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
