"""A request is Slack's where its signature is of this body, with this secret, and of now."""

from datetime import UTC, datetime, timedelta

import pytest

from baton.channels.slack.signing import is_from_slack, signed

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
BODY = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
    b"&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack"
    b".com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0"
    b"bc887a14d10d2c447fce8b6703c"
)
AT = "1531420618"
NOW = datetime.fromtimestamp(int(AT), UTC)
SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"


def test_the_example_of_slacks_documentation_is_taken():
    assert signed(SECRET, at=AT, body=BODY) == SIGNATURE
    assert is_from_slack(SECRET, at=AT, signature=SIGNATURE, body=BODY, now=NOW)


@pytest.mark.parametrize(
    ("at", "signature", "body", "late"),
    [
        (AT, SIGNATURE, BODY + b" ", 0),
        (AT, SIGNATURE[:-1] + "4", BODY, 0),
        (AT, "", BODY, 0),
        (AT, "v0=ü", BODY, 0),
        ("1531420619", SIGNATURE, BODY, 0),
        ("", SIGNATURE, BODY, 0),
        ("-1", SIGNATURE, BODY, 0),
        ("9" * 40, SIGNATURE, BODY, 0),
        ("١٥٣١٤٢٠٦١٨", SIGNATURE, BODY, 0),
        (AT, SIGNATURE, BODY, 301),
        (AT, SIGNATURE, BODY, -301),
    ],
)
def test_anything_else_is_not(at: str, signature: str, body: bytes, late: int):
    assert not is_from_slack(SECRET, at=at, signature=signature, body=body, now=NOW + timedelta(seconds=late))
