"""What a node makes of the notes of others."""

import msgspec

from baton.live.hub import Hub
from baton.live.relay import Relay


class Listening:
    def __init__(self) -> None:
        self.heard: list[str] = []

    def tell(self, frame: bytes) -> None:
        self.heard.append(msgspec.json.decode(frame)["type"])


def test_a_note_that_this_version_cannot_read_sends_everyone_to_look_for_themselves():
    hub, inbox = Hub(), Listening()
    hub.subscribe(("ten_1", "", "team"), inbox)
    Relay(hub, None, None, node="here")._received("a note of the year 2030")  # type: ignore[arg-type]
    assert inbox.heard == ["behind"]
