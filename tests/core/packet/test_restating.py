from datetime import UTC, datetime

import pytest
from builders import BOT, CUSTOMER, DANA

from baton.core.actors import ActorKind
from baton.core.ids import MessageId
from baton.core.messages import Message, MessageKind
from baton.core.packet.restating import restated

WHO = {"C": CUSTOMER, "B": BOT, "O": DANA, "N": DANA}


def said_again(*turns: str, taken_at: int) -> list[tuple[str, int, str]]:
    messages = [
        Message(
            MessageId(f"m{seq}"),
            WHO[turn[0]],
            MessageKind.NOTE if turn[0] == "N" else MessageKind.TEXT,
            turn[2:],
            datetime(2026, 11, 20, tzinfo=UTC),
            seq=seq,
        )
        for seq, turn in enumerate(turns, start=1)
    ]
    return [(one.by.value, one.seq, one.fact.value) for one in restated(messages, taken_at=taken_at)]


OPERATOR, CUSTOMERS = ActorKind.OPERATOR.value, ActorKind.CUSTOMER.value


@pytest.mark.parametrize(
    ("first", "question", "value"),
    [
        ("order 58812 is broken", "What is your order number?", "58812"),
        ("Meine Bestellung 771204 fehlt", "Können Sie mir bitte die Bestellnummer nennen?", "771204"),
        ("ma commande 90412 est en retard", "Quel est le numéro de commande ?", "90412"),
        ("mi pedido 66310 no llegó", "¿Cuál es el número de pedido?", "66310"),
        ("mail me at ann@post.example", "Could you share your e-mail address?", "ann@post.example"),
        ("it says error code E-4412", "Which error do you see?", "E-4412"),
    ],
)
def test_a_question_for_what_was_written_before_counts(first: str, question: str, value: str) -> None:
    assert said_again(f"C {first}", f"O {question}", taken_at=1) == [(OPERATOR, 2, value)]


@pytest.mark.parametrize(
    "reply",
    [
        "I have found order 58812 and sent a new one.",
        "What is the colour of the shade?",
        "Could you send a photo?",
        "What is your e-mail address?",
    ],
)
def test_a_statement_and_a_question_for_something_new_do_not_count(reply: str) -> None:
    assert said_again("C order 58812 is broken", f"O {reply}", taken_at=1) == []


def test_a_customer_who_writes_a_number_again_counts_once() -> None:
    turns = ("C order #58812 is broken", "B One moment.", "O Hello", "C It is order 58812", "C 58812 I said")
    assert said_again(*turns, taken_at=2) == [(CUSTOMERS, 4, "#58812")]


def test_what_was_repeated_to_the_bot_and_what_stands_in_a_note_do_not_count() -> None:
    turns = ("C order 58812", "C order 58812 please", "N What is the order number?", "O Hello")
    assert said_again(*turns, taken_at=2) == []
