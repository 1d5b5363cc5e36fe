"""Feature families: each file is one family, with `NAMES` (what it can say) and `extract` (what it finds).

A feature is a named number with the place in the reply that it was read from, so that every decision can be traced back
to words. Families are independent of one another; `FAMILIES` is the whole list.
"""

from __future__ import annotations

from models.features import characters, form, grammar, lexicon, openings, position, question, relation, skeleton, words
from models.features.base import Bag, Family, UtteranceView, views

FAMILIES: dict[str, Family] = {
    family.FAMILY: family
    for family in (words, characters, openings, skeleton, question, form, grammar, lexicon, relation, position)
}


def extract(view: UtteranceView) -> Bag:
    """Everything the families find in one utterance."""
    bag = Bag()
    for family in FAMILIES.values():
        family.extract(view, bag)
    return bag


__all__ = ["FAMILIES", "Bag", "Family", "UtteranceView", "extract", "views"]
