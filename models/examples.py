"""From labelled replies to rows a classifier can learn from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from corpora.loaders import disclosure_of
from corpora.types import LabelledReply
from models import disclosure as disclosures
from models import gaps, utterances
from models.disclosure import Disclosure
from models.features import extract, views
from models.language import Text, read_many
from models.utterances import Span

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Example(NamedTuple):
    """One labelled reply, ready to learn from: `rows` and `codes` by utterance."""

    reply: LabelledReply
    said: Disclosure
    parsed: Text
    spans: list[Span]
    rows: list[dict[str, float]]
    codes: list[str]

    def edges(self) -> list[dict[str, float]]:
        """A row for each gap that segmentation has to decide; many, so they are made when they are needed."""
        return gaps.rows(self.parsed, utterances.hard_ends(self.parsed))

    def cuts(self) -> list[bool]:
        """For each of `edges`, whether an utterance begins there."""
        words, starts = self.parsed.words, {span.start for span in self.spans}
        hard = utterances.hard_ends(self.parsed)
        return [begins(words[i - 1].end, words[i].start, starts) for i, ends in enumerate(hard, 1) if not ends]


def bare(text: str) -> str:
    """The same words as a speech recogniser leaves them: no capitals, no punctuation."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w' ]", " ", text.lower())).strip()


def as_written(reply: LabelledReply) -> tuple[str, list[Span], list[str]]:
    return (reply.reply, [Span(u.start, u.end) for u in reply.utterances], [u.code for u in reply.utterances])


def as_spoken(reply: LabelledReply) -> tuple[str, list[Span], list[str]]:
    """The reply without capitals and punctuation; utterances that were nothing but punctuation fall away."""
    spans, codes, text = [], [], ""
    for utterance in reply.utterances:
        words = bare(reply.reply[utterance.start : utterance.end])
        if words:
            text = f"{text} {words}" if text else words
            spans.append(Span(len(text) - len(words), len(text)))
            codes.append(utterance.code)
    return text, spans, codes


def prepare(replies: Sequence[LabelledReply], *, spoken: bool = False) -> list[Example]:
    """Examples as written or, with `spoken`, as a recogniser would have left them."""
    answered = disclosures.read_all(map(disclosure_of, replies))
    cut = [(reply, *(as_spoken if spoken else as_written)(reply)) for reply in replies]
    cut = [each for each in cut if each[2]]
    found = []
    for (reply, _, spans, codes), parsed in zip(cut, read_many([each[1] for each in cut]), strict=True):
        said = answered[disclosure_of(reply)]
        rows = [extract(view).values for view in views(parsed, spans, said)]
        found.append(Example(reply, said, parsed, spans, rows, codes))
    return found


def begins(end: int, start: int, starts: set[int]) -> bool:
    """Does an utterance begin after `end` and no later than the word at `start`?"""
    return any(place in starts for place in range(end, start + 1))


class Prose(NamedTuple):
    """Other prose without capitals and punctuation, and the places in it where sentences begin."""

    parsed: Text
    starts: frozenset[int]

    def edges(self) -> list[dict[str, float]]:
        return gaps.rows(self.parsed, utterances.hard_ends(self.parsed))

    def cuts(self) -> list[bool]:
        return [word.start in self.starts for word in self.parsed.words[1:]]


def prose(texts: Iterable[str]) -> list[Prose]:
    """What `texts` of two sentences or more teach about where sentences end when nothing marks it."""
    cut = [[piece for piece in map(bare, SENTENCE_END.split(text)) if piece] for text in texts]
    cut = [pieces for pieces in cut if len(pieces) > 1]
    return [
        Prose(parsed, frozenset((0, *accumulate(len(piece) + 1 for piece in pieces))))
        for pieces, parsed in zip(cut, read_many([" ".join(pieces) for pieces in cut]), strict=True)
    ]
