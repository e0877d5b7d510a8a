"""Files by mail, both ways, through a real mail server and a real mailbox."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from channels.email.conftest import Mailroom
from channels.email.dovecot import Imap
from channels.email.letters import mail
from channels.email.test_round_trip import claimed, comes_in, goes_out, text
from sample_files import PDF, png
from services.conversations.test_attachments import Scanner

from baton.channels.email.parse import parse
from baton.channels.email.reader import Reader
from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.errors import Conflict, Unavailable
from baton.core.mail.deliveries import DeliveryState
from baton.core.mail.mail import MAX_RAW
from baton.core.messages import Message, MessageKind
from baton.services.conversations import replies, uploads
from baton.services.conversations.attachments import open_file, scan_held
from baton.services.customers.returning import follow
from baton.services.mail import enclosing

pytestmark = pytest.mark.anyio


async def said_in(room: Mailroom, id: Any) -> list[Message]:
    stage = room.stage
    return list(await stage.desk.store.messages.page(stage.tenant.id, id, after=0, limit=50, team=True))


async def uploaded(room: Mailroom, name: str, body: bytes) -> str:
    async def whole():
        yield body

    kept = await uploads.upload(room.stage.desk, room.stage.dana, name=name, declared=None, body=whole())
    return kept.attachment.id


async def test_what_a_customer_encloses_is_in_the_thread_and_opens_for_the_team(
    mailroom_with_box: Mailroom, imap: Imap
):
    room = mailroom_with_box
    await room.reader.look()
    large = PDF + b"0123456789abcdef" * 60_000
    assert len(large) > MAX_RAW
    files = [
        ("invoice.pdf", "image/png", large),
        ("p.png", "image/png", png(300, 200)),
        ("x.exe", "image/png", b"MZ\0"),
    ]
    await asyncio.to_thread(imap.put, room.stage.tenant.id, mail(files=files))
    assert await room.reader.look() == 1
    (turn,) = room.turns
    message, note = await said_in(room, turn.conversation.id)
    assert [(one.name, one.media_type) for one in message.attachments] == [
        ("invoice.pdf", "application/pdf"), ("p.png", "image/png"),
    ]  # fmt: skip
    opened = await open_file(room.stage.desk, room.stage.dana, message.attachments[0].id)
    assert b"".join([one async for one in opened.portions]) == large
    assert note.kind is MessageKind.NOTE
    assert "- x.exe: Files of this type aren't taken." in note.text


async def test_a_mail_that_is_nothing_but_a_file_says_no_more(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail("", Subject="", files=[("a.pdf", "application/pdf", PDF)]))
    (message,) = await said_in(mailroom, kept.conversation_id)
    assert (message.text, [one.name for one in message.attachments]) == ("", ["a.pdf"])


def with_limits(room: Mailroom, scanner: Any = None, **limits: Any) -> Mailroom:
    desk = replace(room.stage.desk, limits=replace(room.stage.desk.limits, **limits), scanner=scanner)
    reader = Reader(desk, room.reader._accounts, room.reader._start, node="n1")
    return replace(room, reader=reader, stage=replace(room.stage, desk=desk))


async def test_each_file_that_is_not_taken_is_named_with_its_reason(mailroom: Mailroom):
    room = with_limits(mailroom, attachments_per_message=3, attachment_bytes=1024 * 1024)
    large = PDF + b"x" * 1024 * 1024
    bodies = {"page.html": b"<script>", "l.pdf": large, "a.pdf": PDF, "late.pdf": PDF}
    files = [(name, "application/pdf", body) for name, body in bodies.items()]
    kept = await comes_in(room, mail(files=files))
    message, note = await said_in(room, kept.conversation_id)
    assert [one.name for one in message.attachments] == ["a.pdf"]
    assert note.text.splitlines()[2:] == [
        "- late.pdf: A message carries 3 files at most.",
        "- page.html: Files of this type aren't taken. "
        "Send a picture (PNG, JPEG, GIF, WebP), a PDF, plain text or CSV.",
        "- l.pdf: The file is larger than 1 MB. Send a smaller one.",
    ]


async def test_a_file_of_a_mail_is_shown_to_the_scanner(mailroom: Mailroom):
    found = with_limits(mailroom, Scanner("Eicar"))
    kept = await comes_in(found, mail(files=[("a.pdf", "application/pdf", PDF)]))
    message, note = await said_in(mailroom, kept.conversation_id)
    assert message.attachments == ()
    assert "- a.pdf: The virus scanner found something in this file." in note.text
    silent = with_limits(mailroom, Scanner(Unavailable("It is down.")))
    kept = await comes_in(silent, mail(files=[("a.pdf", "application/pdf", PDF)], Message_ID="<m2@x>", From="b@x.de"))
    (message,) = await said_in(mailroom, kept.conversation_id)
    with pytest.raises(Conflict, match="held back"):
        await open_file(mailroom.stage.desk, mailroom.stage.dana, message.attachments[0].id)


async def test_a_mail_that_is_taken_up_again_keeps_its_files_and_sends_none_twice(
    mailroom: Mailroom, monkeypatch: pytest.MonkeyPatch
):
    store = mailroom.stage.desk.store
    steps = [(type(store.attachments), "finish"), (type(store.conversations), "append"), (type(store.mails), "end")]
    for n, (noun, verb) in enumerate(steps):
        files = [("a.pdf", "application/pdf", PDF), ("x.exe", "application/pdf", b"MZ\0")]
        raw = mail(files=files, Message_ID=f"<b{n}@x>", From=f"b{n}@example.com")
        with monkeypatch.context() as patched:
            patched.setattr(noun, verb, _falls)
            with pytest.raises(ConnectionError):
                await comes_in(mailroom, raw)
        kept = await comes_in(mailroom, raw)
        message, note = await said_in(mailroom, kept.conversation_id)
        assert [one.name for one in message.attachments] == ["a.pdf"]
        assert "- x.exe: " in note.text
        assert (await store.attachments.find(mailroom.stage.tenant.id, message.attachments[0].id)).message_id


async def _falls(*_: Any, **__: Any) -> Any:
    raise ConnectionError("the process fell here")


async def test_an_operators_file_goes_out_with_the_reply_and_comes_back_as_it_was(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    picture = png(300, 200)
    files = [await uploaded(mailroom, "Größe.pdf", PDF), await uploaded(mailroom, "p.png", picture)]
    desk, dana = mailroom.stage.desk, mailroom.stage.dana
    await replies.reply(desk, dana, kept.conversation_id, text="The form.", files=files, version=version)
    (letter,) = await goes_out(mailroom)
    assert "The form." in text(letter)
    assert "📎 Größe.pdf" in text(letter)
    parts = [(one.get_filename(), one.get_content_type(), one.get_content()) for one in letter.iter_attachments()]
    assert parts == [("Größe.pdf", "application/pdf", PDF), ("p.png", "image/png", picture)]
    raw = bytes(mailroom.post.received[-1].content or b"")
    assert max(len(line) for line in raw.partition(b"Content-Disposition: attachment")[2].splitlines()) <= 78
    assert [(one.name, one.body) for one in parse(raw).files] == [("Größe.pdf", PDF), ("p.png", picture)]


async def test_what_is_too_large_for_a_letter_waits_behind_a_link_in_the_customers_language(
    mailroom: Mailroom, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(enclosing, "MOST_ENCLOSED", len(PDF) + 1)
    kept = await comes_in(mailroom, mail("Wann liefern Sie?", Content_Language="de"))
    version = await claimed(mailroom, kept.conversation_id)
    files = [await uploaded(mailroom, name, PDF) for name in ("a.pdf", "b.pdf")]
    stage = mailroom.stage
    await replies.reply(stage.desk, stage.dana, kept.conversation_id, text="Hier.", files=files, version=version)
    (letter,) = await goes_out(mailroom)
    assert [one.get_filename() for one in letter.iter_attachments()] == ["a.pdf"]
    assert "b.pdf ist zu groß für eine E-Mail. Öffnen Sie die Datei innerhalb von 7 Tagen hier:" in text(letter)
    (link,) = [line for line in text(letter).split() if "#return=" in line]
    caller = Caller(stage.tenant.id, Role.WIDGET, Actor(ActorKind.CUSTOMER))
    opened, _, _ = await follow(stage.desk, caller, link.partition("#return=")[2])
    assert opened.id == kept.conversation_id


async def test_a_letter_waits_for_the_scanner_and_goes_without_what_it_deletes(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    silent = with_limits(mailroom, Scanner(Unavailable("It is down.")))
    files = [await uploaded(silent, "a.pdf", PDF)]
    stage = mailroom.stage
    await replies.reply(stage.desk, stage.dana, kept.conversation_id, text="Here.", files=files, version=version)
    assert await goes_out(mailroom) == []
    (waiting,) = await stage.desk.store.deliveries.of_conversation(stage.tenant.id, kept.conversation_id)
    assert (waiting.state, waiting.why) == (
        DeliveryState.WAITING, "a.pdf waits for the virus scanner, which gives no answer.",
    )  # fmt: skip
    await scan_held(replace(stage.desk, scanner=Scanner("Eicar")))
    (letter,) = await goes_out(mailroom)
    assert "Here." in text(letter)
    assert list(letter.iter_attachments()) == []
