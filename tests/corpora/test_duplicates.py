"""Near-duplicates are found, all of them, and the corpus has none."""

from __future__ import annotations

import random

import pytest

from corpora import loaders
from corpora.duplicates import alike, grams


def test_the_corpus_repeats_nobody() -> None:
    """No two replies overlap by more than 0.6: a model would be taught twice, or judged on what it saw."""
    texts = [reply.reply for reply in loaders.replies()]
    assert [(texts[i], texts[j]) for i, j in alike(texts)] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("You miss home, don't you?", "you miss  HOME, don't you", True),
        ("That sounds really hard for you.", "That sounds really hard on you.", True),
        ("That sounds really hard for you.", "You must be so tired of all this.", False),
        ("ok", "ok", True),
    ],
)
def test_small_changes_are_seen_through(one: str, other: str, same: bool) -> None:
    """Case, spaces and a changed word hide nothing; other words are other replies."""
    assert bool(list(alike([one, other]))) == same


def test_no_pair_is_missed() -> None:
    """The short cut finds exactly the pairs that comparing each with each finds."""
    chance = random.Random(4)
    words = "you feel so tired of it all and nobody asks how the evenings are now".split()
    texts = [" ".join(chance.choices(words, k=chance.randint(2, 9))) for _ in range(150)]
    expected = {
        (i, j)
        for i in range(len(texts))
        for j in range(i)
        if len(grams(texts[i]) & grams(texts[j])) > 0.6 * len(grams(texts[i]) | grams(texts[j]))
    }
    assert expected
    assert set(alike(texts)) == expected
