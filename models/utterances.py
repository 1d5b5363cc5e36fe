"""Segmentation: where in a reply one complete thought ends and the next begins.

A sentence end always ends an utterance (MISC 2.5, and this project's codebook). Everything else (commas between clauses
that differ in kind, chat without full stops, speech without punctuation) is decided by a small classifier that looks at
the words around each possible boundary.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from models.language import Text, Token
from models.linear import Linear

# Hard ends: a full stop, question or exclamation mark (or a row of them), or a new line. An ellipsis may be a pause.
HARD = re.compile(r"[!?]|(?<!\.)\.(?!\.)|[\n\r\u2028\u2029]")
SOFT_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]|e\.g|i\.e|vs|approx)\.\s*$", re.IGNORECASE)
OPENING = "\"'“‘«([{¿¡*_-–—•#@"
LIKELY = 0.5

SUBJECTS = frozenset("i you he she it we they this that there".split())
ASKING = frozenset(
    "what how why when where who which whose do does did is are was were have has had can could would will".split()
)


class Span(NamedTuple):
    """`text[start:end]`, in code points."""

    start: int
    end: int


def segment(text: Text, boundary: Linear) -> list[Span]:
    """Cut a reply into utterances.

    Parameters
    ----------
    text : Text
        The parsed reply; must hold something other than white space.
    boundary : Linear
        Classifier over `features`; its second class is "an utterance begins here".

    Returns
    -------
    list of Span
        In order, not overlapping, none empty; together they hold every character that is not white space.
    """
    words = text.words
    starts = [0]
    open_places = []
    for index in range(1, len(words)):
        if ends_hard(text.text, words[index - 1], words[index]):
            starts.append(index)
        else:
            open_places.append(index)
    if open_places:
        rows = [features(text.text, words, index) for index in open_places]
        likely = boundary.likelihood(rows) >= LIKELY
        starts = sorted([*starts, *np.asarray(open_places)[likely].tolist()])
    return cut(text.text, [words[i].start for i in starts] if words else [0])


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


def features(text: str, words: tuple[Token, ...], index: int) -> dict[str, float]:
    """What stands around the place before `words[index]`, as a row for the boundary classifier."""
    before, here = words[index - 1], words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    between = text[before.end : here.start].strip()
    last = words[index - 2] if index >= 2 else None
    row = {
        "between " + (between[:3] or "nothing"): 1.0,
        "here " + here.norm: 1.0,
        "before " + before.norm: 1.0,
        "pos " + before.pos + " " + here.pos: 1.0,
        "tag " + here.tag: 1.0,
        "tag before " + before.tag: 1.0,
        "dep " + here.dep: 1.0,
        "dep before " + before.dep: 1.0,
        "pair " + before.norm + " " + here.norm: 1.0,
        "words so far": min(index, 12) / 12,
        "words to come": min(len(words) - index, 12) / 12,
    }
    if after is not None:
        row["next " + after.norm] = 1.0
        row["opens " + here.norm + " " + after.norm] = 1.0
        row["opens pos " + here.pos + " " + after.pos] = 1.0
        if here.norm in SUBJECTS and after.pos in ("VERB", "AUX"):
            row["subject and verb"] = 1.0
        if here.norm in ASKING and after.norm in SUBJECTS:
            row["asks"] = 1.0
    if last is not None:
        row["two before " + last.norm] = 1.0
    if here.starts_sentence:
        row["sentence"] = 1.0
    if here.dep == "ROOT":
        row["root"] = 1.0
    if not between:
        row["bare pos " + before.pos + " " + here.pos] = 1.0
    if text[here.start : here.start + 1].isupper() and here.norm != "i":
        row["capital"] = 1.0
    return row
