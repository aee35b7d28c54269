"""Every code of a remark has its rule."""

from __future__ import annotations

from stretchcoach.core.content.exercise import LintChoice
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.rules import rules
from stretchcoach.files.yaml.shapes import fields_of


def test_every_code_is_explained() -> None:
    assert rules().keys() == set(RemarkCode)
    for rule in rules().values():
        assert rule.says
        assert rule.reason
        assert not rule.says.endswith(".")


def test_a_file_can_silence_all_of_them() -> None:
    [ignore] = fields_of(LintChoice)
    assert ignore.shape.rule.most is not None
    assert ignore.shape.rule.most >= len(RemarkCode)
