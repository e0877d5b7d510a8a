"""Stuck (A5): the customer says that it didn't help, or asks the same again; or the bot fails, or repeats itself."""

from functools import cache

from baton.core.lexicon.not_understood import NOT_UNDERSTOOD
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import Heard
from baton.core.triggers.index import Index
from baton.core.triggers.patterns import Steps, compile_lines
from baton.core.triggers.risk import pieces
from baton.core.triggers.text import cut, fold

SAME_QUESTION = 0.75
"""Share of stems that two questions have in common to be the same question in other words."""

SAME_ANSWER = 0.85
"""Share of stems that two answers have in common to be the same answer."""

SAID_AGAIN = "the bot said the same again"
"""Why the bot's last turn got the customer nowhere, where that is why."""

MAX_STEMS = 60
"""Stems of an answer that are kept to be compared with the next one's."""

BOTH = 1.0
"""How strong it is where the bot said the same again and the customer shows that it didn't help: two signs."""

SAID, ASKED_AGAIN, BY_BOT = 0.9, 0.95, 0.7
"""How strong each sign is alone. A question that comes again counts by its likeness, and that much at most."""

MOST_STILL = 12
"""Words of a message in which "still" beside the question's own words says that nothing has changed."""

_STEM = 5
_WHOLE_ANSWER = 4
_BESIDE = ("polite", "no", "yes", "hello", "thanks", "distress:mild", "distress:strong", "urgency")
_FEW_CHARACTERS = 4
_FILLERS = frozenset(
    fold(
        "i me my we us you your it its that this these those the a an "
        "is was are be been has have had do does did to of "
        "for on in at with and but or so still again also all any anything just really even sorry well now either too "
        "ok okay oh um hmm answer answers suggestion solution link page tried try said say already unfortunately one "
        "das dies es ich mir mich du sie ihr mein der die den ein eine ist war hat hab habe haben auch noch immer "
        "wieder aber und leider doch ja so gar schon antwort losung tut mir leid "
        "eso esto lo la el los las me te se mi tu su un una es era ha he y pero todavia aun sigue ya respuesta para de "
        "ca cela ce c est il elle je j me m vous le les un une a ai as et mais encore toujours deja reponse pas de la "
        "quello questo cio mi ti lo la il un una e era ha ho ma ancora gia risposta purtroppo di per "
        "isso isto aquilo o os as eu me um uma foi esta ainda mas ja resposta infelizmente de para "
        "dat dit het ik mij me je u mijn een de is was heeft heb nog steeds maar en ook al helaas antwoord "
        "to tego ten ta te mi mnie ja sie jest bylo nadal ciagle wciaz ale i juz niestety odpowiedz "
        "det den jag mig du min en ett ar var har men och fortfarande igen redan tyvarr svar jeg mig er "
        "bu bana beni ben hala ama ve da de yine zaten maalesef cevap "
        "это мне меня я ты вы мой все еще но и опять уже к сожалению ответ ця це мені "
        "هذا ذلك لي انا انت لا زال لكن و ايضا مرة اخرى"
    )
)
_FAILED_PIECES = (
    frozenset({"not", "understand"}),
    frozenset({"not", "understood"}),
    frozenset({"no", "match"}),
    frozenset({"nomatch"}),
    frozenset({"fallback"}),
    frozenset({"misunderstood"}),
    frozenset({"rephrase"}),
)
_NO_HELP_PIECES = (
    frozenset({"not", "help"}),
    frozenset({"not", "helpful"}),
    frozenset({"no", "help"}),
    frozenset({"unhelpful"}),
    frozenset({"did", "not", "work"}),
    frozenset({"didnt", "work"}),
    frozenset({"not", "solved"}),
    frozenset({"not", "resolved"}),
    frozenset({"unresolved"}),
    frozenset({"wrong", "answer"}),
)
_ASK_PIECES = frozenset({"agent", "human", "operator", "person", "representative", "handoff", "handover", "escalate"})
_NO_ASK = frozenset({"not", "no", "deny", "fee", "are", "bot", "name", "info", "inform"})


def stuck(heard: Heard, *, track: Track) -> Signal | None:
    """What shows that the bot's last answer didn't help, or None. None before a question."""
    if not track.turns:
        return None
    score, shown = _by_customer(heard, track)
    if not score:
        return Signal(SignalKind.STUCK, BY_BOT, (track.bot_failed,)) if track.bot_failed else None
    if track.bot_failed == SAID_AGAIN:
        return Signal(SignalKind.STUCK, BOTH, (*shown, SAID_AGAIN))
    return Signal(SignalKind.STUCK, score, shown)


def _by_customer(heard: Heard, track: Track) -> tuple[float, tuple[str, ...]]:
    """How strongly the customer shows that the answer didn't help, and by what; 0 where they don't."""
    said = heard.all("stuck")
    if said and (track.last_question or track.course):
        return SAID, heard.quotes(said)
    if dismissed := _dismissed(heard, track):
        return SAID, dismissed
    asked = stems_of(heard.text.words)
    alike = likeness(asked, track.last_question)
    if alike >= SAME_QUESTION:
        return min(ASKED_AGAIN, round(alike, 2)), ("the same question again",)
    still = heard.all("still")
    is_short = len(heard.text.words) <= MOST_STILL and "?" not in heard.text.words
    if still and is_short and not set(asked).isdisjoint(track.last_question):
        return SAID, heard.quotes(still)
    return 0.0, ()


def _dismissed(heard: Heard, track: Track) -> tuple[str, ...]:
    """The words of a message that is nothing but a no, or a question mark, right after an answer; else none."""
    if not track.last_passages or track.unanswered or track.offered or track.clarified:
        return ()
    if heard.only("no") and not heard.all("thanks"):
        return heard.quotes(heard.all("no"), 1)
    return ("?",) if set(heard.text.words) == {"?"} else ()


def only_complains(heard: Heard, *, track: Track) -> Signal | None:
    """Whether a message says that the answer didn't help and nothing else: then there is nothing to look up in it."""
    if dismissed := _dismissed(heard, track):
        return Signal(SignalKind.NO_HELP, 1.0, dismissed)
    said = heard.all("stuck")
    if not said:
        return None
    covered = heard.covered("stuck", *_BESIDE)
    left = [w for at, w in enumerate(heard.text.words) if at not in covered and w not in _FILLERS and w not in ".?"]
    characters = sum(1 for word in left if len(word) == 1 and not word.isascii())
    if len(left) - characters or characters > _FEW_CHARACTERS:
        return None
    return Signal(SignalKind.NO_HELP, 1.0, heard.quotes(said, 1))


def no_help_by_intent(intent: str) -> Signal | None:
    """Somebody else's bot understood that its answer didn't help: the name of the intent says so."""
    named = frozenset(pieces(intent))
    is_meant = any(complains <= named for complains in _NO_HELP_PIECES)
    return Signal(SignalKind.STUCK, SAID, (intent,)) if is_meant else None


def asks_by_intent(intent: str) -> Signal | None:
    """Somebody else's bot understood that the customer asks for a person: the name of the intent says so."""
    named = frozenset(pieces(intent))
    if named & _ASK_PIECES and not named & _NO_ASK:
        return Signal(SignalKind.ASKS_FOR_PERSON, 1.0, (intent,))
    return None


def bot_failure(text: str, intent: str, *, track: Track) -> str:
    """What shows that the turn of somebody else's bot got the customer nowhere, in words; empty where nothing does."""
    if is_failure(intent) or (text and _admits().find(cut(text))):
        return "the bot did not understand"
    return SAID_AGAIN if _is_same_answer(text, track.last_answer) else ""


def _is_same_answer(text: str, last: tuple[str, ...]) -> bool:
    words = fold(text)
    now = stems_of(words)[:MAX_STEMS]
    is_short_again = now != () and now == last and len(words) >= _WHOLE_ANSWER
    return is_short_again or likeness(now, last) >= SAME_ANSWER


@cache
def _admits() -> Index:
    lines = NOT_UNDERSTOOD.items()
    return Index(one for code, said in lines for one in compile_lines("admits", code, said, steps=Steps({})))


def is_failure(intent: str) -> bool:
    """Whether an intent's name says that one side did not understand the other."""
    named = frozenset(pieces(intent))
    return any(failed <= named for failed in _FAILED_PIECES)


def question_stems(text: str) -> tuple[str, ...]:
    """A question's stems, to be kept in the track and compared with the next one's."""
    return stems_of(fold(text))


def stems_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Word beginnings, each once, without words too short to carry meaning. Enough to see a question repeated."""
    long_enough = (word for word in words if len(word) > 3 or not word.isascii() or word.isdecimal())
    return tuple(dict.fromkeys(word[:_STEM] for word in long_enough))


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Share of the stems of both that both have, 0 where either has fewer than two."""
    if len(one) < 2 or len(other) < 2:
        return 0.0
    a, b = set(one), set(other)
    return len(a & b) / len(a | b)
