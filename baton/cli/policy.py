"""`baton policy`: look at the default policy, and at one of your own before it goes live."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from baton.core.hours.words import describe_hours
from baton.core.policy.describe import describe
from baton.core.policy.diff import Difference, diff
from baton.core.policy.finding import Severity
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.core.policy.queue_words import describe_queue
from baton.core.policy.schema import schema
from baton.services.policy.checking import Checked, checked_view, look_through, story_view
from baton.services.policy.policies import default_source

from . import options
from .policy_explain import Told, asked_by, stories
from .policy_file import Readable, text_of
from .policy_replay import replay


@click.group("policy")
def command() -> None:
    """Check policy files: when the bot stops, and where a conversation goes."""


command.add_command(replay)


@command.command("show")
def show() -> None:
    """Print the default policy, to start your own from."""
    click.echo(default_source(), nl=False)


@command.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of policy files, for your editor."""
    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


@command.command("check")
@click.argument("file", type=Readable)
@options.as_json
def check(file: Path, *, as_json: bool) -> None:
    """Read a policy FILE, and tell what is wrong with it or what it will do.

    Exits with 1 where something has to be mended, with 0 where all that is left are warnings.
    """
    checked = look_through(text_of(file), datetime.now().astimezone().date())
    if as_json:
        click.echo(json.dumps(checked_view(checked), ensure_ascii=False))
    else:
        _tell(file, checked)
    if not checked.may_go_live:
        raise SystemExit(1)


@command.command("diff")
@click.argument("before", type=Readable)
@click.argument("after", type=Readable)
@options.as_json
def compare(before: Path, after: Path, *, as_json: bool) -> None:
    """Tell in words what changes from the policy BEFORE to the policy AFTER."""
    found = diff(_parsed(before), _parsed(after))
    if as_json:
        views = [{"what": one.what.value, "part": one.part, "key": one.key, "says": one.says} for one in found]
        click.echo(json.dumps({"differences": views}, ensure_ascii=False))
        return
    for line in _differences(found):
        click.echo(line)


@command.command("explain")
@click.argument("file", type=Readable)
@click.argument("message")
@click.option("--customer", metavar="JSON", help='Who asks: {"tags": ["vip"], "attributes": {"plan": "gold"}}.')
@click.option("--lang", metavar="CODE", help="The language to answer in. Default: the policy's.")
@click.option("--channel", metavar="NAME", default="web", help="The way it comes. Default: web.")
@click.option("--at", metavar="TIME", help="When it comes, such as 2026-11-23T09:00+01:00. Default: now.")
@click.option("--label", "labels", metavar="NAME", multiple=True, help="A label of the conversation; may come again.")
@click.option("--turns", metavar="N", type=click.IntRange(0), default=0, help="Messages before it. Default: 0.")
@click.option("--unanswered", metavar="N", type=click.IntRange(0), default=0, help="Of these, the last N unanswered.")
@options.as_json
def explain(file: Path, message: str, *, as_json: bool, **asked: Any) -> None:
    """Tell what the policy FILE decides on a customer's MESSAGE, and why: each signal and each rule.

    No source is asked. Where the decision rests on them, both ways are told.
    """
    policy = _parsed(file)
    found = stories(policy, asked_by(policy, message, **asked))
    if as_json:
        views = [story_view(policy, one.decision, when=one.when, told=one.told) for one in found]
        click.echo(json.dumps({"message": message, "decisions": views}, ensure_ascii=False))
        return
    for line in _story(policy, message, found):
        click.echo(line)


def _parsed(file: Path) -> Policy:
    """The policy of a file; where it can't be read, all that is wrong with it goes to standard error."""
    try:
        return parse(text_of(file))
    except PolicyErrors as errors:
        _tell(file, Checked(None, errors.problems, ()))
        raise SystemExit(1) from None


def _tell(file: Path, checked: Checked) -> None:
    errors = [one for one in checked.findings if one.severity is Severity.ERROR]
    for problem in (*checked.problems, *errors):
        click.echo(f"{file}:{problem.line}:{problem.column} {problem}", err=True)
    if checked.policy is not None:
        for line in _summary(checked.policy):
            click.echo(line)
    for finding in checked.findings:
        if finding.severity is Severity.WARNING:
            click.echo(f"{file}:{finding.line}:{finding.column} Warning: {finding}", err=True)
    if count := len(checked.problems) + len(errors):
        click.echo(f"{count} {'thing' if count == 1 else 'things'} to mend. Nothing was changed.", err=True)


def _summary(policy: Policy) -> Iterator[str]:
    rules = policy.in_order()
    yield f"{policy.name}: {len(rules)} rules, asked in this order"
    wide = max(len(rule.id) for rule in rules)
    for n, rule in enumerate(rules, 1):
        yield f"  {n:>3}. {rule.id:<{wide}}  {describe(rule, policy)}"
    yield f"{len(policy.queues)} {'queue' if len(policy.queues) == 1 else 'queues'}"
    for queue in policy.queues:
        topics = f"; topics: {', '.join(queue.topics)}" if queue.topics else ""
        rest = "; everything else" if queue is policy.default_queue else ""
        hours = describe_hours(queue.hours)
        yield f"  {queue.name} ({queue.id}), owner: {queue.owner}; open {hours}{topics}{rest}"
        yield from (f"    {line}" for line in describe_queue(queue))


_MARKS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}


def _differences(found: tuple[Difference, ...]) -> Iterator[str]:
    if not found:
        yield "The two decide the same."
    for one in found:
        yield f"{_MARKS[one.what.value]} {one.says}"


def _story(policy: Policy, message: str, found: tuple[Told, ...]) -> Iterator[str]:
    yield f"“{message}”"
    for one in found:
        view = story_view(policy, one.decision, when=one.when, told=one.told)
        yield ""
        if one.when:
            yield f"{one.when}:"
        yield view["verdict"]
        yield "  Heard"
        yield from (f"    {line}" for line in view["heard"] or ["nothing that a rule asks for"])
        yield "  Rules"
        looked_at = [rule for rule in view["rules"] if rule["outcome"] != "no_signal"]
        wide = max((len(rule["rule"]) for rule in looked_at), default=0)
        for rule in looked_at:
            what = rule["why"] if rule["outcome"] != "fired" else f"fired. {rule['says']}"
            yield f"    {rule['layer']:<10} {rule['rule']:<{wide}}  {what}"
        yield f"    {len(view['rules']) - len(looked_at)} more had nothing to go by."
        if unasked := len(policy.rules) - len(view["rules"]):
            yield f"    {unasked} in the layers below were not asked: nothing had to be looked up."
        yield "  The customer is told"
        yield f"    {one.told or 'the answer, with its sources'}"
