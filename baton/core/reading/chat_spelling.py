"""Words as customers type them in a chat, put as the help pages have them. Data, per language."""

import re

from baton.core.reading.language_tags import primary

_EN = """whats:what is|wats:what is|wat:what|wot:what|hows:how is|wheres:where is|whens:when is|whos:who is|ur:your|
u:you|pls:please|plz:please|thx:thanks|cant:cannot|dont:do not|doesnt:does not|didnt:did not|isnt:is not|arent:are not|
wasnt:was not|hasnt:has not|havent:have not|wont:will not|wouldnt:would not|couldnt:could not|shouldnt:should not|
im:i am|ive:i have|wanna:want to|gonna:going to|gotta:have to|lemme:let me|gimme:give me|acct:account|tmrw:tomorrow|
b4:before|cos:because|cuz:because|ppl:people|msg:message|polcy:policy|policey:policy|polisy:policy|recieve:receive|
recieved:received|adress:address|delivary:delivery|garantee:guarantee|gaurantee:guarantee|waranty:warranty"""

_PAIRS = [pair.partition(":") for pair in _EN.replace("\n", "").split("|")]
_SPELT = {"en": {typed: meant for typed, _, meant in _PAIRS}}
_KNOWN = {
    code: re.compile(rf"(?i)(?<![\w'’-])(?:r(?=\s+(?:u|you|we|they|there)\b)|{'|'.join(table)})(?![\w'’-])")
    for code, table in _SPELT.items()
}


def spelt_out(text: str, language: str | None) -> str:
    """`text` with chat spellings written out: "whats ur polcy" is "what is your policy"."""
    code = primary(language or "en")
    known = _KNOWN.get(code)
    return known.sub(lambda found: _SPELT[code].get(found[0].lower(), "are"), text) if known else text
