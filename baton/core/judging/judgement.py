"""The judgement of one message, from its words to a decision: the one road of the desk, the test bench and evaluation.

Looking something up lies between its two halves, and is the caller's: `before_looking` says whether it is needed,
`after_looking` decides with what was found.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field

from baton.core.answers.form import is_for_another_figure
from baton.core.answers.grounding import Grounding
from baton.core.case import NO_TOOLS, UNKNOWN, Case, Situation
from baton.core.copy import Language, said
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.judging import brevity
from baton.core.judging.outside_bot import beside_outside_bot, course_after, tools_after, with_risk, with_told
from baton.core.judging.two_asks import Lookup, lookups, together, with_lacking
from baton.core.messages import Statement
from baton.core.policy.decide import decide, next_track
from baton.core.policy.model import Policy
from baton.core.policy.reopening import goes_to_the_queue_again, to_the_queue_again
from baton.core.reading.following import begins_anew
from baton.core.signals import Signal, SignalKind
from baton.core.sources.conflicts import Conflict, in_answer
from baton.core.track import Track
from baton.core.triggers.read import read
from baton.core.triggers.risk import Course, risk_of, strain_after, troubles_after
from baton.core.triggers.stuck import question_stems
from baton.core.values import altered, value

MAX_KEPT = 500
"""Characters of a question that are kept for what the customer says next."""


LIKELY = 0.15
"""Likelihood below which a message is like no entry and no example at all."""

BESIDE_WORDS = 0.5
"""How strong a file speaks where there are words beside it, by which the bot can go. Alone it is 1."""


@value
class Asked:
    """What is judged: a customer's words, who they are, what the bot remembers, and the circumstances.

    `intent` is what somebody else's bot understood, beside the words or in their place, `tools` what its tools said to
    them. `files` are the names of what came with the words.
    """

    text: str
    customer: Customer | None
    track: Track
    situation: Situation = UNKNOWN
    intent: str = ""
    files: tuple[str, ...] = ()
    tools: Mapping[str, str] = field(default_factory=lambda: NO_TOOLS, hash=False)

    @property
    def circumstances(self) -> Situation:
        """The situation with what each tool said last, now or before."""
        tools = tools_after(self.track.tools, self.tools)
        return altered(self.situation, tools=tools) if tools else self.situation

    @property
    def course(self) -> Course:
        """What happened up to here, as somebody else's bot names it."""
        return course_after(self.track.course, "customer", self.intent)

    @property
    def question(self) -> str:
        """What to look up: the customer's words; after a clarifying question, with what they asked before."""
        return f"{self.track.question_before} {self.text}" if self._chooses else self.text

    @property
    def before(self) -> str:
        """What the customer asked before, for a question that only makes sense after it."""
        return "" if self._chooses else self.track.question_before

    @property
    def _chooses(self) -> bool:
        return self.track.clarified > 0 and not begins_anew(self.text, self.situation.language)


def before_looking(
    asked: Asked, policy: Policy, alike: tuple[Signal, ...] = ()
) -> tuple[tuple[Signal, ...], Decision | None]:
    """The signals of a message, and the decision where it needs no look into the sources.

    `alike` are the signals by the policy's examples.
    """
    if goes_to_the_queue_again(policy, asked.track):
        return (), to_the_queue_again(policy, Case((), asked.track, asked.circumstances))
    signals = heard(asked, policy, alike)
    if policy.bot.answers == "outside":
        return signals, beside_outside_bot(policy, Case(signals, asked.track, asked.circumstances))
    return signals, decide(policy, signals, track=asked.track, grounding=None, situation=asked.circumstances)


def heard(asked: Asked, policy: Policy, alike: tuple[Signal, ...] = ()) -> tuple[Signal, ...]:
    """All the signals that there are before anything is looked up."""
    signals = with_examples(noticed(asked, policy), alike)
    return with_risk(signals, risk_with(asked, signals), asked.course)


def noticed(asked: Asked, policy: Policy) -> tuple[Signal, ...]:
    """Everything that is noticed about a message."""
    signals = read(asked.text, customer=asked.customer, track=asked.track, policy=policy)
    if asked.files:
        signals = (*signals, Signal(SignalKind.ATTACHMENT, BESIDE_WORDS if asked.text else 1.0, asked.files))
    return with_told(signals, asked.intent, asked.tools, track=asked.track)


def with_examples(signals: tuple[Signal, ...], alike: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """The signals with those by examples. What is known of a topic already, that it is only asked about above all,
    counts for more than a likeness; and small talk, or words that only say that an answer didn't help, have no topic.
    """
    seen = {one.topic for one in signals if one.kind is SignalKind.POLICY_TOPIC}
    has_topic = not any(one.kind in (SignalKind.SMALL_TALK, SignalKind.NO_HELP) for one in signals)
    new = (one for one in alike if one.kind is not SignalKind.POLICY_TOPIC or (has_topic and one.topic not in seen))
    return (*signals, *new)


def risk_with(asked: Asked, signals: tuple[Signal, ...]) -> float:
    """How likely it is, 0..1, that the conversation ends badly, with this message taken in."""
    by_words = strain_after(asked.track.strain, signals)
    return max(by_words, risk_of(asked.course))


def after_looking(
    policy: Policy,
    signals: tuple[Signal, ...],
    asked: Asked,
    grounding: Grounding,
    *,
    settled: Collection[str] = (),
) -> Decision:
    """The decision with what the sources say. Total: there always is one.

    `settled` are contradictions between passages that a person has dismissed.
    """
    conflict = in_answer(grounding, settled)
    seen = (*signals, *of_entry(policy, grounding), *((contradiction(conflict),) if conflict else ()))
    # What goes on from the question before may well be answered by the same passage.
    track = altered(asked.track, last_passages=()) if _goes_on(asked, grounding) else asked.track
    decision = decide(policy, seen, track=track, grounding=grounding, situation=asked.circumstances)
    assert decision is not None  # noqa: S101 - with grounding the decision is total
    return decision


def lookups_of(asked: Asked) -> tuple[Lookup, ...]:
    """What to look up: the message, and where it asks two things each of them."""
    return lookups(asked.question, asked.before, asked.situation.language)


def found_together(
    policy: Policy, signals: Sequence[Signal], asked: Asked, ways: Sequence[Lookup], found: Sequence[Grounding]
) -> tuple[Grounding, tuple[Signal, ...]]:
    """What was found for the `ways` of `lookups_of`, as one; with a signal where half of them has no source."""
    needed = policy.thresholds.needed(about_policy=any(one.kind is SignalKind.POLICY_TOPIC for one in signals))
    return together(found, ways, needed, asked.situation.language)


def of_entry(policy: Policy, grounding: Grounding) -> tuple[Signal, ...]:
    """The signal where the nearest entry says that questions like it belong, if the policy has that queue or topic."""
    best = grounding.hits[0].passage if grounding.hits and grounding.in_scope >= LIKELY else None
    if best is None or best.about is None:
        return ()
    queue = policy.queue(best.about)
    place = queue.id if queue else policy.ready.queue_of.get(best.about)
    if place is None:
        return ()
    return (Signal(SignalKind.LOOKS_LIKE, round(grounding.in_scope, 3), (f"like the entry: {best.title}",), place),)


def contradiction(conflict: Conflict) -> Signal:
    """The signal that two passages contradict each other, with where each stands and what it says."""
    sides = ((conflict.one, conflict.one_says), (conflict.other, conflict.other_says))
    evidence = tuple(f"{passage.title}: {says}" for passage, says in sides)
    return Signal(SignalKind.CONFLICTING_SOURCES, 1.0, evidence)


def remembered(asked: Asked, decision: Decision, grounding: Grounding | None) -> Track:
    """What the bot remembers after a decision on the message."""
    complains = any(signal.kind is SignalKind.NO_HELP for signal in decision.signals)
    track = next_track(asked.track, decision, grounding, () if complains else question_stems(asked.text))
    strain = strain_after(asked.track.strain, decision.signals)
    risk = max(strain, risk_of(asked.course))
    return altered(
        track,
        question_before=_kept(asked, grounding),
        course=asked.course,
        strain=strain,
        risk=round(risk, 3),
        troubles=troubles_after(asked.track.troubles, decision.signals, risk),
        bot_failed="",
        tools=tools_after(asked.track.tools, asked.tools),
        unread=decision.reason is Reason.OUTSIDE_BOT and not asked.intent,
    )


def _goes_on(asked: Asked, grounding: Grounding) -> bool:
    follows = grounding.reading is not None and grounding.reading.follows
    return follows or is_for_another_figure(asked.text, asked.track.question_before)


def _kept(asked: Asked, grounding: Grounding | None) -> str:
    """The question to read the next message after: this one where it was looked up, else the one before."""
    if grounding is None:
        return asked.track.question_before
    return (grounding.reading.whole if grounding.reading else asked.question)[:MAX_KEPT]


def reply(
    asked: Asked, decision: Decision, grounding: Grounding | None, language: Language
) -> tuple[str, Grounding | None]:
    """What the bot says by a decision that is not a handoff, and the answer of its sources behind it, if there is one.

    Where words came with a file, it says first that it goes by the words alone; a half without a source it names last.
    A customer who is frustrated gets less of it, and nothing that was said before (`brevity.py`).
    """
    text, answer = with_lacking(*_reply(asked, decision, grounding, language), decision.signals, language)
    if not asked.files or not asked.text:
        return text, answer
    note = said.files_not_read(language)
    if answer is not None:
        answer = altered(answer, statements=(Statement(note, ()), *answer.statements))
    return f"{note}\n\n{text}", answer


def _reply(
    asked: Asked, decision: Decision, grounding: Grounding | None, language: Language
) -> tuple[str, Grounding | None]:
    is_frustrated = brevity.is_frustrated(decision, asked.track)
    if decision.reason is Reason.SMALL_TALK:
        return said.small_talk(decision.topic, language), None
    if decision.kind is DecisionKind.CLARIFY:
        return said.clarify(decision.evidence, language), None
    if decision.kind is DecisionKind.ANSWER and grounding is not None:
        answer = brevity.brief(grounding, asked.track, language) if is_frustrated else grounding
        if answer is None:
            return said.offer(Reason.STUCK, language), None
        return answer.text, answer
    return said.offer(decision.reason, language, brief=is_frustrated), None
