"""Plain notices that stand beside a score: danger, and whatever makes a reading less sure than it looks."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from models.danger import in_danger
from models.language import Text

Kind = Literal["danger", "too_short", "not_english", "not_words", "no_disclosure", "long_reply"]

DEFAULT_HELP = (
    "If you or someone near you may be in danger, please contact your local emergency number now. You can also talk to "
    "someone at any hour: findahelpline.com lists free help lines by country."
)

SHORT_WORDS = 3
LONG_WORDS = 150
# English running text has half its words or more on spaCy's list of function words; below this share it is looked at.
ENGLISH_SHARE = 0.45
WORDS_TO_TELL = 4


class Notice(NamedTuple):
    """`start` and `end` place it in the reply; both are None where it is about the disclosure or the whole."""

    kind: Kind
    start: int | None
    end: int | None
    say: str


@cache
def identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def foreign(reply: Text) -> bool:
    """Is this most likely not English? Chat spelling and single foreign words do not make it so."""
    words = [word for word in reply.words if any(map(str.isalpha, word.norm))]
    if len(words) < WORDS_TO_TELL:
        letters = [c for c in reply.text if c.isalpha()]
        return len(letters) > 3 and sum(c.isascii() or "\u00c0" <= c <= "\u024f" for c in letters) < len(letters) / 2
    if sum(word.is_stop for word in words) / len(words) >= ENGLISH_SHARE:
        return False
    language, certainty = identifier().classify(reply.text)
    return bool(language != "en" and certainty > 0.9)


def find(reply: Text, disclosure: str, scripted: bool, help_lines: str) -> list[Notice]:
    """All notices for one reply. `scripted`: the disclosure is one of ours, so nobody is in danger for it."""
    whole = (0, len(reply.text))
    count = len(reply.words)
    notices = []
    if span := in_danger(reply.text):
        notices.append(Notice("danger", *span, help_lines))
    elif not scripted and in_danger(disclosure):
        notices.append(Notice("danger", None, None, help_lines))
    if not disclosure.strip():
        say = "Nothing was given that this reply answers, so how well it fits could not be read."
        notices.append(Notice("no_disclosure", None, None, say))
    if not any(character.isalpha() for character in reply.text):
        say = "There are no words to read here, so the numbers say very little."
        notices.append(Notice("not_words", *whole, say))
    elif foreign(reply):
        say = "This does not read as English, the only language that can be scored so far. Leave the numbers aside."
        notices.append(Notice("not_english", *whole, say))
    elif count < SHORT_WORDS:
        notices.append(Notice("too_short", *whole, "This is very short, so the reading is less sure than it looks."))
    if count > LONG_WORDS:
        say = "This is a long reply. Most people can take in two or three sentences before they need to speak again."
        notices.append(Notice("long_reply", *whole, say))
    return notices
