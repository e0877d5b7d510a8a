"""Lists of conversations are in the order of what happened last, and the sweep finds what nobody decided."""

from datetime import timedelta

import pytest
from stage import Stage, set_up

from baton.core.conversation import Conversation
from baton.core.errors import Invalid
from baton.core.inbox.listing import Wanted
from baton.db import lists
from baton.services.conversations.replies import add_note
from baton.services.handoffs.handoff import claim
from baton.services.inbox import labels, snoozing
from baton.services.inbox import lists as lists_service

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
            stage.tenant.id, Wanted(at=stage.clock(), view="bot"), after=after, limit=2
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
        stage.tenant.id, Wanted(at=stage.clock(), view=view, find=words), after=None, limit=50
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
    assert len(hit[1]) < 800
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


async def test_a_search_finds_words_in_any_order_by_their_beginnings_and_in_scripts_without_spaces(stage: Stage):
    conversation, other = await stage.begin(name="Zoë Ünal", email="zoe@herons.example"), await stage.begin()
    await stage.says(conversation, "The blue kettle, order HP-499993, leaks.")
    await stage.says(other, "退款订单号还没有到。ตั๋วของฉันหาย")
    for words in ("leak kett", "499993", "hp 4999", "HP-499993", "zoe herons", "ünal", "ÜNAL zoë"):
        assert set(await found(stage, words)) == {conversation.id}, words
    for words in ("订单", "退款订单号", "ตั๋ว", "到"):
        assert set(await found(stage, words)) == {other.id}, words
    for words in ("单退", "ettle", "kettle 订单", "kettle zoe", "%%", "' | '"):
        assert await found(stage, words) == {}, words


async def listed(stage: Stage, view: str = "all", **filters: str) -> list[str]:
    given = {name: [value] for name, value in filters.items()}
    page, _ = await lists_service.page(stage.desk, stage.dana, view=view, filters=given, limit=100)
    assert page.total == (len(page.items) if filters else None)
    return [conversation.id for conversation, _ in page.items]


async def test_filters_hold_all_at_once_and_of_one_filter_any_value_does(stage: Stage):
    rich = await stage.waiting(attributes={"tier": "gold"}, language="fr")
    plain = await stage.waiting(language="de")
    stage.clock.advance(minutes=20)
    late = await stage.waiting(language="fr")
    held = await stage.waiting()
    await claim(stage.desk, stage.dana, held.id)
    page, _ = await lists_service.page(
        stage.desk, stage.dana, view="waiting", filters={"language": ["fr", "de"], "waits": ["15"]}, limit=10
    )
    assert [one.id for one, _ in page.items] == [rich.id, plain.id]
    assert await listed(stage, tier="gold") == [rich.id]
    assert await listed(stage, state="queued", language="fr", waits="20") == [rich.id]
    assert set(await listed(stage, reason="customer_request", state="queued")) == {rich.id, plain.id, late.id}
    assert await listed(stage, operator=stage.dana.actor.id or "") == [held.id]
    assert await listed(stage, queue="nowhere") == []
    assert len(await listed(stage, channel="web", priority="0")) == 4
    await labels.keep(stage.desk, stage.admin, "vip", "teal")
    await labels.put_on(stage.desk, stage.dana, held.id, "vip")
    await snoozing.put_away(stage.desk, stage.dana, held.id, until=stage.clock() + timedelta(hours=1))
    assert await listed(stage, label="vip") == await listed(stage, snoozed="true") == [held.id]
    with pytest.raises(Invalid, match="no filter colour"):
        await listed(stage, colour="red")
    with pytest.raises(Invalid, match="has no value angry"):
        await listed(stage, state="angry")


async def test_the_bot_s_view_has_what_is_live_and_what_goes_badly_first(stage: Stage):
    stale = await stage.begin()
    await stage.asks(stale, "Do you sell rockets?")
    stage.clock.advance(hours=25)
    badly, well = await stage.begin(), await stage.begin()
    await stage.asks(badly, "Do you sell submarines?")
    stage.clock.advance(minutes=2)
    await stage.says(well, "Hello")
    await save_track(stage, badly, risk=0.6)
    assert await listed(stage, "bot") == [badly.id, well.id]
    _, counts = await lists_service.page(stage.desk, stage.dana, view="bot", limit=1)
    assert counts["bot"] == 2
    first, _ = await lists_service.page(stage.desk, stage.dana, view="bot", limit=1)
    second, _ = await lists_service.page(stage.desk, stage.dana, view="bot", limit=1, after=first.next)
    assert [one.id for one, _ in (*first.items, *second.items)] == [badly.id, well.id]
    assert (first.items[0][0].track.risk, second.next) == (0.6, None)


async def save_track(stage: Stage, conversation: Conversation, *, risk: float) -> None:
    """The conversation goes as badly as that."""
    async with stage.desk.store.database.tenant(stage.tenant.id) as connection:  # type: ignore[attr-defined]
        await connection.execute(
            "UPDATE conversations SET track = track || jsonb_build_object('risk', $3::float8) "
            "WHERE tenant_id = $1 AND id = $2",
            stage.tenant.id,
            conversation.id,
            risk,
        )


async def test_what_lies_with_the_bot_is_counted_no_further_than_a_person_reads(stage: Stage, monkeypatch):
    monkeypatch.setattr(lists, "MOST_COUNTED", 2)
    for _ in range(3):
        await stage.says(await stage.begin(), "Hello")
    counts = await stage.desk.store.lists.counts(stage.tenant.id, None, stage.clock())
    assert (counts["bot"], counts["all"], counts["waiting"]) == (2, 2, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Dana-Marie+desk@example.com wrote: order 48213, see https://example.com/a_b?c=d&e=<f>",
        "3.5 + 1e-4 = ~3.5001, isn't it? 24/7, e.g. v1.2-beta: C:\\temp",
        "The THE the",
        "",
    ],
)
async def test_a_plain_text_has_the_words_that_the_way_for_any_script_finds(stage: Stage, text: str):
    async with stage.desk.store.database.tenant(stage.tenant.id) as connection:  # type: ignore[attr-defined]
        short, long = await connection.fetchrow("SELECT words_of($1)::text, words_of_any_script($1)::text", text)
    assert short == long
