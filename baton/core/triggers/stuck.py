"""Stuck (A5): the customer says that it didn't help, or asks the same again; or the bot fails, or repeats itself."""

from baton.core.risk import pieces
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import Heard
from baton.core.triggers.text import fold

SAME_QUESTION = 0.75
"""Share of stems that two questions have in common to be the same question in other words."""

SAME_ANSWER = 0.85
"""Share of stems that two answers have in common to be the same answer."""

MAX_STEMS = 60
"""Stems of an answer that are kept to be compared with the next one's."""

_STEM = 5
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
_ASK_PIECES = frozenset({"agent", "human", "operator", "person", "representative", "handoff", "handover", "escalate"})
_NO_ASK = frozenset({"not", "no", "deny", "fee", "are", "bot", "name", "info", "inform"})


def stuck(heard: Heard, *, track: Track) -> Signal | None:
    """What shows that the bot's last answer didn't help, or None. None before a question."""
    if not track.turns:
        return None
    said = heard.all("stuck")
    if said and (track.last_question or track.course):
        return Signal(SignalKind.STUCK, 0.9, heard.quotes(said))
    alike = likeness(stems_of(heard.text.words), track.last_question)
    if alike >= SAME_QUESTION:
        return Signal(SignalKind.STUCK, round(alike, 2), ("the same question again",))
    return Signal(SignalKind.STUCK, 0.7, (track.bot_failed,)) if track.bot_failed else None


def only_complains(heard: Heard) -> Signal | None:
    """Whether a message says that the answer didn't help and nothing else: then there is nothing to look up in it."""
    said = heard.all("stuck")
    if not said:
        return None
    covered = heard.covered("stuck", *_BESIDE)
    left = [w for at, w in enumerate(heard.text.words) if at not in covered and w not in _FILLERS and w not in ".?"]
    characters = sum(1 for word in left if len(word) == 1 and not word.isascii())
    if len(left) - characters or characters > _FEW_CHARACTERS:
        return None
    return Signal(SignalKind.NO_HELP, 1.0, heard.quotes(said, 1))


def asks_by_intent(intent: str) -> Signal | None:
    """Somebody else's bot understood that the customer asks for a person: the name of the intent says so."""
    named = frozenset(pieces(intent))
    if named & _ASK_PIECES and not named & _NO_ASK:
        return Signal(SignalKind.ASKS_FOR_PERSON, 1.0, (intent,))
    return None


def bot_failure(text: str, intent: str, *, track: Track) -> str:
    """What shows that the turn of somebody else's bot got the customer nowhere, in words; empty where nothing does."""
    if is_failure(intent):
        return "the bot did not understand"
    if likeness(question_stems(text)[:MAX_STEMS], track.last_answer) >= SAME_ANSWER:
        return "the bot said the same again"
    return ""


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
