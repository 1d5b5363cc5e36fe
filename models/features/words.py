"""Words and word sequences of one to three, as spoken: case, punctuation and contractions make no difference."""

from __future__ import annotations

from models.features.base import Bag, UtteranceView

FAMILY = "words"
NAMES = ("words:<one to three words>",)


def extract(view: UtteranceView, bag: Bag) -> None:
    words = view.words
    norms = [word.norm for word in words]
    for length, weight in ((1, 1.0), (2, 0.9), (3, 0.7)):
        for first in range(len(norms) - length + 1):
            name = "words:" + " ".join(norms[first : first + length])
            bag.add(name, weight, words[first].start, words[first + length - 1].end)


def say(name: str) -> str:
    return "words often found in {label}"
