"""Person, mood and modality: who the sentence is about, and whether it states, orders or supposes."""

from __future__ import annotations

from itertools import pairwise

from models.features.base import Bag, UtteranceView
from models.language import Token

FAMILY = "grammar"
NAMES = (
    "grammar:subject <person>", "grammar:first subject <person>", "grammar:imperative", "grammar:modal <verb>",
    "grammar:you modal", "grammar:root <tag>", "grammar:past", "grammar:no verb", "grammar:negated", "grammar:says you",
    "grammar:says I", "grammar:length <bin>", "grammar:copula you", "grammar:exclamation",
)  # fmt: skip

PERSON = {"i": "I", "we": "we", "you": "you", "he": "they", "she": "they", "they": "they", "it": "it", "that": "it",
          "this": "it", "there": "there", "who": "who", "what": "what"}  # fmt: skip
MODALS = frozenset("should must could can would will might may shall ought need".split())
LENGTHS = ((2, "two or fewer"), (5, "up to five"), (9, "up to nine"), (16, "up to sixteen"), (30, "up to thirty"))


def extract(view: UtteranceView, bag: Bag) -> None:
    if not view.words:
        return
    sentence(view, bag)
    for word in view.words:
        one_word(view, word, bag)
    for you, verb in pairwise(view.words):
        if you.norm == "you" and verb.norm in ("are", "were", "feel", "felt", "have"):
            bag.add("grammar:copula you", 1.0, you.start, verb.end)
    length = next((name for most, name in LENGTHS if len(view.words) <= most), "over thirty")
    bag.add(f"grammar:length {length}", 0.7)


def sentence(view: UtteranceView, bag: Bag) -> None:
    """Whom it is about, what its main verb is, and whether it orders."""
    words = view.words
    subjects = [word for word in words if word.dep in ("nsubj", "nsubjpass", "expl")]
    for index, subject in enumerate(subjects):
        person = PERSON.get(subject.norm, "other")
        if index == 0:
            bag.add(f"grammar:first subject {person}", 1.0, subject.start, subject.end)
        bag.add(f"grammar:subject {person}", 0.7, subject.start, subject.end)
    root = next((word for word in words if word.dep == "ROOT"), words[0])
    bag.add(f"grammar:root {root.tag}", 0.7, root.start, root.end)
    first = words[view.opening]
    # Base form first and nobody doing it: an order or an advice ("Talk to her", "Don't dwell on it").
    led = words[view.opening + 2] if first.norm == "do" and len(words) > view.opening + 2 else first
    if led.tag == "VB" and not any(subject.start < led.start for subject in subjects):
        bag.add("grammar:imperative", 1.0, first.start, led.end)
    if not any(word.pos in ("VERB", "AUX") for word in words):
        bag.add("grammar:no verb", 1.0, view.start, view.end)
    if "!" in view.tail:
        bag.add("grammar:exclamation", 0.7, words[-1].end, view.end)


def one_word(view: UtteranceView, word: Token, bag: Bag) -> None:
    """Modality, negation, tense, and whose words these are."""
    if word.tag == "MD" and word.norm in MODALS:
        bag.add(f"grammar:modal {word.norm}", 0.7, word.start, word.end)
        if any(other.norm == "you" and 0 < word.start - other.end < 3 for other in view.words):
            bag.add("grammar:you modal", 1.0, word.start, word.end)
    elif word.dep == "neg":
        bag.add("grammar:negated", 0.5, word.start, word.end)
    elif word.tag == "VBD":
        bag.add("grammar:past", 0.5, word.start, word.end)
    elif word.norm in ("you", "your", "yourself"):
        bag.add("grammar:says you", 0.7, word.start, word.end)
    elif word.norm in ("i", "my", "me", "myself", "mine"):
        bag.add("grammar:says I", 0.7, word.start, word.end)


def say(name: str) -> str:
    kind = name.removeprefix("grammar:")
    if kind.startswith(("subject", "first subject")):
        return "whom the sentence is about"
    if kind.startswith(("modal", "you modal")):
        return "the verb of wish, duty or possibility"
    return {
        "imperative": "the form of an instruction",
        "no verb": "a fragment without a verb",
        "says you": "it speaks of the speaker",
        "says I": "it speaks of the listener",
        "copula you": "it says how the speaker is",
        "negated": "the word that says no",
        "exclamation": "the exclamation mark",
    }.get(kind, "the form of the sentence")
