"""Rules are found by their place and all of them answer."""

from datetime import date

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.finding import Topic
from diary.clinical.rulebook import all_rules, findings_for
from tests.diaries import a_diary, a_month


def test_every_rule_is_named_as_its_file() -> None:
    for name, rule in all_rules().items():
        assert rule.judge.__module__ == f"diary.clinical.rules.{name}"


def test_every_rule_can_say_that_it_cannot_tell() -> None:
    nearly_empty = Case(a_diary(a_month("2026-04", 1, recorded=1)), on=date(2026, 4, 30))
    verdicts = {f.rule.name: f.verdict for f in findings_for(nearly_empty)}
    assert verdicts.pop("cluster_pattern") is Verdict.NOT_MET
    assert set(verdicts.values()) == {Verdict.CANNOT_TELL}


def test_no_statement_diagnoses_or_instructs() -> None:
    months = [a_month(f"2026-0{n}", 15, 8) for n in (1, 2, 3, 4)]
    for finding in findings_for(Case(a_diary(*months), on=date(2026, 4, 30))):
        said = f"{finding.judgement.statement} {finding.rule.definition}".lower()
        assert not any(word in said for word in ("you have", "you qualify", "you should"))


def test_findings_of_some_topics_leave_the_others_out() -> None:
    case = Case(a_diary([]), on=date(2026, 4, 30))
    botox = findings_for(case, [Topic.BOTOX])
    assert {finding.rule.topic for finding in botox} == {Topic.BOTOX}
    others = findings_for(case, [Topic.HEADACHE, Topic.MEDICINES])
    assert len(botox) + len(others) == len(findings_for(case)) == len(all_rules())
