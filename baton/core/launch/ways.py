"""The ways in: where the widget may stand, who vouches for customers, whether mail goes out."""

from collections.abc import Iterator
from dataclasses import dataclass

from baton.core.launch.line import Line, Mark, Part, listed
from baton.core.policy.condition import Fact, IsSo, comparisons
from baton.core.policy.model import Policy
from baton.core.policy.rule import Rule
from baton.core.signals import SignalKind

_HERE = ("http://127.0.0.1", "http://localhost", "http://[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """`has_identity_key`: whether a server of the company's can vouch for who writes in the widget."""

    domains: tuple[str, ...]
    has_identity_key: bool
    can_mail: bool
    public_url: str


def way_lines(policy: Policy, ways: Ways) -> Iterator[Line]:
    """What stands between customers and the desk."""
    if ways.domains:
        yield _line(Mark.OK, f"The widget may stand on {listed(ways.domains)}.")
    else:
        yield _line(Mark.REFUSES, "Any site may embed the widget.", "Name your own domains.")
    yield from _identity(policy, has_key=ways.has_identity_key)
    if ways.can_mail:
        yield Line(Part.WAYS_IN, Mark.OK, "Letters go out by the mailbox; `baton email check` tries it out.")
    else:
        says = "There is no mailbox: answers by e-mail are not offered, and those who have left hear nothing."
        yield Line(Part.WAYS_IN, Mark.WARNING, says, "Set BATON_MAIL, if you want it.")
    yield from _address(ways.public_url)


def _identity(policy: Policy, *, has_key: bool) -> Iterator[Line]:
    asking = [rule.id for rule in policy.in_order() if _asks_who(rule)]
    if has_key:
        yield _line(Mark.OK, "There is an identity key, with which your server vouches for who writes.")
    elif asking:
        says = f"Rules ask who the customer is, and nobody vouches for it in the widget: {listed(asking)}."
        hint = "Make an identity key. Conversations that your server opens with its own key are vouched for."
        yield _line(Mark.WARNING, says, hint)


def _asks_who(rule: Rule) -> bool:
    asks_verified = (isinstance(one, IsSo) and one.fact is Fact.VERIFIED for one in comparisons(rule.only_if))
    return rule.when is SignalKind.CUSTOMER_ATTRIBUTE or any(asks_verified)


def _address(url: str) -> Iterator[Line]:
    if url.startswith(_HERE):
        says = f"This desk calls itself {url}, where only this machine finds it."
        yield Line(Part.WAYS_IN, Mark.WARNING, says, "Set BATON_PUBLIC_URL to the address that customers use.")
    elif not url.startswith("https://"):
        says = f"This desk calls itself {url}: what is said can be read on the way."
        yield Line(Part.WAYS_IN, Mark.REFUSES, says, "Serve it over HTTPS, and set BATON_PUBLIC_URL so.")
    else:
        yield Line(Part.WAYS_IN, Mark.OK, f"Customers reach this desk at {url}.")


def _line(mark: Mark, says: str, hint: str = "") -> Line:
    return Line(Part.WAYS_IN, mark, says, hint, "widget")
