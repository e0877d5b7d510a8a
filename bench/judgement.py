"""What the judgement of one message costs, without looking anything up.

    uv run python bench/judgement.py [--json] [--data ../shared/data]

Reads ordinary messages in many languages through `read` and `decide` with every language loaded and the collector set
as in the desk, and long or odd ones apart. Prints microseconds of CPU and by the clock per message (on a busy machine
the clock also counts what others do), and the CPU time and memory that the lexicons take to load. With `--data` also
what 8,000 messages cost that are each read for the first time, with words that were never met before.
"""

import argparse
import json
import random
import time
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

from baton.cli.serving import spare_what_stays
from baton.core.answers.grounding import NOTHING
from baton.core.policy.decide import decide
from baton.core.policy.model import Policy
from baton.core.track import Track
from baton.core.triggers.heard import LANGUAGES, index
from baton.core.triggers.read import read
from baton.services.policy.policies import load_default

ORDINARY = (
    "Hi, where is my order?",
    "I ordered a lamp two weeks ago and it still hasn't arrived. Can you tell me where it is?",
    "I want to speak to a real person about my last invoice please, this is the third time I am asking.",
    "How long do refunds take, and does it matter that I paid with a gift card?",
    "Ich habe gestern eine Jacke bestellt, aber die falsche Größe gewählt. Kann ich das noch ändern?",
    "Bonjour, je n'arrive pas à me connecter à mon compte depuis ce matin.",
    "No puedo acceder a mi cuenta y necesito descargar la factura de marzo cuanto antes.",
    "注文した商品がまだ届いていません。いつ届きますか?",
    "Не могу войти в личный кабинет, пишет ошибку 403.",
    "मेरा ऑर्डर अभी तक नहीं आया है, कृपया बताइए कब आएगा?",
    "thanks!",
    "My card 4111 1111 1111 1111 was charged twice and nobody answers!!",
)
LONG = {
    "500 words": " ".join(ORDINARY) * 5,
    "10,000 letters": "a" * 10_000,
    "10,000 marks": "\u0336" * 10_000,
    "refund 1,400 times": "refund " * 1_400,
    "10,000 characters of Chinese": "我要退款" * 2_500,
}
ROUNDS = 400


FRESH = 8_000


def _timed(text: str, policy: Policy) -> tuple[float, float]:
    """Microseconds of CPU, and by the clock."""
    clock, began = time.perf_counter(), time.thread_time()
    signals = read(text, customer=None, track=Track(turns=1), policy=policy)
    if decide(policy, signals, track=Track(turns=1), grounding=None) is None:
        decide(policy, signals, track=Track(turns=1), grounding=NOTHING)
    return (time.thread_time() - began) * 1e6, (time.perf_counter() - clock) * 1e6


def _spread(name: str, texts: Iterable[str], policy: Policy) -> dict[str, float]:
    times = [_timed(text, policy) for text in texts]
    sides = {"CPU": sorted(cpu for cpu, _ in times), "clock": sorted(clock for _, clock in times)}
    return {
        f"{name}{part}, {side}": some[int(len(some) * share)]
        for side, some in sides.items()
        for part, share in (("p50", 0.5), ("p99", 0.99))
    }


def _fresh(data: Path) -> list[str]:
    """Other people's messages, each once, in an order that is the same each time."""
    paths = [data / folder / "utterances.dev.jsonl" for folder in ("04_intents_oos", "03_human_request")]
    rows = [json.loads(line)["text"] for path in paths if path.exists() for line in path.read_text().splitlines()]
    rows = list(dict.fromkeys(rows))
    random.Random(1).shuffle(rows)
    return rows[:FRESH]


def measure(data: Path | None = None) -> dict[str, float]:
    """All that is measured, in microseconds where nothing else is said."""
    began = time.process_time()
    index()
    loaded = time.process_time() - began
    index.cache_clear()
    tracemalloc.start()
    index()
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    policy = load_default()
    for text in ORDINARY:
        _timed(text, policy)
    spare_what_stays()
    result = {"languages": float(len(LANGUAGES)), "load_ms": loaded * 1e3, "memory_mb": memory / 1e6}
    if data is not None and (fresh := _fresh(data)):
        result |= _spread("fresh, ", fresh, policy)
    # Each time with another blank at its end, so that no whole message is remembered.
    again = (text + " " * n for n in range(1, ROUNDS + 1) for text in ORDINARY)
    result |= _spread("", again, policy)
    return result | {name: min(_timed(text, policy)[0] for _ in range(3)) for name, text in LONG.items()}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--data", type=Path, help="other people's messages; left out where absent")
    asked = parser.parse_args()
    measured = measure(asked.data)
    if asked.json:
        print(json.dumps(measured))
        return
    for name, value in measured.items():
        print(f"{name:>30}  {value:10,.1f}")


if __name__ == "__main__":
    main()
