"""A line in the terminal that says how far work is."""

from __future__ import annotations

import io

from stretchcoach.core.language.work_words import page_words
from stretchcoach.terminal.progress_line import ProgressLine


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_each_percentage_is_told_once_from_the_first_moment_on_and_nothing_is_left() -> None:
    stream = Terminal()
    with ProgressLine(page_words, stream) as watch:
        assert stream.getvalue().endswith("The page is made: 0 % done.")
        for share in (0, 0.5, 0.501, 0.6):
            watch(share)
    told = stream.getvalue().split("\r\033[K")
    assert [line.split()[-3] for line in told[1:-1]] == ["0", "50", "60"]
    assert told[-1] == ""


def test_a_file_gets_nothing_of_it() -> None:
    stream = io.StringIO()
    with ProgressLine(page_words, stream) as watch:
        watch(0.5)
    assert stream.getvalue() == ""
