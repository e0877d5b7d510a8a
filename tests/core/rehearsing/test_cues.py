from baton.core.copy.catalogues import languages
from baton.core.policy.parse.whole import parse
from baton.core.rehearsing.cues import ASKING_ABOUT, cues
from baton.core.rehearsing.lines import MOODS, lines_in
from baton.core.signals import SignalKind
from baton.core.track import FRESH
from baton.core.triggers.read import read
from baton.services.policy.policies import load_default

OWN = """policy: Own
language: de
languages: [de, en]
queues:
  support: {owner: Dana, hours: always}
topics:
  vouchers: {when: needs_judgement, phrases: {de: ["Gutschein einlösen", "Gutschein verloren"], en: ["lost voucher"]}}
words:
  lamp: {phrases: {en: ["magic lamp"]}}
attributes:
  big: {attribute: lifetime_value, at_least: 10000}
rules:
  - {id: vouchers, when: policy_topic, topics: [vouchers], then: handoff}
  - {id: lamps, when: workflow_exception, if: {says: lamp}, then: handoff}
  - {id: big, when: customer_attribute, topics: [big], then: handoff}
  - {id: silent, when: workflow_exception, if: {channel: fax}, then: handoff}
"""


def test_the_companys_own_phrases_are_played_once_in_each_language() -> None:
    found = [(one.rule.id, one.language, one.text) for one in cues(parse(OWN))]
    assert found[:2] == [("vouchers", "de", "Gutschein einlösen"), ("vouchers", "en", "lost voucher")]
    assert ("lamps", "en", "magic lamp") in found
    assert [text for id, _, text in found if id == "silent"] == [""]
    customer = next(one.customer for one in cues(parse(OWN)) if one.rule.id == "big")
    assert customer is not None
    assert customer.attributes == {"lifetime_value": 10000}
    assert customer.verified


def test_every_rule_of_the_default_policy_that_is_told_by_words_has_a_cue() -> None:
    policy = load_default()
    found = {one.rule.id for one in cues(policy) if one.text}
    assert found >= {
        "asks-for-person",
        "danger",
        "policy-topic",
        "sensitive-data",
        "important-customer",
        "buying-intent",
    }
    assert {one.key for one in policy.topics} <= ASKING_ABOUT.keys()


def test_what_the_customers_of_a_rehearsal_write_is_there_in_every_language_and_asks_for_a_person() -> None:
    for language in languages():
        lines = lines_in(language)
        assert lines is not None, language
        assert len(lines.angry) == len(MOODS)
        heard = read(lines.ask, customer=None, track=FRESH, policy=load_default())
        assert any(one.kind is SignalKind.ASKS_FOR_PERSON for one in heard), language
    assert lines_in("pt-BR") == lines_in("pt")
    assert lines_in("zh-Hant") != lines_in("zh-Hans")
    assert lines_in("tlh") is None
