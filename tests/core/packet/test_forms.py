"""A packet as text, in Slack, in older versions and in the company's tone."""

import json
from dataclasses import replace

import pytest
from core.packet.test_packet import CUSTOMER, GIVEN, transcript, view_of

from baton.core.copy import catalogue
from baton.core.packet.packet import build
from baton.core.packet.text import as_slack, as_text
from baton.core.packet.view import for_customer, shown
from baton.core.redaction.reader import Reader


def test_the_customers_words_are_kept_from_turning_an_arabic_sentence_around() -> None:
    assert "“\u2068How long" in view_of(language="ar")["summary"][0]
    arabic = replace(GIVEN, messages=transcript((CUSTOMER, "أريد استرداد المبلغ للطلب 4521")))
    assert "“\u2068أريد" in view_of(arabic)["summary"][0]


def test_text_and_slack_are_written_from_the_same_view() -> None:
    view = view_of(language="de")
    text, message = as_text(view), as_slack(view)
    for told in (view["summary"][0], "Bestellung", "4521", "Vorgeschlagene Antwort", view["suggested_reply"]):
        assert told in text
        assert json.dumps(told, ensure_ascii=False)[1:-1] in json.dumps(message, ensure_ascii=False)
    assert message["blocks"][0]["text"]["text"] == "Übergabepaket · Billing"


def test_a_customer_mentions_nobody_in_slack() -> None:
    loud = replace(GIVEN, messages=transcript((CUSTOMER, "<!channel> where is <@U1> my order 4521?")))
    assert "<!channel>" not in json.dumps(as_slack(view_of(loud))["blocks"])


def test_a_packet_of_the_first_form_is_shown_as_it_was_written() -> None:
    old = {
        "summary": ["Refund: “my money”", "The bot answered once."], "goal": "my money", "last_message": "my money",
        "facts": [{"label": "order", "kind": "order", "value": "4521", "seq": 1, "start": 0, "end": 4}], "tried": [],
        "sources_used": [], "sources_missing": [], "for_operators": [], "risk_flags": ["Upset"],
        "reason": {"code": "stuck", "says": "It was stuck.", "rule": "r", "evidence": []},
        "queue": {"id": "q", "name": "Q"}, "suggested_reply": "Hello.", "customer": {"language": None},
        "language": None,
    }  # fmt: skip
    view = shown(old, Reader(catalogue("de")))
    assert (view["summary"], view["facts"][0]["label"], view["words"]["why"]) == (old["summary"], "Bestellung", "Warum")
    assert for_customer(old)["summary"] == ["You wrote: “my money”"]


@pytest.mark.parametrize(
    ("tone", "reads"),
    [
        ("plain", "Hello Ana. You wrote:"),
        ("friendly", "Hello Ana. I have read your conversation"),
        ("formal", "Hello Ana. Thank you for contacting us. I have read"),
    ],
)
def test_the_suggested_reply_has_the_companys_tone(tone: str, reads: str) -> None:
    assert build(replace(GIVEN, tone=tone)).suggested_reply.startswith(reads)
