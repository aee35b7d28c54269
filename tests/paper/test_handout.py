"""The handout on paper: nothing cut, nothing split, text that can be found."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.handout.handout import Handout, HandoutCard, HandoutRow, handout
from stretchcoach.files.library.full_library import Library
from stretchcoach.paper.handout import Letterhead, handout_pdf
from tests.files.library.library_folder import LibraryFolder
from tests.files.packs.test_receiving import bundled

A4, LETTER = (595, 842), (612, 792)
READER = shutil.which("pdftotext")


def no_picture(_: HandoutCard) -> QImage:
    return QImage()


def a_picture(_: HandoutCard) -> QImage:
    image = QImage(320, 240, QImage.Format.Format_ARGB32)
    image.fill(0xFF2F7F7B)
    return image


def paper_of(routine: str, affected: AffectedSide = AffectedSide.NONE) -> Handout:
    entry = bundled().routine(routine)
    assert entry.routine is not None
    return handout(entry.routine, entry.exercises, Profile(affected))


def pages(pdf: bytes) -> list[str]:
    """The text of each page, its lines joined."""
    assert READER is not None
    command = [READER, "-layout", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


def words(pdf: bytes) -> str:
    """All text in the order in which it was painted; letters that were joined are apart."""
    assert READER is not None
    command = [READER, "-raw", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return " ".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("letter", [False, True])
@pytest.mark.parametrize("large", [False, True])
def test_all_words_stand_on_it_whatever_the_paper(
    qapp: QApplication, large: bool, letter: bool
) -> None:
    paper = paper_of("deep-hip-rotators-15", AffectedSide.LEFT)
    pdf = handout_pdf(paper, a_picture, letter=letter, large=large)
    box = re.search(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", pdf)
    assert box is not None
    assert (int(box[1]), int(box[2])) == (LETTER if letter else A4)
    found = words(pdf)
    for card in paper.cards:
        for text in (card.title, *card.doses, *(row.text for row in card.rows)):
            assert text in found
    for caution in paper.cautions:
        assert caution in found
    assert "Affected side: left" in found


def test_safety_stands_at_the_foot_of_every_page(qapp: QApplication) -> None:
    found = pages(handout_pdf(paper_of("deep-hip-rotators-15"), a_picture, letter=False))
    assert len(found) == 2
    assert all("Stop if anything hurts more than before" in page for page in found)
    assert all("emergency help now" in page for page in found)
    assert "Page 2" in found[1]
    assert "Week of" in found[0]


def test_large_print_takes_more_pages(qapp: QApplication) -> None:
    paper = paper_of("deep-hip-rotators-15")
    usual, large = (
        len(pages(handout_pdf(paper, a_picture, letter=False, large=large)))
        for large in (False, True)
    )
    assert large > usual


def test_who_gives_it_is_named(qapp: QApplication) -> None:
    paper = replace(paper_of("desk-break"), author="Ada Lim")
    head = Letterhead("Practice by the sea", a_picture(paper.cards[0]))
    found = words(handout_pdf(paper, no_picture, head, letter=False))
    assert "Practice by the sea" in found
    assert "From Ada Lim" in found


def test_long_texts_and_many_steps_flow_over_pages(qapp: QApplication, tmp_path: Path) -> None:
    folder = LibraryFolder(tmp_path)
    folder.exercise("pigeon")
    dose = "hold: 5s, get_ready: 5s, switch: 5s"
    steps = "".join(f"  - {{exercise: pigeon, {dose}, note: Go {n}.}}\n" for n in range(200))
    path = folder.routine("mine")
    path.write_text(path.read_text().partition("steps:")[0] + f"steps:\n{steps}")
    entry = Library.read([tmp_path], tmp_path).routine("mine")
    assert entry.routine is not None, entry.problems[0].message
    paper = handout(entry.routine, entry.exercises, Profile())
    found = pages(handout_pdf(paper, no_picture, letter=False))
    text = " ".join(found)
    assert len(found) < 120
    assert all(f"Go {n}." in text for n in range(200))


@pytest.mark.parametrize("large", [False, True])
def test_a_card_of_very_many_words_stands_on_one_page(qapp: QApplication, large: bool) -> None:
    paper = paper_of("desk-break")
    card = paper.cards[0]
    rows = tuple(
        HandoutRow("Start", f"begin{n} {'slowly and calmly ' * 54}end{n}") for n in range(5)
    )
    cards = (card, replace(card, rows=rows), card)
    found = pages(handout_pdf(replace(paper, cards=cards), a_picture, letter=False, large=large))
    (page,) = [page for page in found if "begin0" in page]
    assert all(f"end{n}" in page for n in range(5))


@pytest.mark.parametrize("text", ["<b>bold</b>", "\u202eright to left\u202c", "x" * 300, "שלום"])
def test_no_word_of_a_file_is_more_than_text(qapp: QApplication, text: str) -> None:
    paper = paper_of("desk-break")
    card = replace(paper.cards[0], title=text)
    pdf = handout_pdf(replace(paper, title=text, cards=(card,)), no_picture, letter=False)
    assert pdf.startswith(b"%PDF")
    if text.startswith("<b>"):
        assert text in words(pdf)


class EnoughError(Exception):
    pass


def test_it_can_be_left_while_it_is_drawn(qapp: QApplication) -> None:
    asked: list[HandoutCard] = []

    def picture(card: HandoutCard) -> QImage:
        asked.append(card)
        if len(asked) == 3:
            raise EnoughError
        return QImage()

    with pytest.raises(EnoughError):
        handout_pdf(paper_of("hip-basics"), picture, letter=False)
    assert len(asked) == 3
