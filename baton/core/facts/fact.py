"""One fact with its receipt."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from baton.core.redaction.kinds import Kind


class FactKind(StrEnum):
    """What a fact is. The order is that of usefulness: what stands first is shown first."""

    OWN = "own"
    ORDER = "order"
    RESERVATION = "reservation"
    INVOICE = "invoice"
    TICKET = "ticket"
    ACCOUNT = "account"
    USER_ID = "user_id"
    CUSTOMER_NUMBER = "customer_number"
    ERROR = "error"
    FLIGHT = "flight"
    TRACKING = "tracking"
    SERIAL = "serial"
    ITEM = "item"
    REFERENCE = "reference"
    PRODUCT = "product"
    PLAN = "plan"
    AMOUNT = "amount"
    DATE = "date"
    DURATION = "duration"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    ADDRESS = "address"
    POSTCODE = "postcode"
    DEVICE = "device"
    SYSTEM = "system"
    BROWSER = "browser"
    LINK = "link"
    QUOTED = "quoted"


NUMBERED = frozenset(
    {
        FactKind.ORDER, FactKind.RESERVATION, FactKind.INVOICE, FactKind.TICKET, FactKind.ACCOUNT, FactKind.USER_ID,
        FactKind.CUSTOMER_NUMBER, FactKind.FLIGHT, FactKind.TRACKING, FactKind.SERIAL, FactKind.ITEM,
        FactKind.REFERENCE, FactKind.POSTCODE,
    }
)  # fmt: skip
"""Numbers and codes by which something is looked up."""

_SPACES = re.compile(r"[\s#]+")
_LOOSE = re.compile(r"[\s#()/-]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its kind, the customer's own characters, the `seq` of the message, and where they stand in its text.

    `name` is what a tenant calls a pattern of its own; it is empty for every kind that Baton knows. `sensitive` is
    what it is where not every queue may see it.
    """

    kind: FactKind
    value: str
    seq: int
    start: int = field(default=0, compare=False)
    name: str = ""
    sensitive: Kind | None = field(default=None, compare=False)

    @property
    def end(self) -> int:
        """Where its last character has been read."""
        return self.start + len(self.value)

    @property
    def normal(self) -> str:
        """The value as it is compared: `#4521` and `4521` are one order, however a telephone number is grouped."""
        loose = _LOOSE if self.kind is FactKind.PHONE else _SPACES
        return loose.sub("", self.value).casefold().strip(".,:;")
