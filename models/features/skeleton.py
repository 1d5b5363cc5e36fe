"""The build of the sentence: sequences in which words of grammar stay and words of content become their part of speech.

"What made you move?" and "What made you stay?" are one question; what the sentence is about does not carry over to the
next conversation, how it is built does.
"""

from __future__ import annotations

from models.features.base import Bag, UtteranceView
from models.language import Token

FAMILY = "skeleton"
NAMES = ("skeleton:<two to four in sequence>", "skeleton:opens <first three to five>")

GRAMMAR = frozenset(("PRON", "AUX", "ADP", "DET", "CCONJ", "SCONJ", "PART", "INTJ"))
# Words of other kinds that steer a sentence as much as grammar does.
STEERING = frozenset(
    "not no so just really very too more most much many any some other else even still only again also then there here "
    "now maybe perhaps never always what how why when where who which whose if because while than as about like well "
    "okay right yeah".split()
)


def bone(word: Token) -> str:
    return word.norm if word.pos in GRAMMAR or word.norm in STEERING else word.tag


def extract(view: UtteranceView, bag: Bag) -> None:
    words = view.words
    if not words:
        return
    bones = ["^", *map(bone, words), "?" if "?" in view.tail else "$"]
    last = len(words) - 1
    for length in (2, 3, 4):
        for first in range(len(bones) - length + 1):
            start, end = words[max(0, first - 1)].start, words[min(last, first + length - 2)].end
            bag.add("skeleton:" + " ".join(bones[first : first + length]), 0.5, start, end)
    at = view.opening
    opening = bones[at + 1 : -1]
    for length in (3, 4, 5):
        if len(opening) >= length:
            name = "skeleton:opens " + " ".join(opening[:length])
            bag.add(name, 0.7, words[at].start, words[at + length - 1].end)


def say(name: str) -> str:
    return "the way the sentence is built"
