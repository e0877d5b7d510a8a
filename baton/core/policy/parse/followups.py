"""How customers are called back and how tickets are named, as a policy file says it."""

import re

from baton.core.followups.callbacks import CallbackRules
from baton.core.followups.followup import PREFIX, TicketRules
from baton.core.policy.fields import Fields, Problems, open_table
from baton.core.policy.keys import KEYS

_WEEK_MINUTES = 7 * 24 * 60


def parse_callbacks(fields: Fields, problems: Problems) -> CallbackRules:
    """When customers can be called back, in every queue that offers it."""
    usual, node = CallbackRules(), fields.node("callbacks")
    part = open_table(node, '"callbacks"', KEYS["callbacks"], problems) if node else None
    if part is None:
        return usual
    return CallbackRules(
        minutes=part.count("minutes", default=usual.minutes, least=5, most=240),
        lead_minutes=part.count("lead_minutes", default=usual.lead_minutes, least=0, most=_WEEK_MINUTES),
        days=part.count("days", default=usual.days, least=1, most=60),
        at_once=part.count("at_once", default=usual.at_once, least=1, most=100),
        tries=part.count("tries", default=usual.tries, least=1, most=10),
        retry_minutes=part.count("retry_minutes", default=usual.retry_minutes, least=1, most=_WEEK_MINUTES),
    )


def parse_tickets(fields: Fields, problems: Problems) -> TicketRules:
    """How tickets are named."""
    usual, node = TicketRules(), fields.node("tickets")
    part = open_table(node, '"tickets"', KEYS["tickets"], problems) if node else None
    if part is None:
        return usual
    prefix = part.text("prefix", default=usual.prefix)
    if not re.fullmatch(PREFIX, prefix):
        hint = "Use up to six capital letters and digits, beginning with a letter."
        problems.at(part.node("prefix") or part.table, f'"{prefix}" can\'t begin a reference.', hint)
    return TicketRules(prefix=prefix)
