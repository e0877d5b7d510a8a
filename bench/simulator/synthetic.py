"""A day of a desk that serves chats in several queues and languages, drawn with a seed.

Eight hours with a peak before noon; 24 operators in early and late shifts with lunch breaks; some skills and languages
are rare, some customers have priority, a tier, or somebody who knows them, and a few conversations take two points of
capacity.
"""

import math
import random
from collections.abc import Iterator

from baton.core.policy.queue import Relax
from bench.simulator.world import Arrival, Day, Person

HOUR = 3600.0
OPENS, CLOSES = 9 * HOUR, 17 * HOUR
PEOPLE = 24
SHIFTS = ((OPENS, 14 * HOUR), (11 * HOUR, CLOSES), (OPENS, CLOSES))
PATIENCE_S = 900.0
TARGET_S = 300.0

QUEUES = (
    ("support", {}, 0.45),
    ("billing", {"billing": 2}, 0.3),
    ("hardware", {"hardware": 2}, 0.17),
    ("legal", {"law": 3}, 0.08),
)
"""Name, least levels, share of those who come."""

LANGUAGES = (("en", 0.6), ("de", 0.2), ("fr", 0.13), ("tr", 0.07))
RELAX = (Relax(after_s=240, lower=1), Relax(after_s=600, lower=2))


def day(seed: int, *, load: float = 1.0) -> Day:
    """One day. `load` scales how many come."""
    dice = random.Random(seed)
    people = tuple(_people(dice))
    return Day(tuple(_arrivals(dice, people, load)), people)


def _people(dice: random.Random) -> Iterator[Person]:
    for number in range(PEOPLE):
        begin, end = SHIFTS[number % 3]
        lunch = dice.uniform(begin + 2 * HOUR, begin + 4 * HOUR)
        chances = (("billing", 0.5), ("hardware", 0.4), ("law", 0.2))
        skills = {skill: dice.randint(2, 5) for skill, chance in chances if dice.random() < chance}
        languages = tuple(code for code, share in LANGUAGES if code == "en" or dice.random() < share + 0.15)
        yield Person(
            id=f"opr_{number:02}",
            spans=((begin, lunch), (lunch + HOUR / 2, end)),
            skills=skills,
            languages=languages,
            capacity=3,
            wrap_s=20.0,
        )


def _arrivals(dice: random.Random, people: tuple[Person, ...], load: float) -> Iterator[Arrival]:
    at, number = OPENS, 0
    most = 400 * load / HOUR
    while (at := at + dice.expovariate(most)) < CLOSES:
        if dice.random() < 0.45 + 0.55 * math.exp(-(((at - 11 * HOUR) / (1.5 * HOUR)) ** 2)):
            number += 1
            yield _arrival(f"cnv_{number:04}", at, dice, people)


def _arrival(id: str, at: float, dice: random.Random, people: tuple[Person, ...]) -> Arrival:
    name, skills, _ = dice.choices(QUEUES, [share for _, _, share in QUEUES])[0]
    return Arrival(
        id=id,
        at=at,
        queue=name,
        skills=skills,
        language=dice.choices([name for name, _ in LANGUAGES], [share for _, share in LANGUAGES])[0],
        tier="gold" if dice.random() < 0.1 else None,
        priority=dice.choices((0, 1, 2, 3), (0.75, 0.12, 0.1, 0.03))[0],
        knows=dice.choice(people).id if dice.random() < 0.15 else None,
        weight=2 if dice.random() < 0.08 else 1,
        service_s=dice.lognormvariate(math.log(420), 0.8),
        patience_s=dice.expovariate(1 / PATIENCE_S),
        target_s=TARGET_S,
        relax=RELAX,
    )
