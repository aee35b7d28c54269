"""Files that nobody should believe, made anew for each test.

`yaml/NAME/NAME.yaml` are routines, exercises and plans, `settings/NAME/` a folder of a person with
settings in it, `pictures/NAME.webp` pictures by their endings, `index/NAME/` and `catalogs/NAME/`
folders with an index or a catalogue of translations.
"""

from __future__ import annotations

import json
import os
import random
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from stretchcoach.files.library.index_file import write_index
from tests.files.library.test_index_file import FILES
from tests.files.pictures.hostile_pictures import (
    encoded,
    moving_webp,
    png,
    png_chunk,
    png_with_packed_texts,
    repeated_scans,
)

HEAD = "format: stretchcoach/1\nid: a\ntitle: A\n"
STEPS = "steps:\n  - exercise: bridge\n"
EXERCISE = "format: stretchcoach-exercise/1\nid: a\nname: A\n"
PLAN = "format: stretchcoach-plan/1\nid: a\ntitle: A\nweeks:\n"
MEGABYTE = 1024 * 1024
FLIPPED = 12  # files of each kind with some bytes changed

YAML: dict[str, str | bytes] = {
    "ten-megabytes": "a" * 10 * MEGABYTE,
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "dashes": "- " * 100_000,
    "question-marks": "? " * 100_000,
    "keys": "".join(f"k{n}: 1\n" for n in range(50_000)),
    "values": "[" + "1," * 500_000 + "]",
    "aliases": "a: &a [x, x]\n" + "b: &b [*a, *a]\n" * 20_000,
    "merges": HEAD + "defaults:\n" + "  <<: {rest: 1s}\n" * 100,
    "code": "!!python/object/apply:os.system [echo]",
    "directive": "%YAML 9.9\n%TAG ! tag:x,2026:\n---\n" + HEAD,
    "documents": "---\na: b\n" * 10_000,
    "blank-lines": "\n" * 900_000 + "format: stretchcoach/1\n",
    "blank-lines-with-spaces": " \n" * 450_000 + "format: stretchcoach/1\n",
    "line-of-dashes": HEAD + "-" * 900_000 + "\nsteps: []",
    "line-of-colons": HEAD + ":" * 900_000 + "\nsteps: []",
    "line-of-quotes": "'" * 900_000,
    "line-of-backslashes": '"' + "\\" * 900_000,
    "line-of-tabs": HEAD + "\t" * 900_000 + "x: y",
    "comments": "# no\n" * 180_000,
    "no-break-lines": ("\u00a0" * 40 + "x: y\n") * 8_000,
    "curly-lines": "".join(f"k{n}: “–：（，•” x: y\n" for n in range(10_000)),
    "overrides": "\u202e" * 300_000,
    "zero-width": HEAD + "note: '" + "\u200b" * 300_000 + "'\n",
    "escapes": HEAD + 'note: "' + "\\u202e" * 140_000 + '"',
    "surrogate-escapes": HEAD + 'note: "\\ud83d\\ude00\\ud83d"\n' + STEPS,
    "line-separators": HEAD + "note: a\u2028b\u2029c\u0085d\n" + STEPS,
    "twenty-thousand-steps": HEAD + "steps: [" + "{exercise: nobody}," * 20_000 + "]",
    "unknown-names": HEAD + "steps:\n" + "".join(f"  - exercise: x-{n}\n" for n in range(200)),
    "own-exercises": HEAD + "exercises: {" + ",".join(f"a{n}: {{}}" for n in range(15_000)) + "}",
    "blocks": HEAD + "steps: [" + "{repeat: 50, steps: [" * 13 + "{rest: 10m}" + "]}" * 13 + "]",
    "blocks-of-nothing": HEAD
    + "steps: ["
    + "{repeat: 50, steps: [" * 14
    + "{rest: 1s, enabled: false}"
    + "]}" * 14
    + "]",
    "intervals": HEAD
    + "steps: [{repeat: 50, steps: [{exercise: bridge, sets: 20, reps: 100, hold: 1s,"
    + " relax: 0, rest: 0}]}]",
    "intervals-of-phases": HEAD
    + "steps: [{exercise: bridge, sets: 20, reps: 100, relax: 0, rest: 0, rep: ["
    + "{say: a, for: 1s}," * 7
    + "]}]",
    "long-times": HEAD + "steps: [{rest: " + "9" * 90 + "}]",
    "digits": HEAD + "level: " + "9" * 900_000,
    "exponent": HEAD + STEPS + "    sets: 1e99\n",
    "level-of-lists": HEAD + "level: " + "[" * 30 + "]" * 30,
    "title-of-one-word": f"format: stretchcoach/1\nid: a\ntitle: {'W' * 79}\n" + STEPS,
    "title-unseen": "format: stretchcoach/1\nid: a\ntitle: '\u200b\u00a0'\n" + STEPS,
    "bars": HEAD + "note: '" + "(a|b)" * 150_000 + "|'\n" + STEPS,
    "parentheses": HEAD + "note: '" + "(" * 300_000 + "|'\n" + STEPS,
    "path-up": EXERCISE + "figure: ../../outside.webp\n",
    "path-root": EXERCISE + "figure: /etc/passwd.webp\n",
    "path-nul": EXERCISE + 'figure: "a\\0.webp"\n',
    "path-long": EXERCISE + f"figure: {'a/' * 99}a.webp\n",
    "languages": EXERCISE + "translations:\n" + "".join(f"  a{n}: {{}}\n" for n in range(9_000)),
    "cues": EXERCISE + "cues: [" + "x," * 40_000 + "]",
    "circle": EXERCISE + "easier: a\nharder: a\n",
    "pose": EXERCISE + "pose: {" + ", ".join(f"j{n}: 1e99" for n in range(20_000)) + "}",
    "plan-of-nothing": PLAN + "  []\n",
    "plan-weeks": PLAN + "  - {title: W, sessions: [{routine: nobody, days: 7}]}\n" * 20_000,
    "plan-changes": PLAN
    + "  - title: W\n    sessions:\n      - routine: hip-basics\n        changes:\n"
    + "".join(f"          x-{n}: {{sets: 2}}\n" for n in range(50)),
    "plan-of-many-sessions": PLAN
    + "".join(
        f"  - {{title: W, sessions: [{','.join('{routine: hip-basics}' for _ in range(7))}]}}\n"
        for _ in range(52)
    ),
    "empty": b"",
    "nul": b"\0",
    "utf-16": HEAD.encode("utf-16"),
    "utf-32": HEAD.encode("utf-32"),
    "latin-1": HEAD.encode() + b"note: h\xfcfte\n",
    "over-long": HEAD.encode() + b"note: \xc0\xaf\n",
    "marks": "\ufeff\ufeff".encode() + HEAD.encode(),
    "carriage-returns": (HEAD + STEPS).replace("\n", "\r").encode(),
}  # fmt: skip

SETTINGS: dict[str, bytes] = {
    "empty": b"",
    "list": b"[]",
    "deep": b"[" * 200_000,
    "deep-inside": b'{"welcomed": true, "x": ' + b"[" * 900 + b"]" * 900 + b"}",
    "digits": b'{"volume": ' + b"9" * 400 + b"}",
    "very-many-digits": b'{"volume": ' + b"9" * 900_000 + b"}",
    "exponent": b'{"volume": 1e400, "text_scale": -1e400}',
    "nan": b'{"volume": NaN, "text_scale": Infinity}',
    "language": b'{"language": "../../../../x"}',
    "language-nul": b'{"language": "d\\u0000e"}',
    "geometry": b'{"window_geometry": "' + b"A" * 1999 + b'"}',
    "surrogates": b'{"opened_files": [["a", "\\udcff\\ud800"]], "language": "\\udcff"}',
    "bytes": b'{"opened_files": [["a", "caf\xed\xb3\xa9"]]}',
    "mark": b"\xef\xbb\xbf" + b'{"welcomed": true}',
    "utf-16": '{"welcomed": true}'.encode("utf-16"),
    "utf-16-cut": '{"welcomed": true}'.encode("utf-16")[:-1],
    "latin-1": b'{"language": "fran\xe7ais"}',
    "two": b'{"volume": 0.1, "volume": 0.2}',
    "types": json.dumps(
        {key: [{"x": [None]}] for key in ("affected", "volume", "look", "opened_files")}
    ).encode(),
    "pairs": b'{"routine_volumes": [' + b'["a", 1],' * 100_000 + b'["a", 1]]}',
    "huge": b" " * (2 * MEGABYTE),
    "days": b'{"reminder_times": ["25:99", "-1:00"], "plan_week_started": "2026-02-31"}',
}


def pictures() -> Iterator[tuple[str, bytes]]:
    """Names with endings, and what stands in each."""
    plain = Image.new("RGB", (64, 48), (200, 60, 40))
    good = {
        "png": encoded(plain, "PNG"),
        "jpg": encoded(plain, "JPEG", progressive=True),
        "webp": encoded(plain, "WEBP", lossless=True),
    }
    yield "scans.jpg", repeated_scans(2048, 20_000)
    yield "small-scans.jpg", repeated_scans(64, 20_000)
    yield "frames.webp", moving_webp(4096, 120)
    yield "small-frames.webp", moving_webp(16, 5_000)
    yield "lossless-frames.webp", moving_webp(2000, 60, lossless=True)
    yield "side.png", png(60_000, 60_000)
    yield "negative.png", png(2**31, 2**31)
    yield "deep.png", png(4096, 4096, depth=16)
    yield "no-data.png", png(4096, 4096)
    yield "texts.png", png_with_packed_texts(500, 7_900_000)
    yield "profile.png", png(8, 8, png_chunk(b"iCCP", b"k\0\0" + zlib.compress(bytes(90_000_000))))
    yield "chunks.png", png(8, 8, png_chunk(b"junk", b"") * 300_000)
    yield (
        "svg.png",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    )
    yield "picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    yield "gif.webp", encoded(plain, "GIF")
    yield "png.jpg", good["png"]
    yield (
        "size.jpg",
        good["jpg"].replace(struct.pack(">HH", 48, 64), struct.pack(">HH", 65500, 65500)),
    )
    yield "segments.jpg", b"\xff\xd8\xff\xe0\0\x04ab" + b"\xff\xe0\0\x04ab" * 200_000
    yield "fill.jpg", b"\xff" * 3 * MEGABYTE
    yield "chunks.webp", b"RIFF\xff\xff\xff\x7fWEBP" + b"JUNK\0\0\0\0" * 300_000
    yield "length.webp", b"RIFF\xff\xff\xff\xffWEBPVP8X\xff\xff\xff\xff" + b"\xff" * 40
    yield "large.webp", good["webp"] + bytes(30 * MEGABYTE)
    yield (
        "canvas.webp",
        moving_webp(64, 3).replace(b"\x3f\0\0\x3f\0\0", b"\xff\xff\xff\xff\xff\xff"),
    )
    for ending, content in good.items():
        yield f"cut.{ending}", content[: len(content) // 2]
        yield f"whole.{ending}", content
        for number, changed in enumerate(flipped(content, ending)):
            yield f"flipped-{number}.{ending}", changed


def flipped(content: bytes, seed: str) -> Iterator[bytes]:
    """`content` with some bytes changed, the same each time."""
    chance = random.Random(seed)
    for _ in range(FLIPPED):
        changed = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield bytes(changed)


def catalogue(count: int, length: int, text: bytes = b"Halten") -> bytes:
    """A catalogue that says to hold `count` texts of `length` bytes, all at the same place."""
    at = 28
    table = struct.pack("<II", length, at + 16) * count
    head = struct.pack("<7I", 0x950412DE, 0, count, at + 8, at + 8, 0, 0)
    return head + bytes(8) + table + text + b"\0"


CATALOGUES: dict[str, bytes] = {
    "empty": b"",
    "nonsense": b"nonsense",
    "counts": struct.pack("<7I", 0x950412DE, 0, 2**32 - 1, 28, 28, 0, 0),
    "places": catalogue(3, 2**31),
    "plural": catalogue(1, 0, b"Plural-Forms: nplurals=2; plural=" + b"(" * 3000 + b"n;\n"),
    "charset": catalogue(1, 0, b"Content-Type: text/plain; charset=rot13\n"),
    "large": bytes(17 * MEGABYTE),
}


def make(folder: Path) -> list[Path]:
    """All of them below `folder`; the paths that are to be read."""
    for kind in ("yaml", "settings", "pictures", "index", "catalogs"):
        (folder / kind).mkdir(parents=True)
    made = []
    for name, text in YAML.items():
        content = text if isinstance(text, bytes) else text.encode("utf-8")
        # Each alone in its folder, for a file is checked with what lies beside it.
        made.append(put(folder / "yaml" / name / f"{name}.yaml", content))
    good = (HEAD + "note: “x”\n" + STEPS + "    hold: 30s\n").encode()
    for number, content in enumerate(flipped(good, "yaml")):
        made.append(put(folder / "yaml" / f"flipped-{number}" / "a.yaml", content))
    for name, content in SETTINGS.items():
        made.append(put(folder / "settings" / name / "settings.json", content))
    for name, content in pictures():
        made.append(put(folder / "pictures" / name, content))
    for name, content in CATALOGUES.items():
        place = folder / "catalogs" / name
        put(place / "de" / "LC_MESSAGES" / "stretchcoach.mo", content)
        made.append(place)
    made += [*forged_indexes(folder / "index"), *odd_things(folder)]
    return made


def put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def forged_indexes(folder: Path) -> Iterator[Path]:
    """Indexes with right checksums, and such that are damaged."""
    sound = folder / "sound"
    write_index(sound, "corpus", FILES)
    head, line = sound.read_bytes().splitlines(keepends=True)
    rows = json.loads(line.partition(b" ")[2])
    forgeries = {
        "numbers": [[10**400 if type(value) is int else value for value in row] for row in rows],
        "texts": [["x" * 9_000 if type(value) is str else value for value in row] for row in rows],
        "none": [[None for _ in row] for row in rows],
        "empty": [[]] * 9_000,
        "no-rows": {"a": 1},
        "deep": [[[[[[]]]]]],
    }
    yield sound
    for name, content in forgeries.items():
        body = json.dumps(content).encode()
        yield put(folder / name, head + b"%08x " % zlib.crc32(body) + body + b"\n")
    yield put(folder / "long-line", head + b"[" + b"[]," * 3 * MEGABYTE)
    for number, content in enumerate(flipped(head + line, "index")):
        yield put(folder / f"flipped-{number}", content)


def odd_things(folder: Path) -> Iterator[Path]:
    """What is no file at all, in the place of one."""
    if not hasattr(os, "mkfifo"):
        return
    for path in (
        folder / "yaml" / "pipe" / "pipe.yaml",
        folder / "settings" / "pipe" / "settings.json",
        folder / "pictures" / "pipe.png",
        folder / "index" / "pipe",
        folder / "catalogs" / "pipe" / "de" / "LC_MESSAGES" / "stretchcoach.mo",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(path)
        yield folder / "catalogs" / "pipe" if "catalogs" in path.parts else path
    for path, target in (
        (folder / "yaml" / "device" / "device.yaml", "/dev/zero"),
        (folder / "yaml" / "outside" / "outside.yaml", "../../../outside"),
        (folder / "yaml" / "loop" / "loop.yaml", "loop.yaml"),
        (folder / "settings" / "device" / "settings.json", "/dev/zero"),
        (folder / "pictures" / "device.webp", "/dev/zero"),
        (folder / "index" / "device", "/dev/zero"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)
        yield path
    (folder / "yaml" / "folder" / "folder.yaml").mkdir(parents=True)
    yield folder / "yaml" / "folder" / "folder.yaml"
