"""Telephone numbers: what a customer types, as a number that can be dialled."""

from dataclasses import dataclass

from baton.core.errors import Invalid

MAX_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that exists in its country's plan. `number` is E.164, `shown` how people write it."""

    number: str
    shown: str


def read_phone(text: str, *, region: str | None = None) -> Phone:
    """The number in a text; `region`, such as DE, is for one without a country code. Raises Invalid `bad_phone`."""
    # Its tables take a while to load, and most processes never need them.
    import phonenumbers

    if len(text) > MAX_CHARACTERS:
        raise _bad("This is too long for a telephone number.")
    try:
        parsed = phonenumbers.parse(text, region.upper() if region else None)
    except phonenumbers.NumberParseException as wrong:
        raise _bad("This is not a telephone number.") from wrong
    if not phonenumbers.is_valid_number(parsed):
        raise _bad("There is no such telephone number.")
    form = phonenumbers.PhoneNumberFormat
    return Phone(phonenumbers.format_number(parsed, form.E164), phonenumbers.format_number(parsed, form.INTERNATIONAL))


def _bad(what: str) -> Invalid:
    return Invalid(f"{what} Write it with the country's code, such as +44 20 7946 0958.", code="bad_phone")
