"""Bodies of what is done with the people of the team."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from baton.api.schemas import Body, Capacity, Languages, Short, Skills

PersonRole = Literal["operator", "admin"]


class OperatorIn(Body):
    """`POST /v1/operators`"""

    name: Short
    email: Annotated[str, StringConstraints(max_length=320)]
    skills: Skills = Field(default_factory=dict[str, int])
    languages: Languages = Field(default_factory=list[str])
    region: Short | None = None
    capacity: Capacity = 4
    role: PersonRole = "operator"


class OperatorChangeIn(Body):
    """`PATCH /v1/operators/{id}`: what is left out stays as it is."""

    name: Short | None = None
    email: Annotated[str, StringConstraints(max_length=320)] | None = None
    role: PersonRole | None = None
    skills: Skills | None = None
    languages: Languages | None = None
    region: Short | None = None
    capacity: Capacity | None = None


class OperatorRemovalIn(Body):
    """`DELETE /v1/operators/{id}`: ids of the colleagues who get what they carry."""

    conversations_to: Short | None = None
    duties_to: Short | None = None
