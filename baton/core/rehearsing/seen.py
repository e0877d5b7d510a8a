"""What came of a play, as it is judged, and what no policy may break."""

from collections.abc import Iterator
from dataclasses import dataclass

from baton.core.conversation import Conversation
from baton.core.copy.catalogues import Catalogue
from baton.core.copy.notice import Notice, Question
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.messages import Message
from baton.core.policy.model import Policy
from baton.core.promises import Promise
from baton.core.reading.language_tags import primary
from baton.core.rehearsing.scene import Remark, failed, fault
from baton.core.transitions import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The last turn of a play: the decision, the desk's word on it, and how the conversation stands.

    `language` is the customer's. `notice` is there where it was handed over: composed once more from the same facts.
    """

    policy: Policy
    decision: Decision
    said: Message | None
    conversation: Conversation
    language: str
    promises: tuple[Promise, ...] = ()
    notice: Notice | None = None

    @property
    def is_handed_over(self) -> bool:
        """Whether a person was called."""
        return self.decision.kind is DecisionKind.HANDOFF

    @property
    def is_left_to_own_bot(self) -> bool:
        """Whether the company's own bot is to answer, and Baton says nothing."""
        return self.decision.reason is Reason.OUTSIDE_BOT

    @property
    def has_person_up_front(self) -> bool:
        """Whether a person was called, or is offered with what was said."""
        return self.is_handed_over or bool(self.said and self.said.offers_person)

    @property
    def text(self) -> str:
        """What the customer read."""
        return self.said.text if self.said else ""

    @property
    def words(self) -> Catalogue:
        """The sentences that the desk spoke in."""
        return self.policy.speaks(self.language)


def invariants(seen: Seen) -> Iterator[Remark]:
    """What has gone wrong whatever the policy says; nothing where all is well."""
    if seen.is_left_to_own_bot:
        return
    if not seen.text.strip():
        yield fault("The customer reads nothing.")
    if seen.decision.kind is DecisionKind.ANSWER and seen.said and seen.decision.reason is Reason.GROUNDED:
        yield from _cited(seen.said)
    if seen.decision.reason is Reason.BOT_FAILED:
        yield fault("The bot failed on it.")
    if seen.is_handed_over:
        yield from _handed_over(seen)


def _cited(said: Message) -> Iterator[Remark]:
    if not said.citations:
        yield fault("It answers, and names no source.")


def _handed_over(seen: Seen) -> Iterator[Remark]:
    handoff = seen.conversation.handoff
    if seen.conversation.state is not State.QUEUED or handoff is None:
        yield fault("It was to be handed over, and waits in no queue.")
        return
    if seen.notice is None or seen.notice.text != seen.text:
        yield fault("The notice is not the one that its facts make.")
        return
    for question, answer in seen.notice.answers.items():
        if not answer.strip() or answer not in seen.text:
            yield failed(f"The notice doesn't say {_ASKED[question]}.", "Mend the wording.", "wording")


_ASKED = {
    Question.WHY: "why the bot stops",
    Question.NOW_OR_LATER: "whether it goes on now or later",
    Question.SENT_ON: "what was sent on",
    Question.MUST_I_STAY: "whether they must stay",
    Question.HOW_LONG: "how long it takes",
    Question.IF_I_LEAVE: "what happens if they leave",
}


def in_their_language(seen: Seen) -> bool:
    """Whether the desk's own words are in the customer's language."""
    return primary(seen.words.code) == primary(seen.language)
