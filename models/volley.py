"""MITI's volley rules: what one reply counts as, and a trace of every rule that changed the count.

MITI 4.2.1, section on behaviour counts: each code at most once a reply; any complex reflection makes the reply's
reflection complex; however many questions, one is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.contempt import contemptuous

QUESTIONS = ("open_question", "closed_question")
PERMISSION = re.compile(
    r"\b(since|as) you asked?\b|\bmay or may not\b|\b(might|may) not (fit|be for you)\b|\btake it or leave it\b"
    r"|\bfeel free to (ignore|leave)\b|\bignore (this|me) if\b|\bleave it if\b|\bonly if you (like|want)\b",
    re.IGNORECASE,
)
ASKS_LEAVE = re.compile(
    r"\b(ok(ay)?|all ?right|mind) if i\b|\b(can|could|may) i (share|offer|suggest|say)\b", re.IGNORECASE
)
# Only a literal request is a request for advice (codebook, decided cases).
ASKED_FOR = re.compile(
    r"\b(?:any|some|your|ur|got|have) (?:(?:good|other|more) )?(?:advice|tips?|suggestions?|ideas?|pointers)\b"
    r"|\bwhat (?:would|do|did|should) (?:you|u) (?:\w+ )?(?:suggest|recommend|advise|do)\b"
    r"|\bwhat (?:do )?(?:you|u) think (?:i|we) (?:should|could|ought)\b|\b(?:tell|show) me (?:what|how) to\b"
    r"|\b(?:can|could|would|will) (?:you|u) (?:please )?(?:tell me (?:what|how)|suggest|advise|recommend)\b"
    r"|\bhow would (?:you|u)\b|\bshould i\b[^.?!]*\?|\bwhat (?:should|can) i do\b|\bhow (?:do|can|should) i\b",
    re.IGNORECASE,
)
REFUSES = re.compile(r"^\W*(?:no|nah|nope|not really|not now|i'?d rather not|please don'?t|don'?t)\b", re.IGNORECASE)
ABOUT_SUICIDE = re.compile(
    r"suicid|\b(?:kill|harm|hurt)(?:ing)? (?:yourself|urself)\b"
    r"|\b(?:end|ending|take|taking) (?:your|ur) (?:own )?life\b|\bend(?:ing)? it all\b"
    r"|\bnot (?:want|wanting) to (?:live|be here|be alive|wake up)\b|\bnot being (?:here|alive)\b"
    r"|\b(?:want|wanting|wish|wanted) to die\b|\bbetter off dead\b|\bthoughts? of dying\b"
    r"|\bare (?:you|u) (?:safe|okay to be alone|ok to be alone)\b",
    re.IGNORECASE,
)
ASKS = re.compile(r"\?|\b(?:are|have|do|did|were|is) (?:you|u|there)\b|\b(?:ask|wonder)\b", re.IGNORECASE)


class Leave(NamedTuple):
    """Why advice is welcome before the reply begins: the speaker asked for it, or leave given earlier still holds."""

    asked_for: bool = False
    earlier: bool = False


NO_LEAVE = Leave()


class Coded(NamedTuple):
    """One utterance and the code that the coder gave it."""

    text: str
    code: str


class Trace(NamedTuple):
    """A rule that fired: on which utterance (index), and what it did, in plain words."""

    rule: str
    utterance: int
    say: str


class Volley(NamedTuple):
    """`codes`: each utterance's code after the rules; `counted`: the codes the reply counts as, each once."""

    codes: list[str]
    counted: frozenset[str]
    stacked_questions: bool
    trace: list[Trace]
    excused: frozenset[int]


def count(utterances: Sequence[Coded], leave: Leave = NO_LEAVE) -> Volley:
    """Apply the volley rules to a reply's utterances; `leave` says what was asked or allowed before it."""
    codes = [utterance.code for utterance in utterances]
    trace: list[Trace] = []
    insults(utterances, codes, trace)
    permit(utterances, codes, trace, leave)
    excused = plain_questions(utterances, codes, trace)
    counted = set(codes)
    for index, code in enumerate(codes):
        if code in codes[:index]:
            trace.append(Trace("once_per_reply", index, "Counts once in a reply, however often it is done."))
    if {"simple_reflection", "complex_reflection"} <= counted:
        counted.discard("simple_reflection")
        index = codes.index("simple_reflection")
        trace.append(Trace("complex_wins", index, "One reflection is counted, and the deeper one names it."))
    asked = [index for index, code in enumerate(codes) if code in QUESTIONS and index not in excused]
    if len(asked) > 1:
        trace.append(
            Trace("stacked_questions", asked[-1], "Several questions count as one; the speaker can answer one.")
        )
    if set(QUESTIONS) <= counted:
        counted.discard("closed_question")
    return Volley(codes, frozenset(counted), len(asked) > 1, trace, excused)


def permit(utterances: Sequence[Coded], codes: list[str], trace: list[Trace], leave: Leave) -> None:
    """Permission may come before, in, or just after the advice (codebook, "When unsure" 6), or be asked for."""
    for index, code in enumerate(codes):
        if code != "advise_without_permission":
            continue
        before = [u.text for u, c in zip(utterances[:index], codes, strict=False) if c == "seek_collaboration"]
        near = [utterances[index].text, *(u.text for u in utterances[index + 1 : index + 2])]
        say = ""
        if any(map(ASKS_LEAVE.search, before)) or any(map(PERMISSION.search, near)):
            say = "Advice with leave asked or given counts as advice with permission."
        elif leave.asked_for:
            say = "The speaker asked for it, so it counts as advice with permission."
        elif leave.earlier:
            say = "Leave given earlier in the conversation still holds, so it counts as advice with permission."
        if say:
            codes[index] = "advise_with_permission"
            trace.append(Trace("permission", index, say))


def insults(utterances: Sequence[Coded], codes: list[str], trace: list[Trace]) -> None:
    """Contempt is never listening, whatever its grammar (codebook, "When unsure" 2)."""
    for index, utterance in enumerate(utterances):
        if contemptuous(utterance.text):
            trace.append(Trace("contempt", index, "Words of contempt count as judging, whatever the sentence is."))
            codes[index] = "confront"


def plain_questions(utterances: Sequence[Coded], codes: list[str], trace: list[Trace]) -> frozenset[int]:
    """Asking plainly about suicide is good listening: never counted against the listener (codebook, rule 7)."""
    excused = set()
    for index, utterance in enumerate(utterances):
        if codes[index] != "confront" and ABOUT_SUICIDE.search(utterance.text) and ASKS.search(utterance.text):
            codes[index] = codes[index] if codes[index] in QUESTIONS else "closed_question"
            excused.add(index)
            trace.append(Trace("asked_plainly", index, "Asking plainly about suicide is never counted against you."))
    return frozenset(excused)


def asks_leave(utterances: Sequence[Coded]) -> bool:
    """Does the listener ask whether advice or information is welcome?"""
    return any(u.code == "seek_collaboration" and ASKS_LEAVE.search(u.text) for u in utterances)


def still_holds(codes: Sequence[str]) -> bool:
    """Leave lasts until the topic shifts: while the listener goes on informing or advising, or only keeps the channel
    open."""
    informs = {"give_information", "advise_with_permission", "advise_without_permission", "seek_collaboration"}
    return bool(informs & set(codes)) or set(codes) <= {"facilitate"}
