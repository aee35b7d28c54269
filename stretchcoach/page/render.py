"""Puts a page together: its words, its script and its pictures as one file of HTML.

Nothing in it comes from elsewhere, and the file itself forbids it: the policy at its head lets
this one script and this one style sheet in, by their sums, and pictures that stand in the file.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

from stretchcoach.core.advice.safety import cautions_lead, help_short, stop_short
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.visit_report_words import affected_words
from stretchcoach.core.language.i18n import languages, tr
from stretchcoach.core.screen.page_words import page_words
from stretchcoach.core.screen.phone_page import PhonePage
from stretchcoach.files.yaml.problems import clean
from stretchcoach.page.page_json import page_json
from stretchcoach.page.pictures import PagePicture, as_address

FOLDER = Path(__file__).parent
# In this order they are one script: each uses what stands before it.
SCRIPTS = (
    "words.js",
    "session.js",
    "runner.js",
    "chimes.js",
    "voice.js",
    "player.js",
    "figure.js",
    "breath.js",
    "store.js",
    "record.js",
    "remarks.js",
    "diary.js",
    "diary_page.js",
    "stage.js",
    "awake.js",
    "keys.js",
    "after.js",
    "app.js",
    "main.js",
)
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


@cache
def script_text() -> str:
    """All scripts as one that leaves nothing behind in the page."""
    parts = [(FOLDER / "scripts" / name).read_text("utf-8") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();\n"


@cache
def style_text() -> str:
    return (FOLDER / "page.css").read_text("utf-8")


def page_html(page: PhonePage, pictures: Mapping[str, PagePicture]) -> bytes:
    """The file of `page`; `pictures` are by the ids of exercises, some may be missing."""
    # Only here, for nothing else is written with it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    language = (languages() or ("en",))[0]
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    html = environment.get_template("page.html").render(
        words=SimpleNamespace(**page_words()),
        author=tr("From {author}", author=page.handout.author),
        language=language,
        direction="rtl" if language[:2] in RIGHT_TO_LEFT else "ltr",
        policy=policy(),
        style=_Raw(style_text()),
        script=_Raw(script_text()),
        data=_Raw(page_json(page, pictures, language)),
        paper=page.handout,
        affected="" if page.affected is AffectedSide.NONE else affected_words(page.affected),
        thumbs={key: as_address(picture.thumb) for key, picture in pictures.items()},
        stop=stop_short(),
        help=help_short(),
        cautions_lead=cautions_lead(),
    )
    return html.encode("utf-8")


def policy() -> str:
    """What a browser may do with the page: run its own script, and show what stands in it."""
    script, style = _sum_of(script_text()), _sum_of(style_text())
    return (
        f"default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )


def _sum_of(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


class _Raw:
    """Text of this program's own, which is not escaped."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __html__(self) -> str:
        return self._text


def _harmless(value: object) -> object:
    """Texts without what turns the order of letters round or hides them."""
    is_markup = hasattr(value, "__html__")
    return clean(value) if isinstance(value, str) and not is_markup else value
