"""Packs that nobody should believe are refused with a reason, and nothing is left of them."""

from __future__ import annotations

import io
import random
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stretchcoach.core.content.profile import Profile
from stretchcoach.files.packs.entry_names import MANIFEST
from stretchcoach.files.packs.pack_zip import MOST_ENTRIES, PackRefusedError, open_pack
from stretchcoach.files.packs.received import Received
from stretchcoach.files.packs.receiving import PackReader
from tests.files.packs.packs import GOOD, ROUTINE, manifest, pack
from tests.files.packs.test_receiving import bundled

Make = Callable[[Path], object]


def link(name: str, target: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target


def named(name: str) -> Make:
    files = {**GOOD, name: ROUTINE}
    return lambda path: pack(path, files)


def with_list(content: bytes) -> Make:
    return lambda path: pack(path, GOOD, content, method=zipfile.ZIP_STORED)


def patched(change: Callable[[bytearray], None]) -> Make:
    def make(path: Path) -> None:
        pack(path, method=zipfile.ZIP_STORED)
        content = bytearray(path.read_bytes())
        change(content)
        path.write_bytes(content)

    return make


def claim_entries(content: bytearray) -> None:
    at = content.rindex(b"PK\x05\x06")
    struct.pack_into("<HH", content, at + 8, 60_000, 60_000)


def claim_large_table(content: bytearray) -> None:
    struct.pack_into("<I", content, content.rindex(b"PK\x05\x06") + 12, 2**31)


def claim_little(content: bytearray) -> None:
    """The table says of the routine that it is shorter than it is."""
    at = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 24, 5)


def encrypt(content: bytearray) -> None:
    at = content.rindex(b"PK\x01\x02")
    struct.pack_into("<H", content, at + 8, 1)


def flip_content(content: bytearray) -> None:
    content[content.index(b"title: Mine") + 7] ^= 1


def overlap(content: bytearray) -> None:
    """The last entry begins where the first one does."""
    at = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 42, 0)


def many(path: Path) -> None:
    files = {f"a/{n}.yaml": b"" for n in range(MOST_ENTRIES + 1)}
    pack(path, files)


def very_many(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for n in range(70_000):
            archive.writestr(f"{n}", b"")


def doubled(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pack(path, GOOD, more=[("mine/mine.yaml", b"another")])


def bomb(path: Path) -> None:
    files = {"mine/mine.yaml": b"\0" * (18 * 1024 * 1024)}
    pack(path, files)


def sum_of_bombs(path: Path) -> None:
    noise = random.Random(3).randbytes(100_000)
    files = {f"a/{n}.yaml": noise * 100 for n in range(7)}
    pack(path, files)


def wrong_sum(path: Path) -> None:
    pack(path, {"mine/mine.yaml": ROUTINE + b"# more\n"}, manifest(GOOD))


HOSTILE: dict[str, tuple[Make, str]] = {
    "nothing": (lambda path: path.write_bytes(b""), "no pack"),
    "no-zip": (lambda path: path.write_bytes(b"format: stretchcoach/1\n"), "no pack"),
    "other-zip": (lambda path: pack(path, {}, b"{}"), "no list"),
    "no-list": (lambda path: _zip(path, GOOD), "manifest.json is missing"),
    "list-of-brackets": (
        lambda path: pack(path, GOOD, b"[" * 100_000, method=zipfile.ZIP_STORED),
        "no list",
    ),
    "list-of-numbers": (
        lambda path: pack(path, GOOD, b"9" * 100_000, method=zipfile.ZIP_STORED),
        "no list",
    ),
    "list-not-text": (lambda path: pack(path, GOOD, b"\xff\xfe"), "no list"),
    "list-too-long": (lambda path: pack(path, GOOD, b" " * 1_100_000), "too large"),
    "newer": (
        lambda path: pack(path, GOOD, manifest(GOOD, format="stretchcoach-pack/2")),
        "newer Stretch Coach",
    ),
    "other-format": (lambda path: pack(path, GOOD, manifest(GOOD, format="x/1")), "no pack"),
    "not-in-list": (lambda path: pack(path, GOOD, more=[("b/b.yaml", b"")]), "other files"),
    "list-says-more": (lambda path: pack(path, {}, manifest(GOOD)), "other files"),
    "wrong-sum": (wrong_sum, "not what it was"),
    "traversal": (named("../evil.yaml"), "leads out"),
    "absolute": (named("/tmp/evil.yaml"), "leads out"),
    "drive": (named("C:evil.yaml"), "not every system"),
    "backslash": (named("..\\evil.yaml"), "not every system"),
    "reserved": (named("mine/aux.yaml"), "Windows"),
    "hidden": (named(".new-x/evil.yaml"), "full stop"),
    "nested": (named("mine/inner.zip"), "neither YAML"),
    "doubled": (doubled, "two files"),
    "case": (named("mine/MINE.yaml"), "two files"),
    "file-and-folder": (named("mine/mine.yaml/a.yaml"), "two files"),
    "link": (lambda path: pack(path, GOOD, more=[link("mine/a.yaml", b"/etc")]), "ordinary"),
    "link-folder": (lambda path: pack(path, GOOD, more=[link("mine/", b"/etc")]), "ordinary"),
    "encrypted": (patched(encrypt), "encrypted"),
    "claims-entries": (patched(claim_entries), "too many files"),
    "claims-large-table": (patched(claim_large_table), "too large"),
    "claims-little": (patched(claim_little), "damaged"),
    "overlapping": (patched(overlap), "damaged"),
    "flipped": (patched(flip_content), "damaged"),
    "many": (many, "too many files"),
    "very-many": (very_many, "too many files"),
    "bomb": (bomb, "unpacks to more"),
    "sum-of-bombs": (sum_of_bombs, "too large"),
    "lzma": (lambda path: pack(path, method=zipfile.ZIP_LZMA), "not read here"),
    "empty": (lambda path: pack(path, {}), "nothing in this pack"),
    "no-routine": (lambda path: pack(path, {"a/b.yaml": ROUTINE}), "neither routine nor plan"),
    "top-level": (lambda path: pack(path, {"mine.yaml": ROUTINE}), "not what it was"),
    "other-id": (lambda path: pack(path, {"a/a.yaml": ROUTINE}), "neither routine nor plan"),
}


def _zip(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_and_nothing_is_left(name: str, tmp_path: Path) -> None:
    make, reason = HOSTILE[name]
    path, data = tmp_path / "x.stretchpack", tmp_path / "data"
    make(path)
    data.mkdir()
    reader = PackReader(Received(data / "received"), bundled(), bundled().known)
    with pytest.raises(PackRefusedError, match=reason):
        reader.look(path, Profile())
    assert list(data.iterdir()) == []
    assert sorted(tmp_path.iterdir()) == [data, path]


@pytest.fixture
def good(tmp_path: Path) -> bytes:
    return pack(tmp_path / "good").read_bytes()


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_is_refused_or_harmless(good: bytes, seed: int, tmp_path: Path) -> None:
    random_ = random.Random(seed)
    content = bytearray(good)
    for _ in range(random_.randint(1, 8)):
        content[random_.randrange(len(content))] = random_.randrange(256)
    path = tmp_path / "x.stretchpack"
    path.write_bytes(content[: random_.randint(10, len(content))] if seed % 3 == 0 else content)
    data = tmp_path / "data"
    data.mkdir()
    reader = PackReader(Received(data / "received"), bundled(), bundled().known)
    try:
        offer = reader.look(path, Profile())
    except PackRefusedError:
        pass
    else:
        assert offer.names == ("mine",)
    assert list(data.iterdir()) == []


def test_a_file_longer_than_a_pack_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(PackRefusedError, match="too large"), open_pack(path):
        pass


def test_more_than_was_promised_is_never_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"x" * size

    path = pack(tmp_path / "x")
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: Endless())
    with (
        open_pack(path) as opened,
        pytest.raises(PackRefusedError, match="longer than it says"),
    ):
        opened.read(MANIFEST, 1000)


def test_what_cannot_be_read_is_the_systems_word(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no ordinary file"), open_pack(tmp_path):
        pass


def test_folders_of_their_own_are_no_harm(tmp_path: Path) -> None:
    path = pack(tmp_path / "x", more=[("mine/", b""), ("mine/exercises/", b"")])
    with open_pack(path) as opened:
        assert set(opened.sizes) == {MANIFEST, "mine/mine.yaml"}


@pytest.fixture(autouse=True)
def no_warnings_of_zipfile() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="zipfile")
        yield
