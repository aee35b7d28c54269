"""What of the settings concerns the whole window is applied here, at once."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStyle

from stretchcoach.core.settings import Motion, Settings
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look


class SettingsApplier(QObject):
    """Keeps the theme as the settings say: look, size of text, motion."""

    def __init__(self, theme: Theme, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        store.changed.connect(self.apply)

    def apply(self, settings: Settings) -> None:
        """Bring the theme into line with `settings`; what is the same already costs nothing."""
        self._theme.set_look(Look(settings.look.value))
        self._theme.set_text_scale(settings.text_scale)
        self._theme.set_reduced_motion(is_motion_reduced(settings.motion))


def is_motion_reduced(motion: Motion) -> bool:
    """Whether what moves by itself is to stand still; asks the system where that is chosen."""
    if motion is Motion.SYSTEM:
        return not _system_animates()
    return motion is Motion.REDUCED


def _system_animates() -> bool:
    """Whether the desktop wants widgets to be animated: Qt has no other word for it."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    style = QApplication.style()
    return style is None or style.styleHint(hint) > 0
