"""What search by meaning adds, measured with a stand-in for a server of embeddings on this machine.

    uv run python bench/meaning.py [--data ../shared/data]

The stand-in knows no meanings: its vectors are hashed runs of letters. It shows that the whole way works (server,
adapter, store, fusion), that bad vectors do little harm, and what a question costs; not what a real model would find.
"""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from zlib import crc32

from knowledge import index_of
from tenants import bank

from baton.core.ids import TenantId
from baton.core.reading.tokens import letters
from baton.core.sources.vectors import Meaning
from baton.knowledge.meanings import Meanings
from baton.knowledge.search import Index
from baton.llm.embeddings import Embeddings

HERE = Path(__file__).parent
SIZE = 384
TENANT = TenantId("ten_bench")


def hashed(text: str) -> list[float]:
    vector = [0.0] * SIZE
    for run in letters(text):
        place = crc32(run.encode())
        vector[place % SIZE] += 1.0 if place & 0x10000 else -1.0
    return vector if any(vector) else [1.0] * SIZE


class StandIn(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))["input"]
        body = json.dumps(
            {"data": [{"index": at, "embedding": hashed(text)} for at, text in enumerate(asked)]}
        ).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the bench says what matters."""


class InMemory:
    """Vectors that were kept."""

    def __init__(self) -> None:
        self.vectors: dict[tuple[TenantId, str, bytes], bytes] = {}

    async def known(self, tenant_id: TenantId, model: str, digests: Sequence[bytes]) -> dict[bytes, bytes]:
        found = {digest: self.vectors.get((tenant_id, model, digest)) for digest in digests}
        return {digest: vector for digest, vector in found.items() if vector is not None}

    async def keep(self, tenant_id: TenantId, model: str, vectors: Mapping[bytes, bytes]) -> None:
        self.vectors |= {(tenant_id, model, digest): vector for digest, vector in vectors.items()}


def recall(index: Index, tasks: Sequence[dict[str, list[str]]], meanings: Sequence[Meaning | None]) -> float:
    shares: list[float] = []
    for task, meaning in zip(tasks, meanings, strict=True):
        hits = index.search(str(task["query"]), language="en", limit=10, meaning=meaning)
        found = {hit.passage.document_id.removesuffix(".md") for hit in hits}
        shares.append(len(found & set(task["gold_docs"])) / len(task["gold_docs"]))
    return statistics.mean(shares)


async def measure(data: Path, url: str) -> None:
    folder = data / "06_knowledge"
    lines = (folder / "tau2_banking_queries.dev.jsonl").read_text().splitlines()
    tasks = [json.loads(line) for line in lines]
    index = index_of(bank(data, internal=True))
    server = Embeddings(url=url, model="hashed", key=None)
    meanings = Meanings(server, InMemory(), clock=time.monotonic, failed=lambda: print("the stand-in failed"))
    began = time.perf_counter()
    await meanings.learn(TENANT, index)
    print(
        f"{len(index)} passages learnt in {time.perf_counter() - began:.1f} s; the index is {index.bytes / 1e6:.1f} MB"
    )
    times: list[float] = []
    told: list[Meaning | None] = []
    for task in tasks:
        began = time.perf_counter()
        told.append(await meanings.of(task["query"]))
        times.append((time.perf_counter() - began) * 1e3)
    print(f"a question's vector: median {statistics.median(times):.1f} ms")
    print(f"required documents recall@10 by words {recall(index, tasks, [None] * len(tasks)):.3f}, "
          f"by both {recall(index, tasks, told):.3f} (the stand-in's vectors know no meaning)")  # fmt: skip
    await meanings.close()
    await server.close()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    given = arguments.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        asyncio.run(measure(given.data, f"http://127.0.0.1:{server.server_port}/v1"))
    finally:
        server.shutdown()


if __name__ == "__main__":
    main()
