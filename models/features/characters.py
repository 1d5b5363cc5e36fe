"""Sequences of three characters inside words: a word with a typing mistake still shares most of them."""

from __future__ import annotations

from models.features.base import Bag, UtteranceView

FAMILY = "characters"
NAMES = ("characters:<three characters, with word edges>",)
LENGTH = 3


def extract(view: UtteranceView, bag: Bag) -> None:
    for word in view.words:
        edged = f" {word.norm} "
        for first in range(len(edged) - LENGTH + 1):
            bag.add("characters:" + edged[first : first + LENGTH], 0.35, word.start, word.end)


def say(name: str) -> str:
    return "a word like those often found in {label}"
