"""The way to the plan, on the page of the routines. It needs nothing but the settings."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.surfaces.card import CardButton
from stretchcoach.ui.widgets.text.advice import IconView
from stretchcoach.ui.widgets.text.labels import PlainLabel

LINK_PX = 56
LEAST_PX = 320
BESIDE_PX = 140  # icons, gaps and margins


class PlanLink(CardButton):
    """A slim card: “Your plan: week 3”, or that there is one."""

    def __init__(self, theme: Theme, store: SettingsStore, parent: QWidget | None = None) -> None:
        self._title = PlainLabel(theme, "", TextRole.BODY_STRONG, wrap=True)
        self._words = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True)
        super().__init__(theme, "", parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(14)
        row.addWidget(IconView(theme, IconName.CALENDAR, ink="teal_text"))
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        row.addWidget(IconView(theme, IconName.FORWARD, 18, "ink3"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # its words wrap rather than widen the page
        store.changed.connect(self._on_settings_changed)
        self._on_settings_changed(store.settings)

    def refresh_theme(self) -> None:
        super().refresh_theme()
        self.setMinimumHeight(self._theme.scaled(LINK_PX))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The title stands on one line wherever the other words still have room beside it."""
        metrics = QFontMetrics(self._theme.font(TextRole.BODY_STRONG))
        wide = metrics.horizontalAdvance(self._title.text()) + 2
        room = self.width() - BESIDE_PX - self._words.minimumSizeHint().width()
        self._title.setMinimumWidth(wide if wide <= room else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It can be made narrower than it stands now."""
        layout = self.layout()
        return QSize(LEAST_PX, layout.minimumSize().height() if layout else 0)

    def _on_settings_changed(self, settings: Settings) -> None:
        if settings.plan_id:
            self._title.setText(tr("Your plan: week {n}", n=settings.plan_week))
            self._words.setText(tr("What is due, and what comes next"))
        else:
            self._title.setText(tr("A plan, week by week"))
            self._words.setText(tr("A little more each time; you decide when to go on"))
        self.setAccessibleName(f"{self._title.text()}. {self._words.text()}")
        self._fit()
