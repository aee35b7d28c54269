"""The top line of the session: where one is, what is left, sound and full screen."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.cues import SoundProfile
from stretchcoach.ui.session_page.measures import SessionMeasures
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.countdown.set_dots import TimeLeft
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel

VOLUME_SHOWN_MS = 2000


class SessionHeader(QWidget):
    """Title and step at the left; the time that is left and two small buttons at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(theme, "", TextRole.BODY_STRONG)
        self._step = PlainLabel(theme, "", TextRole.BODY, "ink2")
        self._left = TimeLeft(theme)
        self._volume = PlainLabel(theme, "", TextRole.BODY, "teal_text")
        self._volume.hide()
        self._volume_timer = QTimer(self)
        self._volume_timer.setSingleShot(True)
        self._volume_timer.setInterval(VOLUME_SHOWN_MS)
        self._volume_timer.timeout.connect(self._volume.hide)
        self.sound_button = Button(
            theme, tr("Sound"), ButtonKind.QUIET, IconName.SOUND_ON, icon_only=True
        )
        self.full_screen_button = Button(
            theme, tr("Full screen"), ButtonKind.QUIET, IconName.FULL_SCREEN, icon_only=True
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._step)
        row.addStretch(1)
        row.addWidget(self._volume)
        row.addWidget(self._left)
        row.addSpacing(12)
        row.addWidget(self.sound_button)
        row.addWidget(self.full_screen_button)

    def set_title(self, title: str) -> None:
        self._title.set_whole_text(title)

    def set_step(self, step_no: int, steps: int) -> None:
        self._step.setText(tr("Step {n} of {total}", n=step_no, total=steps))

    def set_left(self, left_ms: int) -> None:
        self._left.set_time(left_ms)

    def set_sound(self, profile: SoundProfile) -> None:
        silent = profile is SoundProfile.SILENT
        self.sound_button.set_icon(IconName.SOUND_OFF if silent else IconName.SOUND_ON)
        self.sound_button.set_label(_sound_words(profile))
        self.sound_button.setToolTip(_sound_words(profile))

    def show_volume(self, volume: float) -> None:
        """For a moment, in per cent."""
        self._volume.setText(tr("Volume {percent} %", percent=round(volume * 100)))
        self._volume.show()
        self._volume_timer.start()

    def resize_to(self, measures: SessionMeasures) -> None:
        for part in (self._title, self._step, self._volume, self._left):
            part.set_text_size(measures.header)


def _sound_words(profile: SoundProfile) -> str:
    return {
        SoundProfile.VOICE_AND_SOUNDS: tr("Voice and sounds; press for sounds alone"),
        SoundProfile.SOUNDS: tr("Sounds alone; press for silence"),
        SoundProfile.SILENT: tr("Silent; press for voice and sounds"),
    }[profile]
