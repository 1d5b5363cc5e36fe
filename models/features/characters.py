"""Character sequences of three to five inside words: a word with a typing mistake still shares most of them."""

from __future__ import annotations

from models.features.base import Bag, UtteranceView

FAMILY = "characters"
NAMES = ("characters:<three to five characters, with word edges>",)


def extract(view: UtteranceView, bag: Bag) -> None:
    for word in view.words:
        edged = f" {word.norm} "
        for length in (3, 4, 5):
            for first in range(len(edged) - length + 1):
                bag.add("characters:" + edged[first : first + length], 0.35, word.start, word.end)


def say(name: str) -> str:
    return "a word like those often found in {label}"
