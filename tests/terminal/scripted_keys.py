"""A keyboard and a clock for the coach in the terminal, without a person and without time."""

from __future__ import annotations

STOP = "stop"  # the person stops the program, as with Ctrl-C


class Clock:
    def __init__(self) -> None:
        self.now_s = 1_000.0
        self.slept_s = 0.0

    def monotonic_ms(self) -> int:
        return round(self.now_s * 1_000)

    def boot_ms(self) -> int:
        return round((self.now_s + self.slept_s) * 1_000)


class ScriptedKeys:
    """Keys that are pressed at set seconds after the start; to wait is to let time pass.

    At second `stall` the program stands still for a minute, at second `sleep` the computer sleeps.
    """

    def __init__(
        self,
        clock: Clock,
        presses: dict[float, str] | None = None,
        stall: float | None = None,
        sleep: float | None = None,
    ) -> None:
        self._clock = clock
        self._presses = [(clock.now_s + at_s, key) for at_s, key in sorted((presses or {}).items())]
        self._stall_at_s = None if stall is None else clock.now_s + stall
        self._sleep_at_s = None if sleep is None else clock.now_s + sleep
        self.is_open = False

    def __enter__(self) -> ScriptedKeys:
        self.is_open = True
        return self

    def __exit__(self, *_exception: object) -> None:
        self.is_open = False

    def wait(self, timeout_s: float) -> str:
        assert self.is_open
        clock = self._clock
        if self._stall_at_s is not None and clock.now_s >= self._stall_at_s:
            self._stall_at_s = None
            clock.now_s += 60
        if self._sleep_at_s is not None and clock.now_s >= self._sleep_at_s:
            self._sleep_at_s = None
            clock.slept_s += 60
        until_s = clock.now_s + timeout_s
        if self._presses and self._presses[0][0] <= until_s:
            at_s, key = self._presses.pop(0)
            clock.now_s = max(clock.now_s, at_s)
            if key == STOP:
                raise KeyboardInterrupt
            return key
        clock.now_s = until_s
        return ""
