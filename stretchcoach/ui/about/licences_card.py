"""All licences: what is used, and the text that goes with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.licences import Licence
from stretchcoach.ui.settings.rows import Section
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Radius, TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

LIST_PX, TEXT_PX = 240, 320


class Names(QListWidget):
    """As the other fields look."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.follow(self)

    def refresh_theme(self) -> None:
        palette = self._theme.palette
        self.setFixedHeight(self._theme.scaled(LIST_PX))
        self.setStyleSheet(
            f"QListWidget {{ background: {palette.surface}; color: {palette.ink}; padding: 6px;"
            f" border: {palette.border_px}px solid {palette.field};"
            f" border-radius: {Radius.CONTROL}px; }}"
            f"QListWidget:focus {{ border: 2px solid {palette.teal}; }}"
            f"QListWidget::item {{ padding: 4px 8px; }}"
            f"QListWidget::item:selected {{ background: {palette.teal_tint};"
            f" color: {palette.teal_text}; }}"
        )


class LicencesCard(Section):
    """A list of names; below it the licence of the one that is chosen."""

    def __init__(self, theme: Theme, licences: Sequence[Licence]) -> None:
        super().__init__(
            theme,
            tr("Licences"),
            tr("Stretch Coach is free software. So is all that it is made with:"),
        )
        self._licences = licences
        self.list = Names(theme)
        self.list.setAccessibleName(tr("What is used"))
        self.list.addItems([one.name for one in licences])
        self.kind = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The licence in full"))
        self.text.setFixedHeight(theme.scaled(TEXT_PX))
        for part in (self.list, self.kind, self.text):
            self.add_widget(part)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.setCurrentRow(0)

    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._licences):
            chosen = self._licences[row]
            self.kind.setText(f"{chosen.name}: {chosen.licence}" if chosen.licence else chosen.name)
            self.text.setPlainText(chosen.text)
