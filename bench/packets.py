"""How many of the facts that matter a packet shows, and whether it keeps its budget: `uv run python bench/packets.py`.

    [--data ../shared/data]   also the conversations in `01_tau/`: facts that customers typed, and a packet of each
    [--errors]                every fact that was missed or is too much
    [--print N]               N packets as text, to be read

A wanted fact is found where a shown one of a fitting kind has the same value, or has it as a whole word ("Ada Lovelace"
has the first name "Ada", an e-mail address the user name before its @). Precision is counted on our own
conversations, whose lists are complete; the others list only what was looked up later.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from baton.core.actors import Actor, ActorKind
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.facts import Fact, extract
from baton.core.ids import CustomerId, MessageId
from baton.core.messages import Message, MessageKind
from baton.core.packet.fold import FOLD, words_above_fold
from baton.core.packet.frozen import frozen
from baton.core.packet.packet import Packet, PacketInput, build
from baton.core.packet.view import shown
from bench.scripted_packets import improvement_of

CASES = Path(__file__).parents[1] / "tests" / "core" / "packet" / "cases.yaml"
TYPED = {
    "reservation_id": {"reservation", "reference"},
    "user_id": {"user_id", "email"},
    "flight_number": {"flight"},
    "first_name": {"name"},
    "last_name": {"name"},
    "dob": {"date"},
}
"""Which of our kinds may show what the conversations call so. A number without a name is one that nobody can tell."""

AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Case:
    """A conversation with the facts that are wanted of it; `is_whole` where nothing else should be shown."""

    id: str
    messages: tuple[Message, ...]
    wanted: tuple[tuple[frozenset[str], str], ...]
    is_whole: bool


def own_cases() -> Iterator[Case]:
    """Ours, in ten languages."""
    for language, cases in YAML(typ="safe").load(CASES).items():
        for number, (texts, facts) in enumerate(cases, start=1):
            turns = [(text.startswith("BOT "), text.removeprefix("BOT ")) for text in texts]
            wanted = tuple((frozenset({kind}), value) for kind, values in facts.items() for value in values)
            yield Case(f"{language}-{number}", transcript(turns), wanted, is_whole=True)


def tau_cases(data: Path) -> Iterator[Case]:
    """Conversations of other bots, with what customers typed and was looked up later."""
    for line in (data / "01_tau" / "conversations.dev.jsonl").open():
        row: dict[str, Any] = json.loads(line)
        turns = [(turn["role"] == "bot", turn["text"]) for turn in row["turns"] if turn["role"] != "tool"]
        facts = row["key_facts"].items()
        wanted = tuple((frozenset(TYPED[kind]), value) for kind, values in facts for value in values)
        yield Case(row["id"], transcript([turn for turn in turns if turn[1]]), wanted, is_whole=False)


def transcript(turns: list[tuple[bool, str]]) -> tuple[Message, ...]:
    """Messages from (is the bot's, text)."""
    return tuple(
        Message(
            MessageId(f"m{seq}"),
            Actor(ActorKind.BOT) if is_bot else Actor(ActorKind.CUSTOMER),
            MessageKind.TEXT,
            text,
            AT,
            seq=seq,
        )
        for seq, (is_bot, text) in enumerate(turns, start=1)
    )


def shows(fact: Fact, kinds: frozenset[str], value: str) -> bool:
    """Whether a shown fact is the wanted one."""
    if fact.kind.value not in kinds:
        return False
    words = re.split(r"[\s@]+", fact.value.casefold())
    return fact.normal == Fact(fact.kind, value, 0).normal or value.casefold() in words


@dataclass(slots=True)
class Tally:
    """What was wanted, found and shown, with the errors one by one."""

    wanted: int = 0
    found: int = 0
    shown: int = 0
    right: int = 0

    def add(self, case: Case) -> list[str]:
        """Count a case. Returns what is wrong with it."""
        facts = extract(case.messages)
        missed = [one for one in case.wanted if not any(shows(fact, *one) for fact in facts)]
        extra = [fact for fact in facts if case.is_whole and not any(shows(fact, *one) for one in case.wanted)]
        self.wanted += len(case.wanted)
        self.found += len(case.wanted) - len(missed)
        self.shown += len(facts)
        self.right += len(facts) - len(extra)
        return [
            *(f"{case.id}: missed {'/'.join(sorted(kinds))} {value}" for kinds, value in missed),
            *(f"{case.id}: too much {fact.kind.value} {fact.value}" for fact in extra),
        ]

    def told(self, name: str, *, precision: bool) -> str:
        """One line of the report."""
        line = f"{name}: {self.found} of {self.wanted} facts, recall {self.found / max(self.wanted, 1):.3f}"
        share = f", precision {self.right / max(self.shown, 1):.3f} of {self.shown} shown"
        return line + (share if precision else f", {self.shown} shown")


def packet_of(case: Case, upto: int | None = None) -> Packet:
    """The packet of a handoff after so many messages; after all of them where none is named."""
    decision = Decision(
        kind=DecisionKind.HANDOFF, reason=Reason.CUSTOMER_REQUEST, rule="asks-for-person", policy_version=1
    )
    return build(
        PacketInput(
            messages=case.messages[:upto],
            customer=Customer(CustomerId("cus_1")),
            channel="web",
            decision=decision,
            queue="support",
            queue_name="Support",
            now=AT,
        )
    )


def unsupported(packet: Packet, case: Case) -> list[Fact]:
    """Facts whose characters don't stand where their receipt says that they do."""
    texts = {message.seq: message.text for message in case.messages}
    return [fact for fact in packet.facts if texts[fact.seq][fact.start : fact.end] != fact.value]


def report_packets(cases: list[Case]) -> None:
    """Two packets of each conversation: half way, and at its end."""
    packets = [(case, packet_of(case, upto)) for case in cases for upto in (len(case.messages) // 2 or 1, None)]
    words = Counter(words_above_fold(shown(frozen(packet))) for _, packet in packets)
    over = sum(count for number, count in words.items() if number > FOLD)
    bare = sum(len(unsupported(packet, case)) for case, packet in packets)
    print(f"{len(packets)} packets: the longest reads {max(words)} words, {over} over {FOLD}; {bare} unsupported facts")


def report_improved(cases: list[Case]) -> None:
    """The same packets, with what a scripted model writes of each: true sentences, and those sentences made false."""
    told = [improved for case in cases if (improved := improvement_of(case, packet_of(case)))]
    words = [words_above_fold(shown(one.frozen)) for one in told]
    false, passed = sum(len(one.false) for one in told), [text for one in told for text in one.passed]
    true, kept = sum(len(one.true) for one in told), sum(len(one.kept) for one in told)
    over = sum(count > FOLD for count in words)
    print(
        f"{len(told)} packets by a scripted model: {len(passed)} of {false} unsupported sentences in them, "
        f"{kept} of {true} true ones kept; the longest reads {max(words)} words, {over} over {FOLD}"
    )
    print("\n".join(f"  passed: {text}" for text in passed), end="\n" if passed else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--print", type=int, default=0)
    options = parser.parse_args()
    groups = {"ours, 10 languages": list(own_cases())}
    if options.data:
        groups["01_tau"] = list(tau_cases(options.data))
    for name, cases in groups.items():
        tally = Tally()
        wrong = [line for case in cases for line in tally.add(case)]
        print(tally.told(name, precision=cases[0].is_whole))
        print("\n".join(wrong) if options.errors else "", end="\n" if options.errors else "")
        report_packets(cases)
        report_improved(cases)
    for case in list(groups.values())[-1][: options.print]:
        view = shown(frozen(packet_of(case)))
        facts = " · ".join(f"{fact['label']} {fact['value']}" for fact in view["facts"])
        lines = (case.id, *view["summary"], view["reason"]["says"], f"Last: {view['last_message']}", facts)
        print("\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
