"""What of the speaker's words is needed to judge a reply to them; parsed once and kept by its text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from itertools import pairwise
from threading import Lock
from typing import NamedTuple

from models import language
from models.language import Text, Token
from models.lexicon import feelings_in

# How many disclosures are kept in memory.
KEPT = 512
# Content words that are in nearly every disclosure and so say nothing about which one is answered.
EVERYDAY = frozenset(
    "get go do be have make take come say tell know think feel want need see look seem mean let try start keep give "
    "thing stuff lot way bit kind sort something anything everything nothing someone one really just even still "
    "time day today now always never much more would could should can will good bad right okay yes no like "
    "talk hear sound help people person life".split()
)


class Disclosure(NamedTuple):
    """`content` lemmas and their word `stems` (first letters, robust to typing); `words` in order, for copying."""

    text: str
    content: frozenset[str]
    stems: frozenset[str]
    words: tuple[str, ...]
    feelings: frozenset[str]
    bigrams: frozenset[tuple[str, str]]


def stem(word: str) -> str:
    """The first five letters: joins tense, number and most typing mistakes at the end."""
    return word[:5]


def is_content(token: Token) -> bool:
    return (
        token.is_word
        and not token.is_stop
        and token.pos in ("NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM", "INTJ", "X")
        and token.lemma not in EVERYDAY
        and token.norm not in EVERYDAY
        and len(token.lemma) > 1
    )


def content(tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(token.lemma for token in tokens if is_content(token))


def of(text: Text) -> Disclosure:
    lemmas = content(text.tokens)
    words = tuple(token.norm for token in text.words)
    return Disclosure(
        text.text,
        lemmas,
        frozenset(map(stem, lemmas)),
        words,
        feelings_in(text.words),
        frozenset(pairwise(words)),
    )


def read_all(texts: Iterable[str]) -> dict[str, Disclosure]:
    """The disclosures for many texts at once, by text."""
    found = sorted(set(texts))
    return {parsed.text: of(parsed) for parsed in language.read_many(found)}


# By text, the one asked for longest ago first.
_kept: OrderedDict[str, Disclosure] = OrderedDict()
_keeping = Lock()


def known(text: str) -> Disclosure:
    """The disclosure for `text`, from memory where it was seen lately. An empty text is an empty disclosure."""
    return known_all([text])[text]


def known_all(texts: Iterable[str]) -> dict[str, Disclosure]:
    """The same for many texts, by text and in their order: those not in memory are parsed together."""
    wanted = list(dict.fromkeys(texts))
    found = {text: kept for text in wanted if (kept := _kept.get(text)) is not None}
    found.update(read_all(text for text in wanted if text not in found))
    with _keeping:
        for text in wanted:
            _kept[text] = found[text]
            _kept.move_to_end(text)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return {text: found[text] for text in wanted}


def forget() -> None:
    """Empty the memory."""
    _kept.clear()
