"""The file itself: what may run in it, what it weighs, and how its script is written."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from PySide6.QtWidgets import QApplication

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language import i18n
from stretchcoach.core.screen.phone_page import PhonePage, phone_page
from stretchcoach.core.session.cues import Chime
from stretchcoach.page.page_json import page_json
from stretchcoach.page.render import FOLDER, SCRIPTS, page_html, policy, script_text, style_text
from stretchcoach.ui.theme.tokens import DARK, LIGHT, Palette
from tests.page.pages import RIGHT, a_page_of, a_picture, an_entry
from tests.source_code import imported_modules, python_files
from tools.make_sounds import CHIMES

MOST_LINES = 350
SHOWN = {
    "ground": "ground", "surface": "surface", "line": "line", "edge": "edge", "field": "field",
    "ink": "ink", "ink2": "ink2", "teal": "teal", "on-teal": "on_teal", "teal-text": "teal_text",
    "teal-tint": "teal_tint", "teal-mid": "teal_mid", "coral": "coral", "coral-text": "coral_text",
}  # fmt: skip


class Tags(HTMLParser):
    """All tags of a page, and what stands in its scripts and style sheets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.raw.append((self.tags[-1][0], data))


@pytest.fixture(scope="module")
def page(qapp: QApplication) -> PhonePage:
    return a_page_of(an_entry())


@pytest.fixture(scope="module")
def html(page: PhonePage) -> str:
    first, *_ = page.exercises
    return page_html(page, {first.id: a_picture()}).decode("utf-8")


def sum_of(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def test_the_policy_lets_in_what_stands_there_and_nothing_else(html: str) -> None:
    tags = Tags(html)
    (policy_tag,) = [tag for _, tag in tags.tags if "http-equiv" in tag]
    assert policy_tag["content"] == policy()
    assert policy().startswith("default-src 'none'; ")
    assert "unsafe" not in policy()
    raw = [(tag, text) for tag, text in tags.raw if not text.startswith("{")]
    assert [tag for tag, _ in raw] == ["style", "script"]
    assert sum_of(raw[0][1]) in policy()
    assert sum_of(raw[1][1]) in policy()


def test_nothing_is_loaded_and_nothing_runs_in_attributes(html: str) -> None:
    for tag, attributes in Tags(html).tags:
        for name, value in attributes.items():
            assert not name.startswith("on"), tag
            assert name != "style", tag
            if name in ("src", "href", "action", "srcset"):
                assert (value or "").startswith("data:"), tag
    assert "http://" not in html
    assert "https://" not in html
    assert "url(" not in style_text()


def test_the_data_end_no_script(page: PhonePage) -> None:
    entry = an_entry()
    assert entry.routine is not None
    data = page_json(page, {}, "en")
    assert not set("<>&") & set(data)
    assert data.isascii()
    assert json.loads(data)["record"]["title"] == entry.routine.title


def test_intervals_stand_in_it_as_show_lists_them(page: PhonePage) -> None:
    shown = json.loads(page_json(page, {}, "en"))["intervals"]
    keys = ("kind", "duration_ms", "exercise", "side", "set", "rep", "label")
    assert [tuple(one[key] for key in keys) for one in shown] == [
        (i.kind.value, i.duration_ms, i.exercise, i.side.value if i.side else None,
         i.set_no, i.rep_no, i.label)
        for i in page.timeline.intervals
    ]  # fmt: skip


def test_a_text_stands_in_it_once(page: PhonePage) -> None:
    texts = json.loads(page_json(page, {}, "en"))["texts"]
    assert len(texts) == len(set(texts))


def test_what_is_read_in_another_language_is_marked_so(page: PhonePage) -> None:
    i18n.use(i18n.SourceText(), ["he"])
    try:
        html = page_html(page, {}).decode("utf-8")
    finally:
        i18n.use(i18n.SourceText())
    assert '<html lang="he" dir="rtl">' in html


def test_without_an_affected_side_none_is_named() -> None:
    entry = an_entry()
    assert entry.routine is not None
    nobody = RIGHT._replace(affected=AffectedSide.NONE)
    html = page_html(phone_page(entry.routine, entry.exercises, nobody), {}).decode("utf-8")
    assert "Affected side" not in html
    assert "Affected side" in page_html(a_page_of(entry), {}).decode("utf-8")


def test_without_a_breath_there_is_no_guide() -> None:
    entry = an_entry()
    assert entry.routine is not None
    page = phone_page(entry.routine, entry.exercises, RIGHT)
    assert json.loads(page_json(page, {}, "en"))["breath"] is None


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-F]{6})", css))


@pytest.mark.parametrize(("palette", "part"), [(LIGHT, 0), (DARK, 1)])
def test_the_colours_are_those_of_the_program(palette: Palette, part: int) -> None:
    css = style_text().split("@media (prefers-color-scheme: dark)")[part]
    css = css[: css.index("\n}\n")]
    assert colours(css) == {name: getattr(palette, role) for name, role in SHOWN.items()}


def test_the_chimes_are_those_of_the_program() -> None:
    text = (FOLDER / "scripts" / "chimes.js").read_text("utf-8")
    assert {chime.value for chime in Chime} == set(CHIMES)
    table = text[text.index("const CHIMES") : text.index("const ATTACK_S")]
    numbers = [float(number) for number in re.findall(r"\d+\.\d+|\d+", table.split("= {")[1])]
    expected: list[float] = []
    for sound in CHIMES.values():
        expected.append(sound.peak)
        for note in sound.notes:
            expected += [note.at_s, note.pitch_hz]
            expected += [note.glide_to_hz] if note.glide_to_hz else []
    assert numbers == pytest.approx(expected)


def test_the_template_engine_is_used_in_one_place() -> None:
    using = [
        source.name
        for source in python_files("stretchcoach")
        if any(name.split(".")[0] == "jinja2" for name in imported_modules(source.tree))
    ]
    assert using == ["stretchcoach/page/render.py"]


def test_every_script_is_part_of_it_and_short() -> None:
    found = {path.name: path for path in (FOLDER / "scripts").glob("*.js")}
    assert set(found) == set(SCRIPTS)
    long = {name for name in found if len(found[name].read_text("utf-8").splitlines()) > MOST_LINES}
    assert long == set()


def test_old_browsers_can_read_the_script() -> None:
    """What one of them does not know would stop all of it."""
    for new in ("(?<", "#private", "static {", " import ", "await import"):
        assert new not in script_text()


def test_the_words_of_the_script_are_there(page: PhonePage) -> None:
    asked = set(re.findall(r"\bwords\.([a-z_]+)", script_text()))
    assert asked <= set(json.loads(page_json(page, {}, "en"))["words"])
