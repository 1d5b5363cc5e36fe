"""Where in the reply an utterance stands: greetings come first, questions often last."""

from __future__ import annotations

from models.features.base import Bag, UtteranceView

FAMILY = "position"
NAMES = ("position:only", "position:first", "position:last", "position:inside")


def extract(view: UtteranceView, bag: Bag) -> None:
    if view.count == 1:
        bag.add("position:only", 0.5)
    elif view.index == 0:
        bag.add("position:first", 0.5)
    elif view.index == view.count - 1:
        bag.add("position:last", 0.5)
    else:
        bag.add("position:inside", 0.5)


def say(name: str) -> str:
    return "its place in the reply"
