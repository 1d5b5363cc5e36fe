"""How an utterance begins, after fillers ("um", "so"): the first words tell questions, stems and orders apart."""

from __future__ import annotations

from models.features.base import Bag, UtteranceView

FAMILY = "openings"
NAMES = ("openings:<first one to three words>", "openings:tag <part of speech of the first words>")


def extract(view: UtteranceView, bag: Bag) -> None:
    words = view.words[view.opening :]
    if not words:
        return
    for length in (1, 2, 3):
        if len(words) >= length:
            start, end = words[0].start, words[length - 1].end
            bag.add("openings:" + " ".join(word.norm for word in words[:length]), 1.0, start, end)
    if len(words) >= 2:
        bag.add(f"openings:tag {words[0].tag} {words[1].tag}", 0.7, words[0].start, words[1].end)


def say(name: str) -> str:
    return "a beginning often found in {label}"
