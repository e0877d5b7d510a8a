"""`baton email`: whether the mailboxes are set up right."""

from typing import Any

import click

from baton.core.errors import Invalid
from baton.settings import read

from . import options
from .output import answer, line


@click.group("email")
def command() -> None:
    """Try out the mailboxes that the desk sends from and reads."""


@command.command("check")
@click.option("--tenant", metavar="NAME", help="The company, where the mail file has more than one. Default: all.")
@click.option("--file", "mail", metavar="FILE", help="The mail file. Default: BATON_MAIL.")
@options.as_json
def check(*, tenant: str | None, as_json: bool, **arguments: Any) -> None:
    """Sign in to the mail servers, send a mail to the own mailbox, and say in plain words what is wrong.

    Sends up to two mails to the mailbox itself and to nobody else. Needs no database and no running desk.
    """
    from baton.channels.email import accounts as mail_accounts
    from baton.channels.email.check import check as try_out
    from baton.channels.email.check import lines

    from .stopping import Stop, run

    path = read(**arguments).mail
    if path is None:
        raise Invalid(
            "There is no mail file. Name it in BATON_MAIL or with --file; docs/how-to/email.md has one to copy."
        )
    accounts = [one for one in mail_accounts.read(path).listed if tenant in (None, one.company)]
    if not accounts:
        raise Invalid(f"The mail file {path} has no section {f'for {tenant}' if tenant else 'at all'}.")
    good: list[bool] = []

    async def work(_: Stop) -> None:
        for account in accounts:
            found = await try_out(account)
            good.extend(one.is_good for one in found)
            if as_json:
                said = [{"ok": one.is_good, "says": one.says} for one in found]
                line({"company": account.company, "address": account.address, "findings": said})
            else:
                answer("\n".join(lines(account, found)))

    run(work)
    if not all(good):
        raise click.exceptions.Exit(1)
