"""Mails to try the desk with."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any


def mail(
    text: str = "When do you deliver to Kiel?", *, files: Sequence[tuple[str, str, bytes]] = (), **headers: Any
) -> bytes:
    """A mail as a customer's program sends it. Header names have `_` for `-`; None leaves one out.

    `files` are enclosed: the name, the type that it is said to have, and the bytes.
    """
    given = {
        "From": "Maria Example <maria@example.com>",
        "To": "support@harbour.example",
        "Subject": "Delivery",
        "Message-ID": "<m1@example.com>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    message = EmailMessage(policy=SMTP)
    message.set_content(text)
    for name, media_type, body in files:
        maintype, _, subtype = media_type.partition("/")
        message.add_attachment(body, maintype=maintype, subtype=subtype, filename=name)
    for name, value in given.items():
        if value is not None:
            message[name] = value
    return message.as_bytes()


def report(letter: bytes, *, recipient: str = "maria@example.com", to: str | None = None, action: str = "failed",
           status: str = "5.1.1") -> bytes:  # fmt: skip
    """What a mail server sends back when it can't hand a letter on."""
    headers = letter.partition(b"\r\n\r\n")[0].decode()
    returned_to = to or "support@harbour.example"
    return (
        f"From: MAILER-DAEMON@mx.example.com\r\nTo: {returned_to}\r\nSubject: Undelivered Mail\r\n"
        f"Message-ID: <report-{status}@mx.example.com>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n"
        "Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{headers}\r\n\r\n--b--\r\n"
    ).encode()
