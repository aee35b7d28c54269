"""Where the person's files are, and the way to them."""

from __future__ import annotations

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.keepers.open_folder import why_not_opened
from stretchcoach.ui.settings.rows import Section
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel


class FilesSection(Section):
    """The folder of the person's own routines, which is watched, and made when it is opened."""

    def __init__(self, theme: Theme, paths: Paths) -> None:
        super().__init__(theme, tr("My files"))
        self._paths = paths
        self.open = Button(theme, tr("Open the folder"), icon=IconName.FOLDER)
        self.open.clicked.connect(self._on_open_clicked)
        self.add(
            tr("Where they are"),
            tr(
                "A routine put into this folder stands in the list. Settings and diary are beside "
                "it. Nothing of it leaves this computer."
            ),
            self.open,
        )
        self.add_widget(ElidedLabel(theme, str(paths.routines), TextRole.SMALL, "ink2"))
        self.problem = PlainLabel(theme, "", TextRole.SMALL, "amber", wrap=True)
        self.problem.hide()
        self.add_widget(self.problem)

    def _on_open_clicked(self) -> None:
        why = why_not_opened(self._paths.routines)
        self.problem.setText(why)
        self.problem.setVisible(bool(why))
