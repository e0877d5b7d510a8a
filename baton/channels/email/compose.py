"""A delivery as a MIME message: plain text and simple HTML, threaded, and marked as sent by a program."""

import html
import re
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from baton.channels.email.accounts import Account
from baton.core.ids import TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind
from baton.core.mail.html import QUIET, marked, paragraphs
from baton.core.mail.mail import Enclosed
from baton.core.mail.reply import MARKER
from baton.core.reading.language_tags import primary
from baton.services.secrets import mail_token

RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"})
MOST_LOCAL = 64
"""Characters before the @, RFC 5321 4.5.3.1.1."""

_POLICY = SMTP.clone(max_line_length=900)
"""RFC 5322 allows 998 characters a line. Folded at the usual 78, the library would write a Message-ID, which has no
space to fold at, as an encoded word, by which no mail program finds it.
"""

MOST_REFERENCES = 8
"""Message-IDs in `References`, which so stay on one line."""

_STYLE = (
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:15px;line-height:1.5;color:#1f2328;"
    "overflow-wrap:anywhere"
)


def compose(
    delivery: Delivery, account: Account, key: bytes, tenant_id: TenantId, files: Sequence[Enclosed] = ()
) -> EmailMessage:
    """The message as it goes out, with the files it encloses. The same delivery gives the same Message-ID each time."""
    token = mail_token(key, tenant_id, delivery.conversation_id or delivery.id)
    message = EmailMessage(policy=_POLICY)
    message["From"] = _address(_sender(delivery, account), account.address)
    message["To"] = _address("", delivery.to)
    message["Subject"] = delivery.subject or account.name
    message["Date"] = format_datetime(delivery.created_at)
    message["Message-ID"] = f"<{delivery.id}.{token}@{account.domain}>"
    if delivery.conversation_id:
        message["Reply-To"] = _address(account.name, reply_address(account, token))
        _thread(message, delivery, f"<{token}@{account.domain}>")
    message["Auto-Submitted"] = "auto-replied" if delivery.kind is DeliveryKind.REPLY else "auto-generated"
    message["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    message["X-Baton"] = delivery.kind.value
    is_thread = delivery.conversation_id is not None
    rule = f"{MARKER} {account.name} {MARKER}"
    message.set_content(f"{rule}\n\n{delivery.text}\n" if is_thread else f"{delivery.text}\n", cte="quoted-printable")
    message.add_alternative(_page(delivery, rule if is_thread else None), subtype="html", cte="quoted-printable")
    if delivery.language:
        message["Content-Language"] = delivery.language
    for file in files:
        _enclose(message, file)
    return message


def _enclose(message: EmailMessage, file: Enclosed) -> None:
    """Add a file. It is folded by a policy of its own: RFC 2045 allows a line of base64 76 characters."""
    part = EmailMessage(policy=SMTP)
    maintype, _, subtype = file.media_type.partition("/")
    part.set_content(file.body, maintype=maintype, subtype=subtype, filename=file.name, disposition="attachment")
    del part["MIME-Version"]
    if message.get_content_type() != "multipart/mixed":
        message.make_mixed()
    message.attach(part)


def reply_address(account: Account, token: str) -> str:
    """Where an answer goes: with the thread's token, where the mailbox takes such addresses and it fits."""
    local, _, domain = account.address.rpartition("@")
    tagged = f"{local}+{token}"
    return f"{tagged}@{domain}" if account.plus and len(tagged) <= MOST_LOCAL else account.address


def envelope_sender(delivery: Delivery, account: Account, key: bytes, tenant_id: TenantId) -> str:
    """Where a report goes when the letter can't be delivered: to the thread, or at least to the letter."""
    return reply_address(account, mail_token(key, tenant_id, delivery.conversation_id or delivery.id))


def _thread(message: EmailMessage, delivery: Delivery, root: str) -> None:
    known = [one for one in delivery.references if _is_message_id(one)][-MOST_REFERENCES:]
    last = delivery.in_reply_to if delivery.in_reply_to and _is_message_id(delivery.in_reply_to) else None
    message["In-Reply-To"] = last or root
    message["References"] = " ".join(dict.fromkeys([root, *known, *([last] if last else [])]))


def _is_message_id(said: str) -> bool:
    return len(said) <= 250 and re.fullmatch(r"<[^<>\s]+@[^<>\s]+>", said) is not None and said.isascii()


def _sender(delivery: Delivery, account: Account) -> str:
    return f"{delivery.sender_name} ({account.name})" if delivery.sender_name else account.name


def _address(name: str, address: str) -> Address:
    local, _, domain = address.rpartition("@")
    said = "".join(letter for letter in name if letter.isprintable())[:100]
    return Address(said, local, domain if domain.isascii() else domain.encode("idna").decode())


def _page(delivery: Delivery, rule: str | None) -> str:
    language = primary(delivery.language or "")
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    body = delivery.html or (marked if delivery.kind is DeliveryKind.REPLY else paragraphs)(delivery.text)
    top = f'<p style="{QUIET}">{html.escape(rule)}</p>' if rule else ""
    said = html.escape(delivery.language or "und", quote=True)
    return (
        f'<!doctype html><html lang="{said}" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"></head>'
        f'<body dir="{direction}" style="{_STYLE}">{top}{body}</body></html>\n'
    )
