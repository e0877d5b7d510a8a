"""What a customer sees of an answer that is still being written: the sentences that have passed the check.

A preview is a hint like typing: no event, nowhere stored. It carries the version that the turn began with, so that a
page on which the baton has moved shows nothing of it, and it is withdrawn where the turn ends in anything but the
answer.
"""

from baton.core.answers.grounding import compose
from baton.core.conversation import Conversation
from baton.core.messages import Statement
from baton.services.desk import Desk


class Preview:
    """The preview of one turn, on the customer's message `seq`."""

    def __init__(self, desk: Desk, conversation: Conversation, seq: int) -> None:
        self._live = desk.live
        self._conversation = conversation
        self._seq = seq
        self._is_shown = False

    def show(self, statements: tuple[Statement, ...]) -> None:
        """Show these sentences. All of them have passed the check."""
        self._is_shown = True
        self._live.preview(self._conversation, self._seq, compose(statements))

    def withdraw(self) -> None:
        """Take back what was shown, if anything was."""
        if self._is_shown:
            self._live.preview(self._conversation, self._seq, "")
