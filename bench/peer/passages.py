"""Passages of the demo company by plain BM25."""

import math
import re
from collections import Counter, defaultdict

from baton.knowledge.demo import demo_files

K, B = 1.5, 0.75
"""The usual constants of BM25."""

_WORD = re.compile(r"[a-z0-9]+")
_HEAD = re.compile(r"^#+ ", re.MULTILINE)


class Passages:
    """An inverted index of texts."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        counted = [Counter(_WORD.findall(text.lower())) for text in texts]
        usual = sum(sum(one.values()) for one in counted) / len(texts)
        self._weights: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        found_in = Counter(word for one in counted for word in one)
        for place, one in enumerate(counted):
            long = K * (1 - B + B * sum(one.values()) / usual)
            for word, times in one.items():
                rare = math.log(1 + (len(texts) - found_in[word] + 0.5) / (found_in[word] + 0.5))
                self._weights[word].append((place, rare * times * (K + 1) / (times + long)))

    @classmethod
    def of_the_demo(cls) -> "Passages":
        """The demo company's help centre, cut at its headings, and its direct answers."""
        files, entries = demo_files()
        pages = [part for file in files for part in _HEAD.split(file.body.decode()) if part.strip()]
        return cls(pages + [f"{entry.question}\n{entry.answer}" for entry in entries])

    def best(self, question: str) -> tuple[float, str]:
        """The best passage with its score; 0 and nothing where no word is known."""
        scores: defaultdict[int, float] = defaultdict(float)
        for word in set(_WORD.findall(question.lower())):
            for place, weight in self._weights.get(word, ()):
                scores[place] += weight
        if not scores:
            return 0.0, ""
        place = max(scores, key=scores.__getitem__)
        return scores[place], self._texts[place]
