"""Reading a website from the command line, as a running desk does it beside everything else."""

from baton.core.actors import Caller
from baton.core.errors import Invalid, Unavailable
from baton.core.sources.schedule import Schedule
from baton.services.desk import Desk
from baton.services.knowledge.keeping import Ingested
from baton.services.knowledge.readers import Readers
from baton.services.ports.websites import Plan
from baton.services.websites.reading import read_website
from baton.services.websites.websites import add_website

from .ingested import nothing_in
from .output import count, progress

EVERY = 10
"""Pages after which a line says how far it is."""


async def taught_website(
    desk: Desk, caller: Caller, plan: Plan, *, name: str | None, readers: Readers, schedule: Schedule | None
) -> Ingested:
    """Read a website to its end. Stopped on the way, it goes on from there the next time.

    Raises NotFetched where it can't be had, and Invalid where it holds nothing to answer from.
    """
    source = await add_website(desk, caller, plan, name=name or "", readers=readers, schedule=schedule)
    visited = 0

    def told(url: str) -> None:
        nonlocal visited
        visited += 1
        if visited == 1 or visited % EVERY == 0:
            progress(f"Read {count(visited, 'address', 'addresses')} of {source.name}: {url}")

    progress(f"Reading {plan.url}")
    done = await read_website(desk, caller.tenant_id, source.id, progress=told)
    if done is None:
        raise Unavailable(
            f"{source.name} is being read already, by a Baton that is running. Its console shows how far it is."
        )
    if not done.source.documents:
        raise Invalid(nothing_in(done.skipped))
    return done
