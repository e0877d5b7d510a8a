"""The metrics of processes that serve one address beside each other: a scrape reaches one of them, and is to show all.

Each lends its own over a socket in a directory that they share. Whichever is asked gathers them, and the label
`process` tells them apart.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ANSWER_SECONDS = 2.0
"""How long a process may take to lend its metrics; one that is starting, or stuck, is left out."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The directory that the processes share, and the number of this one."""

    place: Path
    number: int

    @asynccontextmanager
    async def lending(self, expose: Callable[[], bytes]) -> AsyncGenerator[None]:
        """For the length of a block, let the other processes read these metrics."""

        async def lend(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(expose())
            writer.close()

        own = self.place / str(self.number)
        # Left behind where the process of this number was killed.
        own.unlink(missing_ok=True)
        async with await asyncio.start_unix_server(lend, own):
            yield

    async def gather(self) -> bytes:
        """The metrics of all processes."""
        places = sorted(self.place.iterdir(), key=lambda one: int(one.name))
        texts = await asyncio.gather(*map(_borrowed, places))
        return merged({place.name: text for place, text in zip(places, texts, strict=True)}).encode()


async def _borrowed(place: Path) -> str:
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            reader, writer = await asyncio.open_unix_connection(place)
            try:
                return (await reader.read()).decode()
            finally:
                writer.close()
    except OSError:  # nobody listens there now, or not in time
        return ""


def merged(texts: Mapping[str, str]) -> str:
    """Expositions of several processes as one: every family once, its samples labelled with whose they are."""
    families: dict[str, list[str]] = {}
    for process, text in texts.items():
        head = ""
        for line in text.splitlines():
            if line.startswith("# HELP"):
                head = line
            elif line.startswith("#"):
                families.setdefault(f"{head}\n{line}", [])
                head = f"{head}\n{line}"
            else:
                families[head].append(_labelled(line, process))
    return "".join("\n".join((head, *samples, "")) for head, samples in families.items())


def _labelled(sample: str, process: str) -> str:
    """`name value` or `name{labels} value`, as our own exposition writes them."""
    name, brace, rest = sample.partition("{")
    if brace:
        return f'{name}{{process="{process}",{rest}'
    name, _, value = sample.partition(" ")
    return f'{name}{{process="{process}"}} {value}'
