"""Phrases that the field teaches or warns of, and feeling words by family and strength (`models/lexicons`)."""

from __future__ import annotations

from models.features.base import Bag, UtteranceView
from models.features.form import kind
from models.lexicon import LONGEST, feelings, first_words, lexicons, phrase_index

FAMILY = "lexicon"
NAMES = (
    "lexicon:<list>",
    "lexicon:<list> in <kind of sentence>",
    "lexicon:<list> first",
    "lexicon:judgement denied",
    "lexicon:feeling",
    "lexicon:feeling strong",
    "lexicon:feeling said",
    "lexicon:feeling unsaid",
    "lexicon:you and feeling",
)
# "It isn't stupid" judges nobody.
DENIES = frozenset(("not", "no", "nothing", "never", "nor", "hardly"))


def extract(view: UtteranceView, bag: Bag) -> None:
    words = view.words
    norms = [word.norm for word in words]
    index, firsts, known = phrase_index(), first_words(), feelings()
    sentence = kind(view)
    for at, norm in enumerate(norms):
        if norm in firsts:
            for length in range(min(LONGEST, len(norms) - at), 0, -1):
                for name in index.get(tuple(norms[at : at + length]), ()):
                    if name == "judgement" and DENIES & set(norms[max(0, at - 4) : at]):
                        bag.add("lexicon:judgement denied", 1.0, words[at].start, words[at + length - 1].end)
                        continue
                    # A long phrase is surer than a single word that happens to stand in a list.
                    weight = 1.0 if length > 1 else 0.5
                    start, end = words[at].start, words[at + length - 1].end
                    bag.add(f"lexicon:{name}", weight, start, end)
                    bag.add(f"lexicon:{name} in {sentence}", weight, start, end)
                    if at == view.opening:
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
    found = name.removeprefix("lexicon:").removesuffix(" first").partition(" in ")[0]
    if found == "judgement denied":
        return "a judgement turned away"
    if found.startswith(("feeling", "you and feeling")):
        return {
            "feeling said": "a feeling the speaker named",
            "feeling unsaid": "a feeling the speaker had not named",
            "you and feeling": "a feeling given back to the speaker",
        }.get(found, "a feeling word")
    return next(lexicon.say for lexicon in lexicons() if lexicon.id == found)
