"""What the use cases ask of the network: one address, fetched safely, or a sentence that says why not."""

from dataclasses import dataclass
from typing import Protocol

from baton.core.errors import DeskError

MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Ask:
    """One request. `etag` and `modified` are what the last answer said; a page that is unchanged then comes as 304.

    `accepts` are the beginnings of media types that are read, all where empty. `seconds` bounds the whole of it,
    redirects included; `most_bytes` the body, also after it is unpacked.
    """

    url: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    etag: str | None = None
    modified: str | None = None
    accepts: tuple[str, ...] = ()
    most_bytes: int = MOST_BYTES
    seconds: float = 30.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer. `url` is where the last redirect led; `media_type` is in lower case and without parameters.

    The body of a 304, and of any status that is not 2xx, is empty. `retry_after` is in seconds.
    """

    url: str
    status: int
    media_type: str
    body: bytes
    etag: str | None = None
    modified: str | None = None
    charset: str | None = None
    robots: str = ""
    retry_after: float | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a body to read."""
        return 200 <= self.status < 300


class NotFetched(DeskError):
    """The address could not be fetched. `code` says which kind of reason, `detail` is a sentence with the address."""

    code = "not_fetched"


class Fetcher(Protocol):
    """Fetches addresses that somebody else chose."""

    async def fetch(self, ask: Ask) -> Fetched:
        """Ask once, following redirects. Raises NotFetched."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...
