"""The text of the exercise as its file has it, with what is wrong in it and what is missing."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.customize.text.yaml_colours import YamlColours
from stretchcoach.ui.own_exercise.exercise_document import ExerciseDocument
from stretchcoach.ui.problems.source_excerpt import mono_font
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

CALM_MS = 200
PARAGRAPH = "\u2029"
MOST_TOLD = 5


class TextView(QWidget):
    """What is typed is taken over when it pauses."""

    def __init__(
        self, theme: Theme, document: ExerciseDocument, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._document = theme, document
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(tr("The text of the exercise"))
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.setTabChangesFocus(True)
        self._colours = YamlColours(theme, self.edit.document())
        self.problems = PlainLabel(theme, "", TextRole.SMALL, "amber", wrap=True)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.commit)
        self.edit.textChanged.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE_MARGIN, 12, Space.PAGE_MARGIN, 24)
        column.setSpacing(12)
        column.addWidget(self.problems)
        column.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.edit.setFont(mono_font(self._theme))

    @property
    def text(self) -> str:
        # toPlainText would make common spaces of those that do not break.
        return self.edit.document().toRawText().replace(PARAGRAPH, "\n")

    def refresh(self) -> None:
        """Show what the document says; what is being typed stays."""
        text = self._document.state.text
        if self.text != text and not self._calm.isActive():
            with QSignalBlocker(self.edit):
                self.edit.setPlainText(text)
        self._show_problems()

    def commit(self) -> None:
        """What was typed is meant."""
        if self._calm.isActive():
            self._calm.stop()
        if self.text != self._document.state.text:
            self._document.set_text(self.text)

    def _show_problems(self) -> None:
        reading = self._document.reading
        lines = [
            tr("Line {line}: {problem}.", line=problem.line, problem=problem.message)
            for problem in reading.document.problems[:MOST_TOLD]
        ]
        lines += [f"{remark.message} - {remark.reason}" for remark in reading.remarks[:MOST_TOLD]]
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))

    def _on_typed(self) -> None:
        self._calm.start()
