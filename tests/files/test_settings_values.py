"""A value of the settings that makes no sense is mended, and the others are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.terms import Caution
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.core.settings import Settings
from stretchcoach.files.settings_file import MAX_ITEMS, SettingsFile
from tests.files.chosen_settings import put


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("volume", 1.01),
        ("volume", -0.1),
        ("volume", "loud"),
        ("volume", True),
        ("volume", None),
        ("volume", float("nan")),
        ("volume", float("inf")),
        ("text_scale", 20),
        ("text_scale", 0.5),
        ("breathe_in_s", 0),
        ("breathe_out_s", 10**400),
        ("breathe_in_s", 4.5),
        ("extra_get_ready_ms", 3_600_000),
        ("breathing_guide", 1),
        ("affected", "up"),
        ("affected", ["left"]),
        ("look", 3),
        ("window_geometry", "x" * 3000),
        ("hidden_cautions", "knee"),
        ("routine_sound_profiles", {"evening": "silent"}),
    ],
)
def test_a_value_without_sense_alone_is_as_at_first(
    settings_path: Path, key: str, value: Any
) -> None:
    put(settings_path, **{"welcomed": True, "affected": "left", key: value})
    before = settings_path.read_bytes()
    file = SettingsFile(settings_path)
    read = file.read()
    assert getattr(read.settings, key) == getattr(Settings(), key)
    assert read.settings.welcomed
    assert key in read.problem
    assert "settings.json.broken" in read.problem
    file.write(read.settings)
    assert settings_path.with_name("settings.json.broken").read_bytes() == before
    assert SettingsFile(settings_path).read().problem == ""


def test_one_unknown_caution_leaves_the_others(settings_path: Path) -> None:
    put(settings_path, hidden_cautions=["knee", "elbow", 3, "nerve"])
    read = SettingsFile(settings_path).read()
    assert read.settings.hidden_cautions == (Caution.KNEE, Caution.NERVE)
    assert "hidden_cautions" in read.problem


def test_one_odd_routine_leaves_the_others(settings_path: Path) -> None:
    rows = [["evening", "silent"], ["morning"], ["noon", "loud"], ["night", "sounds", 1]]
    put(settings_path, routine_sound_profiles=rows)
    read = SettingsFile(settings_path).read()
    assert read.settings.routine_sound_profiles == (("evening", SoundProfile.SILENT),)


def test_whole_numbers_are_numbers(settings_path: Path) -> None:
    put(settings_path, volume=1, text_scale=2)
    read = SettingsFile(settings_path).read()
    assert (read.settings.volume, read.settings.text_scale, read.problem) == (1.0, 2.0, "")


def test_a_number_of_any_length_leaves_the_others(settings_path: Path) -> None:
    settings_path.parent.mkdir()
    nines = "9" * 400
    settings_path.write_text(
        f'{{"volume": {nines}, "breathe_in_s": {nines * 20}, "welcomed": true}}'
    )
    read = SettingsFile(settings_path).read()
    assert read.settings == Settings(welcomed=True)
    assert "volume" in read.problem
    assert "breathe_in_s" in read.problem


def test_a_list_without_end_is_cut_and_the_rest_is_kept(settings_path: Path) -> None:
    """Written more widely than it was, such a file could not be read again."""
    put(settings_path, welcomed=True, routine_volumes=[["a", 1]] * 60_000)
    file = SettingsFile(settings_path)
    read = file.read()
    assert len(read.settings.routine_volumes) == MAX_ITEMS
    assert "routine_volumes" in read.problem
    file.write(read.settings)
    assert SettingsFile(settings_path).read() == (read.settings, "")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@given(content=st.dictionaries(st.sampled_from([*Settings._fields, "other"]), json_values))
def test_no_content_is_too_odd(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, Any]
) -> None:
    path = tmp_path_factory.mktemp("odd") / "settings.json"
    put(path, **content)
    file = SettingsFile(path)
    settings = file.read().settings
    file.write(settings)
    again = SettingsFile(path).read()
    assert (again.settings, again.problem) == (settings, "")
