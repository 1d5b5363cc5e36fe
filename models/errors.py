"""What can go wrong in scoring, each with a message fit to be shown."""

from __future__ import annotations


class ModelUnavailable(RuntimeError):
    """The language model or the trained model is missing, damaged or of another version; the text says the remedy."""


class InvalidReply(ValueError):
    """A text that cannot be scored: `field` names it, the message says what is wrong and the remedy."""

    def __init__(self, field: str, message: str, id: str | None = None) -> None:
        self.field, self.id = field, id
        super().__init__(message)
