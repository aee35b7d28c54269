import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.files.yaml.problems import MAX_SHOWN_LINE, Problem, Severity, clean, shown


def problem(line: str, column: int) -> Problem:
    return Problem(Path("a.yaml"), 3, column, "wrong - right", source_line=line)


def test_place_message_line_and_caret() -> None:
    assert problem("hold: x", 7).format() == ("a.yaml:3:7: wrong - right\n    hold: x\n          ^")


def test_warning_says_so() -> None:
    warning = Problem(Path("a.yaml"), 1, 1, "hm", Severity.WARNING)
    assert warning.format() == "a.yaml:1:1: warning: hm"
    assert not warning.is_error


def test_caret_stays_below_tabs_and_wide_characters() -> None:
    assert problem("\ta: 伸e\u0301 x", 9).format().splitlines()[2] == "    \t" + " " * 7 + "^"


def test_long_lines_are_cut_around_the_place() -> None:
    for column in (1, 30, 500, 990, 1001):
        line = "".join(chr(ord("a") + index % 26) for index in range(1000))
        _, source, caret = problem(line, column).format().splitlines()
        assert len(source) <= MAX_SHOWN_LINE + 6
        under = source + " "
        assert under[caret.index("^")] == (line + " ")[column - 1]


def test_a_path_cannot_carry_control_characters_to_the_terminal() -> None:
    found = Problem(Path("a\x1b[31m\udcff\n.yaml"), 1, 1, "wrong")
    assert found.format() == "a\ufffd[31m\ufffd\ufffd.yaml:1:1: wrong"


@given(st.text(), st.integers(0, 50))
def test_what_is_printed_is_harmless(line: str, column: int) -> None:
    text = problem(line.replace("\n", "").replace("\r", ""), column + 1).format()
    text.encode("utf-8")
    assert not any(
        unicodedata.category(character) == "Cc" for character in text if character not in "\t\n"
    )
    assert clean(text) == text


@given(st.text(max_size=200))
def test_a_value_in_a_message_is_one_short_line(text: str) -> None:
    assert len(shown(text)) <= 60
    assert shown(text).isprintable() or not text.isprintable()
    assert "\n" not in shown(text)
