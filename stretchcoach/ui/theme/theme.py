"""The theme: colours, type and motion for the whole application, and its changes.

One `Theme` is made by the application and handed to every page and widget. It follows the
system between light and dark unless the person chose a look.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from stretchcoach.ui.theme.style import qt_palette, style_sheet
from stretchcoach.ui.theme.tokens import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    Look,
    Palette,
    TextRole,
)

MIN_TEXT_SCALE = 1.0
MAX_TEXT_SCALE = 2.0
GROWS_FULLY_PX = 22
TIGHT_FROM_PX = 28  # large letters stand closer
FIRST_FONT = "_q_styleSheetWidgetFont"
TALL = ((1300, 1.2), (960, 16 / 15))  # from so many px of height on, text is so much larger


class Themed(Protocol):
    """What takes its colours and sizes from the theme."""

    def refresh_theme(self) -> None: ...


class Theme(QObject):
    """Current palette, fonts and motion. `changed` is emitted after any of them changed."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        look: Look = Look.SYSTEM,
        text_scale: float = 1.0,
        reduced_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._base_font = QFont(application.font())
        self._system_dark = _is_dark(application.palette())
        self._system_contrast = False
        self._look = look
        self._chosen_scale = _bounded(text_scale)
        self._window_scale = 1.0
        self._reduced_motion = reduced_motion
        self._palette = self._choose()
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def palette(self) -> Palette:
        return self._palette

    @property
    def look(self) -> Look:
        return self._look

    @property
    def text_scale(self) -> float:
        """How much larger text is than designed: what was chosen, and more in a tall window."""
        return self._chosen_scale * self._window_scale

    @property
    def reduced_motion(self) -> bool:
        """Whether things that move by themselves are to stand still."""
        return self._reduced_motion

    def set_look(self, look: Look) -> None:
        if look is not self._look:
            self._look = look
            self._palette = self._choose()
            self.apply()

    def set_text_scale(self, scale: float) -> None:
        """Size of all text, from 1.0 to 2.0; what lies outside is brought to the bound."""
        scale = _bounded(scale)
        if scale != self._chosen_scale:
            self._chosen_scale = scale
            self.apply()

    def fit_window(self, height_px: int) -> None:
        """Whoever sits before a large screen sits farther away: a tall window has larger text."""
        scale = next((scale for least_px, scale in TALL if height_px >= least_px), 1.0)
        if scale != self._window_scale:
            self._window_scale = scale
            self.apply()

    def set_reduced_motion(self, reduced: bool) -> None:
        if reduced is not self._reduced_motion:
            self._reduced_motion = reduced
            self.changed.emit()

    def apply(self) -> None:
        """Put palette, font and style sheet on the application and tell the widgets."""
        self.apply_palette_and_font()
        self.apply_style_sheet()
        self.changed.emit()

    def apply_palette_and_font(self) -> None:
        """What widgets inherit; it comes before the first of them."""
        self._application.setPalette(qt_palette(self._palette))
        self._application.setFont(self.font(TextRole.BODY))

    def apply_style_sheet(self) -> None:
        """The style sheet, best after the first window is built: Qt looks through it for a widget
        and all that is in it each time the widget is put into another."""
        self._application.setStyleSheet(style_sheet(self._palette, self.text_scale))

    def watch_contrast(self) -> None:
        """Follow the system's wish for high contrast, too.

        Asking for it builds the `Qt` namespace, so call this after the first frame.
        """
        hints = self._application.styleHints()
        if hasattr(hints, "accessibility"):  # came with Qt 6.10
            accessibility = hints.accessibility()
            accessibility.contrastPreferenceChanged.connect(self._on_contrast_changed)
            self._on_contrast_changed(accessibility.contrastPreference())

    def scaled(self, px: float) -> int:
        """A measure that has to grow with the text, such as the height of a button, in px."""
        return round(px * self.text_scale)

    def text_px(self, role: TextRole) -> float:
        """The size of `role` in px. What is large already grows less than what is small."""
        size_px = role.value.size_px
        return size_px + min(size_px, GROWS_FULLY_PX) * (self.text_scale - 1)

    def font(self, role: TextRole, size_px: float | None = None) -> QFont:
        """The system's font for `role`, with figures of one width.

        `size_px` replaces the size of the role for text that follows the window instead
        (session, full screen); it is not scaled again.
        """
        font = QFont(self._base_font)
        font.setPixelSize(max(1, round(size_px or self.text_px(role))))
        font.setWeight(QFont.Weight(role.value.weight))
        if font.pixelSize() >= TIGHT_FROM_PX:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 97)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def follow(self, widget: Themed) -> None:
        """Call `widget.refresh_theme()` now and whenever the theme changes."""
        self.changed.connect(widget.refresh_theme)
        widget.refresh_theme()

    def _choose(self) -> Palette:
        if self._look is Look.LIGHT:
            return LIGHT
        if self._look is Look.DARK:
            return DARK
        if self._look is Look.CONTRAST or self._system_contrast:
            return CONTRAST_DARK if self._system_dark else CONTRAST_LIGHT
        return DARK if self._system_dark else LIGHT

    def _on_contrast_changed(self, preference: object) -> None:
        self._system_contrast = getattr(preference, "name", "") == "HighContrast"
        self._follow_system()

    def _on_system_scheme_changed(self, scheme: object) -> None:
        # Only the name is looked at: the enum class would cost the start of the program dear.
        name = getattr(scheme, "name", "Unknown")
        if name == "Unknown":
            return
        self._system_dark = name == "Dark"
        self._follow_system()

    def _follow_system(self) -> None:
        palette = self._choose()
        if palette is not self._palette:
            self._palette = palette
            self.apply()


def put_font(widget: QWidget, font: QFont) -> None:
    """Set the font of a widget so that it stays.

    With a style sheet Qt keeps, beside each widget, the font it was first measured with, and
    puts that one back when a parent of it moves into a window.
    """
    widget.setFont(font)
    if widget.property(FIRST_FONT) is not None:
        widget.setProperty(FIRST_FONT, font)


def _bounded(scale: float) -> float:
    return min(MAX_TEXT_SCALE, max(MIN_TEXT_SCALE, scale))


def _is_dark(palette: QPalette) -> bool:
    window = palette.color(QPalette.ColorRole.Window).lightness()
    return window < palette.color(QPalette.ColorRole.WindowText).lightness()
