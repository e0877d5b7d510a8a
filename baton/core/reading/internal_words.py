"""Words by which a document gives itself away as written for the team and not for customers.

A page that speaks *of* the customer, to somebody who serves them, is a procedure. One such sentence can stand in a
public page by chance ("our agents can help"), so weak signs count only together; a plain "internal use only" is enough.
"""

import re

READ = 200_000
"""Characters that are looked at."""

ENOUGH = 2
"""Weak signs that make a procedure, each counted once."""

_TITLE = re.compile(
    r"^\W*(?:internal|confidential|staff|team only|runbook|playbook|sop)\b"
    r"|\b(?:internal|staff[- ]only|agents?[- ]only)\W*$"
    r"|\(\s*internal\b|\b(?:standard operating procedure|agent (?:script|guide|handbook))\b",
    re.IGNORECASE,
)

_STRONG = re.compile(
    r"\binternal[- ](?:use|only|procedure|document|policy only|guidance|note|tool)s?\b(?! for customers)"
    r"|\bfor (?:internal|staff|agents?|employees?|team) (?:use|only|eyes)\b|\bstaff only\b|\bagents? only\b"
    r"|\b(?:do not|don['’]t|never|must not) (?:tell|inform|disclose|reveal|mention|share|show|promise|offer)\b"
    r"[^.\n]{0,40}\b(?:the )?(?:customers?|callers?|clients?|users?|guests?)\b"
    r"|\bnot (?:be )?(?:shared|disclosed|shown|given) (?:with|to) (?:the )?(?:customers?|clients?|callers?|users?)\b"
    r"|\b(?:the )?agents? (?:should|must|shall|needs? to|has to|have to)\b"
    r"|\bnur für (?:den )?internen? gebrauch\b|\busage interne\b|\buso interno\b|\balleen voor medewerkers\b",
    re.IGNORECASE,
)

_WEAK = (
    r"\b(?:if|when|once|after|before) (?:the|a) (?:customer|caller|client|user|guest)\b(?!s['’])",
    r"\b(?:ask|inform|tell|advise|remind|instruct|thank|notify|transfer) (?:the|a) (?:customer|caller|client|user)\b",
    r"\bthe (?:customer|caller|client|user)['’]s? (?:account|identity|name|profile|request|stated|file|phone|email)\b",
    r"\bverif(?:y|ying) (?:the )?(?:customer|caller|user|client)['’]?s?\b|\bverify (?:their )?identity\b",
    r"\bthe customer (?:is|does|has|must|wants|says|reports|asks|requests|wishes|qualifies|confirms|cannot)\b",
    r"\b(?:agents?|representatives?|team members?|csrs?) (?:can|may|will|who)\b|\bthe agent\b",
    r"\bescalate (?:to|the|it|this)\b|\bsupervisor\b|\bback[- ]?office\b",
    r"\b(?:call|use|unlock|run) (?:the )?[\w ]{0,30}\b(?:tool|crm|admin panel)\b|(?-i:\b[a-z]+_[a-z]+_\w+)\b",
    r"\bon behalf of the customer\b|\bper (?:the )?(?:knowledge base|policy|protocol)\b",
)
_WEAK_SIGNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _WEAK)


def internal_words(title: str, text: str) -> str:
    """The words that show a document to be for the team, as they stand in it; empty where nothing does."""
    in_title = _TITLE.search(title[:500])
    if in_title:
        return _around(title, in_title)
    text = text[:READ]
    plain = _STRONG.search(text)
    if plain:
        return _around(text, plain)
    signs = [found for sign in _WEAK_SIGNS if (found := sign.search(text))]
    return " … ".join(_around(text, found) for found in signs[:ENOUGH]) if len(signs) >= ENOUGH else ""


def _around(text: str, found: re.Match[str]) -> str:
    """The words found, with a few more of their line on both sides."""
    start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 30)
    end = text.find("\n", found.end())
    end = min(len(text) if end < 0 else end, found.end() + 30)
    return " ".join(text[start:end].split())
