"""What a virus scanner says of files, and files that don't come or don't fit."""

import asyncio
from dataclasses import replace

import pytest
from sample_files import PDF

from baton.core.errors import Conflict, Invalid, TooLarge, Unavailable
from baton.services.conversations import uploads
from baton.services.conversations.attachments import open_file, scan_held, uploader_of

pytestmark = pytest.mark.anyio


class Scanner:
    """Says what it is told to; an exception is raised."""

    def __init__(self, says: str | Exception | None) -> None:
        self.says = says

    async def look(self, portions):
        async for _ in portions:
            pass
        if isinstance(self.says, Exception):
            raise self.says
        return self.says


async def test_a_file_in_which_the_scanner_finds_something_is_not_taken(stage):
    caller = stage.customer(await stage.begin())
    scanned = replace(stage.desk, scanner=Scanner("Eicar"))
    with pytest.raises(Invalid) as refused:
        await uploads.upload(scanned, caller, name="a.pdf", declared=None, body=_body())
    assert refused.value.code == "file_refused"
    assert (await stage.desk.store.attachments.taken(stage.tenant.id, uploader_of(caller))).waiting == 0


@pytest.mark.parametrize(("says", "code"), [(None, None), ("Eicar", "file_deleted")])
async def test_while_the_scanner_is_silent_a_file_is_held_back_from_everyone(stage, says, code):
    conversation = await stage.begin()
    caller = stage.customer(conversation)
    silent = replace(stage.desk, scanner=Scanner(Unavailable("It is down.")))
    file = (await uploads.upload(silent, caller, name="a.pdf", declared=None, body=_body())).attachment
    await stage.says(conversation, "Here", files=[file.id])
    await scan_held(silent)
    for reader in (caller, stage.dana):
        with pytest.raises(Conflict) as held:
            await open_file(stage.desk, reader, file.id)
        assert held.value.code == "file_held"
    await scan_held(replace(stage.desk, scanner=Scanner(says)))
    if code is None:
        opened = await open_file(stage.desk, caller, file.id)
        assert b"".join([portion async for portion in opened.portions]) == PDF
        return
    with pytest.raises(Conflict) as found:
        await open_file(stage.desk, caller, file.id)
    assert found.value.code == code
    assert [portion async for portion in stage.desk.store.attachments.portions(stage.tenant.id, file.id)] == []


async def test_an_upload_that_stalls_is_ended_and_leaves_nothing(stage):
    caller = stage.customer(await stage.begin())
    hasty = replace(stage.desk, limits=replace(stage.desk.limits, silent_seconds=0.01))

    async def stalling():
        yield PDF + b"x" * 300_000
        await asyncio.Event().wait()

    with pytest.raises(Invalid) as refused:
        await uploads.upload(hasty, caller, name="a.pdf", declared=None, body=stalling())
    assert refused.value.code == "upload_too_slow"
    assert (await stage.desk.store.attachments.taken(stage.tenant.id, uploader_of(caller))).waiting == 0


async def test_a_company_whose_room_is_used_up_takes_no_more(stage):
    caller = stage.customer(await stage.begin())
    small = replace(stage.desk, limits=replace(stage.desk.limits, attachments_total=len(PDF)))
    await uploads.upload(small, caller, name="a.pdf", declared=None, body=_body())
    with pytest.raises(TooLarge) as refused:
        await uploads.upload(small, caller, name="a.pdf", declared=len(PDF), body=_body())
    assert refused.value.code == "no_room"


async def _body():
    yield PDF
