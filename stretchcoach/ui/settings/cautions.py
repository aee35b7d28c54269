"""What a person has, as plain sentences to tick: routines then show what to leave out."""

from __future__ import annotations

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.settings.rows import Section
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.switch import CheckBox


class CautionsSection(Section):
    """A sentence to tick for each caution that exercises name."""

    def __init__(self, theme: Theme, store: SettingsStore) -> None:
        super().__init__(
            theme,
            tr("Exercises to leave out"),
            tr(
                "Tick what is true for you. A routine then shows which steps it would leave out, "
                "and offers the easier version where there is one. Nothing is changed behind "
                "your back, and it replaces no advice."
            ),
        )
        self._store = store
        self.boxes: dict[Caution, CheckBox] = {}
        for caution in Caution:
            box = CheckBox(theme, caution_words(caution).sentence)
            box.clicked.connect(self._on_clicked)
            self.boxes[caution] = box
            self.add_widget(box)

    def show_settings(self, settings: Settings) -> None:
        for caution, box in self.boxes.items():
            box.setChecked(caution in settings.hidden_cautions)

    def _on_clicked(self) -> None:
        ticked = tuple(caution for caution, box in self.boxes.items() if box.isChecked())
        self._store.change(hidden_cautions=ticked)
