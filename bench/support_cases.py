"""The statements that the checker is tried on: good ones, and ones that say what no page says.

Quotes and paraphrases come from the demo company's, the clinic's and other pages (`support_pages.yaml`); each planted
one is a good one with a single change. Those of `support_worded.yaml` and `support_limits.yaml` are written by hand, good
and bad.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from tenants import clinic, shop

from baton.core.answers.grounding import Passage
from baton.core.reading.sentences import sentences

HERE = Path(__file__).parent
PLANTED = {"number": 160, "name": 90, "negation": 160, "contrary": 60}
"""How many of each kind are planted in the pages; every one that can be made is planted in the fresh ones."""
NAMES = [
    "Klarna",
    "Zürich",
    "Fedex",
    "Norwich",
    "Amazon",
    "Brighton",
    "Wales",
    "Platinum",
    "Hermes",
    "Oslo",
    "Lloyds",
    "Seville",
    "Milan",
    "Samsung",
]

_NAME = re.compile(r"(?<=[a-zäöüßéèáíóúñ,;|] )[A-ZÄÖÜÉ][\w&-]{2,}")
_NEGATIONS = {
    "en": [
        (r"\b(can|could|will|may|must|do|does|is|are|has|have) ?(?:not|n't)\b|\bcan't\b", lambda m: m[1] or "can"),
        (r"\bdon't\b|\bdo not ", lambda found: ""),
        (r"\bunless\b", lambda found: "if"),
        (r"\bwithout\b", lambda found: "with"),
        (r"\b(can|is|are|will|must|has)\b(?! not|n't)", lambda m: f"{m[1]} not"),
        (r"\b(we|you|they) (?=[a-z]{3,})", lambda m: f"{m[1]} never "),
    ],
    "de": [
        (r"\bnicht ", lambda found: ""),
        (
            r"\b(ist|sind|können|haben|kostet|gilt|kommt|erstatten wir|liefern wir|nehmen wir)\b(?! nicht)",
            lambda m: f"{m[1]} nicht",
        ),
    ],
    "es": [
        (r"\b[Nn]o (?!cuesta|tiene coste)", lambda found: ""),
        (r"\bsin\b", lambda found: "con"),
        (r"\b(es|puede|tiene|tienen|cuesta|enviamos|aceptamos|entrega|llega|se pueden)\b", lambda m: f"no {m[1]}"),
    ],
    "fr": [
        (r"\b(?:ne |n')(\w+) pas\b", lambda m: m[1]),
        (r"\b(est|sont|reste|pouvez|avez|livrons|livre|coûte)\b(?! pas| rien)", lambda m: f"ne {m[1]} pas"),
    ],
}
_CONTRARIES = {
    "en": [("before", "after"), ("after", "before"), ("at least", "at most"), ("up to", "at least"), ("under", "over"),
           ("above", "under"), ("free", "charged"), ("only available", "always available"), ("within", "not before"),
           ("most", "all")],
    "de": [("vorher", "danach"), ("nach", "vor"), ("danach", "vorher"), ("kostenlos", "kostenpflichtig"), ("unbenutzte", "benutzte")],
    "es": [("antes", "después"), ("más de", "menos de"), ("al menos", "como máximo"), ("gratuita", "de pago"), ("desde", "hasta")],
    "fr": [("avant", "après"), ("gratuite", "payante"), ("gratuit", "payant"), ("à partir de", "jusqu'à"), ("après", "avant")],
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A statement with the passage that it cites and what its answer has said before it (`beside`).

    `kind` is "quote", "paraphrase" or what was planted.
    """

    kind: str
    language: str
    statement: str
    passage: str
    half: str
    beside: str = ""


def good() -> list[Case]:
    """Every sentence of the pages, and every paraphrase."""
    sections = {f"{p.title} > {p.heading}" if p.heading else p.title: p for p in [*shop(), *clinic()]}
    found: list[Case] = []
    for index, page in enumerate(YAML(typ="safe").load(HERE / "support_pages.yaml")):
        half = page.get("half") or ("tuned", "held_out")[index % 2]
        passage = page["title"] + "\n" + page["text"] if "text" in page else _shown(_section(sections, page["page"]))
        found += [Case("paraphrase", page["language"], said, passage, half) for said in page["says"]]
        if "text" in page:
            found += _quotes(page["text"], passage, page["language"], half)
    for index, section in enumerate(dict.fromkeys([*shop(), *clinic()])):
        found += _quotes(section.text, _shown(section), "en", ("tuned", "held_out")[index % 2])
    return found


def _section(sections: dict[str, Passage], name: str) -> Passage:
    wanted = name.split(" > ")
    return next(p for key, p in sections.items() if all(part in key for part in wanted))


def _shown(passage: Passage) -> str:
    return "\n".join(part for part in (passage.title, passage.heading, passage.question, passage.text) if part)


def _quotes(text: str, passage: str, language: str, half: str) -> list[Case]:
    quoted = (span.text for span in sentences(text))
    return [Case("quote", language, one, passage, half) for one in quoted if len(one.split()) > 3 and "|---" not in one]


def written() -> list[Case]:
    """The statements written by hand: "free" for those that a model may make, else what is bad about it."""
    found: list[Case] = []
    for page in YAML(typ="safe").load(HERE / "support_worded.yaml") + YAML(typ="safe").load(
        HERE / "support_limits.yaml"
    ):
        passage = page["title"] + "\n" + page["text"] if "text" in page else _titled(page)
        language, half = page["language"], page["half"]
        for said in page["good"]:
            one = {"says": said} if isinstance(said, str) else said
            found.append(Case("free", language, one["says"], passage, half, one.get("beside", "")))
        found += [Case(bad["kind"], language, bad["says"], passage, half) for bad in page["bad"]]
    return found


def _titled(page: dict[str, str]) -> str:
    pages = [p for p in (clinic() if page["half"] == "limits" else shop()) if p.title == page["page"]]
    return "\n".join(_shown(p) for p in pages if "heading" not in page or p.heading == page["heading"])


def planted(sound: list[Case]) -> list[Case]:
    """Good statements with one change each, of several kinds; some of the paraphrases and as many quotes."""
    chance = random.Random(7)
    found: list[Case] = []
    sound = [case for case in sound if case.half != "later"]
    pool = [case for case in sound if case.kind == "paraphrase" or case.language != "en" or chance.random() < 0.6]
    for kind, most in PLANTED.items():
        made = [case for case in pool if case.half != "fresh" for case in _changed(case, kind, chance)]
        chance.shuffle(made)
        found += made[:most]
        found += [case for case in pool if case.half == "fresh" for case in _changed(case, kind, chance)]
    return found


def _changed(case: Case, kind: str, chance: random.Random) -> Iterator[Case]:
    for text in {"number": _numbers, "name": _names, "negation": _negated, "contrary": _turned}[kind](case, chance):
        if text.strip().casefold() != case.statement.strip().casefold():
            yield Case(kind, case.language, text, case.passage, case.half)


def _numbers(case: Case, chance: random.Random) -> Iterator[str]:
    found = list(re.finditer(r"(?<![\w.,])\d+(?![\w-]|[.)] )", case.statement))
    if found:
        one = chance.choice(found)
        others = [n for n in re.findall(r"(?<![\w.,:])\d+(?![\w.,:])", case.passage) if n != one[0]]
        value = int(one[0])
        other = chance.choice([str(value + 1), str(value * 2 or 5), str(value + 10), *others[:1]])
        if other != one[0]:
            yield case.statement[: one.start()] + other + case.statement[one.end() :]


def _names(case: Case, chance: random.Random) -> Iterator[str]:
    found = [one for one in _NAME.finditer(case.statement) if case.language != "de" or one[0] in _GERMAN_NAMES]
    if found:
        one = chance.choice(found)
        other = chance.choice([name for name in NAMES if name not in case.passage])
        yield case.statement[: one.start()] + other + case.statement[one.end() :]


_GERMAN_NAMES = {"Kraftwerk", "DHL", "Deutschland", "Österreich", "Schweiz", "Hellmann", "PayPal", "Klarna", "Brandt"}


def _negated(case: Case, _: random.Random) -> Iterator[str]:
    for pattern, put in _NEGATIONS[case.language]:
        if re.search(pattern, case.statement):
            yield re.sub(pattern, put, case.statement, count=1)
            return


def _turned(case: Case, _: random.Random) -> Iterator[str]:
    for word, contrary in _CONTRARIES[case.language]:
        if re.search(rf"\b{re.escape(word)}(?!\w)", case.statement):
            yield re.sub(rf"\b{re.escape(word)}(?!\w)", contrary, case.statement, count=1)
            return
