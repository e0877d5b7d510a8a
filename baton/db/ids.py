"""New ids and secrets, behind the port `services.ports.Ids`."""

import secrets

import uuid_utils

from baton.core.ids import PREFIXES


class Ids:
    """Ids that grow with time, so that what is made together is stored together; and secrets that nobody guesses."""

    def new(self, kind: str) -> str:
        """A new id, such as `cnv_` and 26 letters and digits of a UUIDv7."""
        return f"{PREFIXES[kind]}_{_base32(uuid_utils.uuid7().int)}"

    def secret(self, prefix: str) -> str:
        """A new secret of 160 random bits."""
        return prefix + _base32(secrets.randbits(160), 32)


_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = tuple(one + other for one in _ALPHABET for other in _ALPHABET)


def _base32(number: int, length: int = 26) -> str:
    return "".join([_PAIRS[(number >> shift) & 1023] for shift in range(5 * length - 10, -1, -10)])
