"""What stands above the chips while nothing is searched for: a session that was cut off, or else
what is for today; and notices, such as the way to the plan.

Each is imported and built when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.ui.theme.theme import Theme

if TYPE_CHECKING:
    from datetime import date

    from stretchcoach.core.session.record import SessionRecord
    from stretchcoach.core.session.resume_offer import ResumeOffer
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.ui.cards.thumbnails import Thumbnails
    from stretchcoach.ui.routines.resume_banner import ResumeBanner
    from stretchcoach.ui.routines.today_card import TodayCard


class Above(QObject):
    """The uppermost parts of `column`; the keyboard comes to them from `before`."""

    resume_asked = Signal()
    start_over_asked = Signal()
    resume_dismissed = Signal()
    today_clicked = Signal()

    def __init__(
        self,
        theme: Theme,
        column: QVBoxLayout,
        before: QWidget,
        pictures: Callable[[], Thumbnails],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._column, self._before, self._pictures = theme, column, before, pictures
        self._notices: list[QWidget] = []
        self._offer: ResumeOffer | None = None

    @property
    def has_offer(self) -> bool:
        """Whether a session waits to be gone on with."""
        return self._offer is not None

    def add_notice(self, notice: QWidget) -> None:
        """Below all that is there, but above the chips."""
        self._column.insertWidget(self._column.count() - 1, notice)
        self._notices.append(notice)

    def set_resume(
        self, record: SessionRecord | None, entry: RoutineEntry | None, today: date
    ) -> None:
        """The session that was cut off, with its routine; None when there is none."""
        self._offer = None
        if record is not None:
            from stretchcoach.core.session.resume_offer import resume_offer
            from stretchcoach.ui.routines.resume_banner import where_stopped

            self._offer = resume_offer(record)
            self.banner.show_offer(self._offer, today)
            self.banner.show_picture(*where_stopped(self._offer, entry))

    def set_room(self, width_px: float) -> None:
        """How wide it may be, at 100 % of the text size."""
        if self._offer is not None:
            self.banner.set_room(width_px)

    def show(self, *, searching: bool, for_today: bool) -> None:
        """What is found stands below the chips; all of this makes room while words are searched
        for, but not for a chip, which would move away from below the pointer."""
        for notice in self._notices:
            notice.setVisible(not searching)
        if self._offer is not None or "banner" in self.__dict__:
            self.banner.setVisible(self._offer is not None and not searching)
        if for_today or "today_card" in self.__dict__:
            self.today_card.setVisible(for_today and self._offer is None and not searching)

    @cached_property
    def banner(self) -> ResumeBanner:
        """The session that was cut off."""
        from stretchcoach.ui.routines.resume_banner import ResumeBanner

        banner = ResumeBanner(self._theme, self._pictures())
        banner.hide()
        banner.resume_asked.connect(self.resume_asked)
        banner.start_over_asked.connect(self.start_over_asked)
        banner.dismissed.connect(self.resume_dismissed)
        self._column.insertWidget(0, banner)
        before = self._before
        for button in (banner.dismiss, banner.start_over, banner.resume):
            QWidget.setTabOrder(before, button)
            before = button
        return banner

    @cached_property
    def today_card(self) -> TodayCard:
        """What is for today."""
        from stretchcoach.ui.routines.today_card import TodayCard

        card = TodayCard(self._theme, self._pictures())
        card.clicked.connect(self.today_clicked)
        self._column.insertWidget(0, card)
        QWidget.setTabOrder(self._before, card)
        return card
