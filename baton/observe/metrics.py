"""Metrics, in Prometheus' format. No label carries a tenant, a person or a conversation."""

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from baton.core.waiting.calibration import Coverage
from baton.core.webhooks import Attempt
from baton.services.bot.answering import Outcome
from baton.services.handoffs.improving import Improved

REGISTRY = CollectorRegistry()

_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

REQUEST_SECONDS = Histogram(
    "baton_request_seconds",
    "Time to the first byte of an answer.",
    ("method", "route", "status"),
    registry=REGISTRY,
    buckets=_FAST,
)
TURN_SECONDS = Histogram(
    "baton_turn_seconds",
    "Time of a bot's turn, from the stored message to the stored decision.",
    registry=REGISTRY,
    buckets=_FAST,
)
DECISIONS = Counter("baton_decisions", "Decisions of the bot.", ("kind", "reason"), registry=REGISTRY)
DISCARDED = Counter("baton_answers_discarded", "Drafts that came too late and were never shown.", registry=REGISTRY)
TURNS_RUNNING = Gauge("baton_turns_running", "Turns of the bot that run now.", registry=REGISTRY)
PUSHED = Gauge("baton_frames_pushed", "Frames that were pushed to listeners since the start.", registry=REGISTRY)


MODEL_TOKENS = Counter("baton_model_tokens", "Tokens that the language model has used.", registry=REGISTRY)
MODEL_CUT = Counter(
    "baton_model_statements_cut",
    "Statements of the language model that its passages did not support.",
    registry=REGISTRY,
)
MODEL_DECLINED = Counter(
    "baton_model_declined",
    "Answers that the language model was not asked to word, or failed to.",
    ("why",),
    registry=REGISTRY,
)
IMPROVEMENTS = Counter(
    "baton_packet_improvements",
    "Packets that the language model was to improve, by what came of it.",
    ("outcome",),
    registry=REGISTRY,
)
IMPROVEMENTS_CUT = Counter(
    "baton_packet_sentences_cut",
    "Sentences of the language model that were left out of packets: unsupported, or a promise.",
    registry=REGISTRY,
)
EMBEDDINGS_FAILED = Counter(
    "baton_embeddings_failed",
    "Failures of the server of embeddings, for which words alone did.",
    registry=REGISTRY,
)
PROMISES = Gauge(
    "baton_promises",
    "Promises by queue and state: those open now, and those settled in the last 28 days. The same on every node.",
    ("queue", "state"),
    registry=REGISTRY,
)
NOBODY_ALERTED = Gauge(
    "baton_nobody_alerted",
    "Customers who wait now, and nobody was shown it within a minute. The same on every node.",
    registry=REGISTRY,
)
READINGS = Counter("baton_website_readings", "Readings of websites that ended here.", ("outcome",), registry=REGISTRY)
FAILING = Gauge(
    "baton_websites_failing",
    "Websites that could not be read at the last attempt. The same on every node.",
    registry=REGISTRY,
)
ATTEMPTS = Counter(
    "baton_webhook_attempts",
    "Tries of this node to tell webhooks of events, by what they came to.",
    ("outcome",),
    registry=REGISTRY,
)
MOST_QUEUES = 200
"""Queues that are told apart; those of further ones are counted under `other`, so that labels stay few."""


def tell_promises(totals: Mapping[tuple[str, str], int]) -> None:
    """Show the ledger's totals, by (queue, state)."""
    _tell(PROMISES, totals)


RESTATED = Gauge(
    "baton_restated",
    "Handoffs that a person took in the last 7 days (`what`: handoffs), and of these those in which an operator asked "
    "for what was written before (asked_again) or the customer wrote it again (told_again). The same on every node.",
    ("queue", "what"),
    registry=REGISTRY,
)


def tell_restated(totals: Mapping[tuple[str, str], int]) -> None:
    """Show what had to be said again, by (queue, what)."""
    _tell(RESTATED, totals)


def _tell(gauge: Gauge, totals: Mapping[tuple[str, str], int]) -> None:
    told = set(sorted({queue for queue, _ in totals})[:MOST_QUEUES])
    gauge.clear()
    for (queue, what), count in totals.items():
        gauge.labels(queue if queue in told else "other", what).inc(count)


WAITS_JUDGED = Gauge(
    "baton_waits_judged", "Wait ranges whose end is known, of the last ones of each queue.", registry=REGISTRY
)
WAITS_HELD = Gauge("baton_waits_held", "Of these, the ones that held. Four of five should.", registry=REGISTRY)
WAITS_TOLD = Counter("baton_waits_told", "Times that a waiting customer was told where they stand.", registry=REGISTRY)


def time_request(method: str, route: str, status: int, seconds: float) -> None:
    """Count an answer of the API under its route."""
    REQUEST_SECONDS.labels(method, route, status).observe(seconds)


def count_turn(outcome: Outcome | None, seconds: float) -> None:
    """Count a turn of the bot, with what it decided and what a model did for it; None is one that failed."""
    TURN_SECONDS.observe(seconds)
    if outcome is not None:
        DECISIONS.labels(outcome.decision.kind.value, outcome.decision.reason.value).inc()
        if outcome.reply is None:
            DISCARDED.inc()
        if outcome.wording is not None:
            MODEL_TOKENS.inc(outcome.wording.tokens)
            MODEL_CUT.inc(len(outcome.wording.cut))
            if outcome.wording.declined:
                MODEL_DECLINED.labels(outcome.wording.declined).inc()


def count_attempt(done: Attempt) -> None:
    """Count a try to tell a webhook of an event, by what it came to."""
    ATTEMPTS.labels(done.outcome.value).inc()


def count_improvement(done: Improved) -> None:
    """Count what came of a packet that the model was to improve."""
    IMPROVEMENTS.labels(done.outcome.value).inc()
    IMPROVEMENTS_CUT.inc(done.cut)
    MODEL_TOKENS.inc(done.tokens)


def count_reading(outcome: str) -> None:
    """Count a reading of a website that ended in this process: `read`, `refused` or `broken`."""
    READINGS.labels(outcome).inc()


def tell_node(turns: int, *, pushed: int, waits: Coverage) -> None:
    """Show what this process does now."""
    TURNS_RUNNING.set(turns)
    PUSHED.set(pushed)
    WAITS_JUDGED.set(waits.judged)
    WAITS_HELD.set(round(waits.judged * waits.held))


def exposition() -> bytes:
    """Every metric as text."""
    return generate_latest(REGISTRY)
