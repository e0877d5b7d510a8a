"""A customer in a language that the desk lists, or doesn't: are they heard, what do they read, who gets it."""

from collections.abc import Iterator, Sequence

from baton.core.policy.model import Policy
from baton.core.policy.queue import LANGUAGE
from baton.core.reading.language_tags import primary
from baton.core.rehearsing.lines import ASKS
from baton.core.rehearsing.lines_more import ASKS_MORE
from baton.core.rehearsing.scene import Remark, failed, look, passed
from baton.core.rehearsing.seen import Seen, in_their_language

WITHOUT_CATALOGUE = "sw"
"""A language in which Baton listens and doesn't speak."""


def unlisted(listed: Sequence[str]) -> tuple[str, ...]:
    """A language that the desk speaks and its policy doesn't list, and one that it doesn't speak either."""
    served = {primary(one) for one in listed}
    known = [one for one in (*ASKS, *ASKS_MORE) if one != WITHOUT_CATALOGUE and primary(one) not in served]
    return (*known[:1], *((WITHOUT_CATALOGUE,) if WITHOUT_CATALOGUE not in served else ()))


def named(policy: Policy, language: str) -> str:
    """The language's name in itself where the desk speaks it, else its code."""
    words = policy.speaks(language)
    return words.name if primary(words.code) == primary(language) else f"“{language}”"


def asked_in(seen: Seen, speakers: Sequence[str], *, is_listed: bool) -> Iterator[Remark]:
    """A person was asked for in a language; `speakers` are those who could get it and speak it."""
    name = named(seen.policy, seen.language)
    if not seen.is_handed_over:
        hint = "Write the words under `words`, with a rule on them."
        yield (failed if is_listed else look)(
            f"A person was asked for in {name}, and nobody is called.", hint, "policy"
        )
        return
    if in_their_language(seen):
        yield passed(f"The notice is in {name}.")
    elif is_listed:
        hint = "Leave it out of `languages`, or add a catalogue."
        yield failed(f"The policy lists {name}, and the notice is in {seen.words.name}.", hint, "wording")
    else:
        yield passed(f"The desk doesn't speak {name}: the notice is in {seen.words.name}.")
    if speakers:
        yield passed(f"It can go to {', '.join(speakers[:4])}{' and others' if len(speakers) > 4 else ''}.")
    else:
        yield _nobody_speaks(seen.policy, seen, name, is_listed=is_listed)


def _nobody_speaks(policy: Policy, seen: Seen, name: str, *, is_listed: bool) -> Remark:
    queue = policy.queue(seen.conversation.queue) or policy.default_queue
    says = f"Nobody who could serve {queue.name} speaks {name}."
    room = f"queues/{queue.id}"
    step = next((one for one in queue.relax if one.drop == LANGUAGE), None)
    if step is not None:
        return look(f"{says} After {step.after_s} s of waiting anybody gets it.", room=room)
    if is_listed:
        return failed(says, "Add the language to an operator, or `relax` the queue.", "operators")
    return look(says, "They wait until somebody takes it from the list. `relax` the queue, if you expect them.", room)
