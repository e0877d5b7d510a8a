"""Mail that programs send: no loop, no flood, and a bounce is no customer."""

import pytest
from channels.email.conftest import Mailroom
from channels.email.letters import mail, report
from channels.email.test_round_trip import claimed, comes_in, goes_out

from baton.core.mail.deliveries import DeliveryState
from baton.core.mail.mail import MOST_AN_HOUR, Arrival
from baton.services.conversations import replies

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"List_Id": "<news.example.com>"},
        {"Return_Path": "<>"}, {"From": "noreply@example.com"}, {"From": "MAILER-DAEMON@example.com"},
    ],
)  # fmt: skip
async def test_programs_get_no_answer(mailroom: Mailroom, headers: dict[str, str]):
    kept = await comes_in(mailroom, mail("I am away", Message_ID=f"<{headers!r}@x>".replace(" ", ""), **headers))
    assert kept.outcome is Arrival.AUTOMATIC
    assert kept.conversation_id is None
    assert mailroom.turns == []


async def test_an_absence_note_is_shown_to_the_team_and_starts_no_loop(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    away = mail(
        "Back on Monday", In_Reply_To="<m1@example.com>", Message_ID="<away@x>", Subject="Away",
        Auto_Submitted="auto-replied",
    )  # fmt: skip
    await comes_in(mailroom, away)
    said = await mailroom.stage.transcript(await mailroom.stage.now_by(kept.conversation_id))
    assert said[-1] == "An automatic e-mail came from maria@example.com: Away\n\nBack on Monday"
    assert len(mailroom.turns) == 1, "the bot was not asked"


async def test_our_own_mail_is_never_taken(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail(From="Support@harbour.example"))
    assert kept.outcome is Arrival.OWN


async def test_a_flood_is_stopped_and_said_once(mailroom: Mailroom):
    first = await comes_in(mailroom, mail())
    for n in range(MOST_AN_HOUR + 5):
        kept = await comes_in(mailroom, mail(f"Hello {n}", In_Reply_To="<m1@example.com>", Message_ID=f"<flood{n}@x>"))
    assert kept.outcome is Arrival.TOO_MANY
    said = await mailroom.stage.transcript(await mailroom.stage.now_by(first.conversation_id))
    assert sum(one.startswith("Hello") for one in said) == MOST_AN_HOUR - 1
    assert sum("within an hour" in one for one in said) == 1


async def test_a_bounce_is_told_to_the_team_and_ends_the_mails(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    desk, dana = mailroom.stage.desk, mailroom.stage.dana
    await replies.reply(desk, dana, kept.conversation_id, text="Hi", version=version)
    await goes_out(mailroom)
    sent = mailroom.post.received[-1]
    bounce = await comes_in(mailroom, report(bytes(sent.content or b""), to=sent.mail_from))
    assert bounce.outcome is Arrival.BOUNCE
    (letter,) = await desk.store.deliveries.of_conversation(mailroom.stage.tenant.id, kept.conversation_id)
    assert letter.state is DeliveryState.BOUNCED
    said = await mailroom.stage.transcript(await mailroom.stage.now_by(kept.conversation_id))
    assert any("did not arrive: There is no such mailbox." in one for one in said)
    assert sum("maria@example.com" in one for one in said) == 2, "the team's note, and the customer's word in the chat"
    await replies.reply(desk, dana, kept.conversation_id, text="Hello?", version=version)
    assert await goes_out(mailroom) == [], "a dead address is not written to"


async def test_a_report_that_somebody_made_up_changes_nothing(mailroom: Mailroom):
    kept = await comes_in(mailroom, mail())
    version = await claimed(mailroom, kept.conversation_id)
    desk = mailroom.stage.desk
    await replies.reply(desk, mailroom.stage.dana, kept.conversation_id, text="Hi", version=version)
    await goes_out(mailroom)
    (letter,) = await desk.store.deliveries.of_conversation(mailroom.stage.tenant.id, kept.conversation_id)
    forged = f"Message-ID: <{letter.id}.c{'a' * 39}@harbour.example>\r\n\r\n".encode()
    await comes_in(mailroom, report(forged))
    delayed = report(bytes(mailroom.post.received[-1].content or b""), action="delayed", status="4.4.1")
    await comes_in(mailroom, delayed)
    (letter,) = await desk.store.deliveries.of_conversation(mailroom.stage.tenant.id, kept.conversation_id)
    assert letter.state is DeliveryState.DELIVERED
