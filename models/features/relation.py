"""How an utterance stands to the disclosure: what it takes up, what it turns round from "I" to "you", what it adds."""

from __future__ import annotations

from itertools import pairwise

from models.disclosure import is_content, stem
from models.features.base import Bag, UtteranceView

FAMILY = "relation"
NAMES = ("relation:takes up", "relation:takes up most", "relation:adds", "relation:adds only", "relation:turned round",
         "relation:pair", "relation:no disclosure")  # fmt: skip

FIRST = frozenset("i me my mine myself we us our".split())


def extract(view: UtteranceView, bag: Bag) -> None:
    disclosure = view.disclosure
    if not disclosure.words:
        bag.add("relation:no disclosure")
        return
    own = [word for word in view.words if is_content(word)]
    shared = [word for word in own if word.lemma in disclosure.content or stem(word.lemma) in disclosure.stems]
    if shared:
        bag.add("relation:takes up", min(1.0, 0.5 + 0.25 * len(shared)), shared[0].start, shared[0].end)
        if len(shared) * 2 >= len(own):
            bag.add("relation:takes up most", 1.0, shared[0].start, shared[-1].end)
        about_speaker = any(word.norm in ("you", "your") for word in view.words)
        if about_speaker and any(word in FIRST for word in disclosure.words):
            bag.add("relation:turned round", 1.0, shared[0].start, shared[0].end)
    new = [word for word in own if word not in shared]
    if new:
        bag.add("relation:adds", min(1.0, 0.25 * len(new)), new[0].start, new[0].end)
        if not shared:
            bag.add("relation:adds only", 1.0, new[0].start, new[-1].end)
    norms = [word.norm for word in view.words]
    copied = sum(pair in disclosure.bigrams for pair in pairwise(norms))
    if copied:
        bag.add("relation:pair", min(1.0, copied / 3))


def say(name: str) -> str:
    return {
        "relation:takes up": "it takes up the speaker's words",
        "relation:takes up most": "most of it is the speaker's",
        "relation:turned round": 'the speaker\'s "I" turned into "you"',
        "relation:adds": "it adds something of its own",
        "relation:adds only": "nothing in it comes from the speaker",
    }.get(name, "how it stands to what was said")
