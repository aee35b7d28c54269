"""The About page: version, places, licences, and a report without anything of the person."""

from __future__ import annotations

import getpass
import platform
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach import __version__
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.settings import LookChoice, Settings
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.licences import Licence, read_licences
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.about.about_page import AboutPage
from stretchcoach.ui.about.report_text import report_text
from stretchcoach.ui.keepers import open_folder
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language

LICENCES = (Licence("Own", "MIT", "own words"), Licence("<b>Other</b>", "", "<i>other words</i>"))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "mine")


@pytest.fixture
def store(paths: Paths) -> SettingsStore:
    return SettingsStore(SettingsFile(paths.settings))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: SettingsStore, paths: Paths) -> AboutPage:
    page = AboutPage(theme, store, paths, LICENCES)
    qtbot.addWidget(page)
    page.resize(1184, 800)
    page.show()
    return page


def test_it_says_its_version_and_leads_back(page: AboutPage, qtbot: QtBot) -> None:
    assert f"Version {__version__}" in [one.text() for one in page.findChildren(PlainLabel)]
    with qtbot.waitSignal(page.back_asked):
        page.way_back.link.click()
    with qtbot.waitSignal(page.back_asked):
        QTest.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("works", [True, False])
def test_every_folder_is_opened(
    page: AboutPage, paths: Paths, monkeypatch: pytest.MonkeyPatch, works: bool
) -> None:
    opened: list[str] = []

    class FolderProgram:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802
            opened.append(url.toLocalFile())
            return works

    monkeypatch.setattr(open_folder, "QDesktopServices", FolderProgram)
    folders = [paths.data, paths.routines, paths.backups]
    assert list(page.files.buttons) == folders
    for folder, button in page.files.buttons.items():
        assert button.accessibleDescription()
        button.click()
        assert folder.is_dir()
    assert opened == [folder.as_posix() for folder in folders]
    assert page.files.problem.isVisible() is not works


def test_a_folder_that_cannot_be_made_is_said(page: AboutPage, paths: Paths) -> None:
    paths.data.write_text("no folder")
    page.files.buttons[paths.routines].click()
    assert "could not be opened" in page.files.problem.text()


def test_a_licence_is_read_in_full_as_plain_text(page: AboutPage) -> None:
    card = page.licences
    assert card.text.toPlainText() == "own words"
    assert card.kind.text() == "Own: MIT"
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    assert card.text.toPlainText() == "<i>other words</i>"
    assert card.kind.text() == "<b>Other</b>"
    assert card.text.isReadOnly()
    assert card.text.tabChangesFocus()
    assert all(part.accessibleName() for part in (card.list, card.text))


def test_what_is_copied_is_what_is_seen(page: AboutPage, store: SettingsStore) -> None:
    page.report.copy.click()
    assert QGuiApplication.clipboard().text() == page.report.text.text()
    assert page.report.copied.isVisible()
    store.change(look=LookChoice.DARK)
    assert "Look: dark" in page.report.text.text()


def test_nothing_of_the_person_is_in_the_report(tmp_path: Path) -> None:
    """Whatever a setting that is text holds, unless it is the language."""
    secret = "Kniep"
    texts = {
        name: secret
        for name in Settings._fields
        if type(getattr(Settings(), name)) is str and name != "language"
    }
    assert {"practice", "file_folder"} <= texts.keys()
    settings = Settings(
        **texts,  # type: ignore[arg-type]
        affected=AffectedSide.RIGHT,
        favourites=(secret,),
        opened_files=((secret, f"/home/{secret}/x.yaml"),),
    )
    text = report_text(settings)
    assert secret not in text
    assert "right" not in text
    assert f"Stretch Coach {__version__}" in text
    assert "Screen: " in text
    for word in (str(Path.home()), platform.node(), getpass.getuser()):
        assert word not in text.split()
    assert "/" not in text.replace("x86/64", "")


def test_all_licences_are_found_those_of_a_build_too(tmp_path: Path) -> None:
    own = read_licences()
    assert own[0].name == "Stretch Coach"
    assert len(own) > 10
    assert read_licences(tmp_path) == ()
    for name, of in (("licences.json", "a"), ("licences-of-the-system.json", "b")):
        line = f'[{{"name": "{of}", "licence": "MIT", "text": "t"}}]'
        (tmp_path / name).write_text(line)
    assert [one.name for one in read_licences(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1.0, 620, 540), (1.0, 1180, 800), (2.0, 1080, 800)]
)
def test_in_a_language_of_long_words(
    qtbot: QtBot, theme: Theme, store: SettingsStore, paths: Paths, scale: float,
    width: int, height: int,
) -> None:  # fmt: skip
    theme.set_text_scale(scale)
    with pseudo_language():
        page = AboutPage(theme, store, paths, LICENCES)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        places = page.findChildren(ElidedLabel)
        foreign = {str(one) for one in (paths.data, paths.routines, paths.backups)}
        foreign |= {page.report.text.text(), page.licences.kind.text()}
        assert_translated_and_unclipped(page, foreign=foreign, may_elide=places)
