"""What the customers of a measurement say: conversations of eight messages with the demo company."""

from dataclasses import dataclass, field

CONVERSATIONS: tuple[tuple[str, ...], ...] = (
    (
        "Hello there",
        "How long does standard delivery of a lamp take?",
        "Do you deliver furniture to Ireland?",
        "How do I reset my password?",
        "Are gift cards valid for longer than a year?",
        "Is assembly included when you deliver a wardrobe?",
        "thanks, that helps",
        "I would like to talk to a person please",
    ),
    (
        "Do you have a shop that I can visit?",
        "Where can I see the balance of my gift card?",
        "How many nights can I try the mattress?",
        "When do my Harbour Club points expire?",
        "Can I order without an account?",
        "How long is the guarantee on a sofa frame?",
        "What does a technician's visit cost after the guarantee?",
        "Can somebody from your team help me?",
    ),
    (
        "hi, quick question about delivery slots on saturday",
        "Can I move the slot of my furniture delivery?",
        "Do I have to fix a bookcase to the wall?",
        "A part of my flat pack is missing, what now?",
        "Do you recycle old mattresses?",
        "Can you tell me the score of yesterday's football match?",
        "How do I sign in with a code?",
        "This is not working, I want to speak to a human",
    ),
)
"""The last line of each asks for a person, so one turn in eight opens a handoff with its packet and notice."""

SHORTEST = 4
"""Messages after which the bot may have handed a conversation over already."""

TO_A_PERSON = "I have attached the photo of the damage that you asked me for, order number 48213 as before."
"""What customers write while a person has their conversation."""


@dataclass(slots=True)
class Customer:
    """One customer in one conversation, somewhere in the script."""

    conversation: str
    token: str
    lines: list[str] = field(default_factory=list[str])

    @property
    def path(self) -> str:
        """Where their messages go."""
        return f"/v1/conversations/{self.conversation}/messages"


def lines(number: int) -> list[str]:
    """The script of the n-th customer, last line first, so that `pop` gives the next."""
    return [spaced(line, number) for line in reversed(CONVERSATIONS[number % len(CONVERSATIONS)])]


def spaced(line: str, number: int) -> str:
    """The line with a second space after some of its words: the same message, and yet none that was seen before.

    No two customers write alike, so nothing that the desk remembers of a whole message may count.
    """
    words = line.split(" ")
    return "".join(word + ("  " if number >> place & 1 else " ") for place, word in enumerate(words)).rstrip()
