"""Makes the program that starts without Python, for the system that it is run on.

    python3 dev.py build

makes dist/stretchcoach, a folder; an archive of it; and on Debian a package. The program in the
folder is then tried, as `packaging/smoke.py` does. Nothing of what failed is left as an archive.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "packaging"
DIST, WORK = ROOT / "dist", ROOT / "build"
FOLDER = DIST / "stretchcoach"
MAC_PROGRAM = "Stretch Coach.app"  # as the spec names it
INNER = FOLDER / "_internal"
sys.path[:0] = [str(ROOT), str(HERE)]

START_HERE = """\
Stretch Coach {version}

Start “stretchcoach” in this folder. Nothing needs to be installed, and the folder may lie anywhere.
“stretchcoach --help” tells what it does in a terminal. Your routines, settings and diary are kept
in your own folder, not in this one; Settings - About shows where.
"""


def version() -> str:
    from stretchcoach import __version__

    return __version__


def run(*command: str | Path) -> None:
    """CalledProcessError."""
    print("==", *(str(word) for word in command), flush=True)
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True)


def refuse_unwritable_places() -> None:
    """OSError, minutes before something could not be written there."""
    for folder in (DIST, WORK):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass


def make_folder() -> None:
    places = ["--distpath", DIST, "--workpath", WORK]
    run(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places,
        HERE / "stretchcoach.spec")  # fmt: skip
    if sys.platform == "linux":
        _strip()
        if shutil.which("dpkg-query"):
            run(sys.executable, ROOT / "tools" / "licences.py", "--bundle", INNER)
    text = START_HERE.format(version=version())
    (FOLDER / "README.txt").write_text(text, "utf-8")


def _strip() -> None:
    """Python may have been built with all that a debugger wants; Qt was not."""
    if shutil.which("strip") is None:
        return
    for file in (*INNER.glob("libpython*.so*"), *INNER.glob("python3*/lib-dynload/*.so")):
        if not file.is_symlink():
            subprocess.run(["strip", "--strip-unneeded", file], check=False)


def make_archive() -> Path:
    """A name tells the system and the machine that it is for."""
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    name = f"stretchcoach-{version()}-{system}-{platform.machine().lower()}"
    if sys.platform == "win32":
        path = DIST / f"{name}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(FOLDER.rglob("*")):
                archive.write(file, Path(name) / file.relative_to(FOLDER))
        return path
    path = DIST / f"{name}.tar.xz"
    with tarfile.open(path, "w:xz", preset=6) as tar:
        if sys.platform == "darwin":  # the folder is in it
            tar.add(DIST / MAC_PROGRAM, MAC_PROGRAM)
        else:
            tar.add(FOLDER, name)
    return path


def main() -> int:
    os.umask(0o022)  # whoever installs it is not who made it
    try:
        refuse_unwritable_places()
        make_folder()
        run(sys.executable, HERE / "smoke.py", FOLDER)
        made = [make_archive()]
        if shutil.which("dpkg-deb"):
            from debian import make_package

            made.append(make_package(FOLDER, DIST, version()))
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    for path in made:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
