"""From labelled replies to rows a classifier can learn from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from corpora.loaders import disclosure_of
from corpora.types import LabelledReply
from models import disclosure as disclosures
from models import utterances
from models.features import extract, views
from models.language import read
from models.utterances import Span


class Example(NamedTuple):
    """One labelled reply, ready to learn from: `rows` and `codes` by utterance, `edges` and `cuts` by gap."""

    reply: LabelledReply
    text: str
    rows: list[dict[str, float]]
    codes: list[str]
    edges: list[dict[str, float]]
    cuts: list[bool]


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


def prepare(replies: Iterable[LabelledReply], spoken: bool = False) -> list[Example]:
    """Examples as written or, with `spoken`, as a recogniser would have left them."""
    found = []
    for reply in replies:
        text, spans, codes = as_spoken(reply) if spoken else as_written(reply)
        if not spans:
            continue
        parsed = read(text)
        said = disclosures.known(disclosure_of(reply))
        rows = [extract(view).values for view in views(parsed, spans, said)]
        words = parsed.words
        starts = {span.start for span in spans}
        gaps = [
            index for index in range(1, len(words)) if not utterances.ends_hard(text, words[index - 1], words[index])
        ]
        edges = [utterances.features(text, words, index) for index in gaps]
        cuts = [begins(words[index - 1].end, words[index].start, starts) for index in gaps]
        found.append(Example(reply, text, rows, codes, edges, cuts))
    return found


def begins(end: int, start: int, starts: set[int]) -> bool:
    """Does an utterance begin after `end` and no later than the word at `start`?"""
    return any(place in starts for place in range(end, start + 1))
