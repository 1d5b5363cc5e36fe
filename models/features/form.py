"""The kind of sentence: which way of asking, an order, or a statement and about whom.

It is also what the lexicon's findings are split by: "you could" in a question about the speaker's own plan is not the
"you could" of advice, and a sum of separate features cannot tell them apart.
"""

from __future__ import annotations

from models.features.base import Bag, UtteranceView
from models.features.question import WH, inverted

FAMILY = "form"
KINDS = ("nothing", "yes or no", "asks", "marked", "orders", "fragment", "I", "we", "you", "other")
NAMES = ("form:<kind>", "form:short <kind>")
# An utterance of at most this many words is short: echoes, back-channels and clipped questions.
SHORT = 4

ABOUT = {"i": "I", "we": "we", "you": "you"}


def kind(view: UtteranceView) -> str:
    """One of `KINDS`: the first that fits, in the order of how plainly grammar shows it."""
    words, at = view.words, view.opening
    if not words:
        return "nothing"
    if inverted(words, at):
        return "yes or no"
    if words[at].norm in WH or any(w.norm in WH and inverted(words, i + 1) for i, w in enumerate(words) if i > at):
        return "asks"
    if "?" in view.tail:
        return "marked"
    subject = next((word for word in words if word.dep in ("nsubj", "nsubjpass", "expl")), None)
    led = words[at + 2] if words[at].norm == "do" and len(words) > at + 2 else words[at]
    if led.tag == "VB" and (subject is None or subject.start > led.start):
        return "orders"
    return ABOUT.get(subject.norm, "other") if subject else "fragment"


def extract(view: UtteranceView, bag: Bag) -> None:
    found = kind(view)
    bag.add(f"form:{found}", 1.0)
    if 0 < len(view.words) <= SHORT:
        bag.add(f"form:short {found}", 1.0)


def say(name: str) -> str:
    return "the kind of sentence"
