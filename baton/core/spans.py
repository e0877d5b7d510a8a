"""Which sentences of a passage are quoted: the one that answers, what it leans on, and lists whole."""

import re

from baton.core.evidence import Evidence, Question
from baton.core.sentences import Span, is_item

MAX_SENTENCES = 3
"""Sentences quoted from running text."""

MAX_ITEMS = 10
"""Items up to which a list is quoted whole."""

MAX_ENTRY = 8
"""Sentences up to which a direct entry's answer is quoted whole."""

_LEANS_BACK = re.compile(
    r"(?i)^(?:it|its|this|these|that|those|they|their|them|he|she|such|otherwise|however|also|in (?:this|that|such) case|"
    r"if so|if not|then|after (?:this|that)|both|either|dies\w*|er|sie|es|dann|dabei|außerdem|esto|esta|este|eso|ello|"
    r"además|cela|ceci|ils?|elles?|dans ce cas|questo|questa|inoltre|isso|isto|além|dit|deze|daarna|ook)\b"
)


def choose(asked: Question, best: Evidence) -> tuple[Span, ...]:
    """The sentences of the best passage that answer, in reading order; never fewer than one."""
    spans = best.spans
    if best.hit.passage.question and len(spans) <= MAX_ENTRY:
        return spans
    at = max(range(len(spans)), key=lambda index: (best.scores[index], -index))
    first, last = _list_around(spans, at)
    if last > first and _quote_list(asked, best, first, last, at):
        return spans[first:last]
    if is_item(spans[at].text):
        return _items_like(best, first, last, at)
    return _sentences_around(asked, best, at)


def _list_around(spans: tuple[Span, ...], at: int) -> tuple[int, int]:
    """The list that `at` is in or introduces, as a range that starts at its introduction."""
    if spans[at].text.endswith(":") and at + 1 < len(spans) and is_item(spans[at + 1].text):
        at += 1
    if not is_item(spans[at].text):
        return at, at
    first = last = at
    while first > 0 and is_item(spans[first - 1].text):
        first -= 1
    while last < len(spans) and is_item(spans[last].text):
        last += 1
    if first > 0 and spans[first - 1].text.endswith(":"):
        first -= 1
    return first, last


def _quote_list(asked: Question, best: Evidence, first: int, last: int, at: int) -> bool:
    """Steps are always quoted whole; other lists when the question is about the list and not about one of its items."""
    if last - first > MAX_ITEMS + 1:
        return False
    if best.spans[last - 1].text[:1].isdigit():
        return True
    if asked.wants_number or asked.is_polar:
        return best.spans[at].text.endswith(":")
    items = sorted(best.scores[first:last], reverse=True)
    stands_out = len(items) > 1 and items[0] - items[1] > 0.2
    return not stands_out


def _items_like(best: Evidence, first: int, last: int, at: int) -> tuple[Span, ...]:
    floor = 0.75 * best.scores[at]
    near = [index for index in range(first, last) if best.scores[index] >= floor]
    near = sorted(sorted(near, key=lambda index: -best.scores[index])[:MAX_SENTENCES])
    return tuple(best.spans[index] for index in near) or (best.spans[at],)


def _sentences_around(asked: Question, best: Evidence, at: int) -> tuple[Span, ...]:
    spans = best.spans
    chosen = [at]
    while _LEANS_BACK.match(spans[chosen[0]].text) and chosen[0] > 0 and len(chosen) < MAX_SENTENCES:
        if is_item(spans[chosen[0] - 1].text):
            break
        chosen.insert(0, chosen[0] - 1)
    while len(chosen) < MAX_SENTENCES and chosen[-1] + 1 < len(spans):
        following = spans[chosen[-1] + 1].text
        if is_item(following) or following.endswith(":"):
            break
        gain = best.span_words[chosen[-1] + 1] & asked.words.keys()
        if not (_LEANS_BACK.match(following) or gain):
            break
        chosen.append(chosen[-1] + 1)
    return tuple(spans[index] for index in chosen)
