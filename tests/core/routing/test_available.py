"""Who could take a conversation."""

import pytest
from builders import NOW
from waiting_room import ago, need, operator

from baton.core.ids import OperatorId
from baton.core.routing.available import could_take, eligible
from baton.core.routing.need import REST, Refusal


@pytest.mark.parametrize(
    ("asked", "has", "fits"),
    [
        ({}, {}, True),
        ({"skills": {"billing": 2}}, {"skills": {"billing": 2}}, True),
        ({"skills": {"billing": 3}}, {"skills": {"billing": 2}}, False),
        ({"skills": {"billing": 1}}, {}, False),
        ({"language": "de-AT"}, {"languages": ("fr", "DE_ch")}, True),
        ({"language": "tr"}, {"languages": ("fr",)}, False),
        ({"language": "tr"}, {"languages": ()}, True),
        ({"region": "eu"}, {"regions": ("us",)}, False),
        ({"region": "eu"}, {"regions": ("us", "eu")}, True),
        ({"region": "eu"}, {"regions": ()}, True),
        ({"weight": 5}, {"capacity": 4}, False),
    ],
)
def test_skills_language_region_and_weight_say_who_could_take_it(asked, has, fits) -> None:
    assert could_take(need(**asked), operator(**has)) is fits


def test_somebody_without_room_could_take_it_but_may_not_now() -> None:
    full = operator(capacity=3, load=2)
    assert could_take(need(weight=2), full)
    assert not eligible(need(weight=2), full, NOW)
    assert eligible(need(weight=1), full, NOW)


def test_who_is_loaded_beyond_their_capacity_has_no_room() -> None:
    assert operator(capacity=2, load=5).room == 0


def test_who_refused_it_may_not_be_asked_until_the_rest_is_over() -> None:
    refused = need(refused={OperatorId("dana"): Refusal(1, ago(10))})
    assert not eligible(refused, operator("dana"), NOW)
    assert eligible(refused, operator("sam"), NOW)
    assert eligible(refused, operator("dana"), ago(10) + REST)
