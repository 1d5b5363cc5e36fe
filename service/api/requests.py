"""What a caller sends to be scored, checked field by field. The command line reads the same objects."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from service.errors import Problem
from service.practice import Answer


class ScoreRequest(BaseModel):
    """A reply, and what it answers: the words themselves, or a scenario by its id."""

    model_config = ConfigDict(strict=True, extra="forbid")

    reply: str
    disclosure: str | None = None
    scenario: str | None = None
    id: str | None = None

    def answer(self) -> Answer:
        return Answer(self.reply, self.disclosure, self.scenario, self.id)


def parse(data: Any) -> ScoreRequest:
    """Raises a 422 that points at every field that is missing, unknown or of the wrong type."""
    try:
        return ScoreRequest.model_validate(data)
    except ValidationError as error:
        found = [("/".join(map(str, e["loc"])), say(e["type"], e["msg"])) for e in error.errors()]
        detail = "; ".join(f"{field or 'body'}: {message}" for field, message in found)
        raise Problem(422, "invalid", detail, found) from error


def say(kind: str, message: str) -> str:
    match kind:
        case "missing":
            return "is missing; send it"
        case "extra_forbidden":
            return "is not known here; send reply, and disclosure or scenario, and id if you like"
        case "string_type":
            return "must be text in quotes"
        case "model_type":
            return "must be a JSON object"
    return message
