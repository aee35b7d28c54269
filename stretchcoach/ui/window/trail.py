"""The pages that were opened one from the other, and whether one may be left."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QStackedWidget, QWidget

LONGEST = 6


@runtime_checkable
class HoldsWork(Protocol):
    """A page with work on it. It may only go where nothing is lost; else it says why."""

    def may_go(self) -> bool: ...


class Trail:
    """Pages in `stack`, each of which goes away when it is left. Every way that leaves one comes
    through here, and one whose work would be lost stays."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._pages: list[QWidget] = []

    @property
    def last(self) -> QWidget | None:
        return self._pages[-1] if self._pages else None

    def open(self, page: QWidget) -> None:
        """Go on to `page`. Of a long trail the first page goes away that may."""
        if len(self._pages) >= LONGEST:
            oldest = next(filter(_may_go, self._pages), None)
            if oldest is not None:
                self._pages.remove(oldest)
                self._remove(oldest)
        self._pages.append(page)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def go_back(self, base: QWidget) -> QWidget | None:
        """To the page before the last one, or `base` before the first; None where it stays."""
        if not self._pages or not _may_go(self._pages[-1]):
            return None
        left = self._pages.pop()
        page = self.last or base
        self._stack.setCurrentWidget(page)
        self._remove(left)
        return page

    def leave_for(self, page: QWidget) -> bool:
        """To `page`, and all of these away; where one of them stays it is shown, and False."""
        held = next((opened for opened in reversed(self._pages) if not _may_go(opened)), None)
        end = self._pages.index(held) + 1 if held is not None else 0
        left, self._pages = self._pages[end:], self._pages[:end]
        self._stack.setCurrentWidget(page if held is None else held)
        for opened in left:
            self._remove(opened)
        return held is None

    def _remove(self, page: QWidget) -> None:
        self._stack.removeWidget(page)
        page.deleteLater()


def _may_go(page: QWidget) -> bool:
    return not isinstance(page, HoldsWork) or page.may_go()
