"""What is not for customers reaches none: not as an answer, not as a passage, not after a change."""

from dataclasses import replace
from datetime import date

import pytest

from baton.core.actors import Caller, Role
from baton.core.audience import AudienceRule, MarkedBy, SourceAudience
from baton.core.errors import Forbidden, Invalid, NotFound
from baton.core.ids import PassageId
from baton.services.desk import Desk
from baton.services.knowledge.files import File, add_files
from baton.services.knowledge.readers import Readers, SourceChange, change_source, mark_document
from baton.services.knowledge.sources import find_source, list_sources, read_passage, search

pytestmark = pytest.mark.anyio
PUBLIC, OPERATORS, INTERNAL = SourceAudience

FEES = File("fees.md", b"# Late fees\n\nThe late fee is 12 euros.\n")
WAIVERS = File("waivers.md", b"# Waiving late fees\n\nAgents should waive the late fee once a year.\n")
QUESTION = "Can the late fee be waived?"


async def seen(desk: Desk, caller: Caller, reader: SourceAudience) -> set[str]:
    """The titles that somebody finds who reads as `reader`."""
    hits = await desk.knowledge.search(caller.tenant_id, QUESTION, reader=reader)
    return {hit.passage.title for hit in hits}


async def test_a_procedure_waits_for_a_person_and_is_for_operators_meanwhile(desk: Desk, admin: Caller) -> None:
    done = await add_files(desk, admin, "Help", [FEES, WAIVERS])
    assert done.source.to_approve == 1
    assert await seen(desk, admin, PUBLIC) == {"Late fees"}
    assert await seen(desk, admin, OPERATORS) == {"Late fees", "Waiving late fees"}
    grounding = await desk.knowledge.ground(admin.tenant_id, QUESTION)
    assert "waive" not in f"{grounding.text} {[hit.passage.text for hit in grounding.hits]}"

    _, documents = await find_source(desk, admin, done.source.id)
    proposed = next(document for document in documents if document.mark)
    assert proposed.mark
    assert proposed.mark.by is MarkedBy.PROPOSED
    assert proposed.mark.why.startswith("Agents should waive the late fee")
    await mark_document(desk, admin, done.source.id, proposed.id, PUBLIC)
    assert await seen(desk, admin, PUBLIC) == {"Late fees", "Waiving late fees"}
    source, _ = await find_source(desk, admin, done.source.id)
    assert source.to_approve == 0


async def test_words_that_only_hidden_pages_have_are_unknown_to_customers(desk: Desk, admin: Caller) -> None:
    await add_files(desk, admin, "Help", [FEES, WAIVERS])
    grounding = await desk.knowledge.ground(admin.tenant_id, "Do agents waive late fees yearly?")
    assert any(word.startswith("waiv") for word in grounding.missing)


async def test_the_next_version_keeps_what_a_person_said_but_new_words_are_proposed_again(
    desk: Desk, admin: Caller
) -> None:
    done = await add_files(desk, admin, "Help", [WAIVERS])
    _, [document] = await find_source(desk, admin, done.source.id)
    await mark_document(desk, admin, done.source.id, document.id, PUBLIC)
    await add_files(desk, admin, "Help", [replace(WAIVERS, body=WAIVERS.body + b"\nOnce a year only.\n")])
    assert await seen(desk, admin, PUBLIC) == {"Waiving late fees"}
    worse = b"# Waiving late fees\n\nDo not tell the customer that the late fee can be waived.\n"
    await add_files(desk, admin, "Help", [replace(WAIVERS, body=worse)])
    assert await seen(desk, admin, PUBLIC) == set()
    await mark_document(desk, admin, done.source.id, document.id, PUBLIC)
    own = b"---\naudience: internal\n---\n" + worse
    await add_files(desk, admin, "Help", [replace(WAIVERS, body=own)])
    assert await seen(desk, admin, OPERATORS) == set()
    assert await seen(desk, admin, INTERNAL) == {"Waiving late fees"}


async def test_a_mixed_folder_is_sorted_by_rules_also_after_it_was_read(desk: Desk, admin: Caller) -> None:
    files = [FEES, File("team/scoring.md", b"# Scoring late fees\n\nScores above 7 waive the late fee.\n")]
    done = await add_files(desk, admin, "Help", files)
    assert await seen(desk, admin, PUBLIC) == {"Late fees", "Scoring late fees"}
    rules = (AudienceRule("team/*", INTERNAL),)
    await add_files(desk, admin, "Help", files, readers=Readers(None, rules))
    assert await seen(desk, admin, OPERATORS) == {"Late fees"}
    await change_source(desk, admin, done.source.id, SourceChange(rules=()))
    assert await seen(desk, admin, PUBLIC) == {"Late fees", "Scoring late fees"}


async def test_a_source_can_be_taken_from_customers_and_given_back(desk: Desk, admin: Caller) -> None:
    done = await add_files(desk, admin, "Help", [FEES], readers=Readers(OPERATORS))
    assert await seen(desk, admin, PUBLIC) == set()
    await change_source(desk, admin, done.source.id, SourceChange(audience=PUBLIC))
    assert await seen(desk, admin, PUBLIC) == {"Late fees"}
    await add_files(desk, admin, "Help", [FEES], readers=Readers(INTERNAL))
    assert await seen(desk, admin, OPERATORS) == set()


async def test_a_hidden_passage_does_not_exist_for_who_may_not_read_it(desk: Desk, admin: Caller) -> None:
    await add_files(desk, admin, "Help", [WAIVERS])
    [hit] = await desk.knowledge.search(admin.tenant_id, QUESTION, reader=OPERATORS)
    customer, outside_bot = (replace(admin, role=role) for role in (Role.CUSTOMER, Role.BOT))
    for stranger in (customer, outside_bot):
        with pytest.raises(NotFound):
            await read_passage(desk, stranger, hit.passage.id)
        with pytest.raises(Forbidden):
            await search(desk, stranger, QUESTION)
    operator = replace(admin, role=Role.OPERATOR)
    assert (await read_passage(desk, operator, hit.passage.id)).passage.audience is OPERATORS
    assert [found.passage.id for found in await search(desk, operator, QUESTION)] == [hit.passage.id]


async def test_a_citation_opens_the_version_that_it_cited(desk: Desk, admin: Caller) -> None:
    await add_files(desk, admin, "Help", [FEES])
    cited = (await desk.knowledge.ground(admin.tenant_id, "How much is the late fee?")).citations[0]
    await add_files(desk, admin, "Help", [replace(FEES, body=b"# Late fees\n\nThe late fee is 15 euros.\n")])
    customer = replace(admin, role=Role.CUSTOMER)
    then = await read_passage(desk, customer, PassageId(cited.passage_id), version=cited.version)
    assert (then.passage.text, then.passage.version, then.current_version) == ("The late fee is 12 euros.", 1, 2)
    now = await read_passage(desk, customer, PassageId(cited.passage_id))
    assert (now.passage.text, now.passage.version, now.current_version) == ("The late fee is 15 euros.", 2, 2)


async def test_a_past_version_is_no_wider_than_it_was_then_and_than_it_is_now(desk: Desk, admin: Caller) -> None:
    await add_files(desk, admin, "Help", [WAIVERS])
    [hit] = await desk.knowledge.search(admin.tenant_id, QUESTION, reader=OPERATORS)
    tidy = File("waivers.md", b"# Waiving late fees\n\nWe waive the late fee once.\n")
    done = await add_files(desk, admin, "Help", [tidy])
    assert await seen(desk, admin, PUBLIC) == {"Waiving late fees"}
    customer = replace(admin, role=Role.CUSTOMER)
    with pytest.raises(NotFound):
        await read_passage(desk, customer, hit.passage.id, version=1)
    await add_files(desk, admin, "Help", [File("waivers.md", tidy.body + b"\nAsk us.\n")])
    assert (await read_passage(desk, customer, hit.passage.id, version=2)).passage.version == 2
    await change_source(desk, admin, done.source.id, SourceChange(audience=OPERATORS))
    with pytest.raises(NotFound):
        await read_passage(desk, customer, hit.passage.id, version=2)


async def test_a_page_that_was_hidden_and_then_removed_does_not_come_back_by_its_past(
    desk: Desk, admin: Caller
) -> None:
    done = await add_files(desk, admin, "Help", [FEES])
    [hit] = await desk.knowledge.search(admin.tenant_id, QUESTION)
    await add_files(desk, admin, "Help", [replace(FEES, body=FEES.body + b"\nSecretly it is 6.\n")])
    await add_files(desk, admin, "Help", [replace(FEES, body=FEES.body + b"\nAsk us.\n")])
    [document] = (await find_source(desk, admin, done.source.id))[1]
    customer = replace(admin, role=Role.CUSTOMER)
    assert (await read_passage(desk, customer, hit.passage.id, version=2)).passage.version == 2
    await mark_document(desk, admin, done.source.id, document.id, OPERATORS)
    await desk.store.sources.retire(admin.tenant_id, done.source.id, [document.id])
    for version in (1, 2, 3):
        with pytest.raises(NotFound):
            await read_passage(desk, customer, hit.passage.id, version=version)
    assert (await read_passage(desk, replace(admin, role=Role.OPERATOR), hit.passage.id, version=2)).passage


async def test_names_of_what_is_for_admins_are_for_admins(desk: Desk, admin: Caller) -> None:
    secret = File("layoffs.md", b"---\naudience: internal\n---\n# Layoffs in May\n\nWe close the shop.\n")
    done = await add_files(desk, admin, "Help", [FEES, WAIVERS, secret])
    board = await add_files(desk, admin, "Board papers", [FEES], readers=Readers(INTERNAL))
    dana = replace(admin, role=Role.OPERATOR)
    assert {one.name for one in (await find_source(desk, admin, done.source.id))[1]} >= {"layoffs.md", "waivers.md"}
    assert {one.name for one in (await find_source(desk, dana, done.source.id))[1]} == {"fees.md", "waivers.md"}
    assert [one.name for one in await list_sources(desk, dana)] == ["Help"]
    assert len(await list_sources(desk, admin)) == 2
    with pytest.raises(NotFound):
        await find_source(desk, dana, board.source.id)


async def test_an_audience_that_nobody_knows_is_refused_rather_than_shown(desk: Desk, admin: Caller) -> None:
    with pytest.raises(Invalid, match="audience: staff"):
        await add_files(desk, admin, "Help", [File("a.md", b"---\naudience: staff\n---\nText to read.\n")])


async def test_owner_and_review_date_are_kept(desk: Desk, admin: Caller) -> None:
    done = await add_files(desk, admin, "Help", [FEES])
    changed = await change_source(
        desk, admin, done.source.id, SourceChange(owner=" Billing ", review_on=date(2027, 1, 1))
    )
    assert (changed.owner, changed.review_on, changed.audience) == ("Billing", date(2027, 1, 1), PUBLIC)
    again = await add_files(desk, admin, "Help", [FEES])
    assert (again.source.owner, again.source.review_on) == ("Billing", date(2027, 1, 1))


async def test_only_admins_say_for_whom(desk: Desk, admin: Caller) -> None:
    done = await add_files(desk, admin, "Help", [FEES])
    _, [document] = await find_source(desk, admin, done.source.id)
    operator = replace(admin, role=Role.OPERATOR)
    with pytest.raises(Forbidden):
        await change_source(desk, operator, done.source.id, SourceChange(audience=OPERATORS))
    with pytest.raises(Forbidden):
        await mark_document(desk, operator, done.source.id, document.id, OPERATORS)
