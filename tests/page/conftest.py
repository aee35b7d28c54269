from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from PySide6.QtWidgets import QApplication

from stretchcoach.core.screen.phone_page import PhonePage
from tests.page.browser import OpenPage, a_browser
from tests.page.pages import a_page_of, an_entry, write_html


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with a_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def phone(qapp: QApplication) -> PhonePage:
    return a_page_of(an_entry())


@pytest.fixture(scope="module")
def file(phone: PhonePage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_html(phone, tmp_path_factory.mktemp("page"))


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[OpenPage]:
    opened = OpenPage(browser, file, accept_downloads=True)
    yield opened
    opened.close()
