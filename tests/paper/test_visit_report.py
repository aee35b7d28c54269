"""The visit report on paper: no line cut, text that can be found, whatever the diary holds."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.visit_report import (
    ActivityLine,
    DatedLine,
    FeelingLine,
    GroupLine,
    RoutineLine,
    VisitReport,
)
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.session.record import Feeling
from stretchcoach.paper.sheet import MOST_PAGES, is_letter
from stretchcoach.paper.visit_report import visit_report_pdf

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 22)
A4, LETTER = (595, 842), (612, 792)


def a_report(much: int = 2) -> VisitReport:
    """`much` says how many there are of everything."""
    days = [FIRST + timedelta(number % 82) for number in range(much)]
    long = "Knee to opposite shoulder shortened on the left; " * 5
    return VisitReport(
        first=FIRST,
        last=LAST,
        affected=AffectedSide.RIGHT,
        days_practised=30,
        left_ms=5_400_000,
        right_ms=6_000_000,
        both_ms=60_000,
        routines=tuple(RoutineLine(f"Routine {n} <b>", 3, 4 if n else None) for n in range(much)),
        groups=tuple(
            GroupLine(g, 60_000, 90_000, (1, 2) if n else None) for n, g in enumerate(MuscleGroup)
        ),
        changes=tuple(DatedLine(day, long) for day in days),
        feelings=tuple(FeelingLine(day, Feeling(5, 3), Feeling(4)) for day in days),
        notes=tuple(DatedLine(day, f"Note {n}") for n, day in enumerate(days)),
        activities=tuple(ActivityLine("Sitting", tuple((day, 5) for day in days)) for _ in days),
    )


def an_empty_report() -> VisitReport:
    return replace(
        a_report(0), affected=AffectedSide.NONE, groups=(), left_ms=0, right_ms=0, both_ms=0
    )


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("report", [an_empty_report(), a_report(1)])
@pytest.mark.parametrize("letter", [False, True])
def test_it_is_one_page_where_that_is_enough(
    qapp: QApplication, report: VisitReport, letter: bool
) -> None:
    pdf = visit_report_pdf(report, letter=letter)
    assert pdf.startswith(b"%PDF-")
    assert pages(pdf) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)
    assert box is not None
    size = (round(float(box[1])), round(float(box[2])))
    assert size == (LETTER if letter else A4)


@pytest.mark.parametrize("letter", [False, True])
def test_it_has_an_end_whatever_the_diary_holds(qapp: QApplication, letter: bool) -> None:
    assert pages(visit_report_pdf(a_report(400), letter=letter)) == MOST_PAGES


def text_of(pdf: bytes, folder: Path) -> str:
    path = folder / "report.pdf"
    path.write_bytes(pdf)
    return subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout


needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler is not installed"
)


@needs_poppler
def test_no_line_is_cut_and_what_has_no_room_goes_to_the_second_page(
    qapp: QApplication, tmp_path: Path
) -> None:
    few = a_report(2)
    report = replace(a_report(20), routines=few.routines, activities=few.activities)
    report = replace(report, notes=(DatedLine(LAST, "The end of a long note. " * 40),))
    pdf = visit_report_pdf(report, letter=False)
    assert pages(pdf) == 2
    words = " ".join(text_of(pdf, tmp_path).split())
    assert "…" not in words
    assert "more in the diary" not in words
    assert words.count("The end of a long note.") == 40
    assert words.count("Knee to opposite") == 5 * 20


@needs_poppler
def test_the_sums_add_up_in_sight(qapp: QApplication, tmp_path: Path) -> None:
    report = replace(a_report(1), left_ms=5_430_000, right_ms=6_030_000, both_ms=90_000)
    text = text_of(visit_report_pdf(report, letter=False), tmp_path)
    assert re.search(r"1 h 30 min\s+1 h 40 min\s+2 min\s+3 h 12 min", text)


@needs_poppler
def test_its_text_can_be_found(qapp: QApplication, tmp_path: Path) -> None:
    text = text_of(visit_report_pdf(a_report(60), letter=False), tmp_path)
    for part in (
        "Visit report",
        "1 Sep 2026 to 22 Nov 2026",
        "Routine 0 <b>",
        "done 3 times in full, planned 4",
        "Deep rotators",
        "Note 59",
        "Page 2",
        "more in the diary",
    ):
        assert part in text, part


def test_letter_where_people_measure_in_inches() -> None:
    assert is_letter(QLocale("en_US"))
    assert not is_letter(QLocale("de_DE"))
    assert not is_letter(QLocale("en_GB"))
