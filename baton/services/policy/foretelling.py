"""What a replay had foretold of the policy in force, or of one before it, beside what came."""

from dataclasses import dataclass
from datetime import datetime

from baton.core.actors import Caller, Role
from baton.core.errors import NotFound
from baton.core.replaying.foretold import Held, held_against
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.policy.policies import MAX_VERSIONS
from baton.services.ports.replays import Stretch


@dataclass(frozen=True, slots=True)
class Came:
    """The time that a version was in force, the conversations that began in it, and their handoffs by reason."""

    since: datetime
    until: datetime
    conversations: int
    handoffs: tuple[Held, ...]


async def what_came(desk: Desk, caller: Caller, version: int | None) -> Came:
    """What came of a version of the policy, None for the one in force. Raises NotFound where nothing was foretold."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    known = await desk.store.policies.versions(caller.tenant_id, MAX_VERSIONS)
    found = next((one for one in known if version in (None, one.version)), None)
    if found is None or found.foretold is None:
        raise NotFound("Nothing was foretold of this version of the policy.")
    after = next((one.at for one in known if one.version == found.version + 1), desk.clock())
    stretch = Stretch(found.at, after)
    conversations = await desk.store.replays.count(caller.tenant_id, stretch)
    came = await desk.store.replays.handoffs(caller.tenant_id, stretch)
    return Came(found.at, after, conversations, held_against(found.foretold, conversations, came))
