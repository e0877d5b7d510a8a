"""Verifying an exported log: a whole one passes, and every way of tampering with it is found and named."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from builders import NOW

from baton.core.trail.check import MOST_TOLD, verify
from baton.core.trail.seals import FORM, Seal, Sealed, digest, event_line, make_seal, written

Lines = list[str]
Sealing = list[tuple[Seal, Lines]]


DAY = "2026-11-21"


def event(n: int, conversation: str | None = "cnv_1", **fields: Any) -> str:
    told = {"cursor": f"1-{700 + n}-{n}", "conversation": conversation, "seq": n, "kind": "message_received"}
    actor = {"kind": "customer", "id": None, "name": None}
    return event_line(
        told | {"at": "2026-11-21T10:00:00.000000+00:00", "actor": actor, "data": None} | fields,
        "5a17" if conversation else None,
    )


def erasure(n: int, *conversations: str) -> str:
    actor = {"kind": "admin", "id": "crd_1", "name": "Ada"}
    data = {"customers": ["cus_1"], "conversations": [*conversations]}
    return event(n, None, kind="customer_erased", seq=None, data=data, actor=actor)


def sealed(*batches: Lines) -> Sealing:
    made: Sealing = []
    for n, lines in enumerate(batches):
        told = [json.loads(line) for line in lines]
        events = [
            Sealed(one["cursor"], one["conversation"], digest(line)) for one, line in zip(told, lines, strict=True)
        ]
        made.append((make_seal("ten_1", made[-1][0] if made else None, events, NOW + timedelta(minutes=n)), lines))
    return made


def file(sealing: Sealing) -> Lines:
    lines = [written({"type": "trail", "form": FORM, "company": "Quay", "tenant": "ten_1", "written_at": ""})]
    for seal, events in sealing:
        lines += [seal.line, *events, written({"type": "sealed", "number": seal.number, "hash": seal.hash})]
    last = sealing[-1][0] if sealing else None
    return [*lines, written({"type": "end", "seals": len(sealing), "events": 0, "last": last.hash if last else None})]


def log() -> Sealing:
    return sealed([event(1), event(2), event(3)], [event(4, None), event(5, "cnv_2")], [event(6)])


def at(lines: Lines, needle: str) -> int:
    return next(place for place, line in enumerate(lines) if needle in line and '"type":"event"' in line)


def drop(needle: str) -> Callable[[Lines], Lines]:
    return lambda lines: [line for place, line in enumerate(lines) if place != at(lines, needle)]


def of_seal(lines: Lines, number: int) -> range:
    begin = next(n for n, line in enumerate(lines) if '"type":"seal"' in line and f'"number":{number},' in line)
    return range(begin, 1 + next(n for n in range(begin, len(lines)) if '"type":"sealed"' in lines[n]))


def without_seal(number: int) -> Callable[[Lines], Lines]:
    return lambda lines: [line for n, line in enumerate(lines) if n not in of_seal(lines, number)]


def swapped(lines: Lines) -> Lines:
    first, second = of_seal(lines, 1), of_seal(lines, 2)
    return [*lines[: first[0]], *(lines[n] for n in (*second, *first)), *lines[second[-1] + 1 :]]


def resealed(lines: Lines) -> Lines:
    """Somebody changes an event with its hash, and the seal's own hash with it, and goes no further."""
    began = log()
    anew = sealed([event(1), event(2, data={"text": "other"}), event(3)])
    return file([anew[0], *began[1:]])


def test_a_whole_log_passes_with_its_last_seal_told() -> None:
    began = log()
    found = verify(file(began))
    assert (found.problems, found.company, found.seals, found.events, found.erased) == ((), "Quay", 3, 6, 0)
    assert found.last_hash == began[-1][0].hash
    assert verify(f"{line}\n" for line in file(began)).is_whole
    assert verify(file([])).is_whole


@pytest.mark.parametrize(
    ("tamper", "says"),
    [
        (lambda f: [x.replace('"seq":2', '"seq":9') for x in f],
         [f"The event 1-702-2 (message_received, no. 9 of conversation cnv_1, {DAY}T10:00:00.000000+00:00) was"]),
        (lambda f: [x.replace("5a17", "5a18") for x in f], [f"The event 1-70{n}-{n} " for n in (1, 2, 3, 5, 6)]),
        (lambda f: [x.replace('"seq":2,', '"seq": 2,') for x in f], ["The event 1-702-2 "]),
        (drop("1-702-2"), ["The event 1-702-2 of conversation cnv_1 was left out: seal 1 names it."]),
        (drop("1-704-4"), ["The event 1-704-4 was left out: seal 2 names it."]),
        (lambda f: [*f[:5], event(9), *f[5:]], ["The event 1-709-9 (message_received, no. 9 of conversation cnv_1"]),
        (lambda f: [*f[:5], f[4], *f[5:]], ["The event 1-703-3 (message_received"]),
        (without_seal(2), ["Seal 2 is left out."]),
        (without_seal(1), ["Seal 1 is left out."]),
        (without_seal(3), ["The file should end with seal 3, and ends with seal 2."]),
        (swapped, ["Seal 1 is left out.", "Seal 1 stands after seal 2.", "Seal 1 names the event 1-701-1 out of"]),
        (lambda f: f[:-1], ["The file ends early: its end is left out."]),
        (lambda f: f[:4], ["The file ends early"]),
        (lambda f: f[1:], ["Line 1 is not a line of a trail"]),
        (lambda f: [*f, event(9)], ["Line 15 is not a line of a trail"]),
        (lambda f: [*f[:3], "{", *f[4:]], ["Line 4 is not a line", "The event 1-702-2 of conversation cnv_1 was"]),
        (lambda f: [*f[:3], "[" * 100_000, *f[3:]], ["Line 4 is not a line"]),
        (lambda f: [f[0].replace("ten_1", "ten_2"), *f[1:]], ["Seal 1 is not of this company."]),
        (lambda f: [x.replace("10:01:00", "10:02:00") for x in f], ["Seal 2 was changed after it was made."]),
        (resealed, ["Seal 2 does not follow seal 1: one of them, or what came before, was written anew."]),
    ],
)  # fmt: skip
def test_what_was_done_to_it_is_named(tamper: Callable[[Lines], Lines], says: list[str]) -> None:
    found = verify(tamper(file(log())))
    for words in says:
        assert any(one.startswith(words) for one in found.problems), found.problems
    if len(says) == 1 and "Line" not in says[0] and "Seal 1 is" not in says[0] and "ends early" not in says[0]:
        assert len(found.problems) == 1


def test_a_log_that_was_written_anew_from_end_to_end_is_told_by_a_seal_that_was_kept() -> None:
    kept = log()[1][0]
    anew = sealed([event(1), event(3)], [event(4, None), event(5, "cnv_2")], [event(6)])
    assert verify(file(anew)).is_whole
    assert verify(file(log()), {2: kept.hash[:16].upper()}).is_whole
    assert verify(file(anew), {2: kept.hash}).problems == (
        "Seal 2 is not the one that was kept: the log up to it was written anew.",
    )
    assert verify(file(log()[:1]), {2: kept.hash}).problems == ("The file has no seal 2, which was kept.",)


def test_events_of_an_erased_customer_are_missed_by_nobody() -> None:
    began = sealed([event(1), event(2, "cnv_2"), event(3)], [erasure(4, "cnv_1"), event(5, "cnv_2")])
    gone = drop("1-701-1")(drop("1-703-3")(file(began)))
    found = verify(gone)
    assert (found.problems, found.events, found.erased) == ((), 3, 2)
    assert found.erasures == ("2026-11-21 10:00 UTC, Ada: 1 conversation",)
    assert verify(drop("1-702-2")(gone)).problems == (
        "The event 1-702-2 of conversation cnv_2 was left out: seal 1 names it.",
    )
    assert verify(drop("1-703-3")(file(began))).problems == (
        "Conversation cnv_1 was erased by the log's own word, and some of it is still there.",
    )


def test_an_erasure_excuses_nothing_that_came_after_it_nor_one_that_was_tampered_with() -> None:
    late = sealed([erasure(1, "cnv_1")], [event(2)])
    assert "1-702-2" in verify(drop("1-702-2")(file(late))).problems[0]
    began = sealed([event(1, "cnv_2")], [erasure(2, "cnv_1")])
    forged = [line.replace('["cnv_1"]', '["cnv_2"]') for line in drop("1-701-1")(file(began))]
    assert [one.split(" was ")[1][:8] for one in verify(forged).problems] == ["changed ", "left out"]


def test_a_file_of_something_else_is_told_shortly() -> None:
    found = verify(["x"] * 1000)
    assert (len(found.problems), found.untold) == (MOST_TOLD, 801)
