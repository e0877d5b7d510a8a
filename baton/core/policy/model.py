"""A policy as a value: thresholds, topics, queues and rules, ready to decide by."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from baton.core.copy.catalogues import Catalogue, catalogue
from baton.core.copy.own import OwnWording, wordings
from baton.core.decision import Outcome, Trial
from baton.core.facts.own import OwnFact
from baton.core.followups.callbacks import CallbackRules
from baton.core.followups.followup import TicketRules
from baton.core.ids import QueueId
from baton.core.policy.dispositions import STANDARD, Disposition
from baton.core.policy.pattern import OwnPattern
from baton.core.policy.queue import Queue, Routing
from baton.core.policy.rule import LAYER_OF, Layer, Rule
from baton.core.signals import DANGER, SignalKind
from baton.core.sources.freshness import Trust


class Judging(StrEnum):
    """When a policy topic stops the bot: whenever it comes up, or when more than information is wanted."""

    ALWAYS = "always"
    NEEDS_JUDGEMENT = "needs_judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A policy topic. `phrases` are the tenant's own, as (language, phrase), beside those that Baton knows.

    `examples` are messages that need a person for it, which others like them are told by.
    """

    key: str
    when: Judging = Judging.NEEDS_JUDGEMENT
    phrases: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of the tenant's own that conditions can name: phrases as (language, phrase), expressions, or both."""

    key: str
    phrases: tuple[tuple[str, str], ...] = ()
    patterns: tuple[OwnPattern, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A fact about customers that rules can name: a tag, or an attribute with a value or a least amount."""

    key: str
    tag: str | None = None
    attribute: str | None = None
    equals: str | bool | float | None = None
    at_least: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Confidence from 0 to 1 that an answer must reach: any answer, and one about a policy topic."""

    answer: float = 0.8
    policy_answer: float = 0.85

    def needed(self, *, about_policy: bool) -> float:
        """What an answer must reach."""
        return self.policy_answer if about_policy else self.answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`clarifications`: questions back in a row before the bot stops asking. `questions_before_handoff`: questions back
    since the last answer, whatever was said in between; nobody is asked more before they get a person.
    """

    clarifications: int = 1
    questions_before_handoff: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """What the bot is called, how it sounds (`plain`, `friendly` or `formal`), and whose it is.

    `answers`: `built_in`, or `outside` where the tenant's own bot answers over the API. Then Baton keeps the stop
    rules and leaves the rest to that bot. `close_after_hours`: how long an answered customer must have been silent for
    the desk to close the conversation; 0 for never.
    """

    name: str = "Bot"
    tone: str = "friendly"
    answers: str = "built_in"
    close_after_hours: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelLimits:
    """`daily_tokens`: what a language model may use in a day (UTC); 0 for as much as it takes. `packets`: whether it is
    asked to improve packets too.
    """

    daily_tokens: int = 0
    packets: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A tenant's whole policy. `version` is given by the store; `reopen` is who gets a resolved one that goes on,
    `erase_after_days` after how long it is erased, 0 for never.

    `language` is the team's, `languages` those of customers. `copy` is how it words the desk's sentences, `facts` are
    patterns of its own, `dispositions` how conversations end. `digest` tells its text from others'.
    """

    version: int
    name: str
    language: str
    queues: tuple[Queue, ...]
    rules: tuple[Rule, ...]
    languages: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    words: tuple[Words, ...] = ()
    facts: tuple[OwnFact, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    limits: Limits = field(default_factory=Limits)
    bot: Bot = field(default_factory=Bot)
    sources: Trust = field(default_factory=Trust)
    model: ModelLimits = field(default_factory=ModelLimits)
    routing: Routing = field(default_factory=Routing)
    callbacks: CallbackRules = field(default_factory=CallbackRules)
    tickets: TicketRules = field(default_factory=TicketRules)
    reopen: str = "bot"
    erase_after_days: int = 0
    dispositions: tuple[Disposition, ...] = STANDARD
    copy: tuple[OwnWording, ...] = ()
    digest: str = field(default="", compare=False)
    ready: "Ready" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare once what every decision needs."""
        object.__setattr__(self, "ready", Ready.of(self))

    @property
    def default_queue(self) -> Queue:
        """The queue of everything that no topic or rule sends elsewhere."""
        return self.ready.default_queue

    def queue(self, queue_id: QueueId | str | None) -> Queue | None:
        """The queue of that id, or None."""
        return next((queue for queue in self.queues if queue.id == queue_id), None)

    def queue_for(self, topic: str | None) -> QueueId:
        """The queue that names the topic, else the default one."""
        return self.ready.queue_of.get(topic or "", self.default_queue.id)

    def topic(self, key: str | None) -> Topic | None:
        """The topic's entry, or None where the policy leaves it at what Baton knows."""
        return self.ready.topics.get(key or "")

    def speaks(self, language: str | None) -> Catalogue:
        """The sentences in a customer's language, the tenant's own wordings before the desk's."""
        words = catalogue(language)
        return self.ready.own_words.get(words.code, words)

    def in_order(self) -> tuple[Rule, ...]:
        """The rules by layer, and within a layer as the file has them."""
        return self.ready.rules


@dataclass(frozen=True, slots=True)
class Example:
    """A message that belongs to a queue, and to a topic where it is an example of one."""

    text: str
    queue: QueueId
    topic: str | None = None

    @property
    def label(self) -> str:
        """What tells apart the things that examples are of: a topic's key and a queue's may be the same word."""
        return f"topic {self.topic}" if self.topic else f"queue {self.queue}"


@dataclass(frozen=True, slots=True)
class Ready:
    """A policy prepared for deciding, so that no message pays for sorting and searching.

    `before` counts the rules of the layers above grounding, which need nothing looked up; `places` says where the rules
    of a signal stand. `unseen` says of each rule that its signal isn't there, which is what comes of asking most rules.
    `raising` are the rules about who the customer is and on danger: they raise the priority of what another hands off.
    `examples` are the messages by which queues and topics are told; their digest is empty where there are none.
    `own_words` are the catalogues of the languages in which the tenant words sentences itself.
    """

    rules: tuple[Rule, ...]
    before: int
    places: Mapping[SignalKind, tuple[int, ...]]
    raising: tuple[Rule, ...]
    unseen: tuple[Trial, ...]
    default_queue: Queue
    queue_of: Mapping[str, QueueId]
    topics: Mapping[str, Topic]
    phrases: tuple[tuple[str, str, str], ...]
    examples: tuple[Example, ...]
    examples_digest: str
    own_words: Mapping[str, Catalogue]

    @classmethod
    def of(cls, policy: Policy) -> "Ready":
        """What follows from the policy's parts."""
        rules = tuple(sorted(policy.rules, key=lambda rule: rule.layer))
        named = {topic: queue.id for queue in reversed(policy.queues) for topic in queue.topics}
        own = tuple((f"own:{one.key}", language, text) for one in policy.topics for language, text in one.phrases)
        examples = tuple(_examples(policy))
        words = tuple((f"words:{one.key}", language, text) for one in policy.words for language, text in one.phrases)
        return cls(
            rules=rules,
            before=sum(rule.layer < Layer.GROUNDING for rule in rules),
            places={kind: tuple(at for at, rule in enumerate(rules) if rule.when is kind) for kind in LAYER_OF},
            raising=tuple(r for r in rules if r.when is SignalKind.CUSTOMER_ATTRIBUTE or DANGER in r.topics),
            unseen=tuple(Trial(rule.id, Outcome.NO_SIGNAL) for rule in rules),
            default_queue=_default(policy),
            queue_of=named,
            topics={topic.key: topic for topic in policy.topics},
            phrases=own + words,
            examples=examples,
            examples_digest=hashlib.sha256(repr(examples).encode()).hexdigest()[:16] if examples else "",
            own_words=wordings(policy.copy) if policy.copy else {},
        )


def _default(policy: Policy) -> Queue:
    """The default queue that is for all, where several are the default for some."""
    defaults = [queue for queue in policy.queues if queue.is_default]
    return next((queue for queue in defaults if queue.is_for_all), (*defaults, *policy.queues)[0])


def _examples(policy: Policy) -> Iterator[Example]:
    named = {topic: queue.id for queue in reversed(policy.queues) for topic in queue.topics}
    default = _default(policy).id
    for queue in policy.queues:
        yield from (Example(text, queue.id) for text in queue.examples)
    for topic in policy.topics:
        yield from (Example(text, named.get(topic.key, default), topic.key) for text in topic.examples)
