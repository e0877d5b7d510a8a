"""Whether a sentence turns another one round: denies what it affirms, widens it, or puts its contrary.

Sentences are compared clause by clause, because one that says two things may well deny just one of them, and in a
clause that denies by the words that come under its negation: "sale items" are not denied in "sale items can't be
refunded", and what is refunded is.
"""

from baton.core.statements.polarity_clauses import Clause, clauses, whole

NEAR = 0.6
"""The share of a clause's words that another must have to be taken for what it was worded from."""

AS_NEAR = 0.8
"""The share of the nearest clause's likeness from which another may be what a clause was worded from as well."""

MOSTLY = 0.5
"""The share of the denied words from which a clause denies what another one affirms."""


def denies(sentence: str, language: str | None) -> bool:
    """Whether the sentence denies or limits something anywhere."""
    return any(clause.denies or clause.is_only for clause in clauses(sentence, language))


def turns_round(statement: str, source: tuple[str, ...], language: str | None) -> str | None:
    """What the statement turns round of the sentences it was worded from, or None: "negation", "only", "always" or
    "contrary"."""
    said = clauses(statement, language)
    words = frozenset[str]().union(*(clause.words for clause in said))
    theirs = [clause for sentence in source for clause in clauses(sentence, language)]
    if any(clause.is_only and not clause.denies for clause in said):  # "only if it is faulty" is "not unless it is"
        theirs = [clause for clause in theirs if not (clause.denies and clause.is_only and clause.contrasts)]
    wholes = [whole(clauses(sentence, language)) for sentence in source]
    asides = (clause.words for clause in theirs if clause.is_aside and clause.words)
    if not any(clause.denies or clause.is_free for clause in said) and any(aside <= words for aside in asides):
        return "negation"
    if _undoes(whole(said), wholes):
        return "negation"
    has_exception = any(clause.contrasts and clause.denies for clause in said)
    for clause in said:
        if has_exception and clause.is_always:
            continue  # "everything except" is no more than "except"
        why = "negation" if _affirms_denied(clause, theirs) else _against(clause, _near(clause, theirs), theirs, wholes)
        if why:
            return why
    return None


def _undoes(said: Clause, wholes: list[Clause]) -> bool:
    """Whether a word is put as done that all of them put as undone ("used" for "unused"), or the other way round."""
    undone = frozenset[str]().union(*(each.undone for each in wholes))
    if not wholes:
        return False
    done = frozenset[str]().union(*(each.words - each.undone for each in wholes))
    said_done = said.words - said.undone
    denied = frozenset[str]().union(*(each.denied for each in wholes))
    if (said_done & wholes[0].undone) - done - said.denied:
        return not said.denies
    return bool((said.undone & done) - undone - denied - said_done)


def _affirms_denied(clause: Clause, theirs: list[Clause]) -> bool:
    """Whether it says without a denial what they say only under one."""
    if clause.denies or clause.is_only or clause.is_free or clause.lacks or clause.contrasts:
        return False
    affirmed = frozenset[str]().union(*(each.words - each.denied for each in theirs))
    return any(
        each.focus in clause.words - affirmed and len(each.denied & clause.words) > MOSTLY * len(each.denied)
        for each in theirs
        if each.denies and not (each.is_only and each.contrasts) and not _is_other_way_round(clause, each)
    )


def _bounds_otherwise(clause: Clause, theirs: list[Clause]) -> bool:
    """Whether all that name one of its figures bound it the other way: "at most 30 days" for "at least 30 days"."""
    figures = frozenset(word for word in clause.words if word[0].isdigit())
    bound = [each for each in theirs if each.words & figures]
    return bool(bound) and all(
        _is_other_way_round(clause, each) and (clause.denies == each.denies or (each.is_only and each.contrasts))
        for each in bound
    )


def _against(clause: Clause, near: list[Clause], theirs: list[Clause], wholes: list[Clause]) -> str | None:
    if clause.is_only and not any(each.is_only or each.denies or each.contrasts for each in wholes):
        return "only"
    if clause.is_always and not any(each.is_always or each.is_each for each in near or wholes):
        return "always"
    if clause.denies and not any(_may_deny(clause, each) for each in wholes):
        return "negation"
    if clause.is_free and not any(each.is_free or (each.is_charged and each.denies) for each in wholes):
        return "contrary"
    if clause.is_unfree and any(each.is_free for each in wholes) and not any(each.is_unfree for each in wholes):
        return "contrary"
    if _bounds_otherwise(clause, theirs):
        return "contrary"
    if not near:
        return None
    if all(_denies_other(clause, each) for each in near):
        return "negation"
    alike = next((each for each in near if each.denies == clause.denies), near[0])
    return "contrary" if _is_contrary(clause, alike) else None


def _may_deny(clause: Clause, each: Clause) -> bool:
    """Whether the sentence has anything that the clause's denial may put in other words."""
    in_other_words = each.lacks - clause.lacks or each.undone & clause.denied or (each.contrasts and clause.contrasts)
    return each.denies or bool(in_other_words)


def _denies_other(clause: Clause, other: Clause) -> bool:
    """Whether one of the two denies what the other affirms."""
    if clause.denies == other.denies:
        return False
    denying, affirming = (clause, other) if clause.denies else (other, clause)
    if affirming.is_free and denying.is_charged:
        return False  # "is free" is "costs nothing"
    if affirming.lacks - denying.lacks or denying.focus in affirming.undone - denying.undone:
        return False  # "it is skipped" says that something is not done, and "unused" that it was not used
    if _is_other_way_round(clause, other):
        return False  # "not under 18" is "at least 18"
    if denying.is_only and denying.contrasts and affirming.contrasts:
        return False  # "except with a pass" is "but with a pass it is"
    if clause.is_only and not other.is_only and not clause.denies:
        return False  # "only if" is "not unless"
    if not denying.denied:
        return True
    shared = denying.denied & affirming.words
    return denying.focus in shared or len(shared) >= MOSTLY * len(denying.denied)


def _is_contrary(clause: Clause, nearest: Clause) -> bool:
    if clause.is_charged and not clause.is_priced and not clause.is_free and nearest.is_free and not nearest.is_charged:
        return True
    return clause.denies == nearest.denies and _is_other_way_round(clause, nearest)


def _is_other_way_round(clause: Clause, other: Clause) -> bool:
    """Whether one has a small word and the other its contrary: "before" and "after"."""
    for mark in clause.marks - other.marks:
        contrary = ("b" if mark[0] == "a" else "a") + mark[1:]
        if contrary in other.marks - clause.marks:
            return True
    return False


def _near(clause: Clause, others: list[Clause]) -> list[Clause]:
    """The clauses that it may have been worded from, the likeliest first: those with most of the words of either."""
    alike: list[tuple[float, Clause]] = []
    for other in others:
        shared = len(clause.words & other.words)
        if shared and shared / min(len(clause.words), len(other.words)) >= NEAR:
            alike.append((shared / len(clause.words | other.words), other))
    alike.sort(key=lambda pair: -pair[0])
    return [other for likeness, other in alike if likeness >= AS_NEAR * alike[0][0]]
