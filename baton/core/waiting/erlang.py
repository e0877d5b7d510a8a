"""The closed forms of queueing: Erlang's B and C, and A, in which the people who wait may give up.

They assume calm arrivals at one rate and service times without memory. A real queue has neither, so nothing here is
told to a customer as it is; it is what an estimate starts from, and what staffing is reckoned with. `load` is in
erlangs: arrivals per second times seconds of service.
"""

from dataclasses import dataclass
from math import inf, isinf


@dataclass(frozen=True, slots=True)
class Abandoning:
    """What Erlang A says: the shares of all who come that wait and that give up, and the mean wait of all."""

    waits: float
    gives_up: float
    wait_s: float


def erlang_b(servers: int, load: float) -> float:
    """The share of callers that find every server busy where nobody waits. Raises ValueError below 0."""
    if servers < 0 or load < 0:
        raise ValueError("Servers and load are counted from 0.")
    blocked = 1.0
    for n in range(1, servers + 1):
        # Jagerman's recursion: each step stays between 0 and 1, where the factorials of the formula overflow.
        blocked = load * blocked / (n + load * blocked)
    return blocked


def erlang_c(servers: int, load: float) -> float:
    """The share of callers that have to wait where nobody gives up: 1 where the load is more than can be served."""
    if load >= servers:
        erlang_b(servers, load)
        return 1.0
    blocked = erlang_b(servers, load)
    return blocked / (1 - load / servers * (1 - blocked))


def mean_wait(servers: int, load: float, service_s: float) -> float:
    """Erlang C's mean wait of all callers in seconds, those served at once included; infinite under overload."""
    if load >= servers:
        return inf
    return erlang_c(servers, load) * service_s / (servers - load)


def erlang_a(servers: int, load: float, service_s: float, patience_s: float) -> Abandoning:
    """Erlang A (Garnett, Mandelbaum and Reiman, 2002) for people whose patience lasts `patience_s` in the mean.

    Raises ValueError where there is no server, service or patience.
    """
    if servers < 1 or service_s <= 0 or patience_s <= 0:
        raise ValueError("Erlang A needs a server, a time of service and a patience above 0.")
    blocked = erlang_b(servers, load)
    if load == 0 or blocked == 0:
        return Abandoning(0.0, 0.0, 0.0)
    stretch = _stretch(servers * patience_s / service_s, load * patience_s / service_s)
    waits = 1 / (1 + (1 - blocked) / (stretch * blocked))
    spare = 1 - servers / load
    gives_up = waits * max(0.0, servers / (load * stretch) + spare)
    return Abandoning(waits, gives_up, gives_up * patience_s)


def _stretch(served: float, came: float) -> float:
    """Garnett's A(x, y): the sum over j of y to the j, over (x+1)...(x+j). Infinite where it leaves the floats."""
    total = term = 1.0
    place = 1
    while term > total * 1e-17 and not isinf(total):
        term *= came / (served + place)
        total += term
        place += 1
    return total
