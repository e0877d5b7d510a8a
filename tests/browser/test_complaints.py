"""That the walks would notice: each asserts at its end that no browser complained of anything."""

from typing import Any

import pytest

pytestmark = pytest.mark.anyio


async def test_an_error_and_a_forbidden_load_are_both_heard_in_the_page_and_in_the_frame(people: Any) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    for frame in customer.page.frames:
        await frame.evaluate(
            """() => new Promise((heard) => {
              document.addEventListener('securitypolicyviolation', heard, { once: true });
              setTimeout(() => { throw new Error('planted'); });
              document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/x.png' }));
            })"""
        )
    assert sum("planted" in said for said in customer.complaints) == 2
    assert sum("violates the following Content Security Policy" in said for said in customer.complaints) == 2
    customer.forgive("planted", "elsewhere.example")
