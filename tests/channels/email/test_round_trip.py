"""A customer writes by mail, is answered by mail, and answers into the same thread."""

import email
import email.policy
from datetime import timedelta
from typing import Any

import pytest
from channels.email.conftest import Mailroom
from channels.email.letters import mail
from fakes import grounded
from stage import Stage

from baton.core.followups.modes import Mode
from baton.core.ids import ConversationId
from baton.core.inbox.listing import Wanted
from baton.core.mail.mail import Arrival
from baton.core.transitions import State
from baton.services.bot.answering import answer
from baton.services.conversations import replies
from baton.services.followups import modes
from baton.services.followups.agreeing import Details
from baton.services.handoffs import handoff, opening
from baton.services.mail.mailing import mail_on
from baton.services.mail.outbox import send_due

pytestmark = pytest.mark.anyio


async def goes_out(room: Mailroom) -> list[Any]:
    """Whatever is to be mailed is, a minute later; returns what this took to the server."""
    before = len(room.post.received)
    room.stage.clock.advance(minutes=1)
    await mail_on(room.stage.desk, thorough=True)
    await send_due(room.stage.desk, "n1")
    return [parsed(envelope.content) for envelope in room.post.received[before:]]


def parsed(raw: Any) -> Any:
    return email.message_from_bytes(bytes(raw), policy=email.policy.default)


def text(message: Any) -> str:
    return message.get_body(("plain",)).get_content()


async def comes_in(room: Mailroom, raw: bytes) -> Any:
    return await room.reader.take(room.stage.tenant.id, raw)


async def claimed(room: Mailroom, id: ConversationId) -> int:
    """A person takes the conversation; returns its version."""
    found = await room.stage.now_by(id)
    if found.state is State.BOT:
        held = await opening.barge_in(room.stage.desk, room.stage.dana, id)
    else:
        held = await handoff.claim(room.stage.desk, room.stage.dana, id)
    return held.version


async def test_a_mail_opens_a_conversation_that_the_bot_answers_by_mail(mailroom: Mailroom):
    mailroom.stage.sources.known["Kiel"] = grounded("We deliver to Kiel in three days.")
    kept = await comes_in(mailroom, mail())
    assert kept.outcome is Arrival.TAKEN
    assert await mailroom.stage.transcript(await mailroom.stage.now_by(kept.conversation_id)) == [
        "Delivery\n\nWhen do you deliver to Kiel?"
    ]
    (turn,) = mailroom.turns
    assert turn.conversation.channel == "email"
    await answer(mailroom.stage.desk, turn)
    (letter,) = await goes_out(mailroom)
    assert letter["To"] == "maria@example.com"
    assert letter["Subject"] == "Re: Delivery"
    assert letter["In-Reply-To"] == "<m1@example.com>"
    assert "We deliver to Kiel in three days." in text(letter)
    assert "> When do you deliver to Kiel?" in text(letter)
    assert letter["Auto-Submitted"] == "auto-replied"
    assert await goes_out(mailroom) == [], "told once"


async def test_the_answer_to_an_operators_mail_comes_into_the_same_thread(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    desk, dana = mailroom.stage.desk, mailroom.stage.dana
    await replies.reply(desk, dana, kept.conversation_id, text="In three days.", version=version)
    await replies.reply(desk, dana, kept.conversation_id, text="Is that soon enough?", version=version)
    (letter,) = await goes_out(mailroom)
    assert "In three days." in text(letter), "two replies are one mail"
    assert "Is that soon enough?" in text(letter)
    assert str(letter["From"]).startswith('"Dana (Harbour Home)"')
    quoted = "\n".join(f"> {line}" for line in text(letter).splitlines())
    back = mail(
        f"Yes, thanks.\n\nDana wrote on 3 May:\n{quoted}", To=str(letter["Reply-To"]), Message_ID="<m2@x.example>"
    )
    again = await comes_in(mailroom, back)
    assert again.conversation_id == kept.conversation_id
    assert (await mailroom.stage.transcript(await mailroom.stage.now_by(kept.conversation_id)))[-1] == "Yes, thanks."


@pytest.mark.parametrize("by", ["address", "references", "own mail"])
async def test_an_answer_is_known_by_its_address_or_by_what_it_answers(mailroom: Mailroom, by: str):
    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    await replies.reply(mailroom.stage.desk, mailroom.stage.dana, kept.conversation_id, text="Hi", version=version)
    (letter,) = await goes_out(mailroom)
    headers = {
        "address": {"To": str(letter["Reply-To"]).upper()},
        "references": {"References": f"<other@example.com> {letter['Message-ID']}"},
        "own mail": {"In_Reply_To": "<m1@example.com>"},
    }[by]
    again = await comes_in(mailroom, mail("More", Message_ID="<m2@example.com>", **headers))
    assert again.conversation_id == kept.conversation_id


async def test_a_token_that_was_not_made_here_opens_nobodys_conversation(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    body = kept.conversation_id.partition("_")[2]
    forged = f"support+c{body}{'a' * 13}@harbour.example"
    again = await comes_in(mailroom, mail("Hi", To=forged, From="eve@example.org", Message_ID="<e@example.org>"))
    assert again.conversation_id != kept.conversation_id
    stolen = mail("Hi", From="eve@example.org", In_Reply_To="<m1@example.com>", Message_ID="<f@example.org>")
    assert (await comes_in(mailroom, stolen)).conversation_id != kept.conversation_id


async def test_another_sender_with_the_token_is_heard_shown_and_not_written_to(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    await replies.reply(mailroom.stage.desk, mailroom.stage.dana, kept.conversation_id, text="Hi", version=version)
    (letter,) = await goes_out(mailroom)
    await comes_in(
        mailroom, mail("I am her son", To=str(letter["Reply-To"]), From="son@example.org", Message_ID="<s@x>")
    )
    said = await mailroom.stage.transcript(await mailroom.stage.now_by(kept.conversation_id))
    assert "I am her son" in said
    assert any("came from son@example.org, and not from maria@example.com" in one for one in said)
    await replies.reply(mailroom.stage.desk, mailroom.stage.dana, kept.conversation_id, text="Ho", version=version)
    (letter,) = await goes_out(mailroom)
    assert letter["To"] == "maria@example.com"


async def test_the_same_mail_twice_is_one_message(mailroom: Mailroom):
    one = await comes_in(mailroom, mail())
    two = await comes_in(mailroom, mail())
    assert one == two
    assert len(await mailroom.stage.transcript(await mailroom.stage.now_by(one.conversation_id))) == 1
    assert len(mailroom.turns) == 1


async def test_a_mail_that_was_broken_off_anywhere_is_taken_up_into_the_same_conversation(
    mailroom: Mailroom, monkeypatch: pytest.MonkeyPatch
):
    desk = mailroom.stage.desk
    store = type(desk.store.mails)
    steps = [
        (type(desk.store.conversations), "open"), (type(desk.store.conversations), "append"), (store, "end"),
        (type(desk.store.mail_threads), "heard"),
    ]  # fmt: skip
    for n, (noun, verb) in enumerate(steps):
        raw = mail(Message_ID=f"<broken-{n}@example.com>", From=f"b{n}@example.com")
        with monkeypatch.context() as patched:
            patched.setattr(noun, verb, _falls)
            with pytest.raises(ConnectionError):
                await comes_in(mailroom, raw)
        kept = await comes_in(mailroom, raw)
        assert kept.outcome is Arrival.TAKEN
        assert len(await mailroom.stage.transcript(await mailroom.stage.now_by(kept.conversation_id))) == 1
        found = await desk.store.lists.page(
            mailroom.stage.tenant.id, Wanted(at=mailroom.stage.clock()), after=None, limit=100
        )
        assert len(found.items) == n + 1, "no conversation was opened twice"


async def _falls(*_: Any, **__: Any) -> Any:
    raise ConnectionError("the process fell here")


async def test_a_mail_after_the_end_opens_the_conversation_again(mailroom: Mailroom):
    from baton.services.conversations import resolution

    kept = await comes_in(mailroom, mail())
    await resolution.end(mailroom.stage.desk, mailroom.stage.dana, kept.conversation_id)
    again = mail("One more thing", In_Reply_To="<m1@example.com>", Message_ID="<m2@example.com>")
    assert (await comes_in(mailroom, again)).conversation_id == kept.conversation_id
    assert (await mailroom.stage.now_by(kept.conversation_id)).state is State.BOT


async def test_a_person_joining_is_no_mail_by_itself_and_a_note_never_is(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    await claimed(mailroom, kept.conversation_id)
    await replies.add_note(mailroom.stage.desk, mailroom.stage.dana, kept.conversation_id, text="Secret")
    assert await goes_out(mailroom) == []


async def test_a_reply_waits_a_moment_for_the_next_one(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    await replies.reply(mailroom.stage.desk, mailroom.stage.dana, kept.conversation_id, text="Hi", version=version)
    assert await mail_on(mailroom.stage.desk) == 0
    mailroom.stage.clock.ahead += timedelta(seconds=11)
    assert await mail_on(mailroom.stage.desk) == 1


async def test_several_nodes_make_one_mail_of_one_reply(mailroom: Mailroom):
    import asyncio

    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    await replies.reply(mailroom.stage.desk, mailroom.stage.dana, kept.conversation_id, text="Hi", version=version)
    mailroom.stage.clock.advance(minutes=1)
    made = await asyncio.gather(*(mail_on(mailroom.stage.desk, thorough=True) for _ in range(6)))
    assert sum(made) == 1


async def test_mail_of_one_company_does_not_open_anothers_conversation(mailroom: Mailroom, store: Any):
    from stage import set_up

    kept = await comes_in(mailroom, mail())
    other = await set_up(mailroom.stage.desk, mailroom.stage.clock, mailroom.stage.sources)
    version = await claimed(mailroom, kept.conversation_id)
    await replies.reply(mailroom.stage.desk, mailroom.stage.dana, kept.conversation_id, text="Hi", version=version)
    (letter,) = await goes_out(mailroom)
    theirs = await mailroom.reader.take(other.tenant.id, mail("Hi", To=str(letter["Reply-To"]), Message_ID="<o@x>"))
    assert theirs.conversation_id != kept.conversation_id
    assert isinstance(other, Stage)


async def test_a_customer_who_chose_email_in_the_chat_is_told_and_answers_by_mail(mailroom: Mailroom):
    stage = mailroom.stage
    waiting = await stage.waiting()
    await modes.choose(stage.desk, stage.customer(waiting), waiting.id, Mode.EMAIL, Details(email="ann@example.com"))
    (agreed,) = await goes_out(mailroom)
    assert agreed["To"] == "ann@example.com"
    version = await claimed(mailroom, waiting.id)
    await replies.reply(stage.desk, stage.dana, waiting.id, text="It ships on Monday.", version=version)
    (letter,) = await goes_out(mailroom)
    assert "It ships on Monday." in text(letter)
    back = mail("Thank you", From="ann@example.com", To=str(letter["Reply-To"]), Message_ID="<ann@example.com>")
    assert (await comes_in(mailroom, back)).conversation_id == waiting.id
    assert (await stage.transcript(waiting))[-1] == "Thank you"
