"""`baton policy replay`: what a policy would have decided in conversations of the past."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import IO, Any

import click

from baton.core.actors import Caller
from baton.core.errors import Invalid
from baton.core.policy.problems import PolicyErrors
from baton.core.replaying.tally import Tally, counts_view
from baton.services.desk import Desk
from baton.services.journeys.overview import place
from baton.services.policy.replaying import PORTION, how_many, views
from baton.services.policy.replaying import replay as replay_portion
from baton.services.ports.replays import Stretch

from . import options
from .bar import Bar
from .output import answer, line, progress
from .policy_file import Readable, text_of
from .replay_text import read_first, text
from .tenants import run_on_desk

Row = dict[str, Any]


@click.command("replay")
@click.argument("file", type=Readable)
@click.option("--days", metavar="N", type=click.IntRange(1), help="Conversations of the last N days. Default: 30.")
@click.option("--since", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Conversations from this day on.")
@click.option("--limit", metavar="N", type=click.IntRange(1), help="The latest N of them. Default: all.")
@click.option("--timezone", metavar="NAME", default="UTC", help="Whose days and half hours. Default: UTC.")
@click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
@click.option("--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write each difference.")
@options.database
@options.as_json
def replay(
    file: Path,
    *,
    days: int | None,
    since: datetime | None,
    limit: int | None,
    timezone: str,
    tenant: str | None,
    out: Path | None,
    as_json: bool,
    **arguments: Any,
) -> None:
    """Decide past conversations again under the policy FILE, and tell what would have been different.

    Handoffs that appear, vanish or move, other queues and reasons, and what it does to the team's load. Nothing is
    stored and nobody is told. A Baton that is running on the same data need not be stopped.
    """
    if days and since:
        raise Invalid("Give --days or --since, not both.")
    source, there = text_of(file), place(timezone)

    async def work(desk: Desk, caller: Caller) -> None:
        now = desk.clock()
        stretch = Stretch(_begin(now, days, since, there), now)
        with _opened(out) as rows:
            found = await _all(desk, caller, source, stretch, zone=there, limit=limit, rows=rows)
        line(found) if as_json else answer(text(found, str(file)))

    try:
        run_on_desk(work, tenant, arguments)
    except PolicyErrors as errors:
        told = "\n".join(f"  {file}:{one.line}:{one.column} {one}" for one in errors.problems)
        raise Invalid(f"The policy can't be used:\n{told}") from None


async def _all(
    desk: Desk, caller: Caller, source: str, stretch: Stretch, *, zone: tzinfo, limit: int | None, rows: IO[str] | None
) -> Row:
    """Portion by portion to the end, or to the limit."""
    began = time.perf_counter()
    of = await how_many(desk, caller, stretch)
    most = min(of, limit or of)
    bar, tally, items = Bar(most, "conversations"), Tally(zone), list[Row]()
    after: str | None = ""
    try:
        while after is not None and (left := most - tally.totals["conversations"]) > 0:
            size = min(left, PORTION)
            portion = await replay_portion(desk, caller, source, stretch, zone=zone, after=after, limit=size)
            tally.add(portion.tally)
            shown = await views(desk, caller, portion)
            items = read_first([*items, *shown])
            if rows is not None:
                rows.writelines(json.dumps(_plain(one), ensure_ascii=False) + "\n" for one in shown)
            after = portion.next
            bar.show(tally.totals["conversations"], tally.totals["conversations"])
    finally:
        bar.clear()
    days = max(1, (stretch.until - stretch.since).days)
    seconds = time.perf_counter() - began
    return {
        "of": of,
        "days": days,
        "seconds": seconds,
        **counts_view(tally),
        "read_first": [_plain(one) for one in items],
    }


def _plain(row: Row) -> Row:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()}


def _begin(now: datetime, days: int | None, since: datetime | None, there: tzinfo) -> datetime:
    return since.replace(tzinfo=there).astimezone(UTC) if since else now - timedelta(days=days or 30)


@contextmanager
def _opened(out: Path | None) -> Iterator[IO[str] | None]:
    if out is None:
        yield None
        return
    progress(f"Writing each difference to {out}")
    try:
        with out.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise Invalid(f"{out} can't be written: {error.strerror}.") from None
