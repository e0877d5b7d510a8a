"""What routing does to waits: `uv run python -m bench.queue_simulator [--data ../shared/data] [--days 1-20]`.

The product's routing beside simpler rules, over the same arrivals and people: days drawn with a seed, and with `--data`
the days of a bank's telephone line. Times in seconds; waits are those of the served.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from baton.core.policy.queue import Routing
from bench.simulator import bank, synthetic
from bench.simulator.engine import Told, simulate
from bench.simulator.figures import Figures, figures
from bench.simulator.rules import RULES, Rule, baton
from bench.simulator.world import Day

CREDITS = (0, 90, 300, 600, 1800, 3600)

COLUMNS: tuple[tuple[str, Callable[[Figures], str]], ...] = (
    ("came", lambda one: str(one.count)),
    ("mean", lambda one: f"{one.mean_s:.0f}"),
    ("p50", lambda one: f"{one.p50_s:.0f}"),
    ("p90", lambda one: f"{one.p90_s:.0f}"),
    ("most", lambda one: f"{one.most_s:.0f}"),
    ("urgent mean", lambda one: f"{one.urgent_s:.0f}"),
    ("gave up", lambda one: f"{one.gave_up:.1%}"),
    ("matched", lambda one: f"{one.matched:.1%}"),
    ("known", lambda one: f"{one.known:.1%}"),
    ("kept", lambda one: f"{one.kept:.1%}"),
    ("passed by", lambda one: f"{one.passed_s:.0f}"),
    ("Gini", lambda one: f"{one.gini:.2f}"),
)


def table(days: Sequence[Day], rules: Iterable[Rule]) -> None:
    """A row for each rule, over all the days."""
    print("| rule | " + " | ".join(name for name, _ in COLUMNS) + " |")
    print("|---|" + "---:|" * len(COLUMNS))
    for rule in rules:
        row(rule.name, [one for day in days for one in simulate(day, rule)])


def row(name: str, told: Sequence[Told]) -> None:
    """One row of figures."""
    found = figures(told)
    print(f"| {name} | " + " | ".join(show(found) for _, show in COLUMNS) + " |", flush=True)


def credits() -> Iterable[Rule]:
    """Baton with other credits for a high priority; an urgent one has three times as much, within the bound."""
    for credit in CREDITS:
        given = {"raised": credit // 2, "high": credit, "urgent": min(3600, 3 * credit)}
        yield baton(f"high: {credit}", Routing(credits=given, tiers={"gold": credit // 2}))


def _numbers(text: str) -> list[int]:
    first, _, last = text.partition("-")
    return list(range(int(first), int(last or first) + 1))


def main() -> None:
    """Simulate and print Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the data folder; without it, drawn days only")
    parser.add_argument("--days", type=_numbers, default=_numbers("1-20"), help="days of the month, such as 1-20")
    parser.add_argument("--seeds", type=int, default=5, help="how many days are drawn")
    parser.add_argument("--load", type=float, default=1.0, help="how many come on the drawn days, beside the usual")
    asked = parser.parse_args()
    drawn = [synthetic.day(seed, load=asked.load) for seed in range(asked.seeds)]
    if drawn:
        print(f"\n{asked.seeds} drawn days\n")
        table(drawn, RULES)
        print("\nThe same days with other credits\n")
        table(drawn, credits())
    if asked.data:
        print(f"\nThe bank, days {asked.days[0]}-{asked.days[-1]}\n")
        called = list(bank.days(asked.data, asked.days, seed=1))
        table(called, RULES)
        row("as it was", bank.as_it_was(asked.data, asked.days))
        print("\nThe same calls with other credits\n")
        table(called, credits())


if __name__ == "__main__":
    main()
