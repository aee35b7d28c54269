"""Catalogues: found in the source, begun, brought into line, compiled and read again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from stretchcoach.core.language.i18n import SourceText
from stretchcoach.files.catalogs import Language, catalog_for, shipped_languages
from tests.source_code import called_name, python_files
from tools import catalogs

TRANSLATORS = ("tr", "trn", "trc")


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the program's own catalogues."""
    monkeypatch.setattr(catalogs, "LOCALE", tmp_path)
    monkeypatch.setattr(catalogs, "TEMPLATE", tmp_path / "stretchcoach.pot")
    return tmp_path


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All texts of the source, extracted once for the tests that only begin with them."""
    path = tmp_path_factory.mktemp("template") / "stretchcoach.pot"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogs, "TEMPLATE", path)
        assert run("extract") == 0
    return path


@pytest.fixture
def extracted(locale: Path, template: Path) -> Path:
    """The folder of catalogues with its template, and no language yet."""
    shutil.copy(template, catalogs.TEMPLATE)
    return locale


def run(*arguments: str) -> int:
    return catalogs.main(list(arguments))


def translate(locale: Path, language: str, **translations: str) -> None:
    """Give some texts of a catalogue a translation, as a translator would."""
    path = locale / language / "LC_MESSAGES" / "stretchcoach.po"
    lines = path.read_text("utf-8").splitlines()
    for text, translation in translations.items():
        places = [n for n, line in enumerate(lines) if line == f'msgid "{text}"']
        (place,) = [n for n in places if not lines[n - 1].startswith("msgctxt")]
        lines[place + 1] = f'msgstr "{translation}"'
    path.write_text("\n".join(lines) + "\n", "utf-8")


def test_every_text_of_the_source_is_in_the_template(extracted: Path) -> None:
    with catalogs.TEMPLATE.open("rb") as stream:
        template = read_po(stream)
    known = {m.id if isinstance(m.id, str) else m.id[0] for m in template}
    texts = {
        call.args[1 if called_name(call) == "trc" else 0].value  # type: ignore[attr-defined]
        for source in python_files("stretchcoach")
        for call in source.calls()
        if called_name(call) in TRANSLATORS and source.name != "stretchcoach/core/language/i18n.py"
    }
    assert len(texts) > 300
    assert texts <= known


def test_the_template_changes_only_where_a_text_does(locale: Path) -> None:
    run("extract")
    first = catalogs.TEMPLATE.read_bytes()
    run("extract")
    assert catalogs.TEMPLATE.read_bytes() == first
    assert b"Date" not in first.replace(b"PO-Revision-Date", b"")


def test_translators_see_the_comments(extracted: Path) -> None:
    text = catalogs.TEMPLATE.read_text("utf-8")
    assert "#. the side of the body alone" in text


def test_the_shipped_template_is_one() -> None:
    with catalogs.TEMPLATE.open("rb") as stream:
        assert len(read_po(stream)) > 300


def test_a_language_from_beginning_to_end(extracted: Path) -> None:
    assert run("add", "de") == 0
    translate(extracted, "de", Hold="Halten")
    assert run("update") == 0
    assert run("compile") == 0
    catalog = catalog_for("de_AT", extracted)
    assert catalog.gettext("Hold") == "Halten"
    assert catalog.gettext("Rest") == "Rest"
    assert catalog.ngettext("{n} set", "{n} sets", 2) == "{n} sets"
    names = [language.name for language in shipped_languages(extracted, {})]
    assert names == ["Deutsch", "English"]


def test_a_language_is_not_begun_twice(extracted: Path) -> None:
    run("add", "de")
    with pytest.raises(FileExistsError):
        run("add", "de")


def test_the_pseudo_language_is_for_those_who_ask(locale: Path) -> None:
    assert run("pseudo") == 0
    assert "⟦" in catalog_for("qps", locale).gettext("Hold")
    assert shipped_languages(locale, {}) == (Language("en", "English"),)
    asked = shipped_languages(locale, {"STRETCHCOACH_PSEUDO": "1"})
    assert [language.code for language in asked] == ["en", "qps"]
    assert run("compile") == 0


@pytest.mark.parametrize("arguments", [(), ("add",), ("dance",), ("extract", "de")])
def test_a_wrong_command_is_explained(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert "catalogs.py extract" in capsys.readouterr().err


def test_english_needs_no_catalogue(locale: Path) -> None:
    for wanted in ("en", "en_GB", "", "xx"):
        assert isinstance(catalog_for(wanted, locale, {}), SourceText)


@pytest.mark.parametrize(
    ("environment", "translated"),
    [
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_US.UTF-8"}, False),
        ({"LANG": "C", "LANGUAGE": "xx:de"}, True),
        ({"LANG": "C", "LANGUAGE": "en:de"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LC_MESSAGES": "de@euro"}, True),
        ({}, False),
    ],
)
def test_the_language_of_the_system(
    extracted: Path, environment: dict[str, str], translated: bool
) -> None:
    run("add", "de")
    translate(extracted, "de", Hold="Halten")
    run("compile")
    assert (catalog_for("", extracted, environment).gettext("Hold") == "Halten") is translated


def test_a_damaged_catalogue_is_as_none(locale: Path) -> None:
    path = locale / "de" / "LC_MESSAGES" / "stretchcoach.mo"
    path.parent.mkdir(parents=True)
    for content in (b"", b"nonsense", b"\xde\x12\x04\x95" + b"\xff" * 40):
        path.write_bytes(content)
        assert isinstance(catalog_for("de", locale), SourceText)
