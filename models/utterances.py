"""Segmentation: where in a reply one complete thought ends and the next begins.

A sentence end always ends an utterance (MISC 2.5, and this project's codebook). Everything else (commas between clauses
that differ in kind, chat without full stops, speech without punctuation) is decided by a small classifier that looks at
what stands around each gap (`gaps`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from models import gaps
from models.language import Text, Token
from models.linear import TwoWay

# Hard ends: a full stop, question or exclamation mark (or a row of them), or a new line. An ellipsis may be a pause.
HARD = re.compile(r"[!?]|(?<!\.)\.(?!\.)|[\n\r\u2028\u2029]")
SOFT_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]|e\.g|i\.e|vs|approx)\.\s*$", re.IGNORECASE)
OPENING = "\"'“‘«([{¿¡*_-–—•#@"
# Chosen on the development split, written and bare (docs/decisions/0005-plain-talk.md).
LIKELY = 0.3


class Span(NamedTuple):
    """`text[start:end]`, in code points."""

    start: int
    end: int


def segment(text: Text, boundary: TwoWay) -> list[Span]:
    """Cut a reply into utterances.

    Parameters
    ----------
    text : Text
        The parsed reply; must hold something other than white space.
    boundary : TwoWay
        Classifier over `gaps.rows`; its second class is "an utterance begins here".

    Returns
    -------
    list of Span
        In order, not overlapping, none empty; together they hold every character that is not white space.
    """
    words = text.words
    if not words:
        return cut(text.text, [0])
    hard = hard_ends(text)
    places = [index for index, ends in enumerate(hard, 1) if not ends]
    starts = [0, *(index for index, ends in enumerate(hard, 1) if ends)]
    if places:
        likely = boundary.likelihood(gaps.rows(text, hard)) >= LIKELY
        starts = sorted([*starts, *np.asarray(places)[likely].tolist()])
    return cut(text.text, [words[i].start for i in starts])


def hard_ends(text: Text) -> list[bool]:
    """For each gap between two words, whether a sentence surely ends there."""
    return [ends_hard(text.text, before, after) for before, after in pairwise(text.words)]


def ends_hard(text: str, before: Token, after: Token) -> bool:
    between = text[before.end : after.start]
    match = HARD.search(between)
    if match is None:
        return False
    if match.group() == ".":
        # "3.5" and "e.g." end nothing, and neither does a stop with no space after it inside a name ("heard.org").
        return between != "." and not SOFT_ABBREVIATION.search(
            text[max(0, before.start - 3) : before.end + match.end()]
        )
    return True


def cut(text: str, starts: list[int]) -> list[Span]:
    """Spans from the places where words begin; an opening quote or bracket goes with the word that it opens."""
    edges = [0]
    for word in starts[1:]:
        start = word
        while start > edges[-1] + 1 and text[start - 1] in OPENING:
            start -= 1
        edges.append(start)
    edges.append(len(text))
    spans = []
    for left, right in pairwise(edges):
        piece = text[left:right]
        if stripped := piece.strip():
            start = left + piece.index(stripped[0])
            spans.append(Span(start, start + len(stripped)))
    return spans
