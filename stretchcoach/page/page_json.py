"""What the script of a page works with, as JSON.

Texts stand in it once, in a list, and are named by their places there: a note of a thousand
letters belongs to every interval of its step.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import how_words
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.speaking import letters_a_second
from stretchcoach.core.screen.interval_view import IntervalView, Rep
from stretchcoach.core.screen.page_words import page_words
from stretchcoach.core.screen.phone_page import (
    Easier,
    PageInterval,
    PhonePage,
    turn_of,
)
from stretchcoach.core.session.cues import Cue
from stretchcoach.core.session.record import Moment, new_record
from stretchcoach.core.session.session import MORE_TIME_MS, RESTART_MS, SETTLE_MS
from stretchcoach.core.session.talk import CUE_AT_MS
from stretchcoach.files.exchange.json_form import FORMAT, session_as_json
from stretchcoach.files.yaml.problems import clean
from stretchcoach.page.pictures import PagePicture, as_address

SECONDS_WITH_WORDS = 100  # a countdown of more is told in minutes
_OF_EACH_SESSION = ("id", "started", "started_offset_s")  # the page fills them in
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})

Json = dict[str, Any]


def page_json(page: PhonePage, pictures: Mapping[str, PagePicture], language: str) -> str:
    """All of it in one line that ends no script and that nothing in a browser obeys."""
    content = _Writer(page, pictures, language).content()
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).translate(_ESCAPED)


class _Writer:
    """Writes down one page; `_texts` and `_views` know what stands in the lists already."""

    def __init__(self, page: PhonePage, pictures: Mapping[str, PagePicture], language: str) -> None:
        self._page, self._language = page, language
        self._pictures = pictures
        self._exercises = {one.id: place for place, one in enumerate(page.exercises)}
        self._texts: dict[str, int] = {}
        self._views: dict[str, int] = {}

    def content(self) -> Json:
        page = self._page
        turns = {turn: place for place, turn in enumerate(page.easier)}
        intervals = [
            {
                **self._interval(shown),
                "kind": interval.kind.value,
                "duration_ms": interval.duration_ms,
                "exercise": interval.exercise,
                "side": interval.side.value if interval.side else None,
                "set": interval.set_no,
                "rep": interval.rep_no,
                "label": clean(interval.label),
                "step": interval.step_no,
                "ways": [ways.next, ways.back, ways.before, ways.skip],
                "easier": turns.get(turn_of(page.timeline, interval)),
            }
            for interval, shown, ways in zip(
                page.timeline.intervals, page.intervals, page.ways, strict=True
            )
        ]
        easier = [self._easier(turn[1], one) for turn, one in page.easier.items()]
        moments = {name: self._cues(cues) for name, cues in page.moments.items()}
        return {
            "language": self._language,
            "letters_a_second": letters_a_second(),
            "settle_ms": SETTLE_MS,
            "restart_ms": RESTART_MS,
            "more_time_ms": MORE_TIME_MS,
            "cue_at_ms": CUE_AT_MS,
            "breath": vars(page.breath) if page.breath else None,
            "diary_format": FORMAT,
            "record": self._record(),
            "steps": len(page.timeline.steps),
            "exercises": [self._exercise(one) for one in page.exercises],
            "intervals": intervals,
            "easier": easier,
            "moments": moments,
            "views": [json.loads(view) for view in self._views],
            "texts": list(self._texts),
            "words": page_words(),
            "second_words": [trn("second", "seconds", n) for n in range(SECONDS_WITH_WORDS)],
        }

    def _record(self) -> Json:
        """A session as the diary has it before anything was done."""
        page, never = self._page, Moment("", 0)
        record = new_record("", page.routine, page.timeline, page.affected, never)
        written = session_as_json(record)
        return {key: written[key] for key in written if key not in _OF_EACH_SESSION}

    def _exercise(self, exercise: Exercise) -> Json:
        picture = self._pictures.get(exercise.id)
        frames = [as_address(frame) for frame in picture.frames] if picture else []
        return {"name": clean(exercise.name), "frames": frames}

    def _interval(self, shown: PageInterval) -> Json:
        view = json.dumps(self._view(shown.view))
        return {
            "view": self._views.setdefault(view, len(self._views)),
            "at_start": self._cues(shown.at_start),
            "later": self._cues(shown.later),
            "halfway": self._cues(shown.halfway),
            "counted_from_ms": shown.counted_from_ms,
        }

    def _view(self, view: IntervalView) -> Json:
        exercise = view.exercise
        mirrored = (
            exercise is not None and view.side is not None and view.side != exercise.figure_side
        )
        sets = tr("Set {n} of {total}", n=view.set_no, total=view.sets)
        return {
            "phase": self._text(view.phase),
            "title": self._text(exercise.name if exercise else ""),
            "exercise": self._exercises[exercise.id] if exercise else None,
            "mirrored": mirrored,
            "alt": self._text(exercise.alt if exercise else ""),
            "side": view.side.value if view.side else None,
            "side_text": self._text(view.side_text),
            "affected": view.affected,
            "above": self._text(view.above),
            "cue": self._text(view.cue),
            "note": self._text(view.note),
            "sets": self._text(sets if view.set_no is not None and view.sets > 1 else ""),
            "rep": _rep(view.rep_in_ring),
            "rep_below": _rep(view.rep_below),
            "coming": self._text(view.coming),
            "at_hold": view.at_hold,
            "breathes": view.breathes,
        }

    def _easier(self, side: Side | None, easier: Easier) -> Json:
        exercise = seen_on(easier.exercise, side)
        return {
            "name": self._text(exercise.name),
            "advice": self._text(how_words(exercise) or exercise.name),
            "cues": self._cues(easier.cues),
            "changed": {str(i): self._interval(shown) for i, shown in easier.changed.items()},
        }

    def _cues(self, cues: Iterable[Cue]) -> list[list[object]]:
        return [self._cue(cue) for cue in cues]

    def _cue(self, cue: Cue) -> list[object]:
        """Its words, its chime, whether that stands for the words, the time for the words."""
        chime = cue.chime.value if cue.chime else None
        stands = cue.chime is not None and cue.chime.stands_for_words
        return [self._text(cue.text), chime, int(stands), cue.window_ms]

    def _text(self, text: str) -> int:
        return self._texts.setdefault(clean(text), len(self._texts))


def _rep(rep: Rep | None) -> list[int] | None:
    return [rep.number, rep.total] if rep else None
