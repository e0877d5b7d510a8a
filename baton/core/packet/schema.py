"""The JSON Schema of a packet as a team's reader gets it: strict, so that an outside desk can rely on every field."""

from typing import Any

from baton.core.decision import Reason
from baton.core.facts import FactKind
from baton.core.packet.draft import PARTS
from baton.core.packet.view import HEADINGS
from baton.core.redaction import Kind

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}


def schema() -> Schema:
    """The whole schema, JSON Schema 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The packet of a handoff",
        **_object(
            handoff_id=_about("The handoff it belongs to.", _TEXT),
            frozen_at=_about("When it was frozen: nothing in it changes afterwards.", _TEXT | {"format": "date-time"}),
            summary=_about("What is wanted; what was tried and why it stopped.", _list(_TEXT, least=2, most=2)),
            goal=_about("What the customer wants, in their words.", _TEXT),
            last_message=_TEXT,
            facts=_about("What the customer wrote, with its place in the transcript.", _list(_fact())),
            tried=_about(
                "The bot's steps and what came of each.", _list(_object(what=_TEXT, outcome=_TEXT, seq=_COUNT))
            ),
            sources_used=_list(_object(title=_TEXT, heading=_TEXT, url=_MAYBE)),
            sources_missing=_list(_TEXT),
            for_operators=_about(
                "Passages that customers may not read.",
                _list(_object(passage_id=_TEXT, title=_TEXT, heading=_TEXT, text=_TEXT)),
            ),
            risk_flags=_list(_TEXT),
            reason=_object(code={"enum": [one.value for one in Reason]}, says=_TEXT, rule=_TEXT, evidence=_list(_TEXT)),
            queue=_object(id=_TEXT, name=_TEXT),
            suggested_reply=_about("In the customer's language. It promises nothing.", _TEXT),
            customer=_customer(),
            language=_about("The customer's, in which they are quoted.", _MAYBE),
            version=_about("1 as the program froze it; 2 with what a model has made of it.", {"enum": [1, 2]}),
            by_model=_about(
                "The parts that are in a model's words: the summary's lines (`wish`, `tried`), the goal, the reply.",
                _list({"enum": list(PARTS)}),
            ),
            fold=_fold(),
            words=_about("The headings, in the reader's language.", _object(**dict.fromkeys(HEADINGS, _TEXT))),
            shown_in=_object(language=_TEXT, direction={"enum": ["ltr", "rtl"]}),
            masked=_about(
                "What is masked for this reader and can be revealed.", _list({"enum": [one.value for one in Kind]})
            ),
        ),
    }


def _fact() -> Schema:
    return _object(
        label=_TEXT,
        kind={"enum": [one.value for one in FactKind]},
        value=_TEXT,
        masked={"type": "boolean"},
        seq=_COUNT,
        start=_COUNT,
        end=_COUNT,
    )


def _customer() -> Schema:
    return _object(
        name=_MAYBE,
        email=_MAYBE,
        channel=_TEXT,
        language=_MAYBE,
        tier=_MAYBE,
        tags=_list(_TEXT),
        attributes={"type": "object"},
        since=_MAYBE,
        conversations=_COUNT,
    )


def _fold() -> Schema:
    said = _object(
        about=_TEXT, wish=_TEXT, tried=_TEXT, reason=_TEXT, evidence=_TEXT, flags=_COUNT, facts=_COUNT, reads=_COUNT
    )
    return _about("What is read first, within 60 words; `flags` and `facts` are how many of them fit.", said)


def _about(says: str, of: Schema) -> Schema:
    return {"description": says, **of}


def _list(of: Schema, *, least: int = 0, most: int | None = None) -> Schema:
    return {"type": "array", "items": of, "minItems": least} | ({"maxItems": most} if most else {})


def _object(**fields: Schema) -> Schema:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
