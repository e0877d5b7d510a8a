"""`baton ask`: what the bot would do with a question, and why, without a customer."""

import textwrap
from typing import Any

import click

from baton.core.actors import Caller
from baton.core.audience import SourceAudience
from baton.core.errors import Invalid
from baton.services.desk import Desk

from . import options
from .output import answer, line
from .tenants import run_on_desk

WIDTH = 100


@click.command("ask")
@click.argument("question", metavar="QUESTION")
@options.database
@click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
@click.option("--language", metavar="CODE", help="The customer's language, such as de.")
@options.audience
@options.as_json
def command(
    question: str,
    *,
    tenant: str | None,
    language: str | None,
    audience: str | None,
    as_json: bool,
    **arguments: Any,
) -> None:
    """Ask the bot a question as a customer would, and see its answer, the sources, how sure it is, and why it stops.

    Nothing is stored and nobody is called. With --audience operators it is answered from what operators may read too.
    A Baton that is running on the same data need not be stopped.
    """
    from baton.services.bot.bench import ask

    if not question.strip():
        raise Invalid('There is no question. Write it in quotes: baton ask "How long do refunds take?"')
    reader = SourceAudience(audience or "public")

    async def work(desk: Desk, caller: Caller) -> None:
        found = await ask(desk, caller, question, language=language, reader=reader)
        if found["answer"]:
            found["answer"] = {**found["answer"], "at": found["answer"]["at"].isoformat()}
        line(found) if as_json else answer(_said(found))

    run_on_desk(work, tenant, arguments)


def _said(found: dict[str, Any]) -> str:
    decision, said = found["decision"], found["answer"]
    parts = [_wrapped(said["text"]) if said else "The bot says nothing and hands over to a person."]
    if found["citations"]:
        parts.append("\n".join(_cited(citation) for citation in found["citations"]))
    parts.append(decision["says"])
    facts = [f"Confidence {found['confidence']:.2f}"] if found["hits"] else []
    facts += [f"Past its review: {name}" for name in found["stale"]]
    facts += [_signal(signal) for signal in found["signals"]]
    parts.append("\n".join(facts))
    if decision["reason"] != "grounded" and found["hits"]:
        near = "\n".join(f"  {_place(hit)}{_for(hit)}" for hit in found["hits"][:3])
        parts.append(f"The nearest passages:\n{near}")
    return "\n\n".join(part for part in parts if part)


def _cited(citation: dict[str, Any]) -> str:
    where = f" {citation['url']}" if citation["url"] else ""
    return f"[{citation['n']}] {_place(citation)}, version {citation['version']}{where}"


def _place(passage: dict[str, Any]) -> str:
    heading = passage["heading"]
    return f"{passage['title']}: {heading}" if heading and heading != passage["title"] else passage["title"]


def _for(hit: dict[str, Any]) -> str:
    return "" if hit["audience"] == "public" else f" (for {hit['audience']})"


def _signal(signal: dict[str, Any]) -> str:
    topic = f" {signal['topic']}" if signal["topic"] else ""
    seen = "; ".join(f"“{words}”" for words in signal["evidence"])
    return f"Signal {signal['kind']}{topic} {signal['score']:.2f}{': ' + seen if seen else ''}"


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(part, WIDTH, subsequent_indent="") for part in text.split("\n"))
