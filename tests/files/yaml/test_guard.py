import os
import sys
from pathlib import Path

import pytest

from stretchcoach.core.content.routine import Routine
from stretchcoach.files.yaml.guard import MAX_BYTES, MAX_PROBLEMS, admit, read_file
from stretchcoach.files.yaml.reader import read_document

HERE = Path("a.yaml")


def only_message(path: Path) -> str:
    (problem,) = read_document(path, Routine).problems
    assert (problem.line, problem.column) == (1, 1)
    return problem.message


def test_missing_file(tmp_path: Path) -> None:
    assert only_message(tmp_path / "a.yaml") == "there is no such file"


def test_folder(tmp_path: Path) -> None:
    assert only_message(tmp_path) == "this is a folder - name a YAML file"


def test_impossible_name() -> None:
    assert only_message(Path("a\0b")) == "this file cannot be read: embedded null byte"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert only_message(tmp_path / "pipe.yaml") == "this is not a regular file - name a YAML file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_device() -> None:
    assert only_message(Path("/dev/zero")) == "this is not a regular file - name a YAML file"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="this person may read everything"
)
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: a")
    path.chmod(0)
    assert only_message(path) == "this file may not be read - check its permissions"


def test_permission_is_told_from_other_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: a")

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert only_message(path) == "this file may not be read - check its permissions"


def test_size_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert read_file(path).problems == []
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert only_message(path) == "this file is too large - at most 1 MiB is read"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert only_message(path) == "this file is too large - at most 1 MiB is read"


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    assert admit(HERE, b"\xef\xbb\xbfid: a").text == "id: a"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings(encoding: str) -> None:
    findings = admit(HERE, "id: a".encode(encoding))
    assert findings.refused
    assert "UTF-" in findings.problems[0].message


def test_place_of_the_first_byte_that_is_not_utf8() -> None:
    (problem,) = admit(HERE, "\ufeffa: é\r\nb: 伸".encode() + b"\xff" + b"\nc: d").problems
    assert (problem.line, problem.column, problem.source_line) == (2, 5, "b: 伸\ufffd")


@pytest.mark.parametrize(
    "character",
    [
        *("\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029"),
        *("\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffe", "\uffff"),
    ],
)
def test_unsafe_characters(character: str) -> None:
    findings = admit(HERE, f"a: b\nb: x{character}y".encode())
    if character == "\x00":
        assert findings.refused
        return
    (problem,) = findings.problems
    assert (problem.line, problem.column) == (2, 5)
    assert f"U+{ord(character):04X}" in problem.message
    assert findings.text == "a: b\nb: x\ufffdy"


def test_ordinary_text_in_any_script_passes() -> None:
    text = "a: Übung\tעברית العربية \N{WOMAN}\u200d\N{FACE WITH TEARS OF JOY}\r\n\u00a0b: c\r"
    findings = admit(HERE, text.encode())
    assert (findings.text, findings.problems) == (text, [])


def test_problems_are_bounded() -> None:
    findings = admit(HERE, ("a" + "\u202e" * 5000).encode())
    assert findings.refused
    assert len(findings.problems) == MAX_PROBLEMS + 1
    assert findings.problems[-1].message == "there are more problems than these - mend some first"
