"""Teaching the bot: what goes in is quoted, what is unchanged is left alone, what is removed is silent, and no tenant
sees another's. On a real PostgreSQL."""

import uuid

import asyncpg
import pytest

from baton.app import OpenDesk
from baton.core.actors import SYSTEM, Actor, ActorKind, Caller, Role
from baton.core.errors import Conflict, Forbidden, Invalid, NotFound
from baton.core.events import EventKind
from baton.core.ids import PassageId, SourceId, TenantId
from baton.services.desk import Desk
from baton.services.knowledge.entries import Entry, add_entries
from baton.services.knowledge.files import File, add_files
from baton.services.knowledge.sources import find_source, list_sources, read_passage, remove_source
from baton.services.team.people import add_tenant

pytestmark = pytest.mark.anyio

REFUNDS = File("refunds.md", b"# Refunds\n\nRefunds take 5 days.\n\n## By card\n\nCards take 3 days more.\n")
GIFTS = File("gifts.md", b"# Gift cards\n\nGift cards are valid for 24 months.\n")


async def answer(desk: Desk, caller: Caller, question: str) -> str:
    return (await desk.knowledge.ground(caller.tenant_id, question)).text


async def test_what_is_taught_is_quoted_at_once(desk: Desk, admin: Caller) -> None:
    done = await add_files(desk, admin, "Help", [REFUNDS, GIFTS])
    assert (done.added, done.changed, done.unchanged, done.skipped) == (2, 0, 0, ())
    assert (done.source.documents, done.source.passages, done.source.added_by) == (2, 3, "Ada")
    assert await answer(desk, admin, "How long do refunds take?") == "Refunds take 5 days."


async def test_unchanged_files_are_left_alone_and_changed_ones_get_a_version(desk: Desk, admin: Caller) -> None:
    await add_files(desk, admin, "Help", [REFUNDS, GIFTS])
    before = await desk.store.sources.knowledge_version(admin.tenant_id)  # type: ignore[attr-defined]
    same = await add_files(desk, admin, "Help", [REFUNDS, GIFTS])
    assert (same.added, same.changed, same.unchanged) == (0, 0, 2)
    assert await desk.store.sources.knowledge_version(admin.tenant_id) == before  # type: ignore[attr-defined]

    again = await add_files(desk, admin, "Help", [REFUNDS, File("gifts.md", b"# Gift cards\n\nValid for a year.\n")])
    assert (again.added, again.changed, again.unchanged) == (0, 1, 1)
    assert await desk.store.sources.knowledge_version(admin.tenant_id) == before + 1  # type: ignore[attr-defined]
    _, documents = await find_source(desk, admin, again.source.id)
    assert [(document.name, document.version) for document in documents] == [("gifts.md", 2), ("refunds.md", 1)]
    grounding = await desk.knowledge.ground(admin.tenant_id, "How long are gift cards valid?")
    assert (grounding.text, grounding.citations[0].version) == ("Valid for a year.", 2)


async def test_one_bad_file_never_stops_the_rest(desk: Desk, admin: Caller) -> None:
    files = [File("a.pdf", b"%PDF"), REFUNDS, File("e.md", b""), File("b.txt", bytes(range(256)) * 9)]
    done = await add_files(desk, admin, "Help", files)
    assert done.added == 1
    assert [skip.name for skip in done.skipped] == ["a.pdf", "e.md", "b.txt"]
    assert all(skip.why.endswith(".") for skip in done.skipped)


async def test_nothing_is_kept_when_nothing_can_be_read(desk: Desk, admin: Caller) -> None:
    with pytest.raises(Invalid) as refused:
        await add_files(desk, admin, "Help", [File("a.pdf", b"%PDF")])
    assert refused.value.code == "nothing_readable"
    assert refused.value.extra["skipped"][0]["name"] == "a.pdf"
    assert await list_sources(desk, admin) == ()


async def test_a_removed_source_is_silent_at_once(desk: Desk, admin: Caller) -> None:
    await add_files(desk, admin, "Gifts", [GIFTS])
    done = await add_files(desk, admin, "Help", [REFUNDS])
    await answer(desk, admin, "refunds")
    await remove_source(desk, admin, done.source.id)
    assert await answer(desk, admin, "How long do refunds take?") == ""
    assert "24 months" in await answer(desk, admin, "How long are gift cards valid?")
    with pytest.raises(NotFound):
        await remove_source(desk, admin, done.source.id)
    await add_files(desk, admin, "Help", [REFUNDS])
    assert await answer(desk, admin, "How long do refunds take?") == "Refunds take 5 days."


async def test_entries_are_answered_and_replaced_by_their_question(desk: Desk, admin: Caller) -> None:
    question = "Can you deliver on a Sunday?"
    done = await add_entries(
        desk, admin, "Answers", [Entry(question, "No.", "https://x.example/d"), Entry("", "x"), Entry("y?", " ")]
    )
    assert (done.added, [skip.why for skip in done.skipped]) == (1, ["It has no question.", "It has no answer."])
    again = await add_entries(desk, admin, "Answers", [Entry(question.upper(), "Yes, since May.")])
    assert (again.added, again.changed, again.source.documents) == (0, 1, 1)
    assert await answer(desk, admin, "do you deliver on sundays") == "Yes, since May."


async def test_a_name_is_of_one_kind(desk: Desk, admin: Caller) -> None:
    await add_files(desk, admin, "Help", [REFUNDS])
    with pytest.raises(Conflict):
        await add_entries(desk, admin, "Help", [Entry("a?", "b")])


async def test_a_citation_opens_the_passage_with_its_neighbours(desk: Desk, admin: Caller) -> None:
    await add_files(desk, admin, "Help", [REFUNDS])
    grounding = await desk.knowledge.ground(admin.tenant_id, "How long do refunds take?")
    customer = Caller(admin.tenant_id, Role.CUSTOMER, Actor(ActorKind.CUSTOMER, "cus_1"))
    found = await read_passage(desk, customer, PassageId(grounding.citations[0].passage_id))
    assert (found.before, found.passage.text, found.after) == ("", "Refunds take 5 days.", "Cards take 3 days more.")
    with pytest.raises(NotFound):
        await read_passage(desk, customer, PassageId("psg_none"))


async def test_tenants_are_walled_from_each_other(desk: Desk, admin: Caller) -> None:
    done = await add_files(desk, admin, "Help", [REFUNDS])
    other, _ = await add_tenant(desk, f"Other {uuid.uuid4().hex}")
    stranger = Caller(other.id, Role.ADMIN, SYSTEM)
    assert await list_sources(desk, stranger) == ()
    assert await answer(desk, stranger, "How long do refunds take?") == ""
    cited = (await desk.knowledge.ground(admin.tenant_id, "refunds")).citations[0].passage_id
    for attempt in (
        find_source(desk, stranger, done.source.id),
        remove_source(desk, stranger, done.source.id),
        read_passage(desk, stranger, PassageId(cited)),
    ):
        with pytest.raises(NotFound):
            await attempt


async def test_the_wall_is_in_the_database_too(desk: Desk, opened: OpenDesk, admin: Caller) -> None:
    await add_files(desk, admin, "Help", [REFUNDS])
    async with opened.database.tenant(TenantId("ten_stranger")) as connection:
        for table in ("knowledge", "sources", "documents", "passages", "gone_documents"):
            assert await connection.fetchval(f"SELECT count(*) FROM {table}") == 0  # noqa: S608
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("INSERT INTO knowledge VALUES ($1, 1)", admin.tenant_id)


async def test_only_admins_teach(desk: Desk, admin: Caller) -> None:
    for role in (Role.OPERATOR, Role.READONLY, Role.BOT, Role.CUSTOMER, Role.WIDGET):
        other = Caller(admin.tenant_id, role, SYSTEM)
        with pytest.raises(Forbidden):
            await add_files(desk, other, "Help", [REFUNDS])
        with pytest.raises(Forbidden):
            await remove_source(desk, other, SourceId("src_1"))
    with pytest.raises(Forbidden):
        await list_sources(desk, Caller(admin.tenant_id, Role.CUSTOMER, SYSTEM))


async def test_each_ingest_and_removal_is_in_the_log(desk: Desk, admin: Caller) -> None:
    done = await add_files(desk, admin, "Help", [REFUNDS])
    await add_files(desk, admin, "Help", [REFUNDS])
    await remove_source(desk, admin, done.source.id)
    logged = [event.event.kind for event in await desk.store.events.page(admin.tenant_id, after=None, limit=50)]
    assert logged.count(EventKind.SOURCE_ADDED) == 1
    assert logged.count(EventKind.SOURCE_REMOVED) == 1


@pytest.mark.parametrize("name", ["", "  ", "\x00\x01"])
async def test_a_source_needs_a_name(desk: Desk, admin: Caller, name: str) -> None:
    with pytest.raises(Invalid):
        await add_files(desk, admin, name, [REFUNDS])


async def test_hostile_names_and_texts_are_kept_as_plain_text(desk: Desk, admin: Caller) -> None:
    files = [File("../../etc/pass\x00wd\n.md", b"Refunds take 5 days."), File("x" * 5000 + ".md", "a\x00b ؟".encode())]
    done = await add_files(desk, admin, "He\x00lp\u202e", files)
    assert "\x00" not in done.source.name
    entries = await add_entries(desk, admin, "E", [Entry("a\ud800?", "b\x00c\ud800")])
    assert entries.added == 1


async def test_another_process_is_followed_within_seconds(desk: Desk, admin: Caller) -> None:
    from baton.knowledge.library import Library

    now = 0.0
    elsewhere = Library(desk.store.sources, clock=lambda: now)  # type: ignore[arg-type]
    assert (await elsewhere.ground(admin.tenant_id, "refunds")).text == ""
    await add_files(desk, admin, "Help", [REFUNDS])
    now = 2.1
    assert "5 days" in (await elsewhere.ground(admin.tenant_id, "How long do refunds take?")).text


async def test_where_an_entrys_questions_belong_is_kept_with_it(desk: Desk, admin: Caller) -> None:
    for answer_text in ("In your account.", "In your account, at the top."):
        body = f'question,answer,queue\nWhere do I find my invoice?,"{answer_text}",billing\n'.encode()
        await add_files(desk, admin, "Entries", [File("entries.csv", body)])
        grounding = await desk.knowledge.ground(admin.tenant_id, "Where do I find my invoice?")
        assert [hit.passage.about for hit in grounding.hits] == ["billing"]
