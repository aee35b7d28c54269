"""Speech Dispatcher and PulseAudio for one test: real ones, of its own, without a sound card.

Both live below a folder of the test; a null sink takes what is played. Whoever wants to know
whether something is heard listens to the monitor of that sink.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from array import array
from collections.abc import Callable
from pathlib import Path

PROGRAMS = ("speech-dispatcher", "espeak-ng", "pulseaudio", "pactl", "parec")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
COMES_UP_S = 30
SILENCE = 300  # of 32,768
SINK = ["-L", "module-null-sink sink_name=null"]
DISPATCHER_CONF = """
LogLevel 0
DefaultLanguage "en-US"
DefaultModule espeak-ng
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
"""


def wait_for(is_so: Callable[[], bool]) -> None:
    """A service comes up in its own time, and tells nobody when."""
    for _ in range(COMES_UP_S * 20):
        if is_so():
            return
        time.sleep(0.05)
    raise TimeoutError(is_so)


class SoundServices:
    """The services, and their environment for the program."""

    def __init__(self, folder: Path) -> None:
        self.run = folder / "run"
        self.run.mkdir(mode=0o700, parents=True)
        (folder / "speechd").mkdir()
        (folder / "speechd" / "speechd.conf").write_text(DISPATCHER_CONF)
        modules = Path("/etc/speech-dispatcher/modules")
        if modules.is_dir():
            shutil.copytree(modules, folder / "speechd" / "modules")
        self._folder = folder
        self._recorded = folder / "recorded"
        self._listened = 0
        self._socket = self.run / "speech-dispatcher" / "speechd.sock"
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(self.run),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "PULSE_SERVER": f"unix:{self.run}/sound",
            "SPEECHD_ADDRESS": f"unix_socket:{self._socket}",
        }
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)

    def start_pulse(self) -> None:
        socket = f"module-native-protocol-unix auth-anonymous=1 socket={self.run}/sound"
        self._start(
            "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
            "--disable-shm=yes", *SINK, "-L", socket,
        )  # fmt: skip
        wait_for(lambda: self.pactl("info") is not None)

    def start_dispatcher(self) -> None:
        self._start(
            "speech-dispatcher", "--run-single", "--timeout", "0",
            "--config-dir", str(self._folder / "speechd"),
            "--log-dir", str(self._folder), "--pid-file", str(self._folder / "speechd.pid"),
            "--communication-method", "unix_socket", "--socket-path", str(self._socket),
        )  # fmt: skip
        wait_for(self._socket.exists)

    def pactl(self, *words: str) -> str | None:
        """What pactl answers; None when it cannot reach the server."""
        answer = subprocess.run(
            ["pactl", *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        return answer.stdout if answer.returncode == 0 else None

    def listen(self) -> None:
        """Record from now on what comes to the sink."""
        self._start(
            "parec", "--device=null.monitor", "--format=s16le", "--rate=8000", "--channels=1",
            "--latency-msec=20", str(self._recorded),
        )  # fmt: skip
        wait_for(lambda: self._recorded.exists() and self._recorded.stat().st_size > 0)

    def hear_something(self) -> bool:
        """Whether there was anything but silence since this was last asked."""
        recorded = self._recorded.read_bytes()[self._listened :]
        recorded = recorded[: len(recorded) // 2 * 2]
        self._listened += len(recorded)
        return max(map(abs, array("h", recorded)), default=0) > SILENCE

    # What may happen to them.

    def signal(self, name: str, number: signal.Signals) -> None:
        """Send `number` to the service `name`, or to the speech module below the dispatcher."""
        os.kill(self._process_id(name), number)

    def remove_device(self) -> None:
        self.pactl("unload-module", "module-null-sink")

    def add_device(self) -> None:
        self.pactl("load-module", "module-null-sink", "sink_name=null")

    def remove_socket(self) -> None:
        self._socket.unlink()

    def kill(self, name: str) -> None:
        process = self._processes.pop(name)
        process.kill()
        process.wait()

    def stop(self) -> None:
        for module in self._children("speech-dispatcher"):
            os.kill(module, signal.SIGKILL)
        for name in list(self._processes):
            self.kill(name)

    def _start(self, name: str, *arguments: str) -> None:
        self._processes[name] = subprocess.Popen(
            [str(shutil.which(name)), *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _process_id(self, name: str) -> int:
        if name == "module":
            return self._children("speech-dispatcher")[0]
        return self._processes[name].pid

    def _children(self, name: str) -> list[int]:
        if name not in self._processes:
            return []
        parent = self._processes[name].pid
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        return [int(child) for child in children.split()]
