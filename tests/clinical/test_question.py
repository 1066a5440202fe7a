"""Rules that answer the same question stand under it."""

from collections import Counter

import pytest

from diary.clinical.finding import Topic
from diary.clinical.question import QUESTIONS, Question
from diary.clinical.rulebook import all_rules

BOTOX = [rule for rule in all_rules().values() if rule.topic is Topic.BOTOX]


def test_every_rule_about_botox_answers_a_question() -> None:
    asked = Counter(rule.question for rule in BOTOX)
    assert set(asked) == set(QUESTIONS)
    assert min(asked.values()) >= 2


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.words)
def test_its_sources_have_a_name_each(question: Question) -> None:
    speakers = [rule.source.speaker for rule in BOTOX if rule.question is question]
    assert all(speakers)
    assert len(set(speakers)) == len(speakers)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.words)
def test_no_question_speaks_as_a_doctor(question: Question) -> None:
    said = f"{question.words} {question.met} {question.not_met} {question.differ}".lower()
    assert not any(words in said for words in ("you have", "you qualify", "you should", "must"))
    assert question.differ.count(".") == 1
