"""Policy topics (A2): does the customer ask about a policy, or need somebody to decide or do something?

A model judges the whole message (`needs.py`). An `action` phrase of the lexicons ("refund me", "charged twice") needs
a person too, unless the model is sure that it does not; that carries the languages that the model knows little of.
A topic that is only named ("what is your refund policy?") is noticed, and can be answered from the documents.
"""

from collections.abc import Mapping

from baton.core.policy.model import Policy
from baton.core.signals import DANGER, Signal, SignalKind
from baton.core.triggers import needs as model
from baton.core.triggers.heard import Heard
from baton.core.triggers.needs import Need, Needs
from baton.core.triggers.patterns import Found

TOPICS = (*model.TOPICS[:10], DANGER)
"""The topics that Baton knows by itself, in several languages."""

SURELY_NOT = 0.25
"""Below this likelihood of anybody being needed, an action phrase is taken as part of a question."""

_STEPS_CAN_BE_TOLD = frozenset({"refund", "complaint", "cancellation", "discount", "account_ownership", "privacy"})
"""Topics of which "how do I …?" has an answer in the documents. With the others something has happened already."""

_ABOUT = ("action:", "own:", "subject:")
"""What the label of a topic's phrase begins with: somebody is needed, it is the tenant's own, it is only named."""


def policy_topics(heard: Heard, policy: Policy, needs: Needs) -> list[Signal]:
    """One signal for each topic that comes up."""
    told = {label.partition(":")[2] for label in heard.found if label.startswith(_ABOUT)} | needs.by_topic.keys()
    if not told:
        return []
    refusals = {no.end: no.start for no in heard.all("declined")}
    keys = (*TOPICS, *(topic.key for topic in policy.topics if topic.key not in TOPICS))
    signals = (_signal(heard, key, needs, refusals) for key in keys if key in told)
    return [signal for signal in signals if signal is not None]


def _signal(heard: Heard, key: str, needs: Needs, refusals: Mapping[int, int]) -> Signal | None:
    said = heard.all(*(way + key for way in _ABOUT))
    if key == DANGER:
        return _danger(heard, said)
    meant = [found for found in said if not _is_declined(heard, found, refusals)]
    pressing = [found for found in meant if _needs_person(heard, found, key, needs)]
    need = needs.by_topic.get(key)
    if need is not None and said and (not meant or _asks_how(heard, meant, key, need)):
        need = None
    if need is not None and not pressing:
        return _shown(key, need.score, (heard.text.quote(need.start, need.end),), needs_judgement=True)
    if not meant:
        return None
    score = 0.9 if all(found.corrected for found in pressing or meant) else 1.0
    return _shown(key, score, _longest_first(heard, pressing or meant), needs_judgement=bool(pressing))


def _danger(heard: Heard, said: tuple[Found, ...]) -> Signal | None:
    """Danger needs somebody whatever stands around it ("I don't want to live"), but for "what if I smell gas"."""
    calm = heard.covered("no_danger")
    meant = [found for found in said if calm.isdisjoint(range(found.start, found.end))]
    return _shown(DANGER, 1.0, _longest_first(heard, meant), needs_judgement=True) if meant else None


def _asks_how(heard: Heard, meant: list[Found], key: str, need: Need) -> bool:
    """Whether the topic is what a "how do I …" in front of it asks for, and the model is not sure of more."""
    places = [heard.first_beside(found, "how_to") for found in meant]
    is_asked = all(at is not None and at < found.start for at, found in zip(places, meant, strict=True))
    return key in _STEPS_CAN_BE_TOLD and need.score < model.SURE and is_asked


def _shown(key: str, score: float, evidence: tuple[str, ...], *, needs_judgement: bool) -> Signal:
    return Signal(SignalKind.POLICY_TOPIC, score, evidence, key, needs_judgement=needs_judgement)


def _longest_first(heard: Heard, some: list[Found]) -> tuple[str, ...]:
    return heard.quotes(sorted(some, key=lambda found: (found.start - found.end, found.start)))


def _needs_person(heard: Heard, found: Found, key: str, needs: Needs) -> bool:
    """Whether a phrase of the lexicons, or of the tenant's own, needs somebody by itself."""
    asked = heard.first_beside(found, "how_to")
    if found.label.startswith("own:"):
        is_question = any(heard.first_beside(found, cue) is not None for cue in ("about", "may"))
        return asked is None and not is_question
    if found.label.startswith("subject:") or needs.likely < SURELY_NOT:
        return False
    return not (key in _STEPS_CAN_BE_TOLD and asked is not None and asked < found.start)


def _is_declined(heard: Heard, found: Found, refusals: Mapping[int, int]) -> bool:
    """Whether it stands behind "I don't want" (the places where such a refusal ends), at most two words away."""
    for end in range(found.start - 2, found.start + 4):
        start = refusals.get(end)
        if start is not None and start <= found.start:
            return heard.sentences[start] == heard.sentences[found.start]
    return False
