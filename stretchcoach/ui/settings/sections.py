"""The sections of the settings page. Each shows the settings and writes what is chosen, at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from stretchcoach.core.advice.welcome_words import side_explained
from stretchcoach.core.content.profile import EXTRA_GET_READY_MS
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.core.settings import LookChoice, Motion, Settings
from stretchcoach.files.catalogs import Language
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.running.lacks import Lack, Lacks
from stretchcoach.ui.settings.problem import LackNote
from stretchcoach.ui.settings.rows import Section
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.chips import Option, SegmentRow
from stretchcoach.ui.widgets.controls.choices import side_options, sound_options
from stretchcoach.ui.widgets.controls.slider import Slider, Stepper
from stretchcoach.ui.widgets.controls.switch import Switch
from stretchcoach.ui.widgets.text.labels import ALIGN_RIGHT, PlainLabel

EXTRA_STEP_S = 5
SAMPLE_PX = 44  # room for the largest text


class SideSection(Section):
    """The affected side, and how much time there is to get ready."""

    def __init__(self, theme: Theme, store: SettingsStore) -> None:
        super().__init__(theme, tr("You"))
        self._store = store
        title = tr("My affected side")
        self.side = SegmentRow(theme, title, side_options())
        self.side.chosen.connect(self._on_side_chosen)
        self.add(title, side_explained(), self.side)
        title = tr("More time to get ready")
        bounds = (0, max(EXTRA_GET_READY_MS) // SECOND_MS)
        self.extra = Stepper(theme, title, bounds, EXTRA_STEP_S, extra_words)
        self.extra.valueChanged.connect(self._on_extra_chosen)
        self.add(title, tr("Added before every exercise of every routine."), self.extra)

    def show_settings(self, settings: Settings) -> None:
        self.side.set_key(settings.affected.value)
        self.extra.set_quietly(settings.profile.extra_get_ready_ms // SECOND_MS)

    def _on_side_chosen(self, key: str) -> None:
        self._store.change(affected=AffectedSide(key))

    def _on_extra_chosen(self, seconds: int) -> None:
        self._store.change(extra_get_ready_ms=seconds * SECOND_MS)


class SoundSection(Section):
    """What is heard, and how loud. `hear_requested` asks for a sample."""

    hear_requested = Signal()

    def __init__(self, theme: Theme, store: SettingsStore, lacks: Lacks) -> None:
        super().__init__(theme, tr("Voice and sounds"))
        self._store = store
        title = tr("What I hear")
        self.profile = SegmentRow(theme, title, sound_options())
        self.profile.chosen.connect(self._on_profile_chosen)
        self.add(title, tr("A routine keeps its own choice when it is made in a session."),
                 self.profile)  # fmt: skip
        title = tr("Volume")
        self.volume = Slider(theme, title, (0, 100), 5, percent_words)
        self.volume.valueChanged.connect(self._on_volume_chosen)
        self.add(title, "", self.volume)
        self.hear = Button(theme, tr("Hear it"))
        self.hear.clicked.connect(self.hear_requested)
        self.add(tr("How it sounds"), tr("One sentence and one sound, as in a session."), self.hear)
        self.lacking = LackNote(theme, lacks, (Lack.VOICE, Lack.SOUNDS))
        self.add_widget(self.lacking)
        title = tr("Sounds from the side")
        self.pan = Switch(theme, title)
        self.pan.toggled.connect(self._on_pan_toggled)
        self.add(title, tr("Chimes for the left side come from the left."), self.pan)

    def show_settings(self, settings: Settings) -> None:
        self.profile.set_key(settings.sound_profile.value)
        self.volume.set_quietly(round(settings.volume * 100))
        self.pan.setChecked(settings.pan_to_side)
        self.hear.setEnabled(settings.sound_profile is not SoundProfile.SILENT)

    def _on_profile_chosen(self, key: str) -> None:
        self._store.change(sound_profile=SoundProfile(key))

    def _on_volume_chosen(self, percent: int) -> None:
        self._store.change(volume=percent / 100)

    def _on_pan_toggled(self, on: bool) -> None:
        self._store.change(pan_to_side=on)


class BreathingSection(Section):
    """The guide that shows a slow breath during holds."""

    def __init__(self, theme: Theme, store: SettingsStore) -> None:
        super().__init__(theme, tr("Breathing guide"))
        self._store = store
        title = tr("Show it during holds")
        self.guide = Switch(theme, title)
        self.guide.toggled.connect(self._on_guide_toggled)
        self.add(title, "", self.guide)
        title = tr("Breathe in")
        self.breathe_in = Stepper(theme, title, (2, 8), 1, seconds_words)
        self.breathe_in.valueChanged.connect(self._on_in_chosen)
        self.in_row = self.add(title, "", self.breathe_in)
        title = tr("Breathe out")
        self.breathe_out = Stepper(theme, title, (2, 12), 1, seconds_words)
        self.breathe_out.valueChanged.connect(self._on_out_chosen)
        self.out_row = self.add(title, tr("A little longer than in is calm."), self.breathe_out)

    def show_settings(self, settings: Settings) -> None:
        self.guide.setChecked(settings.breathing_guide)
        self.breathe_in.set_quietly(settings.breathe_in_s)
        self.breathe_out.set_quietly(settings.breathe_out_s)
        for row in (self.in_row, self.out_row):
            row.setVisible(settings.breathing_guide)

    def _on_guide_toggled(self, on: bool) -> None:
        self._store.change(breathing_guide=on)

    def _on_in_chosen(self, seconds: int) -> None:
        self._store.change(breathe_in_s=seconds)

    def _on_out_chosen(self, seconds: int) -> None:
        self._store.change(breathe_out_s=seconds)


class LookSection(Section):
    """Size of text, colours, motion; and the language where there is more than one."""

    def __init__(self, theme: Theme, store: SettingsStore, languages: tuple[Language, ...]) -> None:
        super().__init__(theme, tr("Look"))
        self._store = store
        title = tr("Size of text")
        self.text_size = Stepper(theme, title, (100, 200), 10, percent_words)
        self.text_size.valueChanged.connect(self._on_text_size_chosen)
        self.text_size.let_go.connect(self._keep_text_size)
        self.add(title, "", self.text_size)
        self.sample = PlainLabel(theme, tr("Text of this size"), align=ALIGN_RIGHT)
        self.sample.setFixedHeight(SAMPLE_PX)
        self.add_widget(self.sample)
        title = tr("Colours")
        self.look = SegmentRow(theme, title, look_options())
        self.look.chosen.connect(self._on_look_chosen)
        self.add(title, "", self.look)
        title = tr("Motion")
        self.motion = SegmentRow(theme, title, motion_options())
        self.motion.chosen.connect(self._on_motion_chosen)
        self.add(title, tr("Reduced: figures and the breathing guide stand still."), self.motion)
        title = tr("Sessions in full screen")
        self.full_screen = Switch(theme, title)
        self.full_screen.toggled.connect(self._on_full_screen_toggled)
        self.add(
            title, tr("To be read from the mat. F11 leaves the full screen."), self.full_screen
        )
        self.language: SegmentRow | None = None
        if len(languages) > 1:
            title = tr("Language")
            self.language = SegmentRow(theme, title, language_options(languages))
            self.language.chosen.connect(self._on_language_chosen)
            self.add(title, tr("Used from the next start on."), self.language)

    def show_settings(self, settings: Settings) -> None:
        self.text_size.set_quietly(round(settings.text_scale * 100))
        self._show_sample()
        self.look.set_key(settings.look.value)
        self.motion.set_key(settings.motion.value)
        self.full_screen.setChecked(settings.full_screen_sessions)
        if self.language is not None and self.language.has_key(settings.language):
            self.language.set_key(settings.language)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._keep_text_size()

    def _on_text_size_chosen(self) -> None:
        """Below the pointer nothing moves: the window follows when it has left the buttons."""
        self._show_sample()
        if not self.text_size.is_hovered:
            self._keep_text_size()

    def _keep_text_size(self) -> None:
        self._store.change(text_scale=self.text_size.value() / 100)

    def _show_sample(self) -> None:
        self.sample.set_text_size(TextRole.BODY.value.size_px * self.text_size.value() / 100)

    def _on_look_chosen(self, key: str) -> None:
        self._store.change(look=LookChoice(key))

    def _on_motion_chosen(self, key: str) -> None:
        self._store.change(motion=Motion(key))

    def _on_full_screen_toggled(self, on: bool) -> None:
        self._store.change(full_screen_sessions=on)

    def _on_language_chosen(self, key: str) -> None:
        self._store.change(language=key)


def look_options() -> tuple[Option, ...]:
    return (
        Option(LookChoice.SYSTEM.value, tr("As the system")),
        Option(LookChoice.LIGHT.value, tr("Light")),
        Option(LookChoice.DARK.value, tr("Dark")),
        Option(LookChoice.CONTRAST.value, tr("High contrast")),
    )


def motion_options() -> tuple[Option, ...]:
    return (
        Option(Motion.SYSTEM.value, tr("As the system")),
        Option(Motion.FULL.value, tr("Full")),
        Option(Motion.REDUCED.value, tr("Reduced")),
    )


def language_options(languages: tuple[Language, ...]) -> tuple[Option, ...]:
    system = Option("", tr("As the system"))
    return (system, *(Option(language.code, language.name) for language in languages))


def percent_words(percent: int) -> str:
    return tr("{n} %", n=percent)


def seconds_words(seconds: int) -> str:
    return tr("{n} s", n=seconds)


def extra_words(seconds: int) -> str:
    # Translators: a time that is added, such as “+ 5 s”.
    return tr("+ {n} s", n=seconds)
