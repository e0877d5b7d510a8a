"""What Slack sends becomes an arrival or nothing, whatever shape it has."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baton.channels.slack.arriving import from_event, from_interaction
from baton.core.slack.connection import Arrived, Verb

NOW = datetime(2026, 11, 22, tzinfo=UTC)
SAID = {"type": "message", "user": "U1", "text": "Hi", "ts": "1763800000.000200", "thread_ts": "1763800000.000100"}


def event(**said: Any) -> dict[str, Any]:
    return {"type": "event_callback", "event_id": "Ev1", "event": SAID | {"channel": "C1"} | said}


def test_a_message_in_a_thread_is_one_arrival_whatever_event_tells_of_it():
    one = from_event(event(), bot_user_id="UBOT")
    again = from_event(event() | {"event_id": "Ev2"}, bot_user_id="UBOT")
    assert one
    assert one == again
    assert (one.id, one.kind, one.thread) == ("C1:1763800000.000200", Arrived.SAID, "1763800000.000100")
    assert one.written_at == datetime.fromtimestamp(1763800000, UTC)


@pytest.mark.parametrize(
    "said",
    [
        {"user": "UBOT"},
        {"bot_id": "B1"},
        {"subtype": "bot_message"},
        {"subtype": "channel_join"},
        {"thread_ts": None},
        {"thread_ts": SAID["ts"]},
        {"type": "reaction_added"},
        {"ts": "soon"},
        {"user": 7},
    ],
)
def test_what_is_no_message_of_a_person_in_a_thread_is_nothing(said: dict[str, Any]):
    assert from_event(event(**said), bot_user_id="UBOT") is None


def test_a_button_of_somebody_elses_and_one_that_opens_a_page_are_nothing():
    pressed = {"type": "block_actions", "user": {"id": "U1"}, "trigger_id": "1"}
    place = {"container": {"channel_id": "C1", "message_ts": "1.1"}}
    for action in ("baton_open", "other_claim", "baton_", "claim"):
        assert from_interaction(pressed | place | {"actions": [{"action_id": action}]}, NOW) is None
    mine = from_interaction(pressed | place | {"actions": [{"action_id": "baton_claim"}]}, NOW)
    assert mine
    assert mine.verb is Verb.CLAIM


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("event", "user", "actions", "container", "view", "message", "previous_message", "subtype", "ts", "thread_ts")


@pytest.mark.wide
@given(st.dictionaries(st.sampled_from(KEYS), JSON), st.dictionaries(st.sampled_from(KEYS), JSON), JSON)
def test_no_shape_breaks_it(body: dict[str, Any], said: dict[str, Any], state: Any):
    for kind in ("event_callback", "block_actions", "view_submission"):
        for subtype in (None, "message_changed", "message_deleted"):
            whole = event(**said) | body | {"type": kind, "state": state}
            whole["event"] = {"subtype": subtype, "type": "message"} | said
            from_event(whole, bot_user_id="UBOT")
            view = {"callback_id": "baton_resolve", "id": "V", "private_metadata": "C 1", "state": state}
            from_interaction(whole | {"view": view, "user": {"id": "U1"}}, NOW)
