"""The grammar of asking: inversion, question words, tags, statements with a question mark, and invitations.

The two readings of "open" (common teaching, and MISC 2.5's grammar test) meet here: `yes_no_form` is the grammar.
"""

from __future__ import annotations

from models.features.base import Bag, UtteranceView
from models.language import Token

FAMILY = "question"
NAMES = (
    "question:mark", "question:inverted", "question:inverted you", "question:word first", "question:word inside",
    "question:short answer", "question:describe", "question:declarative", "question:tag", "question:why you",
    "question:invitation", "question:alternative", "question:mark missing",
)  # fmt: skip

AUXILIARY = frozenset(
    "do does did is are was were am have has had can could will would shall should may might must".split()
)
PRONOUN = frozenset(
    "i you he she it we they this that there your his her their anyone anybody anything someone".split()
)
WH = frozenset("what how why when where who whom whose which".split())
FACT = frozenset("when where who whom whose which".split())
MEASURE = frozenset("long many much old often far soon big late early".split())
TELL = frozenset("tell say describe talk walk take help explain share".split())
TAGS = tuple(
    " " + tag
    for tag in "right,yeah,no,huh,eh,innit,correct,is it,is not it,are not you,do not you,did you,did not you,"
    "was not it,have you,have not you,would not you,does it,are you,am i right,you know".split(",")
)


def inverted(words: tuple[Token, ...], at: int) -> bool:
    """Does an auxiliary stand before its subject at `at` ("did you", "is there", "haven't they")?"""
    if at + 1 >= len(words) or words[at].norm not in AUXILIARY:
        return False
    following = words[at + 1]
    if following.norm == "not" and at + 2 < len(words):
        following = words[at + 2]
    return following.norm in PRONOUN or (following.pos in ("DET", "PROPN", "NOUN") and words[at].pos == "AUX")


def yes_no_form(words: tuple[Token, ...], opening: int) -> bool:
    """Does grammar let a yes or no answer it, as MISC 2.5 counts a closed question?"""
    return inverted(words, opening)


def extract(view: UtteranceView, bag: Bag) -> None:
    words, at = view.words, view.opening
    mark = "?" in view.tail
    if mark:
        bag.add("question:mark", 1.0, words[-1].end if words else view.start, view.end)
    if not words:
        return
    first, last = words[at], words[-1]
    asks = yes_no(words, at, bag) | wh_word(words, at, bag)
    ending = " ".join(word.norm for word in words[-3:])
    if len(words) > 3 and ending.endswith(TAGS):
        bag.add("question:tag", 1.0, last.start, view.end)
    if (
        first.norm in TELL
        and first.tag == "VB"
        and any(word.norm in ("me", "more", "us") for word in words[at : at + 4])
    ):
        bag.add("question:invitation", 1.0, first.start, words[min(at + 2, len(words) - 1)].end)
    if asks and any(word.norm == "or" for word in words[at + 2 :]):
        bag.add("question:alternative", 1.0, first.start, last.end)
    if mark and not asks:
        bag.add("question:declarative", 1.0, last.end, view.end)
    if asks and not mark:
        bag.add("question:mark missing", 1.0, first.start, first.end)


def yes_no(words: tuple[Token, ...], at: int, bag: Bag) -> bool:
    """Note a yes-or-no question; true where it is one."""
    if not inverted(words, at):
        return False
    bag.add("question:inverted", 1.0, words[at].start, words[at + 1].end)
    if words[at + 1].norm == "you":
        bag.add("question:inverted you", 1.0, words[at].start, words[at + 1].end)
    return True


def wh_word(words: tuple[Token, ...], at: int, bag: Bag) -> bool:
    """Note a question word, at the front or before an inversion further in; true where there is one."""
    first = words[at]
    if first.norm not in WH:
        for index in range(at + 1, len(words) - 1):
            if words[index].norm in WH and inverted(words, index + 1):
                bag.add("question:word inside", 1.0, words[index].start, words[index + 1].end)
                return True
        return False
    bag.add("question:word first", 1.0, first.start, first.end)
    second = words[at + 1].norm if at + 1 < len(words) else ""
    if first.norm in FACT or (first.norm == "how" and second in MEASURE):
        bag.add("question:short answer", 1.0, first.start, first.end)
    elif first.norm in ("what", "how"):
        bag.add("question:describe", 1.0, first.start, first.end)
    elif any(word.norm == "you" for word in words[at : at + 5]):
        bag.add("question:why you", 1.0, first.start, first.end)
    return True


SAY = {
    "question:mark": "the question mark",
    "question:inverted": "the word order of a yes-or-no question",
    "question:inverted you": "the word order of a yes-or-no question",
    "question:word first": "a question word",
    "question:word inside": "a question inside the sentence",
    "question:short answer": "a question that a word or a fact answers",
    "question:describe": "a question that asks for a description",
    "question:declarative": "a statement with a question mark",
    "question:tag": "a tag that asks for a yes",
    "question:why you": 'a "why" put to the speaker',
    "question:invitation": "an invitation to tell more",
    "question:alternative": "a choice between answers",
    "question:mark missing": "the word order of a question",
}


def say(name: str) -> str:
    return SAY[name]
