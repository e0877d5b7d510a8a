"""Mail in by IMAP, in a thread of its own. The mailbox is only read: nothing in it is marked, moved or deleted."""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from imap_tools import AND, H, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from baton.channels.email.accounts import Account, Server
from baton.channels.email.parse import MAX_MAIL

TIMEOUT = 30.0
AT_ONCE = 25
"""Mails that are fetched before it is written down how far the mailbox has been read."""


_FAILURES = (ImapToolsError, imaplib.IMAP4.error, OSError, ValueError)
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class CannotRead(Exception):
    """A mailbox can't be read. `why` is for an operator to read."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Batch:
    """Mails in the order of their numbers, None for one that is too large; and how far that brings the reader."""

    mails: tuple[bytes | None, ...]
    uid_validity: int
    last_uid: int


def fetch(account: Account, *, uid_validity: int, last_uid: int, since: date | None) -> Iterator[Batch]:
    """What has come since, in batches. Raises CannotRead.

    The first time there is one empty batch, which says where the mailbox ends: what lies in it is history. Where the
    server has numbered everything anew, what came `since` that day is read again; whoever takes it knows it by its id.
    """
    assert account.imap is not None  # noqa: S101 - the caller asks only where there is one
    try:
        with _mailbox(account, account.imap) as box:
            yield from _batches(box, uid_validity=uid_validity, last_uid=last_uid, since=since)
    except _FAILURES as failed:
        raise CannotRead(_why(account.imap, failed)) from failed


def _batches(box: Any, *, uid_validity: int, last_uid: int, since: date | None) -> Iterator[Batch]:
    status = box.folder.status(box.folder.get(), ["UIDVALIDITY", "UIDNEXT"])
    now, following = int(status["UIDVALIDITY"]), int(status["UIDNEXT"])
    if uid_validity == 0 or (now != uid_validity and since is None):
        yield Batch((), now, following - 1)
        return
    is_renumbered = now != uid_validity
    wanted = AND(date_gte=since - timedelta(days=1)) if is_renumbered and since else f"UID {last_uid + 1}:*"
    # `n:*` names the last mail even where its number is below n.
    found = sorted(int(uid) for uid in box.uids(wanted))
    uids = found if is_renumbered else [uid for uid in found if uid > last_uid]
    for at in range(0, len(uids), AT_ONCE):
        some = uids[at : at + AT_ONCE]
        yield Batch(tuple(_fetched(box, some)), now, some[-1])
    if not uids:
        yield Batch((), now, max(0 if is_renumbered else last_uid, following - 1))


def _fetched(box: Any, uids: list[int]) -> Iterator[bytes | None]:
    """Each mail's bytes as they are, not marked as read. One that was deleted meanwhile is passed over."""
    for uid in uids:
        sized = _SIZE.search(_joined(box, uid, "(RFC822.SIZE)"))
        if sized is None:
            continue
        if int(sized.group(1)) > MAX_MAIL:
            yield None
            continue
        _, answer = box.client.uid("FETCH", str(uid), "(BODY.PEEK[])")
        body = next((part[1] for part in answer if isinstance(part, tuple)), None)
        if body is not None:
            yield bytes(body)


def _joined(box: Any, uid: int, what: str) -> bytes:
    _, answer = box.client.uid("FETCH", str(uid), what)
    return b" ".join(part for part in answer if isinstance(part, bytes))


def _mailbox(account: Account, server: Server) -> Any:
    make: Callable[[], Any]
    match server.security:
        case "plain":
            make = lambda: MailBoxUnencrypted(server.host, server.port, timeout=TIMEOUT)  # noqa: E731
        case "starttls":
            make = lambda: MailBoxStartTls(server.host, server.port, timeout=TIMEOUT, ssl_context=account.trust())  # noqa: E731
        case _:
            make = lambda: MailBox(server.host, server.port, timeout=TIMEOUT, ssl_context=account.trust())  # noqa: E731
    return make().login(account.user or "", account.password or "", initial_folder=server.folder)


def _why(server: Server, failed: Exception) -> str:
    where = f"{server.host}:{server.port}"
    said = " ".join(str(failed).split())[:300]
    name = type(failed).__name__
    if "Login" in name or "AUTHENTICATIONFAILED" in said:
        return f"The mail server {where} did not accept the user name and password. Check both in the mail file."
    if "Folder" in name:
        return f"There is no folder {server.folder} in the mailbox on {where}. Check `imap` in the mail file."
    if isinstance(failed, ssl.SSLError):
        return f"The mail server {where} could not prove that it is the right one, or speaks no TLS on this port."
    if isinstance(failed, TimeoutError):
        return f"The mail server {where} does not answer in time."
    if isinstance(failed, OSError):
        return f"There is no connection to the mail server {where}. Check `imap` in the mail file."
    return f"The mail server {where} answered in a way that Baton does not understand: {said}"


def try_out(account: Account) -> None:
    """Sign in and open the folder. Raises CannotRead."""
    assert account.imap is not None  # noqa: S101 - the caller asks only where there is one
    try:
        with _mailbox(account, account.imap):
            pass
    except _FAILURES as failed:
        raise CannotRead(_why(account.imap, failed)) from failed


def arrived(account: Account, message_id: str) -> bool:
    """Whether a mail with this Message-ID is in the folder. Raises CannotRead."""
    assert account.imap is not None  # noqa: S101 - the caller asks only where there is one
    try:
        with _mailbox(account, account.imap) as box:
            return bool(box.uids(AND(header=H("Message-ID", message_id))))
    except _FAILURES as failed:
        raise CannotRead(_why(account.imap, failed)) from failed
