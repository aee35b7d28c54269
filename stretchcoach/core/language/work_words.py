"""How far long work is, as a sentence; the same in the window and in the terminal."""

from __future__ import annotations

from stretchcoach.core.language.i18n import tr


def sheet_words(percent: int) -> str:
    """Of a handout."""
    return tr("The sheet is made: {percent} % done.", percent=percent)


def page_words(percent: int) -> str:
    """Of a page for a phone."""
    return tr("The page is made: {percent} % done.", percent=percent)


def pack_words(percent: int) -> str:
    """Of a pack."""
    return tr("The file is written: {percent} % done.", percent=percent)


def report_words(percent: int) -> str:
    """Of a visit report."""
    return tr("The report is made: {percent} % done.", percent=percent)


def shared_words(percent: int) -> str:
    """Of a report and a diary in one file."""
    return tr("Report and diary are put together: {percent} % done.", percent=percent)


def diary_words(percent: int) -> str:
    """Of a diary that is written to a file."""
    return tr("The diary is written to a file: {percent} % done.", percent=percent)
