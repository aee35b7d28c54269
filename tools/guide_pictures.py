"""The pictures of the README and of the guide for therapists, made anew from the program as it is.

    python tools/guide_pictures.py [FOLDER] [--only quick-line]

Without a folder they go where they belong, docs/images. The program is led as a therapist would
lead it: a routine from nothing, an exercise of one's own, a client's folder, what is handed over
and what comes back. The handout needs `pdftoppm` and the page for the phone a Chromium; where one
is missing the picture that stands there stays, and the script says so.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.screenshots import Studio, Variant, session_pictures  # isort: skip

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPixmap
from PySide6.QtTest import QTest

from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.exchange.export_diary import write_json
from stretchcoach.files.own_exercises.pictures import Slot
from stretchcoach.ui.widgets.figure.figure_frames import read_still
from tools.sample_home import make_home

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
SIZE, WINDOW_PX = "1280x800", (1280, 800)
QUALITY = 82
PHONE = {"width": 390, "height": 760}
CLIENT = "K M"
LINES = (
    "knee rocks 8",
    "knee chest 2x20",
    "lying fig 3x30 affected 4 note Stop short of any tingling",
    "bridge 2x10 hold 5",
)


class Guide:
    """A start of the program, and the folder for its pictures."""

    def __init__(self, studio: Studio, folder: Path, home: Path, only: str) -> None:
        self.studio, self._folder, self._home, self._only = studio, folder, home, only
        self.window: Any = studio.window
        self.press = QTest.keyClick

    @property
    def page(self) -> Any:
        """What fills the window beside the rail."""
        return self.window.current

    def type_into(self, field: Any, words: str) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)

    def wait_for_library(self) -> None:
        self.studio.settle()
        while self.studio.coach.loader.is_loading:
            self.studio.application.processEvents()

    def take(self, name: str, over: QPixmap | None = None, at: QPoint | None = None) -> None:
        """Keep the window as it is, with a menu `over` it."""
        self.studio.settle()
        picture = self.window.grab()
        if over is not None and at is not None:
            painter = QPainter(picture)
            painter.drawPixmap(at, over)
            painter.end()
        self.keep(name, picture.toImage())

    def keep(self, name: str, picture: QImage) -> None:
        if self._only in name:
            picture.save(str(self._folder / f"guide-{name}.webp"), "webp", QUALITY)  # type: ignore[call-overload]
            print(f"guide-{name}.webp")


def take_all(guide: Guide) -> None:
    """The way of the guide, from a blank page to what comes back."""
    guide.window.show_page("customize")
    guide.take("begin")
    write_routine(guide)
    write_exercise(guide)
    save_routine(guide)
    make_client(guide)
    hand_over(guide)
    come_back(guide)


def write_routine(guide: Guide) -> None:
    customize = guide.page
    customize.start.new_buttons[0].click()
    bench = customize.page
    for line in LINES:
        guide.type_into(bench.quick.line, line)
        if line is LINES[2]:
            guide.take("quick-line")
        guide.press(bench.quick.line, Qt.Key.Key_Return)
    bench.head.about.click()
    for field, words in zip(
        bench.form.routine.words,
        ("Hips, the first weeks", "People who sit for hours"),
        strict=False,
    ):
        guide.type_into(field.line, words)
        field.commit()
    guide.take("routine-form")
    bench.view.select([("steps", 2)])
    guide.take("form")
    bench.view.clearSelection()
    guide.type_into(bench.quick.line, "leg slider lying 30 hold 20")
    guide.press(bench.quick.line, Qt.Key.Key_Return)
    guide.take("remarks")
    bench.bench.undo()


def write_exercise(guide: Guide) -> None:
    """From the picker, where no exercise fits."""
    customize = guide.page
    customize.page.add_exercise.click()
    guide.type_into(customize.picker.search, "piriformis")
    guide.take("picker")
    customize.picker.new.click()
    editor = guide.page
    guide.type_into(editor.words.name.field, "Figure four on the couch")
    said = (
        "Sit on the front half of the couch, feet flat.",
        "Lay your (right|left) ankle on the other knee and lean forward with a long back.",
        "Deep in the (right|left) buttock.",
    )
    for box, words in zip(editor.words.how, said, strict=False):
        guide.type_into(box.field, words)
    editor.facts.position.button("seated").click()
    for slot, hold in ((Slot.START, False), (Slot.HOLD, True)):
        editor.picture.give(slot, sample_photo(guide, hold=hold))
        editor.photos.wait()
        guide.studio.settle()
    editor.words.name.field.setFocus()
    guide.take("exercise")
    editor.save()
    guide.wait_for_library()
    editor.head.back.click()
    customize.picker.look_at("figure-four-on-the-couch")
    guide.studio.settle()
    customize.picker.detail.take.click()
    customize.picker.back.click()


def sample_photo(guide: Guide, *, hold: bool) -> QImage:
    """What stands for a photo: the figure in a room of plain colours."""
    shelf = guide.studio.coach.loader.shelf
    assert shelf is not None
    found = read_still(shelf.known.pictures["figure-4-seated"], QSize(2000, 2000), hold=hold)
    assert found is not None
    figure = found.scaledToHeight(1000, Qt.TransformationMode.SmoothTransformation)
    room = QImage(1600, 1200, QImage.Format.Format_RGB32)
    painter = QPainter(room)
    wall = QLinearGradient(0, 0, 0, 860)
    wall.setColorAt(0, QColor("#E9E2D6"))
    wall.setColorAt(1, QColor("#D5CBBB"))
    painter.fillRect(0, 0, 1600, 860, wall)
    painter.fillRect(0, 860, 1600, 340, QColor("#B08D6A"))
    painter.drawImage(QPoint(800 - figure.width() // 2, 1150 - figure.height()), figure)
    painter.end()
    return room


def save_routine(guide: Guide) -> None:
    customize = guide.page
    customize.page.save_asked.emit()
    guide.wait_for_library()


def make_client(guide: Guide) -> None:
    customize = guide.page
    customize.show_start()
    customize.start.new_client.click()
    guide.type_into(guide.page.name, CLIENT)
    guide.page.set_name.click()
    guide.wait_for_library()
    page = guide.page
    action = next(a for a in page.moves.actions() if a.text().startswith("Hips, the first"))
    action.trigger()
    guide.wait_for_library()
    guide.take("client")


def hand_over(guide: Guide) -> None:
    shelf = guide.studio.coach.loader.shelf
    assert shelf is not None
    guide.studio.navigator.open_routine(shelf.routine("hips-the-first-weeks"))
    guide.studio.settle()
    header = guide.page.header
    menu = header.share_menu.menu
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    below = header.share.mapTo(guide.window, QPoint(0, header.share.height() + 4))
    guide.take("share", menu.grab(), below)
    with tempfile.TemporaryDirectory() as folder:
        paper, page = Path(folder) / "handout.pdf", Path(folder) / "hips.html"
        for path, save in (
            (paper, header.share_menu.save_pdf),
            (page, header.share_menu.save_page),
        ):
            save(str(path))
            while header.share_menu.work.is_running:
                guide.studio.application.processEvents()
        keep_handout(guide, paper)
        keep_phone(guide, page)


def keep_handout(guide: Guide, paper: Path) -> None:
    program = shutil.which("pdftoppm")
    if program is None:
        print("no handout: there is no pdftoppm", file=sys.stderr)
        return
    subprocess.run(
        [program, "-r", "88", "-png", "-l", "1", paper, paper.with_suffix("")], check=True
    )
    [page] = paper.parent.glob("*.png")
    guide.keep("handout", QImage(str(page)))


def keep_phone(guide: Guide, page: Path) -> None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        print("no phone: there is no Chromium", file=sys.stderr)
        return
    from playwright.sync_api import sync_playwright

    shot = page.with_suffix(".png")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        context = browser.new_context(viewport=PHONE, device_scale_factor=1.5)  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(page.as_uri())
        opened.screenshot(path=str(shot))
        browser.close()
    guide.keep("phone", QImage(str(shot)))


def come_back(guide: Guide) -> None:
    """The diary of the sample, as a client would send it."""
    sent = guide._home / "from-k-m.json"
    db = HistoryDb(Paths(guide.studio.home).diary)
    with sent.open("w", encoding="utf-8") as stream:
        write_json(db, stream)
    db.close()
    guide.studio.navigator.open_file(sent)
    bench = guide.studio.navigator._bench
    bench.clients.wait()
    guide.studio.settle()
    guide.take("sent")


def readme_pictures(folder: Path, only: str) -> None:
    """Those of the README: a session, and pages of somebody who has none that was broken off."""
    with tempfile.TemporaryDirectory() as home:
        studio = sample_studio(Path(home))
        for key in ("routines", "progress"):
            studio.window.show_page(key)
            keep_png(studio, folder / f"{key}.png", only)
        ways = session_pictures(studio)
        while next(ways) != "hold-affected":
            pass
        keep_png(studio, folder / "session.png", only)
        studio.close()


def keep_png(studio: Studio, path: Path, only: str) -> None:
    if only in path.name:
        studio.settle()
        studio.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888).save(str(path))
        print(path.name)


def sample_studio(home: Path) -> Studio:
    """The program with the folder of the sample, in a window of the size of all pictures."""
    session_id = make_home(home / "data", date.today(), look="light")
    studio = Studio(home / "data", Variant("light", 1.0, SIZE), home, session_id)
    studio.window.resize(*WINDOW_PX)
    return studio


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=IMAGES)
    parser.add_argument("--only", default="", help="what is in the names of the wanted ones")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    readme_pictures(options.folder, options.only)
    with tempfile.TemporaryDirectory() as home:
        studio = sample_studio(Path(home))
        take_all(Guide(studio, options.folder, Path(home), options.only))
        studio.close()


if __name__ == "__main__":
    main()
