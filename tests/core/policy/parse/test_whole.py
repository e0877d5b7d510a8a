"""Reading a policy file: what is wrong is told with its line, all of it at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baton.core.policy.describe import describe
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.core.policy.rule import Layer
from baton.services.policy.policies import default_source, load_default

SMALL = """\
policy: Small
queues:
  support: {name: Support, owner: Ann}
rules:
  - {id: asks, when: asks_for_person, then: handoff}
"""


def problems_of(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(PolicyErrors) as caught:
        parse(text)
    return [(problem.line, problem.column, str(problem)) for problem in caught.value.problems]


def with_line(line: str) -> str:
    """The small policy with one more line at its end, which is line 6."""
    return SMALL + line + "\n"


def test_the_default_policy_is_read() -> None:
    policy = load_default()
    assert policy.name == "Default policy"
    assert [queue.id for queue in policy.queues] == ["support", "billing", "trust", "sales"]
    assert policy.default_queue.id == "support"
    assert {rule.layer for rule in policy.rules} == set(Layer)


def test_a_small_policy_takes_the_defaults() -> None:
    policy = parse(SMALL, version=7)
    assert (policy.version, policy.language, policy.reopen) == (7, "en", "bot")
    assert policy.queues[0].hours.is_always
    assert policy.limits.clarifications == 1


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file() -> None:
    text = """\
policy: Broken
thresholds: {answer: 70}
bott: {name: B}
queues:
  support:
    name: Support
    hours: {timezone: Mars/Base, mon-fri: ["09:00-17:30"]}
    topics: [refnd]
rules:
  - {id: a, when: asks_for_persn, then: handoff}
  - {id: b, when: stuck, then: hand_off, queue: nowhere}
"""
    found = problems_of(text)
    assert [line for line, _, _ in found] == [2, 3, 5, 7, 8, 10, 11, 11]
    sentences = [sentence for _, _, sentence in found]
    assert sentences[0] == '"answer" is 70, but must be from 0 to 1. Did you mean 0.7?'
    assert sentences[1] == 'The policy has no key "bott". Did you mean "bot"?'
    assert sentences[2].startswith('Queue "support" has no owner.')
    assert "Mars/Base" in sentences[3]
    assert sentences[4] == 'topic "refnd" is not known here. Did you mean "refund"?'
    assert sentences[5] == 'when "asks_for_persn" is not known here. Did you mean "asks_for_person"?'
    assert sentences[6] == 'then "hand_off" is not known here. Did you mean "handoff"?'
    assert sentences[7] == 'There is no queue "nowhere" here. Known are: support.'


def test_the_column_is_that_of_the_thing_itself() -> None:
    assert problems_of(SMALL + "topics: {refnd: always}\n")[0][:2] == (6, 10)


def test_the_errors_as_text_name_their_lines() -> None:
    with pytest.raises(PolicyErrors, match=r'^line 6: topic "refnd" is not known here\. Did you mean "refund"\?'):
        parse(SMALL + "topics: {refnd: always}\n")


WRONG = [
    ("topics: {refund: sometimes}", 'when "sometimes" is not known here.'),
    ("topics: {refund: {when: always, phrase: {en: [x]}}}", 'Did you mean "phrases"?'),
    ("topics: {warranty: always}", "A topic of your own needs `phrases` or `examples`."),
    ("topics: {refund: {phrases: {en: ['a*']}}}", "without `*`"),
    ("topics: {refund: {phrases: {english: [abc]}}}", "is no language code"),
    ("topics: [refund]", '"topics" must be keys with values'),
    ("attributes: {vip: {}}", 'needs either "tag" or "attribute"'),
    ("attributes: {vip: {attribute: ltv}}", 'needs either "equals" or "at_least"'),
    ("attributes: {vip: {attribute: ltv, at_least: much}}", '"at_least" must be a number'),
    ("attributes: {vip: {tag: vip, equals: 3}}", 'go with "attribute"'),
    ("attributes: {VIP!: {tag: vip}}", "can't be the key of a attribute"),
    ("limits: {clarifications: 9}", "must be a whole number from 0 to 5"),
    ("limits: {clarifications: true}", "must be a whole number from 0 to 5"),
    ("thresholds: {answer: high}", "must be a number from 0 to 1"),
    ("conversation: {reopen: later}", 'reopen "later" is not known here.'),
    ("bot: {tone: rude}", 'tone "rude" is not known here.'),
    ("bot: {name: 5}", '"name" must be a text.'),
    ("language: klingon!", "is no language code"),
    ("policy: Again", '"policy" is here twice. The first is on line 1.'),
    ("thresholds: &a {answer: 0.5}", "Anchors"),
    ("thresholds: *a", "Aliases"),
    ("thresholds: !!python/object:os.system {}", "Tags"),
    ("thresholds: {answer: 0.5", "This is not valid YAML"),
    ("? [a, b]\n: c", "A key must be a single word"),
    ("---\npolicy: two", "one document"),
    ("  thresholds: x", "This is not valid YAML"),
    ("limits: " + "[" * 40 + "]" * 40, "nested too deeply"),
    ("thresholds: \x07", "YAML"),
]


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_a_wrong_line_is_told_with_what_to_write_instead(line: str, message: str) -> None:
    found = problems_of(with_line(line))
    assert any(message in sentence for _, _, sentence in found), found
    assert all(1 <= at <= 8 for at, _, _ in found)


RULES = [
    ("{id: asks, when: stuck, then: offer}", 'Rule "asks" is here twice. The first is on line 5.'),
    ("{when: stuck, then: offer}", 'A rule needs "id".'),
    ("{id: b, then: offer}", 'A rule needs "when".'),
    ("{id: b, when: stuck, then: clarify}", "Only an ambiguous question can be clarified."),
    ("{id: b, when: no_source, then: answer_and_offer}", "nothing to answer with"),
    ("{id: b, when: distress, then: offer, times: 2}", '"times" only goes with'),
    ("{id: b, when: stuck, then: offer, times: 0}", "must be a whole number from 1 to 20"),
    ("{id: b, when: distress, then: offer, at_least: 2}", "must be from 0 to 1"),
    ("{id: b, when: stuck, then: offer, priority: top}", 'priority "top" is not known here.'),
    ("{id: 'B b', when: stuck, then: offer}", "can't be the id of a rule"),
    ("{id: b, when: policy_topic, then: offer, topics: [refnd]}", 'Did you mean "refund"?'),
    ("{id: b, when: small_talk, then: offer}", 'when "small_talk" is not known here.'),
    ("just text", "A rule must be keys with values"),
]


@pytest.mark.parametrize(("rule", "message"), RULES)
def test_a_wrong_rule_is_told_on_its_line(rule: str, message: str) -> None:
    found = problems_of(with_line(f"  - {rule}"))
    assert [at for at, _, _ in found] == [6] * len(found)
    assert any(message in sentence for _, _, sentence in found), found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The file is empty."),
        ("# only a comment", "The file is empty."),
        ("just words", "The policy must be keys with values"),
        ("policy: x", "The policy has no queue."),
        ("policy: x\nqueues:\n  a: {owner: A}\n", '"rules" must be a list'),
        ("x: " + "y" * 300_000, "longer than 256 KB"),
        ("a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]", "Anchors"),
    ],
)
def test_a_file_that_is_no_policy_is_refused(text: str, message: str) -> None:
    assert any(message in sentence for _, _, sentence in problems_of(text))


@pytest.mark.parametrize("defaults", [0, 2])
def test_one_queue_is_the_default(defaults: int) -> None:
    flags = ["true" if place < defaults else "false" for place in range(2)]
    queues = "\n".join(f"  {key}: {{owner: A, default: {flag}}}" for key, flag in zip("ab", flags, strict=True))
    text = f"queues:\n{queues}\nrules:\n  - {{id: a, when: stuck, then: offer}}\n"
    assert any("default" in sentence for _, _, sentence in problems_of(text))


def _places(text: str) -> list[tuple[int, int]]:
    """The places of what is wrong with a text, none where it is a policy."""
    try:
        parse(text)
    except PolicyErrors as errors:
        return [(problem.line, problem.column) for problem in errors.problems]
    return []


@given(st.text(max_size=400))
def test_text_that_is_no_policy_is_refused_with_places(text: str) -> None:
    places = _places(text)
    assert places
    assert all(line >= 1 and column >= 1 for line, column in places)


@pytest.mark.wide
@given(st.integers(0, len(default_source()) - 1), st.sampled_from(["", ":", "{", "-", "\t", "'", "*", "&", "x"]))
def test_a_slip_anywhere_in_the_default_policy_is_read_or_told(at: int, slip: str) -> None:
    text = default_source()
    lines = text.count("\n") + 2
    assert all(1 <= line <= lines for line, _ in _places(text[:at] + slip + text[at + 1 :]))


def test_every_rule_is_one_plain_sentence() -> None:
    policy = load_default()
    sentences = [describe(rule, policy) for rule in policy.rules]
    assert len(set(sentences)) == len(sentences)
    for sentence in sentences:
        assert sentence.startswith("When ")
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "_" not in sentence
