"""The board answers as the plain functions do."""

from dataclasses import replace
from datetime import timedelta

from builders import NOW
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from waiting_room import need, operator

from baton.core.ids import ConversationId, OperatorId
from baton.core.policy.queue import MAX_CREDIT, Relax
from baton.core.routing.available import Available
from baton.core.routing.board import Board
from baton.core.routing.choosing import choose, next_for
from baton.core.routing.need import Need, Refusal
from baton.core.routing.ranking import rank

SKILLS = st.dictionaries(st.sampled_from(["law", "tax"]), st.integers(1, 3), max_size=2)
PEOPLE = st.sampled_from(["dana", "sam", "kim"])
STEPS = st.lists(
    st.builds(
        Relax,
        after_s=st.integers(1, 300),
        drop=st.none() | st.sampled_from(["law", "language"]),
        lower=st.integers(0, 1),
    ),
    max_size=2,
)


class BesideThePlainFunctions(RuleBasedStateMachine):
    """Conversations come, ask for less, are refused and leave; operators come, fill and go."""

    def __init__(self) -> None:
        super().__init__()
        self.board, self.now, self.count = Board(), NOW, 0
        self.waiting: dict[str, Need] = {}
        self.people: dict[OperatorId, Available] = {}

    @rule(
        skills=SKILLS,
        language=st.none() | st.sampled_from(["en", "tr"]),
        credit=st.integers(0, MAX_CREDIT),
        weight=st.integers(1, 3),
        knows=st.none() | PEOPLE,
        steps=STEPS,
    )
    def comes(self, skills, language, credit, weight, knows, steps) -> None:
        self.count += 1
        one = need(
            f"c{self.count}",
            waiting_since=self.now,
            ranks_at=rank(self.now, credit),
            skills=skills,
            language=language,
            weight=weight,
            knows=knows,
            relax=tuple(steps),
        )
        self.waiting[one.conversation] = one
        self.board.wait(one, self.now)

    @rule(
        name=PEOPLE,
        skills=SKILLS,
        languages=st.sampled_from([(), ("en",), ("en", "tr")]),
        capacity=st.integers(1, 4),
        load=st.integers(0, 4),
        idle=st.integers(0, 9),
    )
    def is_here(self, name, skills, languages, capacity, load, idle) -> None:
        one = operator(name, skills=skills, languages=languages, capacity=capacity, load=load, idle=idle)
        self.people[one.id] = one
        self.board.here(one)

    @rule(name=PEOPLE)
    def goes(self, name: str) -> None:
        self.people.pop(OperatorId(name), None)
        self.board.gone(OperatorId(name))

    @rule(seconds=st.integers(1, 200))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(name=PEOPLE, data=st.data())
    def refuses(self, name: str, data: st.DataObject) -> None:
        if self.waiting:
            one = self.waiting[data.draw(st.sampled_from(sorted(self.waiting)))]
            one = replace(one, refused={**one.refused, OperatorId(name): Refusal(1, self.now)})
            self.waiting[one.conversation] = one
            self.board.wait(one, self.now)

    @rule(name=PEOPLE)
    def takes_the_next(self, name: str) -> None:
        if one := self.people.get(OperatorId(name)):
            got = self.board.next_for(one.id, self.now)
            if got:
                del self.waiting[got.conversation]
                self.board.leave(got.conversation)
                self.is_here(name, one.skills, one.languages, one.capacity, one.load + got.weight, 0)

    @invariant()
    def each_operator_gets_the_same_next(self) -> None:
        for one in self.people.values():
            plain = next_for(one, self.waiting.values(), self.now, here=self.people)
            assert self.board.next_for(one.id, self.now) == plain

    @invariant()
    def each_conversation_goes_to_the_same_operator(self) -> None:
        for one in self.waiting.values():
            plain = choose(one, list(self.people.values()), self.now)
            assert self.board.choose(ConversationId(one.conversation), self.now) == plain


TestBesideThePlainFunctions = BesideThePlainFunctions.TestCase
TestBesideThePlainFunctions.settings = settings(stateful_step_count=25)
