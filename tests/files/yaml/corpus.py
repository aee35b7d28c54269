"""Many small files, good and bad, as people write them: what reader and schema must agree on.

Each is what stands after the first lines of a routine, or of an exercise.
"""

from __future__ import annotations

ROUTINE = "format: stretchcoach/1\nid: one\ntitle: One\n"
EXERCISE = "format: stretchcoach-exercise/1\nid: one\nname: One\ninstructions: {move: Go.}\n"

# One step of a routine, inside the braces.
GOOD_STEPS = (
    "hold: 30s", "hold: 30", 'hold: 30"', "hold: 30 sec", "hold: 30 seconds", "hold: 0:45",
    "hold: 1:30", "hold: 1m 30s", "hold: 2 min", "hold: 1 minute", "hold: 2 MIN", "hold: 15-30s",
    "hold: 15–30s", "hold: 5 breaths", "hold: 3-5 breaths", "hold: 10m", "hold: 1s",
    "sets: 3, hold: 30s", "sets: 2-4, hold: 30s", "sets: 20, hold: 1s", "sets: '3', hold: 30s",
    "reps: 10, pace: 6s", "reps: 8-12, pace: 3s", "reps: 100, pace: 1s", "reps: 10, pace: manual",
    "pace: 3-5s", "time: 2 min", "time: 30-60s", "sets: 2, time: 1:00",
    "relax: 0, hold: 5s, reps: 3",
    "rest: 0, hold: 30s, sets: 2", "rest: 10m, hold: 30s", "switch: 0, hold: 30s",
    "switch: 15s, hold: 30s", "get_ready: auto, hold: 30s", "get_ready: 0, hold: 30s",
    "get_ready: 2 min, hold: 30s", "sides: each, hold: 30s", "sides: left, hold: 30s",
    "sides: right, hold: 30s", "sides: affected, hold: 30s", "sides: other, hold: 30s",
    "sides: both, hold: 30s", "sides: alternate, hold: 30s", "order: left-first, hold: 30s",
    "order: affected-last, hold: 30s", "affected: {sets: 3}, hold: 30s",
    "affected: {hold: 45s, rest: 20s}, hold: 30s", "affected: {pace: 4s}, hold: 30s",
    "note: Slowly., hold: 30s", "note: '', hold: 30s", "note: 2026, hold: 30s",
    "note: yes, hold: 30s", "optional: true, hold: 30s", "optional: yes, hold: 30s",
    "enabled: on, hold: 30s", "rep: [{say: In, for: 5s}]",
    "rep: [{say: In, for: 5s}, {say: Out, for: 0:06}], reps: 3",
    "schedule: {per_week: 3}, hold: 30s", "schedule: {every: 2 days}, hold: 30s",
    "schedule: {days: [mon, fri]}, hold: 30s", "schedule: {days: daily}, hold: 30s",
    "schedule: {as_needed: true}, hold: 30s", "schedule: {per_day: 3}, hold: 30s",
)  # fmt: skip
# The same, which both refuse.
BAD_STEPS = (
    "hold: long", "hold: 30 hours", "hold: -5s", "hold: 1.5s", "hold: 11m", "hold: 0", "hold: 601",
    "hold: -", "hold: 1,000 breaths", "hold: 1000 breaths",
    "hold: [30s]", "hold: {for: 30s}", "hold: yes", "hold: 700s", "hold: 15:00",
    "sets: 0, hold: 30s", "sets: 21, hold: 30s", "sets: two, hold: 30s", "sets: 1.5, hold: 30s",
    "reps: 101, pace: 3s", "reps: 0, pace: 3s", "pace: quick",
    "pace: auto", "time: manual", "time: 0", "relax: -1s, hold: 5s", "rest: 11m, hold: 30s",
    "switch: auto, hold: 30s", "get_ready: soon, hold: 30s", "sides: none, hold: 30s",
    "sides: [left], hold: 30s", "order: left, hold: 30s", "affected: 3, hold: 30s",
    "affected: {side: left}, hold: 30s", "affected: {rep: [{say: In, for: 5s}]}, hold: 30s",
    "note: [a], hold: 30s", "optional: maybe, hold: 30s", "enabled: 2, hold: 30s", "rep: []",
    "rep: [{say: In}]", "rep: [{for: 5s}]", "rep: [{say: In, for: 5-6s}]", "rep: In",
    "hold: 30s, pace: 5s", "hold: 30s, time: 60s", "pace: 3s, rep: [{say: In, for: 5s}]",
    "time: 60s, rep: [{say: In, for: 5s}]", "affected: {hold: 5s, pace: 5s}, hold: 30s",
    "schedule: {per_week: 9}, hold: 30s", "schedule: {every: 0 days}, hold: 30s",
    "schedule: {days: [monday-ish]}, hold: 30s", "schedule: {days: [mon], per_week: 3}, hold: 30s",
    "schedule: {per_day: 0}, hold: 30s", "schedule: 3, hold: 30s", "circuit: 3, hold: 30s",
    "side: left, hold: 30s", "hodl: 30s", "steps: [], hold: 30s",
)  # fmt: skip
# What the reader alone can see.
UNSEEN_STEPS = (
    "hold: 30-15s",
    "hold: 15-15s",
    "hold: 0 breaths",
    "sets: 4-2, hold: 30s",
    "hold: 0s",
)
# What stands in an exercise of its own, beside its name and one instruction.
GOOD_EXERCISES = (
    "", "position: supine", "kind: glide", "sides: each", "level: 3", "targets: {primary: [calf]}",
    "targets: {primary: [calf], secondary: [lats]}", "equipment: [mat, chair]", "equipment: []",
    "dose: {hold: 30s}", "dose: {pace: 3s, reps: 10, get_ready: 20s, switch: 15s}",
    "easier: Another One", "harder: bridge",
    "figure: photo.jpg", "figure: my pictures/IMG 2031.JPG", "figure_side: left", "alt: ''",
    "cues: [Breathe out]", "cautions: [knee, nerve]", "also_known_as: [One, Another]",
    "translations: {de: {name: Eins}}", "lint: {ignore: [no-picture]}", "sources: [Me 2026]",
)  # fmt: skip
BAD_EXERCISES = (
    "position: lying", "kind: yoga", "sides: left", "level: 0", "level: hard", "targets: [calf]",
    "targets: {primary: []}", "targets: {primary: [knee]}", "targets: {}", "equipment: mat",
    "equipment: [rope]", "dose: {hold: 30s, pace: 3s}", "dose: {for: 3s}", "figure: photo.gif",
    "figure: ../photo.jpg", "figure: /photo.jpg", "figure: C:\\photo.jpg", "figure_side: both",
    "cues: Breathe", "cautions: [back]", "translations: {DE: {name: Eins}}",
    "translations: {de: {dose: {}}}", "lint: {ignore: [everything]}", "easier: ''", "rest: 5s",
)  # fmt: skip


def routine_with(step: str) -> str:
    """A routine of one step."""
    return f"{ROUTINE}steps:\n  - {{exercise: figure-4, {step}}}\n"


def exercise_with(line: str) -> str:
    return f"{EXERCISE}{line}\n" if line else EXERCISE
