"""The company's own wordings in the console: each sentence as it stands, and changing one as a new policy version."""

import asyncio
from dataclasses import dataclass

from baton.core.actors import Caller, Role
from baton.core.copy.catalogues import Catalogue, catalogue, languages
from baton.core.copy.editing import Looked, Sentence, look, sentences
from baton.core.copy.own import keys
from baton.core.errors import Invalid, NotFound
from baton.core.policy.edit import with_wording
from baton.core.policy.model import Policy
from baton.core.policy.problems import PolicyErrors
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.policy.policies import in_force, put_in_force


@dataclass(frozen=True, slots=True)
class Worded:
    """A language on the shelf, and how many of its sentences the company words itself."""

    words: Catalogue
    own: int


@dataclass(frozen=True, slots=True)
class Wordings:
    """Every sentence in one language, under the policy version in force, with the other languages to choose."""

    version: int
    words: Catalogue
    sentences: tuple[Sentence, ...]
    languages: tuple[Worded, ...]


async def wordings(desk: Desk, caller: Caller, language: str | None) -> Wordings:
    """What the desk says in a language; None is that of the company's team. Raises NotFound."""
    found = await in_force(desk, caller)
    words = _known(language or catalogue(found.policy.language).code)
    own = [catalogue(one.language).code for one in found.policy.copy]
    shelf = tuple(Worded(catalogue(code), own.count(code)) for code in languages())
    return Wordings(found.policy.version, words, sentences(words.code, found.policy.copy), shelf)


async def try_wording(caller: Caller, language: str, key: str, *, text: str) -> Looked:
    """What is wrong with a wording, and how a customer would read it. Nothing changes. Raises NotFound."""
    require(caller, Role.ADMIN)
    _check_key(key)
    # The first look loads Liquid, which takes a while.
    return await asyncio.to_thread(look, _known(language).code, key, text)


async def word(desk: Desk, caller: Caller, language: str, key: str, *, text: str | None, version: int) -> int:
    """Say a sentence in the company's own words, or with None in the desk's again, as the policy's next version.

    Raises NotFound; Invalid `unfit_wording` with everything that is wrong with it, or with a notice that it stands in;
    and Conflict `policy_changed` where another version than `version` is in force.
    """
    require(caller, Role.ADMIN)
    _check_key(key)
    words = _known(language)
    said = text.strip() if text is not None else None
    if said is not None and (wrong := (await asyncio.to_thread(look, words.code, key, said)).flaws):
        raise Invalid(" ".join(wrong), code="unfit_wording")
    found = await in_force(desk, caller)
    source = with_wording(found.source, _under(found.policy, words, key), key, said)
    try:
        return await put_in_force(desk, caller, source, instead_of=version)
    except PolicyErrors as refused:
        raise Invalid(" ".join(one.message for one in refused.problems), code="unfit_wording") from refused


def _under(policy: Policy, words: Catalogue, key: str) -> str:
    """The code under which the file words this language, which need not be the shelf's."""
    codes = [one.language for one in policy.copy if catalogue(one.language).code == words.code]
    of_key = [one.language for one in policy.copy if one.key == key and one.language in codes]
    return (of_key or codes or [words.code])[-1]


def _known(language: str) -> Catalogue:
    if language not in languages():
        raise NotFound(f"The desk does not speak {language}. Choose one of {', '.join(languages())}.")
    return catalogue(language)


def _check_key(key: str) -> None:
    if key not in keys():
        raise NotFound(f"The desk has no sentence {key}.")
