"""`baton policy`: look at the default policy, and check one of your own before it goes live."""

from pathlib import Path

import click

from baton.core.policy.condition_words import describe_hours
from baton.core.policy.describe import describe
from baton.core.policy.model import Policy
from baton.core.policy.parse import parse
from baton.core.policy.problems import PolicyErrors
from baton.services.policies import default_source


@click.group("policy")
def command() -> None:
    """Check policy files: when the bot stops, and where a conversation goes."""


@command.command("show")
def show() -> None:
    """Print the default policy, to start your own from."""
    click.echo(default_source(), nl=False)


@command.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Read a policy FILE, and tell what is wrong with it or what it will do."""
    try:
        policy = parse(_read(file))
    except PolicyErrors as errors:
        for problem in errors.problems:
            click.echo(f"{file}:{problem.line}:{problem.column} {problem}", err=True)
        count = len(errors.problems)
        click.echo(f"{count} {'thing' if count == 1 else 'things'} to mend. Nothing was changed.", err=True)
        raise SystemExit(1) from None
    for line in _summary(policy):
        click.echo(line)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise click.ClickException(f"{file} is not text in UTF-8. Save it as UTF-8 and try again.") from None
    except OSError as error:
        raise click.ClickException(f"{file} can't be read: {error.strerror}.") from None


def _summary(policy: Policy) -> list[str]:
    rules = policy.in_order()
    lines = [f"{policy.name}: {len(rules)} rules, asked in this order"]
    wide = max(len(rule.id) for rule in rules)
    lines += [f"  {n:>3}. {rule.id:<{wide}}  {describe(rule, policy)}" for n, rule in enumerate(rules, 1)]
    lines.append(f"{len(policy.queues)} {'queue' if len(policy.queues) == 1 else 'queues'}")
    for queue in policy.queues:
        topics = f"; topics: {', '.join(queue.topics)}" if queue.topics else ""
        rest = "; everything else" if queue is policy.default_queue else ""
        lines.append(
            f"  {queue.name} ({queue.id}), owner: {queue.owner}; open {describe_hours(queue.hours)}{topics}{rest}"
        )
    return lines
