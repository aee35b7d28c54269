from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    Look,
    Palette,
    TextRole,
)

PALETTES = [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK]
TEXT_PAIRS = [
    ("ink", "ground"),
    ("ink2", "ground"),
    ("ink3", "surface"),
    ("ink2", "sunken"),
    ("ink", "teal_mid"),
    ("ink", "slate_tint"),
    ("on_teal", "teal"),
    ("teal_text", "ground"),
    ("teal_text", "teal_tint"),
    ("coral_text", "surface"),
    ("amber", "amber_tint"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("ink", "behind"), TEXT_PAIRS)
def test_text_can_be_read_on_what_it_stands_on(palette: Palette, ink: str, behind: str) -> None:
    least = 7.0 if palette.border_px > 1 else 4.5
    assert contrast(getattr(palette, ink), getattr(palette, behind)) >= least


@pytest.mark.parametrize("palette", PALETTES)
def test_marks_can_be_seen(palette: Palette) -> None:
    for mark in ("coral", "teal", "field"):
        assert contrast(getattr(palette, mark), palette.ground) >= 3.0


def test_every_colour_is_written_in_full() -> None:
    for palette in PALETTES:
        for colour in palette:
            if isinstance(colour, str):
                assert len(colour) == 7


def test_no_text_is_smaller_than_14_px() -> None:
    assert min(role.value.size_px for role in TextRole) == 14


def test_a_chosen_look_is_put_on_the_application(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    with qtbot.waitSignal(theme.changed, timeout=100):
        theme.set_look(Look.DARK)
    assert theme.palette is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.ground


def test_the_same_look_again_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_look(Look.LIGHT)


def test_the_system_is_followed_until_a_look_is_chosen(qapp: QApplication, theme: Theme) -> None:
    theme.set_look(Look.SYSTEM)
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.palette is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.palette is LIGHT
    theme.set_look(Look.CONTRAST)
    assert theme.palette is CONTRAST_LIGHT
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.palette is CONTRAST_DARK
    theme.set_look(Look.LIGHT)
    assert theme.palette is LIGHT


def test_an_unknown_system_scheme_changes_nothing(qapp: QApplication, theme: Theme) -> None:
    theme.set_look(Look.SYSTEM)
    before = theme.palette
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert theme.palette is before


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_text_grows_within_bounds(theme: Theme, asked: float, given: float) -> None:
    theme.set_text_scale(asked)
    assert theme.text_scale == given
    assert theme.font(TextRole.BODY).pixelSize() == round(15 * given)


def test_large_text_grows_less(theme: Theme) -> None:
    theme.set_text_scale(2.0)
    assert theme.text_px(TextRole.SMALL) == 28
    assert theme.text_px(TextRole.SIDE) < 2 * 52


def test_figures_have_one_width(theme: Theme) -> None:
    font = theme.font(TextRole.TOTAL)
    assert font.featureValue(QFont.Tag("tnum")) == 1


def test_reduced_motion_is_told(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed, timeout=100):
        theme.set_reduced_motion(True)
    assert theme.reduced_motion


@pytest.mark.parametrize(
    ("height_px", "body_px"), [(800, 15), (959, 15), (960, 16), (1080, 16), (1440, 18)]
)
def test_a_tall_window_has_larger_text(theme: Theme, height_px: int, body_px: int) -> None:
    theme.fit_window(height_px)
    assert theme.font(TextRole.BODY).pixelSize() == body_px
    theme.set_text_scale(2.0)
    assert theme.font(TextRole.BODY).pixelSize() >= 2 * body_px - 1


def test_a_window_of_the_same_height_changes_nothing(qtbot: QtBot, theme: Theme) -> None:
    theme.fit_window(1080)
    with qtbot.assertNotEmitted(theme.changed):
        theme.fit_window(1100)
