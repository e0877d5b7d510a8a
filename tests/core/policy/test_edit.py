"""A queue is changed in its file, and nothing else is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baton.core.policy.edit import queue_fields, with_queue, with_wording, written
from baton.core.policy.parse.whole import parse
from baton.core.policy.tree import plain, read_tree
from baton.services.policy.policies import default_source

FILE = """\
# Ours since 2024
policy: Shop
queues:   # who answers
  billing:
    name: Billing       # on the invoice, too
    owner: Dana
    # when the office is staffed
    hours:              # see the rota
      timezone: Europe/Berlin
      mon-fri: ["09:00-17:30"]   # lunch is covered
      except:
        # the party
        2026-12-18: ["09:00-12:00"]
    topics:
      - refund
      - billing_dispute  # both

  support: {name: Support, owner: Ann, default: true}  # the rest
  sales: {
    owner: Sam,   # until June
    topics: [sales]
  }
rules: [{id: asks, when: asks_for_person, then: handoff}]
"""


def lines(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    old, new = before.splitlines(), after.splitlines()
    return [f"-{one}" for one in old if one not in new] + [f"+{one}" for one in new if one not in old]


@pytest.mark.parametrize(
    ("queue", "changes", "changed"),
    [
        ("billing", {"name": "Invoices"}, ["-    name: Billing       # on the invoice, too", "+    name: Invoices       # on the invoice, too"]),
        ("billing", {"name": "Billing"}, []),
        ("billing", {"target_s": 300, "skills": {"refunds": 3}}, ["+    target_s: 300", "+    skills: {refunds: 3}"]),
        ("billing", {"owner": None}, ["-    owner: Dana"]),
        ("billing", {"topics": ["refund"]}, ["-    topics:", "-      - refund", "-      - billing_dispute  # both", "+    topics: [refund]  # both"]),
        ("billing", {"hours": "always"}, ["-    hours:              # see the rota", "-      timezone: Europe/Berlin", '-      mon-fri: ["09:00-17:30"]   # lunch is covered', "-      except:", "-        # the party", '-        2026-12-18: ["09:00-12:00"]', "+    hours: always  # see the rota"]),
        ("billing", {"hours": {"timezone": "Europe/Berlin", "mon-fri": ["09:00-17:30"], "except": {"2026-12-18": ["09:00-12:00"], "2026-12-24": "closed"}}}, ["+        2026-12-24: closed"]),
        ("billing", {"hours": {"timezone": "Europe/Paris", "mon-fri": ["09:00-17:30"], "except": {"2026-12-18": ["09:00-12:00"]}}}, ["-      timezone: Europe/Berlin", "+      timezone: Europe/Paris"]),
        ("billing", {"hours": {"timezone": "Europe/Berlin", "mon-fri": ["09:00-17:30"], "except": {}}}, ['-        2026-12-18: ["09:00-12:00"]']),
        ("support", {"name": "Help: the desk"}, ["-  support: {name: Support, owner: Ann, default: true}  # the rest", '+  support: {name: "Help: the desk", owner: Ann, default: true}  # the rest']),
        ("support", {"name": None, "target_s": 60}, ["-  support: {name: Support, owner: Ann, default: true}  # the rest", "+  support: {owner: Ann, default: true, target_s: 60}  # the rest"]),
        ("sales", {"owner": "Kim"}, ["-    owner: Sam,   # until June", "+    owner: Kim,   # until June"]),
    ],
)  # fmt: skip
def test_only_the_lines_of_what_is_changed_change(queue: str, changes: dict[str, Any], changed: list[str]) -> None:
    assert lines(FILE, with_queue(FILE, queue, changes)) == changed


def test_the_default_policy_keeps_every_comment() -> None:
    before = default_source()
    hours = {"timezone": "Europe/Berlin", "mon-fri": ["09:00-12:30", "13:30-17:30"], "holidays": "DE-BY"}
    after = with_queue(before, "support", {"hours": hours, "owner": "Ann Other"})
    assert len(before.splitlines()) == len(after.splitlines())
    assert len(lines(before, after)) == 3
    assert before.count("#") == after.count("#")
    assert parse(after).default_queue.owner == "Ann Other"


def test_a_new_queue_is_written_below_the_others() -> None:
    short = {"owner": "Lee", "languages": ["de"]}
    assert lines(FILE, with_queue(FILE, "german", short)) == ["+  german: {owner: Lee, languages: [de]}"]
    long = {"name": "German help", "owner": "Lee", "hours": {"timezone": "Europe/Berlin", "mon-fri": ["09:00-17:00"]}}
    assert lines(FILE, with_queue(FILE, "german", long)) == [
        "+  german:",
        "+    name: German help",
        "+    owner: Lee",
        '+    hours: {timezone: Europe/Berlin, mon-fri: ["09:00-17:00"]}',
    ]
    assert parse(with_queue(FILE, "german", long)).queue("german") is not None


@pytest.mark.parametrize("queue", ["billing", "support", "sales"])
def test_a_queue_is_taken_out_and_the_others_stay_as_they_are(queue: str) -> None:
    after = with_queue(FILE, queue, None)
    assert all(line in FILE.splitlines() for line in after.splitlines())
    was, now = plain(read_tree(FILE)), plain(read_tree(after))
    assert now["queues"] == {key: value for key, value in was["queues"].items() if key != queue}
    assert now["rules"] == was["rules"]


def test_what_stands_under_a_queue_is_told_as_it_is_written() -> None:
    assert queue_fields(FILE, "sales") == {"owner": "Sam", "topics": ["sales"]}
    with pytest.raises(KeyError):
        queue_fields(FILE, "no-such")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Dana Osei", "Dana Osei"),
        ("queue:support", "queue:support"),
        ("yes", '"yes"'),
        ("09:00-17:30", '"09:00-17:30"'),
        ("a: b", '"a: b"'),
        ("#1", '"#1"'),
        ("Zoë, lead", '"Zoë, lead"'),
        ("two\nlines", '"two\\nlines"'),
        ([1, True, "x"], "[1, true, x]"),
        ({"2026-12-24": "closed", "odd: key": {}}, '{2026-12-24: closed, "odd: key": {}}'),
    ],
)
def test_a_value_is_written_so_that_it_is_read_as_it_was(value: Any, text: str) -> None:
    assert written(value) == text
    assert plain(read_tree(f"v: {written(value)}"))["v"] == value


@pytest.mark.parametrize("key", ['"quoted"', '""twice', "a: b", "# none", "2026-12-24"])
def test_a_key_that_stands_above_its_own_lines_is_written_as_carefully_as_any(key: str) -> None:
    hours = {key: {"first": "a long value, " * 4, "second": "and another, " * 4}}
    assert queue_fields(with_queue(FILE, "billing", {"hours": hours}), "billing")["hours"] == hours


TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=20)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(-999, 999),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, min_size=1, max_size=3),
    max_leaves=6,
)


@pytest.mark.wide
@given(
    st.sampled_from(["billing", "support", "sales"]),
    st.dictionaries(st.sampled_from(["name", "owner", "hours", "topics", "region", "skills"]), st.none() | VALUES),
)
def test_whatever_is_changed_the_rest_of_the_file_stays(queue: str, changes: dict[str, Any]) -> None:
    kept = [key for key in queue_fields(FILE, queue) if key not in changes] or ["target_s"]
    after = plain(read_tree(with_queue(FILE, queue, {"target_s": 60, **changes})))
    before = plain(read_tree(FILE))
    assert {key: after["queues"][key] for key in after["queues"] if key != queue} == {
        key: before["queues"][key] for key in before["queues"] if key != queue
    }
    assert after["rules"] == before["rules"]
    assert all(after["queues"][queue][key] == before["queues"][queue].get(key, 60) for key in kept)


def test_a_wording_comes_goes_and_leaves_every_other_character() -> None:
    first = with_wording(FILE, "de", "sent", 'Alles: "dort" # hier')
    assert first.startswith(FILE.rstrip())
    more = with_wording(with_wording(first, "de", "leave", "Bleiben Sie nicht."), "en", "sent", "It is there.")
    assert plain(read_tree(more))["copy"] == {
        "de": {"sent": 'Alles: "dort" # hier', "leave": "Bleiben Sie nicht."}, "en": {"sent": "It is there."},
    }  # fmt: skip
    changed = with_wording(more, "de", "sent", "Neu")
    assert plain(read_tree(changed))["copy"]["de"] == {"sent": "Neu", "leave": "Bleiben Sie nicht."}
    gone = changed
    for language, key in (("de", "sent"), ("en", "sent"), ("de", "leave")):
        gone = with_wording(gone, language, key, None)
    assert gone.rstrip() == FILE.rstrip()


@pytest.mark.wide
@given(TEXTS)
def test_any_text_can_be_worded_or_is_refused(text: str) -> None:
    assert plain(read_tree(with_wording(FILE, "en", "sent", text)))["copy"]["en"]["sent"] == text
