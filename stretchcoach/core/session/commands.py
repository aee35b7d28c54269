"""What a person may ask of a session, and the states in which a session can be."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Command(Enum):
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    PREVIOUS = "previous"
    DONE = "done"
    EASE_OFF = "ease off"
    SKIP_SIDE = "skip side"
    GO_TO = "go to"
    ADD_TIME = "add time"
    STOP = "stop"
