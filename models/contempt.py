"""Contempt put to the speaker: never listening, whatever the grammar of the sentence.

That the speaker calls themselves so ("you feel like an idiot", "you tell yourself you're useless") is another matter.
"""

from __future__ import annotations

import re

NAMES = (
    "idiot|moron|loser|liar|failure|fool|coward|baby|drama queen|disgrace|waste of space|selfish|pathetic|useless|lazy"
    "|stupid|disgusting|worthless|ridiculous|an alcoholic|a bad (?:mother|father|grandmother|person|friend|son)"
)
LEAD = r"(?:(?:well|oh|honestly|god|mate|lol|look|and|but),? )*"
YOU = r"(?:you(?:'re| are)?|u(?: r| are)?|ur|youre)"
STRESS = (
    r"(?:(?:such|just|being|so|absolute|absolutely|total|complete|a|an|bloody|really|actually|the|kind of|right) )*"
)
THEIR_OWN = r"(?!.{0,40}\b(?:feel|felt|think|call|say|tell|told)s?\b)"
CONTEMPT = re.compile(
    rf"^\W*{LEAD}{YOU} {STRESS}(?:{NAMES})\b(?! for (?:telling|saying)){THEIR_OWN}"
    r"|\byou should be ashamed\b|\bashamed of yourself, and (?:so )?you should\b|\bshame on you\b"
    r"|^\W*(?:i )?(?:really |honestly )?(?:don'?t|do not|couldn'?t) care(?: less)?\W*$"
    r"|\b(?:kys|kill yourself|kill urself|go die|just die|drop dead)\b(?!\s*\?)",
    re.IGNORECASE,
)


def contemptuous(text: str) -> bool:
    """Does an utterance hold the speaker in contempt?"""
    return CONTEMPT.search(text.replace("’", "'")) is not None
