"""Phrases that the field teaches or warns of, and feeling words by family and strength (`models/lexicons`)."""

from __future__ import annotations

from models.features.base import Bag, UtteranceView
from models.lexicon import LONGEST, feelings, first_words, lexicons, phrase_index

FAMILY = "lexicon"
NAMES = ("lexicon:<list>", "lexicon:<list> first", "lexicon:feeling", "lexicon:feeling strong", "lexicon:feeling said",
         "lexicon:feeling unsaid", "lexicon:you and feeling")  # fmt: skip


def extract(view: UtteranceView, bag: Bag) -> None:
    words = view.words
    norms = [word.norm for word in words]
    index, firsts, known = phrase_index(), first_words(), feelings()
    opening = view.opening
    for at, norm in enumerate(norms):
        if norm in firsts:
            for length in range(min(LONGEST, len(norms) - at), 0, -1):
                for name in index.get(tuple(norms[at : at + length]), ()):
                    # A long phrase is surer than a single word that happens to stand in a list.
                    weight = 1.0 if length > 1 else 0.5
                    start, end = words[at].start, words[at + length - 1].end
                    bag.add(f"lexicon:{name}", weight, start, end)
                    if at == opening:
                        bag.add(f"lexicon:{name} first", weight, start, end)
        if norm in known:
            feel(view, bag, at, known[norm][1])


def feel(view: UtteranceView, bag: Bag, at: int, strength: int) -> None:
    word = view.words[at]
    bag.add("lexicon:feeling", 1.0, word.start, word.end)
    if strength == 3:
        bag.add("lexicon:feeling strong", 1.0, word.start, word.end)
    said = word.norm in view.disclosure.words or word.lemma in view.disclosure.content
    bag.add("lexicon:feeling said" if said else "lexicon:feeling unsaid", 1.0, word.start, word.end)
    if any(other.norm in ("you", "your") for other in view.words[max(0, at - 5) : at]):
        bag.add("lexicon:you and feeling", 1.0, word.start, word.end)


def say(name: str) -> str:
    kind = name.removeprefix("lexicon:").removesuffix(" first")
    if kind.startswith(("feeling", "you and feeling")):
        return {
            "feeling said": "a feeling the speaker named",
            "feeling unsaid": "a feeling the speaker had not named",
            "you and feeling": "a feeling given back to the speaker",
        }.get(kind, "a feeling word")
    return next(lexicon.say for lexicon in lexicons() if lexicon.id == kind)
