"""MITI's volley rules, each with the trace it leaves."""

from __future__ import annotations

from models.volley import ASKED_FOR, Coded, Leave, asks_leave, count, still_holds


def coded(*pairs: tuple[str, str]) -> list[Coded]:
    return [Coded(text, code) for code, text in pairs]


def rules(volley: object) -> list[tuple[str, int]]:
    return [(line.rule, line.utterance) for line in volley.trace]  # type: ignore[attr-defined]


def test_one_complex_reflection_makes_the_replys_reflection_complex() -> None:
    """Any complex reflection makes the reply's reflection complex, and only one is counted."""
    found = count(coded(("simple_reflection", "You moved."), ("complex_reflection", "And home went quiet.")))
    assert found.counted == {"complex_reflection"}
    assert rules(found) == [("complex_wins", 0)]


def test_several_questions_count_as_one_and_are_called_stacked() -> None:
    """However many questions, one is counted; an open one is the one that counts."""
    found = count(coded(("closed_question", "Did he?"), ("open_question", "What then?"), ("closed_question", "When?")))
    assert found.counted == {"open_question"}
    assert found.stacked_questions
    assert ("stacked_questions", 2) in rules(found)


def test_a_single_question_is_not_stacked() -> None:
    """One question is one question."""
    assert not count(coded(("open_question", "What was it like?"))).stacked_questions


def test_each_code_counts_once() -> None:
    """Saying sorry three times is one support."""
    found = count(coded(("support", "Oh no."), ("support", "I'm sorry."), ("support", "I'm here.")))
    assert found.counted == {"support"}
    assert rules(found) == [("once_per_reply", 1), ("once_per_reply", 2)]


def test_permission_asked_before_the_advice_turns_it() -> None:
    """Advice after "okay if I share a thought?" is advice with permission."""
    found = count(
        coded(("seek_collaboration", "Is it ok if I share an idea?"), ("advise_without_permission", "Try a list."))
    )
    assert found.codes[1] == "advise_with_permission"
    assert "advise_without_permission" not in found.counted


def test_permission_just_after_the_advice_turns_it() -> None:
    """ "Take it or leave it", said right after, leaves the advice free."""
    found = count(coded(("advise_without_permission", "You could write to her."), ("support", "Take it or leave it.")))
    assert found.codes[0] == "advise_with_permission"


def test_other_collaboration_is_no_permission() -> None:
    """Asking what would help gives no leave to advise."""
    found = count(coded(("seek_collaboration", "What would help?"), ("advise_without_permission", "Call her.")))
    assert found.codes[1] == "advise_without_permission"


def test_contempt_counts_as_judging() -> None:
    """An insult in the form of a reflection is not listening."""
    found = count(coded(("simple_reflection", "You absolute idiot, you had one job.")))
    assert found.codes == ["confront"]
    assert rules(found) == [("contempt", 0)]


def test_a_plain_question_is_known_whatever_the_coder_thought() -> None:
    """Asking about suicide is a closed question, and does not make others stacked."""
    found = count(
        coded(
            ("advise_without_permission", "Have you thought about ending it all?"),
            ("open_question", "What is it like?"),
        )
    )
    assert found.codes == ["closed_question", "open_question"]
    assert found.excused == {0}
    assert not found.stacked_questions


def test_asking_plainly_about_suicide_is_excused() -> None:
    """A plain question about suicide is never counted against the listener; another closed question is."""
    assert count(coded(("closed_question", "Are you thinking about ending your life?"))).excused == {0}
    assert count(coded(("closed_question", "Are you thinking about moving?"))).excused == frozenset()


def test_advice_that_was_asked_for_has_leave() -> None:
    """Only a literal request counts as one; a sigh does not."""
    said = coded(("advise_without_permission", "You could write it down."))
    assert count(said, Leave(asked_for=True)).codes == ["advise_with_permission"]
    assert ASKED_FOR.search("Do you have any tips on how to sleep?")
    assert ASKED_FOR.search("what would you do")
    assert not ASKED_FOR.search("What am I supposed to do, he's gone.")
    assert not ASKED_FOR.search("I don't know where to start.")


def test_leave_lasts_until_the_topic_shifts() -> None:
    """Leave given in an earlier turn still turns advice, and ends where the listener goes on to something else."""
    said = coded(("advise_without_permission", "You could write it down."))
    assert count(said, Leave(earlier=True)).codes == ["advise_with_permission"]
    assert asks_leave(coded(("seek_collaboration", "Would it be okay if I shared a thought?")))
    assert not asks_leave(coded(("seek_collaboration", "What would help most?")))
    assert still_holds(["give_information", "open_question"])
    assert still_holds(["facilitate"])
    assert not still_holds(["simple_reflection", "open_question"])
