"""Bad files beside their exact messages: `bad/NAME.yaml` and `bad/NAME.txt`.

`python tests/files/yaml/test_golden.py` writes the messages anew; read the difference.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from stretchcoach.files.library.full_library import Library

HERE = Path(__file__).parents[1]
BAD = sorted((HERE / "bad").glob("*.yaml"))


@cache
def good_library() -> Library:
    return Library.read([HERE / "good"], assets=Path("assets"))


def messages_of(path: Path) -> str:
    problems = good_library().check([path]).problems
    return "".join(replace(p, path=Path(path.name)).format() + "\n" for p in problems)


def test_good_library_has_no_problems() -> None:
    assert good_library().problems == ()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_messages(path: Path) -> None:
    messages = messages_of(path)
    assert messages == path.with_suffix(".txt").read_text(encoding="utf-8")
    assert re.match(rf"{path.name}:\d+:\d+: ", messages)


if __name__ == "__main__":
    for bad in BAD:
        bad.with_suffix(".txt").write_text(messages_of(bad), encoding="utf-8")
