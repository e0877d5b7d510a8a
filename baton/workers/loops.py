"""Loops that run until the process ends. A failure is logged and the loop goes on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from itertools import count as counting

from baton.services.conversations.attachments import scan_held
from baton.services.conversations.closing import close_left
from baton.services.customers.retention import erase_old
from baton.services.desk import Desk
from baton.services.followups.followups import announce_due
from baton.services.inbox.lists import keep_words
from baton.services.inbox.mentions import send_letters
from baton.services.inbox.snoozing import wake_due
from baton.services.inbox.speaking_due import speak_due
from baton.services.journeys.restating import totals as restated_totals
from baton.services.mail.digests import send_digests
from baton.services.mail.mailing import mail_on
from baton.services.mail.outbox import give_up_left, send_due
from baton.services.sweeps import AT_ONCE, LOOK_BACK, THOROUGH_EVERY, finish_turns, forget_old, keep_leases
from baton.services.trail.sealing import seal_behind
from baton.services.waiting.alerts import count_alarms, raise_alarms
from baton.services.waiting.fallbacks import take_steps
from baton.services.waiting.lapses import end_lapsed
from baton.services.waiting.presence import return_lost
from baton.services.waiting.promises import totals
from baton.services.waiting.telling import ROUND, look_through
from baton.workers.crawls import Crawls
from baton.workers.turns import Turns

log = logging.getLogger("baton.loops")

SWEEP_SECONDS = 5.0
LEASE_SECONDS = 15.0
LOST_SECONDS = 5.0
WORDS_SECONDS = 5.0
ANNOUNCE_SECONDS = 15.0
FORGET_SECONDS = 3600.0
CRAWL_SECONDS = 2.0
TELL_SECONDS = ROUND.total_seconds()
PROMISE_SECONDS = 5.0
DIGEST_SECONDS = 15.0
WAKE_SECONDS = 2.0
SPEAK_SECONDS = 2.0
OVERTAKEN_EVERY = 5
"""Looks for what is due until the next for what is overtaken, which costs by all that waits."""
CLOSE_SECONDS = 60.0
TALLY_SECONDS = 15.0
RESTATE_SECONDS = 3600.0
SCAN_SECONDS = 60.0
SEAL_SECONDS = 60.0
MAIL_SECONDS = 2.0
MAILBOX_SECONDS = 15.0
MAIL_THOROUGH_EVERY = timedelta(minutes=2)
"""How often every thread is looked at, and not those alone that changed within the hour."""


async def every(seconds: float, work: Callable[[], Awaitable[object]]) -> None:
    """Do the work again and again. What goes wrong once is logged and tried again."""
    while True:
        try:
            await work()
        except Exception:
            log.exception("a loop's work failed; it goes on")
        await asyncio.sleep(seconds)


async def sweep(desk: Desk, turns: Turns) -> None:
    """Take up turns that were left behind, by this process or another."""
    began = desk.clock()
    looked_through: datetime | None = None

    async def look() -> None:
        nonlocal looked_through
        now = desk.clock()
        is_thorough = looked_through is None or now - looked_through >= THOROUGH_EVERY
        taken = await finish_turns(desk, turns.start, began=began, since=None if is_thorough else now - LOOK_BACK)
        if is_thorough and taken < AT_ONCE:
            looked_through = now

    await every(SWEEP_SECONDS, look)


async def leases(desk: Desk) -> None:
    """Keep the operators who are connected here known as being here."""
    await every(LEASE_SECONDS, lambda: keep_leases(desk))


async def losing(desk: Desk) -> None:
    """Put back what operators hold who are gone."""
    await every(LOST_SECONDS, lambda: return_lost(desk))


async def reading_on(desk: Desk) -> None:
    """Keep the words of what was said. A search does so too; this leaves it little to read."""
    await every(WORDS_SECONDS, lambda: keep_words(desk))


async def announcing(desk: Desk) -> None:
    """Tell the team of callbacks that are about to begin and of tickets that come due."""
    await every(ANNOUNCE_SECONDS, lambda: announce_due(desk))


async def forgetting(desk: Desk) -> None:
    """Delete what is kept for a time only. Several nodes may do it at once; each finds less to do."""
    await asyncio.gather(*(every(FORGET_SECONDS, partial(work, desk)) for work in (forget_old, erase_old)))


async def scanning(desk: Desk) -> None:
    """Show the virus scanner what it has not seen. Two nodes may show it the same file, which does no harm."""
    await every(SCAN_SECONDS, lambda: scan_held(desk))


async def sealing(desk: Desk) -> None:
    """Seal what has come into the log. Several nodes may look; a company's log is sealed by one at a time."""
    await every(SEAL_SECONDS, lambda: seal_behind(desk))


async def telling(desk: Desk, count: Callable[[int], object]) -> None:
    """Tell waiting customers how the line moves. The nodes share the tenants among them, round by round."""

    async def look() -> None:
        count(await look_through(desk))

    await every(TELL_SECONDS, look)


async def crawling(crawls: Crawls) -> None:
    """Read the websites that wait to be read."""
    await every(CRAWL_SECONDS, crawls.look)


async def mailing(desk: Desk, node: str) -> None:
    """Make letters of what was said in conversations that are followed by mail, and send what is due."""
    looked_through: datetime | None = None

    async def look() -> None:
        nonlocal looked_through
        now = desk.clock()
        is_thorough = looked_through is None or now - looked_through >= MAIL_THOROUGH_EVERY
        await mail_on(desk, thorough=is_thorough)
        await send_due(desk, node)
        if is_thorough:
            # Not at the first look: after a day on which nothing ran, other nodes come up and send what is theirs.
            if looked_through is not None:
                await give_up_left(desk, node)
            looked_through = now

    await every(MAIL_SECONDS, look)


async def reading_mail(look: Callable[[], Awaitable[object]]) -> None:
    """Read the mailboxes."""
    await every(MAILBOX_SECONDS, look)


async def promises(desk: Desk) -> None:
    """Take the fallback steps that are due, end the promises that have lapsed, and raise alarms for unseen waits."""
    works = (take_steps, end_lapsed, raise_alarms)
    await asyncio.gather(*(every(PROMISE_SECONDS, partial(work, desk)) for work in works))


async def waking(desk: Desk) -> None:
    """Bring back the conversations whose snooze is over."""
    await every(WAKE_SECONDS, lambda: wake_due(desk))


async def speaking(desk: Desk) -> None:
    """Say the scheduled replies that are due. Every node looks; the conversation's row lets one of them."""
    looks = counting()
    await every(SPEAK_SECONDS, lambda: speak_due(desk, thorough=next(looks) % OVERTAKEN_EVERY == 0))


async def closing(desk: Desk) -> None:
    """Close what customers have left with the bot."""
    await every(CLOSE_SECONDS, lambda: close_left(desk))


async def digesting(desk: Desk) -> None:
    """Write to operators who are not here of notes that mention them, and of waits that nobody here can take."""
    works = (send_letters, send_digests)
    await asyncio.gather(*(every(DIGEST_SECONDS, partial(work, desk)) for work in works))


async def restating(desk: Desk, tell: Callable[[Mapping[tuple[str, str], int]], None]) -> None:
    """Tell whoever measures what customers had to say again. It reads transcripts, so it is seldom."""

    async def look() -> None:
        tell(await restated_totals(desk))

    await every(RESTATE_SECONDS, look)


async def tallies(
    desk: Desk,
    tell: Callable[[Mapping[tuple[str, str], int]], None],
    alarmed: Callable[[int], None],
    failing: Callable[[int], None],
) -> None:
    """Tell whoever measures how the promises stand, how many wait whom nobody was shown, and which websites fail."""

    async def look() -> None:
        failing(await desk.store.websites.failing())
        alarmed(await count_alarms(desk))
        tell(await totals(desk))

    await every(TALLY_SECONDS, look)
