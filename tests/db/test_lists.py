"""Lists of conversations are in the order of what happened last, and the sweep finds what nobody decided."""

from datetime import timedelta

import pytest
from stage import Stage, set_up

from baton.core.errors import Invalid
from baton.db import lists
from baton.services.replies import add_note

pytestmark = pytest.mark.anyio


async def test_the_newest_comes_first_within_and_across_the_spans_that_the_index_knows(stage: Stage):
    written = []
    for minutes in (1, 3, 8, 14, 2, 45, 1):
        stage.clock.advance(minutes=minutes)
        conversation = await stage.begin()
        await stage.says(conversation, "Hello")
        written.append(conversation)
    stage.clock.advance(minutes=4)
    await stage.says(written[2], "Are you there?")
    expected = [written[n].id for n in (2, 6, 5, 4, 3, 1, 0)]
    seen: list[str] = []
    after = None
    while len(seen) < len(expected):
        page = await stage.desk.store.lists.page(
            stage.tenant.id, view="bot", operator_id=None, find=None, customer_id=None, after=after, limit=2
        )
        seen += [conversation.id for conversation, _ in page.items]
        after = page.next
    assert [id for id in seen if id in expected] == expected


async def test_what_is_undecided_is_found_since_a_time_or_ever(stage: Stage):
    old = await stage.begin()
    await stage.says(old, "Hello")
    stage.clock.advance(hours=5)
    fresh = await stage.begin()
    await stage.says(fresh, "Hello")
    stage.clock.advance(minutes=30)
    now, lists = stage.clock(), stage.desk.store.lists

    ever = {id for _, id in await lists.undecided(now, 10_000)}
    lately = {id for _, id in await lists.undecided(now, 10_000, since=now - timedelta(hours=1))}
    assert {old.id, fresh.id} <= ever
    assert fresh.id in lately
    assert old.id not in lately
    assert fresh.id not in {id for _, id in await lists.undecided(now - timedelta(minutes=31), 10_000)}


async def found(stage: Stage, words: str, view: str = "all") -> dict[str, str]:
    page = await stage.desk.store.lists.page(
        stage.tenant.id, view=view, operator_id=None, find=words, customer_id=None, after=None, limit=50
    )
    return {one.id: page.hits[one.id].text if one.id in page.hits else "" for one, _ in page.items}


async def test_a_search_finds_what_was_said_long_ago_and_what_was_noted_with_the_words_around(stage: Stage):
    conversation, other = await stage.begin(name="Ann"), await stage.begin(name="Ben")
    await stage.says(conversation, f"{'so ' * 60}my Heron is 100% broken{' so' * 60}")
    for text in ("And then?", "Hello?"):
        await stage.says(conversation, text)
        await stage.says(other, text)
    (hit,) = (await found(stage, "hERON")).items()
    assert hit[0] == conversation.id
    assert "my Heron is 100% broken" in hit[1]
    assert len(hit[1]) == 160
    assert set(await found(stage, "100%")) == {conversation.id}
    assert await found(stage, "1_0") == {}
    await add_note(stage.desk, stage.dana, other.id, text="Has a kingfisher, too.")
    assert await found(stage, "kingfisher") == {other.id: "Has a kingfisher, too."}
    assert await found(stage, "kingfisher", view="waiting") == {}
    assert await found(stage, "Ben") == {other.id: ""}


async def test_a_search_leaves_out_the_desk_s_own_notices_and_other_companies(stage: Stage):
    waiting = await stage.waiting()
    assert any("handing you over" in text for text in await stage.transcript(waiting))
    assert await found(stage, "handing you over") == {}
    other = await set_up(stage.desk, stage.clock, stage.sources)
    theirs = await other.begin()
    await other.says(theirs, "An albatross.")
    assert await found(stage, "albatross") == {}


async def test_a_search_that_takes_too_long_is_refused_in_words(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lists, "SEARCH_SECONDS", 0.000_001)
    with pytest.raises(Invalid, match="took too long"):
        await found(stage, "anything")
    monkeypatch.undo()
    assert await found(stage, "anything at all") == {}


async def test_what_lies_with_the_bot_is_counted_no_further_than_a_person_reads(stage: Stage, monkeypatch):
    monkeypatch.setattr(lists, "MOST_COUNTED", 2)
    for _ in range(3):
        await stage.says(await stage.begin(), "Hello")
    counts = await stage.desk.store.lists.counts(stage.tenant.id, None)
    assert (counts["bot"], counts["all"], counts["waiting"]) == (2, 2, 0)
