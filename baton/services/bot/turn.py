"""A turn of the bot: one customer's message in its conversation, and what is judged of it."""

from dataclasses import dataclass, field, replace

from baton.core.case import Situation
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.judging.judgement import Asked
from baton.core.messages import Message
from baton.core.reading.spoken import spoken
from baton.services.moves import language_of


@dataclass(frozen=True, slots=True)
class Turn:
    """What the bot decides on: one customer's message in its conversation, which goes on in the message's language."""

    conversation: Conversation
    customer: Customer
    message: Message
    asked: Asked = field(init=False)
    """What is judged of it."""

    def __post_init__(self) -> None:
        language = spoken(self.message.text, self.language)
        if language != self.language:
            object.__setattr__(self, "conversation", replace(self.conversation, language=language))
        object.__setattr__(self, "asked", self._asked())

    def _asked(self) -> Asked:
        situation = Situation(
            at=self.message.at,
            channel=self.conversation.channel,
            language=self.language,
            verified=self.customer.verified,
            labels=self.conversation.labels,
        )
        files = tuple(one.name for one in self.message.attachments)
        return Asked(self.message.text, self.customer, self.conversation.track, situation, files=files)

    @property
    def language(self) -> str | None:
        """The language to answer in."""
        return language_of(self.conversation, self.customer)
