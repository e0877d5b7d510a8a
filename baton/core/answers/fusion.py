"""Rankings of passages made one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from baton.core.answers.grounding import Hit, Passage
from baton.core.ids import DocumentId, PassageId

FIRST_PLACES = 10
"""What softens the lead of the first places in a fusion by places."""

Key = TypeVar("Key")

AGAIN = 0.5
"""What a further question of the same answer adds, beside the one before it."""

MOST_AGAIN = 4
"""Questions of one answer that count."""

SHARPNESS = 4
"""The power in which a document's scores for the parts of a message are summed: one good part beats many weak ones."""


def grouped(hits: Iterable[Hit]) -> list[Hit]:
    """Direct entries with the same answer as one hit: the best of them, with what the others add to its score."""
    best: dict[tuple[str, str], Hit] = {}
    scores: dict[tuple[str, str], list[float]] = {}
    for hit in hits:
        passage = hit.passage
        key = ("answer", passage.text) if passage.question else ("passage", passage.id)
        best.setdefault(key, hit)
        scores.setdefault(key, []).append(hit.score)
    summed = [Hit(hit.passage, _sum_of(scores[key])) if len(scores[key]) > 1 else hit for key, hit in best.items()]
    return sorted(summed, key=lambda hit: -hit.score)


def fused(whole: Sequence[Hit], parts: Iterable[Sequence[Hit]]) -> list[Hit]:
    """The ranking of a long message: the whole of it counts as much as its parts, and a document's passages as one.

    Each document is there with its best passage; scores compare within this ranking only.
    """
    passages = {hit.passage.id: hit.passage for hit in whole}
    of_parts: dict[PassageId, float] = {}
    documents: dict[DocumentId, float] = {}
    for part in parts:
        best: dict[DocumentId, float] = {}
        for hit in part:
            id, document = hit.passage.id, hit.passage.document_id
            passages[id] = hit.passage
            of_parts[id] = of_parts.get(id, 0.0) + hit.score**SHARPNESS
            best[document] = max(best.get(document, 0.0), hit.score)
        for document, score in best.items():
            documents[document] = documents.get(document, 0.0) + score**SHARPNESS
    of_whole = {hit.passage.id: hit.score for hit in whole}
    best_whole: dict[DocumentId, float] = {}
    for hit in whole:
        best_whole.setdefault(hit.passage.document_id, hit.score)
    scores = _added(of_parts, of_whole)
    standing: dict[DocumentId, Passage] = {}
    for id in sorted(scores, key=lambda id: -scores[id]):
        standing.setdefault(passages[id].document_id, passages[id])
    ranked = _added(documents, best_whole)
    return [Hit(standing[id], ranked[id]) for id in sorted(ranked, key=lambda id: -ranked[id])]


def reciprocal(rankings: Iterable[Sequence[Hit]]) -> list[Hit]:
    """Rankings whose scores do not compare, made one by the places in them."""
    hits: dict[PassageId, Hit] = {}
    scores: dict[PassageId, float] = {}
    for ranking in rankings:
        for place, hit in enumerate(ranking):
            hits.setdefault(hit.passage.id, hit)
            scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1 / (FIRST_PLACES + place)
    return [Hit(hits[id].passage, scores[id]) for id in sorted(scores, key=lambda id: -scores[id])]


def weighable(words: Sequence[Hit], near: Sequence[Hit], alike: Callable[[Passage], float | None]) -> list[Hit]:
    """Both rankings made one by places, each hit with the score that words gave it and how alike it is in meaning."""
    scores = {hit.passage.id: hit.score for hit in words}
    both = (hit.passage for hit in reciprocal((words, near)))
    return [Hit(passage, scores.get(passage.id, 0.0), alike(passage)) for passage in both]


def in_turn(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    """Two rankings one by one, so that neither crowds out the other's best."""
    out: dict[str, Hit] = {}
    for place in range(max(len(first), len(second))):
        for hit in (*first[place : place + 1], *second[place : place + 1]):
            out.setdefault(hit.passage.id, hit)
    return list(out.values())


def _sum_of(scores: Sequence[float]) -> float:
    return sum(score * AGAIN**place for place, score in enumerate(scores[:MOST_AGAIN]))


def _added(powers: Mapping[Key, float], whole: Mapping[Key, float]) -> dict[Key, float]:
    """Both on a scale of 0..1 and added."""
    most = max(powers.values(), default=0.0) ** (1 / SHARPNESS) or 1.0
    most_whole = max(whole.values(), default=0.0) or 1.0
    return {
        key: powers.get(key, 0.0) ** (1 / SHARPNESS) / most + whole.get(key, 0.0) / most_whole
        for key in (*powers, *whole)
    }
