"""Which catalogue is read: one of those that ship, and nothing that leads elsewhere."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from stretchcoach.core.language.i18n import SourceText
from stretchcoach.files.catalogs import MAX_BYTES, catalog_for


def mo_file(source: str, translation: str) -> bytes:
    """A catalogue of one text, as `msgfmt` would write it."""
    first, second = source.encode(), translation.encode()
    at = 28 + 16
    head = struct.pack("<7I", 0x950412DE, 0, 1, 28, 36, 0, 0)
    places = struct.pack("<4I", len(first), at, len(second), at + len(first) + 1)
    return head + places + first + b"\0" + second + b"\0"


def put(locale: Path, code: str) -> Path:
    path = locale / code / "LC_MESSAGES" / "stretchcoach.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(mo_file("Hold", "Halten"))
    return path


@pytest.mark.parametrize(
    "wanted", ["../../x", "../x", "/x", ".", "..", "de/../../../x", "d\0e", ""]
)
def test_a_language_is_a_code_and_no_way_to_elsewhere(tmp_path: Path, wanted: str) -> None:
    locale = tmp_path / "program" / "locale"
    put(locale, "de")
    for elsewhere in (tmp_path / "x", tmp_path / "program" / "x", locale / "LC_MESSAGES"):
        put(elsewhere.parent, elsewhere.name)
    assert isinstance(catalog_for(wanted, locale, {}), SourceText)
    assert isinstance(catalog_for("", locale, {"LANGUAGE": wanted}), SourceText)


@pytest.mark.parametrize("wanted", ["de", "de_AT", "de_CH_1996", "de@euro"])
def test_codes_with_a_region_are_codes(tmp_path: Path, wanted: str) -> None:
    put(tmp_path, "de")
    assert catalog_for("", tmp_path, {"LANG": wanted}).gettext("Hold") == "Halten"


def test_a_catalogue_is_a_file_of_some_size(tmp_path: Path) -> None:
    path = put(tmp_path, "de")
    with path.open("ab") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert isinstance(catalog_for("de", tmp_path), SourceText)
    path.unlink()
    path.mkdir()
    assert isinstance(catalog_for("de", tmp_path), SourceText)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = put(tmp_path, "de")
    path.unlink()
    os.mkfifo(path)
    assert isinstance(catalog_for("de", tmp_path), SourceText)
