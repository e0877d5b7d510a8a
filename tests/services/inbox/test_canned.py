"""Canned replies are written by admins, filled in for one customer, and walled off from other companies."""

import pytest
from stage import Stage, set_up

from baton.core.errors import Forbidden, Invalid, NotFound
from baton.services.inbox import canned
from baton.services.inbox.canned import drop, fill, keep, listed

pytestmark = pytest.mark.anyio


async def test_a_reply_is_filled_with_the_customer_s_and_the_operator_s_own_values(stage: Stage):
    conversation = await stage.waiting(name="Ann Lee", email="ann@example.com")
    text = "Hello {{ first_name }} ({{ name }}, {{ email }}), {{ operator }} of {{ queue }} at {{ company }}."
    await keep(stage.desk, stage.admin, "/Hello", text)
    said = await fill(stage.desk, stage.dana, conversation.id, "hello")
    assert said.text.startswith("Hello Ann (Ann Lee, ann@example.com), Dana of ")
    assert said.text.endswith(f"at {stage.tenant.name}.")
    assert said.missing == ()


async def test_what_is_not_known_of_the_customer_is_named(stage: Stage):
    conversation = await stage.begin()
    await keep(stage.desk, stage.admin, "hello", "Hello {{ first_name }}.")
    assert (await fill(stage.desk, stage.dana, conversation.id, "hello")).missing == ("first_name",)


async def test_a_shortcut_has_one_text_and_can_be_dropped_once(stage: Stage):
    await keep(stage.desk, stage.admin, "bye", "Goodbye.")
    await keep(stage.desk, stage.admin, "bye", "See you.")
    (one,) = await listed(stage.desk, stage.dana)
    assert (one.shortcut, one.text, one.updated_by) == ("bye", "See you.", "Admin")
    await drop(stage.desk, stage.admin, "bye")
    with pytest.raises(NotFound):
        await drop(stage.desk, stage.admin, "bye")


async def test_only_an_admin_writes_and_a_flaw_is_refused(stage: Stage):
    with pytest.raises(Forbidden):
        await keep(stage.desk, stage.dana, "hi", "Hi.")
    with pytest.raises(Invalid, match="no value for card"):
        await keep(stage.desk, stage.admin, "hi", "{{ card }}")
    assert await listed(stage.desk, stage.dana) == ()


async def test_the_number_of_replies_is_bounded(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(canned, "MOST", 1)
    await keep(stage.desk, stage.admin, "one", "One.")
    await keep(stage.desk, stage.admin, "one", "One again.")
    with pytest.raises(Invalid, match="Remove one first"):
        await keep(stage.desk, stage.admin, "two", "Two.")


async def test_another_company_s_replies_do_not_exist(stage: Stage):
    await keep(stage.desk, stage.admin, "hello", "Hello.")
    other = await set_up(stage.desk, stage.clock, stage.sources)
    conversation = await other.begin()
    assert await listed(stage.desk, other.dana) == ()
    with pytest.raises(NotFound):
        await fill(stage.desk, other.dana, conversation.id, "hello")
    with pytest.raises(NotFound):
        await drop(stage.desk, other.admin, "hello")
