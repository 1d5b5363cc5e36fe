"""The field's word lists: phrases that mark a kind of talk, and feeling words by family and strength."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from models.language import CHAT, Token, pipeline

LONGEST = 6
DATA = files("models") / "lexicons"

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One list of phrases. `say` names it in plain words; `source` says whose idea the list is."""

    id: str
    say: str
    source: str
    phrases: frozenset[Phrase]


@cache
def lexicons() -> tuple[Lexicon, ...]:
    return tuple(
        Lexicon(data["id"], data["say"], data["source"], frozenset(map(tokenize, data["phrases"])))
        for data in read_all()
        if "phrases" in data
    )


@cache
def feelings() -> dict[str, tuple[str, int]]:
    """Feeling word to its family and strength (1 slight, 2 plain, 3 strong). A word stands where it was named first."""
    found: dict[str, tuple[str, int]] = {}
    for data in read_all():
        for family, levels in data.get("families", {}).items():
            for strength, words in levels.items():
                for word in words:
                    found.setdefault(word, (family, strength))
    return found


@cache
def phrase_index() -> dict[Phrase, tuple[str, ...]]:
    """Phrase to the ids of the lists that hold it."""
    index: dict[Phrase, tuple[str, ...]] = {}
    for lexicon in lexicons():
        for phrase in lexicon.phrases:
            index[phrase] = (*index.get(phrase, ()), lexicon.id)
    return index


@cache
def first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrase_index())


@cache
def read_all() -> tuple[dict[str, Any], ...]:
    paths = sorted((p for p in DATA.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name)
    return tuple(yaml.load(p.read_bytes(), Loader=yaml.CSafeLoader) for p in paths)


def tokenize(phrase: str) -> Phrase:
    """A phrase as the words of a reply are compared: contractions opened, chat spelling undone."""
    doc = pipeline().tokenizer(phrase)
    norms = (token.norm_.replace("’", "'") for token in doc if any(map(str.isalnum, token.text)))
    return tuple(CHAT.get(norm, norm) for norm in norms)


def feelings_in(words: tuple[Token, ...]) -> frozenset[str]:
    """The families of all feeling words in `words`."""
    known = feelings()
    return frozenset(known[w.norm][0] for w in words if w.norm in known)
