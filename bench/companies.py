"""How often a first message to a company gets the right decision of the default policy.

    uv run python bench/companies.py [--set tried|more|more_heldout] [--errors 40]

Reads the messages of `companies_heldout.yaml`, which were kept apart, of `companies_tried.yaml`, which were looked at,
or those of eight more trades. A message that is for the documents is right where nothing hands it over though they have
a sure answer; one that is for a person, where it is handed over all the same, and the reason is counted apart. So are
those that want a word in return (hello, or what is it about) or a person offered beside the answer.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from baton.core.answers.grounding import Grounding
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.judging.judgement import Asked, after_looking, before_looking
from baton.core.messages import Statement
from baton.core.policy.model import Policy
from baton.core.track import Track
from baton.services.policy.policies import load_default

HERE = Path(__file__).parent
DOCUMENTS, ASK, OFFER = "documents", "ask", "offer"
STAYS = (DOCUMENTS, ASK, OFFER)
"""What doesn't hand over: looked up, a word in return, looked up with a person put forward."""

ANSWERED = Grounding(confidence=1.0, in_scope=1.0, statements=(Statement("It is so.", (1,)),))
"""Documents that have a sure answer to everything, so that only the message itself can stop the bot."""

BY_REASON = {Reason.CUSTOMER_REQUEST: "person", Reason.DISTRESS: "distress", Reason.BUYING_INTENT: "sales"}
"""What the decision is called where no topic names it."""


@dataclass(frozen=True)
class Case:
    """A message: whom it is to, what is right for it, and what it got."""

    company: str
    right: str
    language: str
    text: str
    got: str
    why: str


def cases(path: Path) -> Iterator[Case]:
    """Each message of a file, judged."""
    policy = load_default()
    for company, ways in YAML(typ="safe").load(path).items():
        for right, languages in ways.items():
            for language, lines in languages.items():
                for text in lines.strip().splitlines():
                    yield Case(company, right, language, text, *_got(_decided(text, policy)))


def _decided(text: str, policy: Policy) -> Decision:
    asked = Asked(text, None, Track())
    signals, decision = before_looking(asked, policy)
    return decision or after_looking(policy, signals, asked, ANSWERED)


def _got(decision: Decision) -> tuple[str, str]:
    if decision.kind is not DecisionKind.HANDOFF:
        return _stays(decision), ""
    fired = [one for one in decision.signals if one.kind.value == decision.reason.value] or list(decision.signals)
    why = "; ".join(f"{one.topic or one.kind.value} {one.score:.2f} {list(one.evidence)}" for one in fired)
    return BY_REASON.get(decision.reason) or _topics(decision), why


def _stays(decision: Decision) -> str:
    if decision.reason is Reason.SMALL_TALK:
        return ASK
    return OFFER if decision.offers_person else DOCUMENTS


def _topics(decision: Decision) -> str:
    return " ".join(one.topic for one in decision.signals if one.topic and one.needs_judgement)


def table(name: str, some: Sequence[Case], key: Callable[[Case], str]) -> None:
    """Print a row for each value of `key`, and one for all."""
    print(
        f"\n| {name} | for a person: stopped | for the right reason | for the documents: stopped |\n|---|---|---|---|"
    )
    rows: dict[str, list[Case]] = defaultdict(list)
    for case in some:
        rows[key(case)].append(case)
    for row, mine in (*rows.items(), ("all", list(some))):
        needs = [case for case in mine if case.right not in STAYS]
        caught = [case for case in needs if case.got not in STAYS]
        named = [case for case in caught if case.right in case.got.split()]
        calm = [case for case in mine if case.right in STAYS]
        blocked = [case for case in calm if case.got not in STAYS]
        shares = ((caught, needs), (named, caught), (blocked, calm))
        print(f"| {row} | " + " | ".join(_share(len(one), len(whole)) for one, whole in shares) + " |")


def gentle(some: Sequence[Case]) -> None:
    """Print how those that stay with the bot were taken."""
    print("\n| right | " + " | ".join(STAYS) + " | for a person |\n|---|---|---|---|---|")
    for right in STAYS:
        mine = Counter(case.got if case.got in STAYS else "" for case in some if case.right == right)
        if mine:
            print(f"| {right} | " + " | ".join(str(mine[got]) for got in (*STAYS, "")) + " |")


def _share(some: int, whole: int) -> str:
    return f"{some} of {whole} ({some / whole:.1%})" if whole else "-"


def main() -> None:
    """Print the tables, and what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="heldout", choices=("heldout", "tried", "more", "more_heldout"))
    parser.add_argument("--errors", type=int, default=0, help="wrong ones to show")
    asked = parser.parse_args()
    judged = list(cases(HERE / f"companies_{asked.set}.yaml"))
    table("company", judged, lambda case: case.company)
    table("language", judged, lambda case: "en" if case.language == "en" else "others")
    gentle(judged)
    wrong = [case for case in judged if case.right not in case.got.split()]
    for case in wrong[: asked.errors]:
        print(f"{case.company} {case.right} -> {case.got} {case.language}: {case.text}   {case.why}")


if __name__ == "__main__":
    main()
