"""Words that suggest that somebody may die or be hurt. Better a notice too many than one too few.

What counts is what a person says of themselves, or urges on another: a listener who asks "are you thinking about ending
your life?" is not in danger for having asked.
"""

from __future__ import annotations

import re

AM = r"(?:'m| am|m|'ll| will)?"
HAVE = r"(?:'ve| have|ve|'d| had| would)?"
FEW = r"(?:\w+ ){0,4}?"
TWO = r"(?:\w+ ){0,2}?"

OF_ONESELF = (
    rf"\bi{AM} {TWO}suicidal\b",
    rf"\bi (?:feel|felt) {TWO}suicidal\b",
    rf"\bi{AM}{HAVE} {FEW}(?:kill|hurt|harm|unalive|hang)(?:ing)? myself\b(?! laughing)",
    r"\bme {FEW}(?:kill|hurt|harm)(?:ing)? myself\b".replace("{FEW}", FEW),
    r"\bi cut myself (?:when|because|again|last|every|to)\b",
    rf"\bi{AM}{HAVE} {FEW}(?:end|take)(?:ing)? my (?:own )?life\b",
    rf"\bi{AM} {FEW}(?:ending|taking) my (?:own )?life\b",
    rf"\bi{AM} {FEW}end(?:ing)? it (?:all|tonight|now|today|soon)\b",
    rf"\bi{HAVE} (?:just )?(?:took|taken) an overdose\b|\bi{HAVE} overdosed\b",
    r"\bi (?:just )?(?:can'?t|cannot|can not) go on\b(?! (?:with|about|like|to|a|the|holiday|holidays)\b)",
    r"\bi (?:just )?(?:can'?t|cannot|can not) live like this\b",
    rf"\bi {TWO}(?:want(?:ed)? to|wanna|wish i could) (?:just )?(?:die\b(?! (?:laughing|of))|be dead|not wake up)",
    rf"\bi {TWO}(?:want(?:ed)? to|wanna) (?:just )?(?:disappear forever|end it all|end it tonight)",
    r"\bi wish i (?:was|were|had been) (?:dead|never born|not alive)\b",
    rf"\bi {TWO}(?:don'?t|do not) {TWO}want to live\b(?! (?:with|in|at|on|by|near|next|here|there|like)\b)",
    rf"\bi {TWO}(?:don'?t|do not) {TWO}want to (?:be alive|wake up\b(?! (?:at|to|early|late)\b))",
    rf"\bi {TWO}(?:don'?t|do not) {TWO}want to be here(?: any ?more)?(?=\s*(?:[.!?,;]|$))",
    r"\b(?:no reason|nothing) (?:left )?(?:for me )?to live for\b|\bbetter off without me\b|\bkms\b",
)
URGED = (
    r"\b(?:kill|hang|unalive) (?:yourself|yourselves|urself|ur self|your self)\b|\bkys\b",
    r"\b(?:go|just|should|please) die\b",
)
FROM_ANOTHER = (
    rf"\bi{AM} {TWO}(?:want to|wanna|going to|gonna|could) (?:kill|hurt|stab|shoot)"
    r" (?:someone|somebody|people|my \w+)\b",
    r"\b(?:my|our) (?:dad|father|mum|mom|mother|stepdad|stepmum|husband|wife|partner|boyfriend|girlfriend|brother)"
    r" (?:hits|beats|rapes|raped|chokes|strangles) (?:me|us)\b",
)
DANGER = re.compile("|".join((*OF_ONESELF, *URGED, *FROM_ANOTHER)), re.IGNORECASE)
ASKING = re.compile(
    r"\b(?:(?:are|were|have|do|did) (?:you|u)|(?:think|thinking|thought|thoughts) (?:about|of))\b[^.!?]*$",
    re.IGNORECASE,
)


def in_danger(text: str) -> tuple[int, int] | None:
    """Where (start, end) a text suggests that its writer, or someone it speaks to, is in danger; None if nowhere."""
    straight = text.replace("’", "'")
    for match in DANGER.finditer(straight):
        asked = re.search(r"\b(?:yourself|urself)\b", match.group(), re.IGNORECASE)
        if not (asked and ASKING.search(straight[: match.start()])):
            return match.span()
    return None
