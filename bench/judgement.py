"""What the judgement of one message costs, without looking anything up: `uv run python bench/judgement.py`.

Reads ordinary messages in many languages through `read` and `decide` with every language loaded, and long or odd
ones apart. Prints microseconds of CPU per message, and the CPU time and memory that the lexicons take to load.
"""

import json
import sys
import time
import tracemalloc

from baton.core.grounding import NOTHING
from baton.core.policy.decide import decide
from baton.core.policy.model import Policy
from baton.core.track import Track
from baton.core.triggers.heard import LANGUAGES, index
from baton.core.triggers.read import read
from baton.services.policies import load_default

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


def _timed(text: str, policy: Policy) -> float:
    began = time.thread_time()
    signals = read(text, customer=None, track=Track(turns=1), policy=policy)
    if decide(policy, signals, track=Track(turns=1), grounding=None) is None:
        decide(policy, signals, track=Track(turns=1), grounding=NOTHING)
    return (time.thread_time() - began) * 1e6


def measure() -> dict[str, float]:
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
    # Each time with another blank at its end, so that no whole message is remembered.
    times = sorted(_timed(text + " " * n, policy) for n in range(1, ROUNDS + 1) for text in ORDINARY)
    result = {
        "languages": len(LANGUAGES),
        "load_ms": loaded * 1e3,
        "memory_mb": memory / 1e6,
        "p50": times[len(times) // 2],
        "p99": times[int(len(times) * 0.99)],
    }
    return result | {f"{name}": min(_timed(text, policy) for _ in range(3)) for name, text in LONG.items()}


if __name__ == "__main__":
    measured = measure()
    if "--json" in sys.argv:
        print(json.dumps(measured))
    else:
        for name, value in measured.items():
            print(f"{name:>30}  {value:10,.1f}")
