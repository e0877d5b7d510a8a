"""Identifiers. Each is text with a prefix that names its kind (`cnv_01jx…`), so that a wrong one shows itself."""

from typing import NewType

TenantId = NewType("TenantId", str)
CustomerId = NewType("CustomerId", str)
OperatorId = NewType("OperatorId", str)
ConversationId = NewType("ConversationId", str)
MessageId = NewType("MessageId", str)
HandoffId = NewType("HandoffId", str)
SourceId = NewType("SourceId", str)
DocumentId = NewType("DocumentId", str)
PassageId = NewType("PassageId", str)
OfferId = NewType("OfferId", str)
QueueId = NewType("QueueId", str)
DeliveryId = NewType("DeliveryId", str)
AttachmentId = NewType("AttachmentId", str)

PREFIXES: dict[str, str] = {
    "tenant": "ten",
    "customer": "cus",
    "operator": "opr",
    "conversation": "cnv",
    "message": "msg",
    "handoff": "hnd",
    "source": "src",
    "document": "doc",
    "passage": "psg",
    "credential": "crd",
    "offer": "ofr",
    "view": "viw",
    "gap": "gap",
    "question": "qst",
    "delivery": "dlv",
    "attachment": "att",
    "webhook": "whk",
    "chatwoot": "cwt",
    "outsider": "out",
}
"""Prefix per kind of thing. A queue is named by its key in the policy file and has no prefix."""
