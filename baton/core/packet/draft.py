"""What a model makes of a packet, sentence by sentence checked by a program. No prompt is trusted with it.

Whose words support a sentence depends on what it says. A wish may be the customer's; what was tried must stand in the
desk's own words; and a reply may repeat what the customer wrote, quote what the desk has said, or ask. What a customer
writes about the desk ("a refund was approved") is never made a fact by it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from baton.core.actors import Actor, ActorKind
from baton.core.ids import MessageId
from baton.core.messages import Message, MessageKind
from baton.core.packet.commitment_words import COMMITMENTS
from baton.core.packet.fold import MODEL_WORDS
from baton.core.packet.restating import restated
from baton.core.packet.words import count_words
from baton.core.reading.language_tags import primary
from baton.core.reading.named import NOUNS_WITH_CAPITALS
from baton.core.reading.sentences import sentences
from baton.core.reading.spoken import spoken
from baton.core.reading.synonyms import synonyms
from baton.core.reading.tokens import guess_language, tokens
from baton.core.reading.wording import commonness
from baton.core.redaction.patterns import SECRET_ASKED
from baton.core.statements.support import objection
from baton.core.statements.support_source import LONG

WISH_WORDS, TRIED_WORDS, GOAL_WORDS, REPLY_WORDS = 17, MODEL_WORDS, 40, 90
"""Words of the summary's two lines, of the goal and of the reply. With the reason and evidence the first two leave room
for facts within the reading budget (`packet_fold.FOLD`)."""

MATTER = 2
"""Informative words of the customer that a reply must take up: with fewer it is a courtesy, the packet's is better."""

REPLY = "suggested_reply"
PARTS = ("wish", "tried", "goal", REPLY)

_LETTERS = re.compile(r"[^\W\d_]+")
_ASKS = re.compile(r"[?？؟]\s*$")
_CARD = re.compile(r"\b(?:card|kreditkarte\w*|tarjeta|carte)(?: number|nummer)?\b|\b(?:cvc|cvv|iban)\b", re.IGNORECASE)
_UNSEEN = re.compile(r"[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")
_LINK = re.compile(r"https?:|www\.|\]\(|<[a-z/!]", re.IGNORECASE)

Cut = tuple[str, str, str]
"""A sentence that was left out: the part it was for, its words, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketDraft:
    """What the model wrote: the summary's two lines, the goal and the suggested reply."""

    wish: str = ""
    tried: str = ""
    goal: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the draft is held against, all of it as the model was shown it: masked.

    `customer` is what the customer wrote, `desk` what they were told and the passages that were cited for it; `packet`
    is what the program says of the bot's steps, `courtesy` how the desk greets, both in the customer's language.
    `transcript` tells what was asked before.
    """

    language: str
    customer: tuple[str, ...]
    desk: tuple[str, ...]
    packet: str
    name: str = ""
    courtesy: str = ""
    transcript: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Improvement:
    """What is left of a draft, "" where the program's own words stay, and what was cut from it."""

    draft: PacketDraft
    cut: tuple[Cut, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left of it."""
        return self.draft == PacketDraft()


def language_of(said: Sequence[str], told: str | None) -> str:
    """The base code of the language that the customer writes: what is known of it, or what their words look like."""
    return primary(spoken(text := "\n".join(said), told) or guess_language(text) or "en")


def checked(draft: PacketDraft, evidence: Evidence) -> Improvement:
    """The draft without the sentences that nothing supports or that promise something, each part within its budget."""
    vetting = _Vetting(evidence)
    return Improvement(
        PacketDraft(
            wish=vetting.part("wish", draft.wish, vetting.of_wish, WISH_WORDS),
            tried=vetting.part("tried", draft.tried, vetting.of_trial, TRIED_WORDS),
            goal=vetting.part("goal", draft.goal, vetting.of_wish, GOAL_WORDS),
            reply=vetting.reply(draft.reply),
        ),
        tuple(vetting.cut),
    )


def _settles(sentence: str, language: str) -> str | None:
    """The words by which a sentence tells something as settled, and not as what the customer says or wants.

    Messages that have a model obey them are mostly in English, whatever else is spoken, so English is looked for too.
    """
    own = COMMITMENTS.get(language)
    if own and own.says.search(sentence):
        return None
    known = (own,) if own and language != "en" else ()
    found = (one.grants.search(sentence) or one.commits.search(sentence) for one in (*known, COMMITMENTS["en"]))
    return next((one[0] for one in found if one), None)


def _alike(stem: str, other: str) -> bool:
    return stem == other or (len(stem) >= LONG and stem[:LONG] == other[:LONG])


@dataclass(slots=True)
class _Vetting:
    evidence: Evidence
    cut: list[Cut] = field(default_factory=list[Cut])

    def part(self, name: str, text: str, against: Callable[[str], str | None], most: int) -> str:
        """What is left of a part, in whole sentences, as many as fit."""
        kept: list[str] = []
        for span in sentences(_UNSEEN.sub("", text)):
            why = "a link" if _LINK.search(span.text) else against(span.text)
            if why is None and count_words(" ".join([*kept, span.text])) > most:
                why = "more words than are read there"
            if why is None:
                kept.append(span.text)
            else:
                self.cut.append((name, span.text, why))
        return " ".join(kept)

    def reply(self, text: str) -> str:
        """What is left of the reply, "" where that says nothing of the matter."""
        kept = self.part(REPLY, text, self.of_reply, REPLY_WORDS)
        if not kept:
            return ""
        said = set(self._words("\n".join(self.evidence.customer)))
        if len(said & set(self._words(kept))) >= MATTER:
            return kept
        self.cut.append((REPLY, kept, "what is left says nothing of the matter"))
        return ""

    def of_wish(self, sentence: str) -> str | None:
        """Why a sentence about what the customer wants is left out."""
        grants = _settles(sentence, self.evidence.language)
        if grants and self._against(sentence, self._of_desk()) is not None:
            return f"only the customer says so: {grants}"
        own = self._without_frame(sentence)
        why = objection(own, self._written(), language=self.evidence.language, of_rules=False) if own else None
        if why and why.startswith("words"):
            return "words that nobody wrote"
        return self._against(sentence, (*self.evidence.customer, *self._of_desk()))

    def of_trial(self, sentence: str) -> str | None:
        """Why a sentence about what was tried is left out: the desk's own words must say it."""
        return self._against(sentence, self._of_desk())

    def of_reply(self, sentence: str) -> str | None:
        """Why a sentence of the reply is left out."""
        known = COMMITMENTS.get(self.evidence.language)
        if known is None:
            return "promises can't be told in this language"
        said = (*self.evidence.desk, known.courtesy, self.evidence.courtesy, self._greeting())
        promise = known.commits.search(sentence)
        if promise and not any(sentence in one for one in said):
            return f"a promise or a deed: {promise[0]}"
        if not (asks := _ASKS.search(sentence)) and self._against(sentence, said) is None:
            return None
        if not (asks or known.reads_back.search(sentence)):
            return "the desk has not said so"
        if asks and (SECRET_ASKED.search(sentence.casefold()) or _CARD.search(sentence)):
            return "it asks for a secret"
        if asks and self._is_known(sentence):
            return "it asks for what was written"
        return self._against(sentence, (*self.evidence.customer, *said, known.frame), asks=bool(asks))

    def _without_frame(self, sentence: str) -> str:
        """The words of a sentence that are about the matter, and not those in which any wish is told."""
        known = COMMITMENTS.get(self.evidence.language)
        frame = set(tokens(known.frame, self.evidence.language)) if known else set[str]()
        words = (word for word in sentence.split() if not set(tokens(word, self.evidence.language)) <= frame)
        return " ".join(words)

    def _written(self) -> list[str]:
        return [one for one in (*self.evidence.customer, *self.evidence.desk, self._greeting()) if one]

    def _of_desk(self) -> tuple[str, ...]:
        known = COMMITMENTS.get(self.evidence.language)
        return (*self.evidence.desk, self.evidence.packet, self._greeting(), known.frame if known else "")

    def _greeting(self) -> str:
        return f"{self.evidence.name}." if self.evidence.name else ""

    def _against(self, sentence: str, sources: Sequence[str], *, asks: bool = False) -> str | None:
        given = [one for one in sources if one]
        why = objection(sentence, given, language=self.evidence.language, of_rules=False)
        # A question claims nothing, so it may deny or have words of its own; its figures and names must stand.
        if why and not (asks and why.startswith(("words", "the passages say otherwise"))):
            return why
        name = self._hidden_name(sentence, given)
        return f"a name that nobody wrote: {name}" if name else None

    def _hidden_name(self, sentence: str, sources: Sequence[str]) -> str | None:
        """A name that nobody wrote, where `objection` takes its capital for the sentence's or a noun's."""
        language = self.evidence.language
        used = {stem for one in sources for stem in tokens(one, language)}
        # Where every noun has a capital, a name can't be told from one: there each noun has to be one that was used.
        words = _LETTERS.findall(sentence) if language in NOUNS_WITH_CAPITALS else _LETTERS.findall(sentence)[:1]
        return next((word for word in words if word[0].isupper() and not self._is_word(word.casefold(), used)), None)

    def _is_word(self, word: str, used: set[str]) -> bool:
        language, known = self.evidence.language, COMMITMENTS.get(self.evidence.language)
        if known is not None and (known.says.match(word) or known.grants.match(word)):
            return True
        stems = tokens(word, language)
        if not stems or commonness(word, language) < 1:
            return True
        return any(synonyms(stem, language) & used or any(_alike(stem, one) for one in used) for stem in stems)

    def _is_known(self, question: str) -> bool:
        said = self.evidence.transcript
        if not said:
            return False
        last = said[-1]
        asked = replace(
            last,
            id=MessageId(""),
            author=Actor(ActorKind.OPERATOR),
            kind=MessageKind.TEXT,
            text=question,
            seq=last.seq + 1,
        )
        return bool(restated((*said, asked), taken_at=last.seq))

    def _words(self, text: str) -> list[str]:
        return [word for word in tokens(text, self.evidence.language) if not word[0].isdigit()]
