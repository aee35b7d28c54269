"""The top line of the session: where one is, what is left, sound and full screen."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.ui.session_page.measures import SessionMeasures
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.countdown.set_dots import TimeLeft
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel

WORD_SHOWN_MS = 3000
BUTTON_SHARE = 0.025  # of the height of the line: the scale of a button of 40 px


class SessionHeader(QWidget):
    """Title and step at the left; the time that is left and two small buttons at the right.

    A word about sound or volume stands beside them for a moment.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(theme, "", TextRole.BODY_STRONG)
        self._step = PlainLabel(theme, "", TextRole.BODY, "ink2")
        self._left = TimeLeft(theme)
        self._word = ElidedLabel(theme, "", TextRole.BODY, "teal_text")
        self._word.hide()
        self._word_timer = QTimer(self)
        self._word_timer.setSingleShot(True)
        self._word_timer.setInterval(WORD_SHOWN_MS)
        self._word_timer.timeout.connect(self._word.hide)
        self._profile = SoundProfile.VOICE_AND_SOUNDS
        self._trouble = ""
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
        row.addWidget(self._word)
        row.addWidget(self._left)
        row.addSpacing(12)
        row.addWidget(self.sound_button)
        row.addWidget(self.full_screen_button)

    @property
    def word(self) -> str:
        """What is said for a moment, "" for nothing."""
        return "" if self._word.isHidden() else self._word.whole_text

    def set_title(self, title: str) -> None:
        self._title.set_whole_text(title)

    def set_step(self, step_no: int, steps: int) -> None:
        self._step.setText(tr("Step {n} of {total}", n=step_no, total=steps))

    def set_left(self, left_ms: int) -> None:
        self._left.set_time(left_ms)

    def set_sound(self, profile: SoundProfile) -> None:
        """What is heard of the coach."""
        self._profile = profile
        self._show_sound()

    def set_sound_trouble(self, trouble: str) -> None:
        """What of it cannot be heard, in a sentence; "" where all can."""
        self._trouble = trouble
        self._show_sound()

    def tell_sound(self) -> None:
        """Say for a moment what is heard now, and for how long that holds."""
        self._tell(tr("{sound}, for this routine", sound=_sound_words(self._profile)))

    def show_volume(self, volume: float) -> None:
        """For a moment, in per cent."""
        self._tell(tr("Volume {percent} %", percent=round(volume * 100)))

    def resize_to(self, measures: SessionMeasures, *, full_screen: bool) -> None:
        self.setFixedHeight(measures.header_high)
        for part in (self._title, self._step, self._word, self._left):
            part.set_text_size(measures.header)
        self._title.setVisible(measures.title)
        for button in (self.sound_button, self.full_screen_button):
            button.set_scale(measures.header_high * BUTTON_SHARE, 0)
        words = tr("Leave full screen") if full_screen else tr("Full screen")
        self.full_screen_button.set_label(words)

    def _tell(self, word: str) -> None:
        self._word.set_whole_text(word)
        self._word.show()
        self._word_timer.start()

    def _show_sound(self) -> None:
        heard = self._profile is not SoundProfile.SILENT
        icon = IconName.SOUND_TROUBLE if self._trouble and heard else _ICONS[self._profile]
        self.sound_button.set_icon(icon)
        words = tr("{sound}; press for {next}", sound=_sound_words(self._profile),
                   next=_next_words(self._profile))  # fmt: skip
        self.sound_button.set_label(f"{words}. {self._trouble}" if self._trouble else words)


_ICONS = {
    SoundProfile.VOICE_AND_SOUNDS: IconName.SOUND_ON,
    SoundProfile.SOUNDS: IconName.SOUND_CHIMES,
    SoundProfile.SILENT: IconName.SOUND_OFF,
}


def _sound_words(profile: SoundProfile) -> str:
    return {
        SoundProfile.VOICE_AND_SOUNDS: tr("Voice and sounds"),
        SoundProfile.SOUNDS: tr("Sounds only"),
        SoundProfile.SILENT: tr("Silent"),
    }[profile]


def _next_words(profile: SoundProfile) -> str:
    return {
        SoundProfile.VOICE_AND_SOUNDS: tr("sounds only"),
        SoundProfile.SOUNDS: tr("silence"),
        SoundProfile.SILENT: tr("voice and sounds"),
    }[profile]
