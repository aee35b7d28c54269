"""The list inside a pack."""

from __future__ import annotations

import pytest

from stretchcoach.files.packs.manifest import Manifest, Packed, manifest_bytes, read_manifest
from stretchcoach.files.packs.pack_zip import PackRefusedError

FILES = {"b/é.yaml": Packed(3, "0" * 64), "a/a.yaml": Packed(0, "f" * 64)}


def test_it_is_read_as_it_was_written() -> None:
    assert read_manifest(manifest_bytes(Manifest(FILES, "1.0"))) == Manifest(FILES, "1.0")


def test_the_order_of_the_files_makes_no_difference() -> None:
    turned = dict(reversed(FILES.items()))
    assert manifest_bytes(Manifest(FILES)) == manifest_bytes(Manifest(turned))


@pytest.mark.parametrize(
    "packed",
    ['{"bytes": true, "sha256": ""}', '{"bytes": 1}', "[]", '{"bytes": 1, "sha256": "x"}',
     '{"bytes": 1, "sha256": 5}'],
)  # fmt: skip
def test_a_file_needs_its_size_and_sum(packed: str) -> None:
    text = f'{{"format": "stretchcoach-pack/1", "files": {{"a": {packed}}}}}'
    with pytest.raises(PackRefusedError, match="no list of its files"):
        read_manifest(text.encode())


@pytest.mark.parametrize("text", ["null", "[]", '"a"', '{"format": "stretchcoach-pack/1"}', "{"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(PackRefusedError, match="no list of its files"):
        read_manifest(text.encode())


def test_a_version_that_is_no_text_is_nothing() -> None:
    text = b'{"format": "stretchcoach-pack/1", "files": {}, "made_with": 7}'
    assert read_manifest(text) == Manifest({})
