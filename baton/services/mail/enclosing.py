"""The files of what is said, enclosed in the letter that tells it; what is too large for one waits behind a link."""

from collections.abc import Sequence

from baton.core.attachments import Attachment, FileState
from baton.core.copy.catalogues import Catalogue
from baton.core.copy.mail import too_large
from baton.core.ids import AttachmentId, TenantId
from baton.core.mail.deliveries import Delivery
from baton.core.mail.mail import Enclosed
from baton.services.customers.returning import GOOD_FOR, ReturnLink
from baton.services.desk import Desk
from baton.services.ports.mail import CannotDeliver

MOST_ENCLOSED = 15 * 1024 * 1024
"""Bytes of all the files of one letter. On the way they take a third more, and most servers take 25 MB."""


def parted(files: Sequence[Attachment]) -> tuple[tuple[Attachment, ...], tuple[Attachment, ...]]:
    """Those that a letter encloses, as long as there is room, and those that it can't."""
    room = MOST_ENCLOSED
    fits: list[Attachment] = []
    for file in files:
        if file.bytes <= room:
            fits.append(file)
            room -= file.bytes
    return tuple(fits), tuple(file for file in files if file not in fits)


def linked(files: Sequence[Attachment], link: ReturnLink, words: Catalogue) -> str:
    """What a letter says of files that it can't enclose: each by its name, and where it can be opened until when."""
    said = [too_large(words, file.name, days=GOOD_FOR.days) for file in files]
    return "\n\n".join((*said, link.url)) if said else ""


async def enclosures(desk: Desk, tenant_id: TenantId, delivery: Delivery) -> tuple[Enclosed, ...]:
    """The files of a letter with their bytes; one that a virus scanner has deleted meanwhile is left out.

    Raises CannotDeliver while a file waits for the scanner.
    """
    found: list[Enclosed] = []
    for id in delivery.files:
        kept = await desk.store.attachments.find(tenant_id, AttachmentId(id))
        if kept is None or kept.state is FileState.REFUSED:
            continue
        if kept.state is FileState.HELD:
            why = f"{kept.attachment.name} waits for the virus scanner, which gives no answer."
            raise CannotDeliver(why, is_final=False)
        body = b"".join([portion async for portion in desk.store.attachments.portions(tenant_id, kept.attachment.id)])
        found.append(Enclosed(kept.attachment.name, body, kept.attachment.media_type))
    return tuple(found)
