"""What every feature family reads (an utterance in its place) and writes (a bag of named, placed numbers)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from models.disclosure import Disclosure
from models.language import Text, Token
from models.utterances import Span

# Words that open an utterance without saying anything: the opening that matters comes after them.
FILLERS = frozenset("um uh er erm mm mhm hmm well so and but okay oh ah right yeah like now just hey honestly".split())


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """One utterance: its text, its words, its place in the reply, and the disclosure it answers."""

    text: str
    start: int
    end: int
    words: tuple[Token, ...]
    tail: str
    index: int
    count: int
    disclosure: Disclosure

    @property
    def opening(self) -> int:
        """Index of the first word that is no filler (0 where all are)."""
        for index, word in enumerate(self.words):
            if word.norm not in FILLERS:
                return index
        return 0


class Bag:
    """Named numbers, each with the place (start, end) it was first read from; None where it is about the whole."""

    __slots__ = ("values", "where")

    def __init__(self) -> None:
        self.values: dict[str, float] = {}
        self.where: dict[str, tuple[int, int]] = {}

    def add(self, name: str, value: float = 1.0, start: int = -1, end: int = -1) -> None:
        if name not in self.values:
            self.values[name] = value
            if start >= 0:
                self.where[name] = (start, end)


class Family(Protocol):
    """A feature family, as a module."""

    FAMILY: str
    NAMES: tuple[str, ...]

    def extract(self, view: UtteranceView, bag: Bag) -> None: ...

    def say(self, name: str) -> str:
        """A feature in plain words, to stand after "because of"."""
        ...


def views(reply: Text, spans: list[Span], disclosure: Disclosure) -> list[UtteranceView]:
    """The utterances of a reply, ready for the families."""
    words = reply.words
    found = []
    at = 0
    for index, (start, end) in enumerate(spans):
        first = at
        while at < len(words) and words[at].start < end:
            at += 1
        tail_from = words[at - 1].end if at > first else start
        found.append(
            UtteranceView(
                reply.text[start:end],
                start,
                end,
                words[first:at],
                reply.text[tail_from:end],
                index,
                len(spans),
                disclosure,
            )
        )
    return found
