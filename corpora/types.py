"""What the corpus is made of. Frozen: authored data never changes while the program runs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass

STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True)

Text = Annotated[str, StringConstraints(min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")]

Family = Literal["reflect", "ask", "support", "inform", "barrier", "neutral"]
FAMILIES: tuple[Family, ...] = ("reflect", "ask", "support", "inform", "barrier", "neutral")

Variant = Literal["opens_up", "stays", "closes_down"]
VARIANTS: tuple[Variant, ...] = ("opens_up", "stays", "closes_down")

Split = Literal["train", "development", "test"]
SPLITS: tuple[Split, ...] = ("train", "development", "test")


@dataclass(frozen=True, slots=True, config=STRICT)
class Says:
    """What a learner is told about a code. `strength` and `next_step` are None where the code cannot be one."""

    mark: Text
    strength: Text | None = None
    next_step: Text | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class CodeExample:
    """One listener utterance after a disclosure. Help for learners and a check on the coder; never trained on.

    `code` is what a near miss really is; None where it is the code of its file.
    """

    disclosure: Text
    text: Text
    code: Slug | None = None
    why: Text | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class Code:
    """One of the codes an utterance can have (`CODEBOOK`: MITI 4.2.1 and MISC 2.5 terms)."""

    id: Slug
    label: Text
    family: Family
    standard: Text
    definition: Text
    decision_rule: Text
    source: Text
    says: Says
    shows: Annotated[tuple[CodeExample, ...], Field(min_length=6)]
    does_not_show: Annotated[tuple[CodeExample, ...], Field(min_length=6)]


@dataclass(frozen=True, slots=True, config=STRICT)
class Pair:
    """A weaker and a stronger reply to the same words, and what changed. `step` counts only in a scenario."""

    weaker: Text
    stronger: Text
    reason: Text
    disclosure: Text | None = None
    step: Annotated[int, Field(ge=0)] = 0


@dataclass(frozen=True, slots=True, config=STRICT)
class Level:
    """How far a skill was shown, in words for the learner."""

    name: Text
    says: Text


@dataclass(frozen=True, slots=True, config=STRICT)
class Skill:
    """One of the skills a learner sees, scored from 0 to 1.

    `levels` holds four, lowest first; `order` is the place in which learners meet the skill. `shown_by` and
    `hindered_by` are codes: an utterance with one of them can be praised, or asked about, under this skill.
    """

    id: Slug
    order: int
    label: Text
    asks: Text
    why_it_matters: Text
    source: Text
    shown_by: tuple[Slug, ...]
    hindered_by: tuple[Slug, ...]
    raised_by: tuple[Text, ...]
    lowered_by: tuple[Text, ...]
    levels: Annotated[tuple[Level, ...], Field(min_length=4, max_length=4)]
    strength: Text
    advice: Text
    pairs: Annotated[tuple[Pair, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True, config=STRICT)
class Speaker:
    name: Text
    age: Annotated[int, Field(ge=5, le=120)]
    about: Text


@dataclass(frozen=True, slots=True, config=STRICT)
class Step:
    """What the speaker says after the learner's reply: one of three, by how that reply landed."""

    opens_up: Text
    stays: Text
    closes_down: Text


@dataclass(frozen=True, slots=True, config=STRICT)
class Undertone:
    """Feelings or meanings under the words: those the speaker said, and those they did not."""

    said: Annotated[tuple[Text, ...], Field(min_length=1)]
    unsaid: Annotated[tuple[Text, ...], Field(min_length=2)]


@dataclass(frozen=True, slots=True, config=STRICT)
class Scenario:
    """A scripted disclosure to practise on. `exemplars` maps every skill to at least one pair."""

    id: Slug
    title: Text
    themes: Annotated[tuple[Slug, ...], Field(min_length=1)]
    difficulty: Annotated[int, Field(ge=1, le=3)]
    speaker: Speaker
    voice: Text
    content_notes: tuple[Text, ...]
    opening: Text
    feelings: Undertone
    meanings: Undertone
    steps: Annotated[tuple[Step, ...], Field(min_length=4)]
    exemplars: dict[str, Annotated[tuple[Pair, ...], Field(min_length=1)]]
    debrief: Text


@dataclass(frozen=True, slots=True, config=STRICT)
class Disclosure:
    """Words of a speaker that belong to no scenario; replies refer to them by id."""

    id: Slug
    text: Text


@dataclass(frozen=True, slots=True, config=STRICT)
class Utterance:
    """One complete thought in a reply: `reply[start:end]`, in Unicode code points, with exactly one code."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    code: Slug


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class LabelledReply:
    """A reply to a scenario (at a step, 0 for its opening) or to a disclosure of its own, coded and rated.

    The disclosure is given by `disclosure_id` or, outside the corpus, by its words.

    `utterances` cover every word of `reply` in order. `ratings` go from 0 to 4 for each skill and for
    `overall`; None where nobody rated. Turns of one conversation share a `talk`, so that no split cuts through it.
    """

    id: Slug
    reply: Text
    register: Text
    utterances: Annotated[tuple[Utterance, ...], Field(min_length=1)]
    source: Text
    disclosure_id: Slug | None = None
    disclosure: Text | None = None
    talk: Slug | None = None
    scenario: Slug | None = None
    step: Annotated[int, Field(ge=0)] = 0
    variant: Variant | None = None
    ratings: dict[str, Annotated[int, Field(ge=0, le=4)]] | None = None

    @property
    def group(self) -> str:
        """The scenario, conversation or disclosure answered: what the splits are made by."""
        return self.scenario or self.talk or self.disclosure_id or self.disclosure or ""
