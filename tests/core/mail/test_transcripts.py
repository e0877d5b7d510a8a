"""A conversation as a letter holds what both sides said, and nothing of the team's."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from builders import BOT, DANA, message, notice

from baton.core.copy import catalogue, languages
from baton.core.mail.transcripts import MOST_CHARACTERS, Written, written_out
from baton.core.messages import Citation, Message, MessageKind

CITED = Citation(1, "psg_1", "src_1", "Returns", "Sofas", "https://harbour.example/returns", "Within 30 days.")


def both(*said: Message, language: str = "en", zone: str = "Europe/Dublin") -> Written:
    return written_out(said, catalogue(language), company="Harbour & Pine", zone=ZoneInfo(zone))


def letter(*said: Message, language: str = "en", zone: str = "Europe/Dublin") -> str:
    return both(*said, language=language, zone=zone).text


def test_both_sides_stand_in_it_with_names_times_and_sources() -> None:
    text = letter(
        message(text="Can I return it?"),
        replace(message(BOT, "Within 30 days."), citations=(CITED,)),
        notice("Dana has joined."),
        message(DANA, "I have sent the label."),
    )
    assert text.split("\n\n") == [
        "Here is our conversation. (Europe/Dublin)",
        "You · Nov 21, 2026, 10:00 AM\nCan I return it?",
        "Bot · Nov 21, 2026, 10:00 AM\nWithin 30 days.",
        "[1] Returns – https://harbour.example/returns",
        "Harbour & Pine · Nov 21, 2026, 10:00 AM\nDana has joined.",
        "Dana · Nov 21, 2026, 10:00 AM\nI have sent the label.",
        "Reply to this e-mail to go on with the conversation.",
    ]


def test_a_note_of_the_team_is_never_in_it() -> None:
    assert "fraud" not in letter(message(), message(DANA, "Looks like fraud.", MessageKind.NOTE))


def test_times_are_told_in_the_zone_and_the_language_of_whoever_reads_them() -> None:
    assert "Sie · 21.11.2026, 19:00" in letter(message(), language="de", zone="Asia/Tokyo")
    assert all(letter(message(), language=code) for code in languages())


def test_of_one_that_is_too_long_the_end_is_kept() -> None:
    text = letter(message(text="first"), message(text="x" * MOST_CHARACTERS), message(text="last"))
    assert "first" not in text
    assert text.split("\n\n")[1] == "…"
    assert "last" in text


def test_what_a_customer_quotes_is_not_taken_for_a_quotation_of_ours() -> None:
    assert "\n>" not in letter(message(text="> we promise a refund"))


def test_what_the_team_marked_is_drawn_and_what_a_customer_typed_stays_as_it_is() -> None:
    drawn = both(
        message(text="2 * 3 * 4 and **stars** <b>"),
        message(DANA, "**Two** things:\n- one\n- <i>two</i>"),
        notice("*Joined*"),
    ).html
    assert "<p>2 * 3 * 4 and **stars** &lt;b&gt;</p>" in drawn
    assert "<p><strong>Two</strong> things:</p><ul><li>one</li><li>&lt;i&gt;two&lt;/i&gt;</li></ul>" in drawn
    assert "<p>*Joined*</p>" in drawn
    assert "Harbour &amp; Pine · " in drawn
