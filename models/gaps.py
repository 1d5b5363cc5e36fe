"""What stands around each gap between two words: the rows from which segmentation decides where an utterance begins.

Words and parts of speech on both sides, what the parser ties across the gap, and what has been said so far. Where a
text has no punctuation at all (chat, speech recognisers), the same measures count once more under a name of their own:
there a sentence may end at any gap.
"""

from __future__ import annotations

import re
from itertools import accumulate

from models.language import Text, Token

Row = dict[str, float]

PUNCTUATION = re.compile(r"[.!?,;:]")
# A text of fewer words needs no punctuation.
BARE_WORDS = 6
# What counts once more where there is no punctuation.
BARE = ("here ", "next ", "before ", "opens ", "pos ", "opens pos ", "tag ", "dep ", "subject and verb", "asks",
        "ties ", "only tie ")  # fmt: skip
# How far back and ahead "has a subject, has a verb" looks, in words; an arc longer than FAR is a misreading.
BACK, AHEAD, FAR = 25, 8, 60

SUBJECT = ("nsubj", "nsubjpass")
SUBJECTS = frozenset("i you he she it we they this that there".split())
ASKING = frozenset(
    "what how why when where who which whose do does did is are was were have has had can could will would".split()
)


def rows(text: Text, hard: list[bool]) -> list[Row]:
    """A row for each gap that is not `hard`, in order; `hard[i]` is about the gap before word i + 1."""
    words = text.words
    ties = crossing(text)
    place = [index for index, token in enumerate(text.tokens) if token.is_word]
    bare = len(words) > BARE_WORDS and not PUNCTUATION.search(text.text[: words[-1].end])
    verbs = [0, *accumulate(word.pos in ("VERB", "AUX") for word in words)]
    subjects = [0, *accumulate(word.dep in SUBJECT for word in words)]
    found = []
    began = 0
    for index in range(1, len(words)):
        if hard[index - 1]:
            began = index
            continue
        row = around(text.text, words, index)
        row["left" + parts(verbs, subjects, max(began, index - BACK), index)] = 1.0
        row["right" + parts(verbs, subjects, index, min(len(words), index + AHEAD))] = 1.0
        row.update(tied(ties[place[index]]))
        if words[index].dep in (*SUBJECT, "expl"):
            row["subject of " + text.tokens[words[index].head].dep] = 1.0
        if bare:
            row.update([("bare " + name, value) for name, value in row.items() if name.startswith(BARE)])
            row["bare"] = 1.0
        found.append(row)
    return found


def around(text: str, words: tuple[Token, ...], index: int) -> Row:
    """The words near the gap before `words[index]`, alone and in sequence."""
    before, here = words[index - 1], words[index]
    between = text[before.end : here.start].strip()
    row = {
        "between " + (between[:3] or "nothing"): 1.0,
        "here " + here.norm: 1.0,
        "before " + before.norm: 1.0,
        "pos " + before.pos + " " + here.pos: 1.0,
        "tag " + here.tag: 1.0,
        "tag before " + before.tag: 1.0,
        "dep " + here.dep: 1.0,
        "dep before " + before.dep: 1.0,
        "pair " + before.norm + " " + here.norm: 1.0,
        "words so far": min(index, 12) / 12,
        "words to come": min(len(words) - index, 12) / 12,
    }
    if index + 1 < len(words):
        after = words[index + 1]
        row["next " + after.norm] = 1.0
        row["opens " + here.norm + " " + after.norm] = 1.0
        row["opens pos " + here.pos + " " + after.pos] = 1.0
        row[f"tags {before.tag} {here.tag} {after.tag}"] = 1.0
        row[f"three {before.norm} {here.norm} {after.norm}"] = 1.0
        if here.norm in SUBJECTS and after.pos in ("VERB", "AUX"):
            row["subject and verb"] = 1.0
        if here.norm in ASKING and after.norm in SUBJECTS:
            row["asks"] = 1.0
    if index + 2 < len(words):
        third = words[index + 2]
        row["ahead 2 " + third.norm] = 0.7
        row[f"opens three {here.norm} {words[index + 1].norm} {third.norm}"] = 1.0
        row[f"opens three tags {here.tag} {words[index + 1].tag} {third.tag}"] = 1.0
    if index + 3 < len(words):
        row["ahead 3 " + words[index + 3].norm] = 0.7
    if index >= 2:
        last = words[index - 2]
        row["two before " + last.norm] = 1.0
        row["ends " + last.norm + " " + before.norm] = 1.0
        row["ends tags " + last.tag + " " + before.tag] = 1.0
    if index >= 3:
        row["back 2 " + words[index - 3].norm] = 0.7
    if index >= 4:
        row["back 3 " + words[index - 4].norm] = 0.7
    if here.starts_sentence:
        row["sentence"] = 1.0
    if here.dep == "ROOT":
        row["root"] = 1.0
    if not between:
        row["bare pos " + before.pos + " " + here.pos] = 1.0
    if text[here.start : here.start + 1].isupper() and here.norm != "i":
        row["capital"] = 1.0
    return row


def parts(verbs: list[int], subjects: list[int], first: int, end: int) -> str:
    """Whether the words from `first` up to `end` hold a verb and a subject, from running counts of both."""
    return (" verb" if verbs[end] > verbs[first] else "") + (" subject" if subjects[end] > subjects[first] else "")


def crossing(text: Text) -> list[list[tuple[str, int]]]:
    """For the gap before each token, the arcs of the parse that cross it: (name, length in tokens)."""
    found: list[list[tuple[str, int]]] = [[] for _ in text.tokens]
    for index, token in enumerate(text.tokens):
        length = abs(token.head - index)
        if 0 < length < FAR:
            name = token.dep + (" ahead" if index < token.head else " back")
            for gap in range(min(index, token.head) + 1, max(index, token.head) + 1):
                found[gap].append((name, length))
    return found


def tied(arcs: list[tuple[str, int]]) -> Row:
    """How the parser ties the two sides together: the end of a thought is crossed by one loose arc or none."""
    if not arcs:
        return {"ties none": 1.0}
    row = {f"ties {len(arcs)}" if len(arcs) < 3 else "ties many": 1.0}
    if len(arcs) == 1:
        row["only tie " + arcs[0][0]] = 1.0
    row["long tie " + max(arcs, key=lambda arc: arc[1])[0]] = 1.0
    if len(arcs) < 4:
        row.update([("tie " + name, 1.0) for name, _ in arcs])
    return row
