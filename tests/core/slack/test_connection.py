"""Text to Slack and from it, what was entered, and what Slack's errors mean."""

import pytest

from baton.core.slack.connection import Connection, flaws, why, written_as
from baton.core.slack.text import command, escaped, fitted, plain


@pytest.mark.parametrize(
    ("slack", "customer"),
    [
        ("Hello", "Hello"),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"),
        ("<http://example.com|example.com>", "http://example.com"),
        ("see <https://example.com/x|our page>", "see our page (https://example.com/x)"),
        ("<mailto:a@b.de|a@b.de>", "a@b.de"),
        ("<tel:+491234|+49 1234>", "+49 1234"),
        ("<@U123|dana> and <#C12|general> and <!here>", "@dana and #general and @here"),
        ("<@U123>", "@U123"),
    ],
)
def test_a_customer_reads_what_was_written_without_slacks_marks(slack: str, customer: str):
    assert plain(slack) == customer


def test_nothing_of_a_customers_calls_a_channel_or_becomes_a_link():
    assert escaped("<!channel> & <https://evil.example|bank>") == (
        "&lt;!channel&gt; &amp; &lt;https://evil.example|bank&gt;"
    )


def test_a_text_that_is_cut_ends_in_no_half_of_an_escape():
    for n in range(3, 30):
        cut = fitted(escaped("a<b" * 20), n)
        assert len(cut) <= n
        assert "&" not in cut.replace("&lt;", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("!note Careful", ("note", "Careful")),
        ("!NOTE\nTwo\nlines", ("note", "Two\nlines")),
        ("!notes x", ("notes", "x")),
        ("Well!note", None),
        ("!!!", None),
        ("! hello", None),
        ("Hello", None),
    ],
)
def test_a_command_begins_with_its_mark_and_a_word(text: str, found: tuple[str, str] | None):
    assert command(text) == found


def test_what_was_entered_wrongly_is_said_in_a_sentence_each():
    right = Connection(outlet="", bot_token="xoxb-1", signing_secret="a" * 32, channel="#support")
    assert list(flaws(right)) == []
    wrong = Connection(outlet="", bot_token="xoxp-1", signing_secret="A secret", channel="support")
    assert [one.split(".")[0] for one in flaws(wrong)] == [
        "A bot token begins with xoxb-",
        "A signing secret is 32 signs from 0 to 9 and a to f",
        "“support” is no channel",
    ]


def test_an_error_of_slacks_is_a_sentence_with_what_to_do():
    assert "/invite" in why("not_in_channel")
    assert "channels:history" in why("missing_scope", "channels:history")
    assert why("something_new") == "Slack refused it: something_new."


def test_only_what_was_written_in_slack_stands_there_already():
    assert written_as("slack:C1:1.2") == ("C1", "1.2")
    assert [written_as(one) for one in (None, "", "mail:1", "slack:C1", "slack:a:b:c")] == [None] * 5
