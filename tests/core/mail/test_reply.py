"""What a person wrote, without what their program quoted."""

import time

import pytest

from baton.core.mail.mail import plain_subject
from baton.core.mail.reply import MARKER, written

OURS = f"{MARKER} Harbour Home {MARKER}\n\nDana: It ships on Monday."


@pytest.mark.parametrize(
    "tail",
    [
        "\n\nOn Mon, 3 Nov 2025 at 10:00, Shop <a@b.example> wrote:\n> hello\n>\n> there\n",
        "\n\nAm 3. November 2025 um 10:00 schrieb Shop <a@b.example>:\n\n> hallo\n",
        "\n\nOn Mon, 3 Nov 2025 at 10:00, A Shop With A Very Long Name\n<support+x@b.example> wrote:\n\n> hello\n",
        "\n\n2025年11月3日 10:00、Shop <a@b.example>：\n> こんにちは\n",
        f"\n\n{OURS}",
        "\n\n> " + OURS.replace("\n", "\n> "),
        "\n\nMaria, 3.11.2025:\n" + OURS,
        "\n\n________________________________\nFrom: Shop <a@b.example>\nSent: Monday\nTo: Maria\nSubject: Hi\n\nhello",
        "\n\n-----Ursprüngliche Nachricht-----\nVon: Shop <a@b.example>\nGesendet: Montag\nAn: M\nBetreff: Hi\n\nhallo",
        "\n\n*De :* Shop <a@b.example>\n*Envoyé :* lundi\n*À :* Marie\n\nbonjour",
        "\n-- \nMaria Example\nTel. 0123",
        "\n\nSent from my iPhone",
        "\n\nVon meinem iPhone gesendet\n\n> hallo",
    ],
)
def test_what_is_quoted_below_is_left_out(tail: str):
    assert written(f"Thanks, that works.\nSee you on Monday.{tail}") == "Thanks, that works.\nSee you on Monday."


@pytest.mark.parametrize(
    "text",
    [
        "I have three questions:\n1. When?\n2. How?",
        "> When do you deliver?\nOn Monday is fine.\n> How much?\nNothing over 50.",
        "Price: 20\nSize: 3\nColour: red",
        "The order is:\n12345",
        "> only a quotation",
        "--",
    ],
)
def test_what_only_looks_like_a_quotation_stays(text: str):
    assert written(text) == text


@pytest.mark.wide
@pytest.mark.parametrize(
    "hostile",
    ["On " * 70_000, ">" * 200_000, "> \n" * 60_000, "On x " + "a " * 90_000 + "wrot", "-" * 200_000, "A: b\n" * 50_000,
     "_" * 200_000, " " * 200_000 + ":", f"{MARKER} " * 20_000, "Am 1 :\n" * 30_000, "\n" * 200_000],
)  # fmt: skip
def test_a_text_made_to_keep_it_busy_does_not(hostile: str):
    began = time.thread_time()
    written(hostile)
    assert time.thread_time() - began < 2


@pytest.mark.parametrize(
    ("subject", "plain"),
    [("Re: AW: Sv: Order", "Order"), ("Order: where?", "Order: where?"), ("re:re:re: x", "x"), ("", "")],
)
def test_a_subject_loses_the_marks_of_answers(subject: str, plain: str):
    assert plain_subject(subject) == plain
