"""How much of the shapes of the strip is filled: plain numbers, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from stretchcoach.core.session.timeline import Timeline
from stretchcoach.ui.widgets.strip.strip_layout import StripItem

ALL_OF_IT = 0.95  # what is held of a shape for it to count as done


@dataclass
class StripFill:
    """What was held of each interval, and how far one is in the one that runs."""

    timeline: Timeline
    held_ms: dict[int, int] = field(default_factory=dict)
    _index: int = -1
    _duration_ms: int | None = None
    _from: tuple[float, int] = (0.0, 0)  # the share when its time was last set, and what remained
    _share: float = 0.0

    def mark_held(self, index: int, held_ms: int) -> None:
        """An interval was left after `held_ms`; of two times the longer one counts."""
        self.held_ms[index] = max(held_ms, self.held_ms.get(index, 0))

    def run(self, index: int, remaining_ms: int | None, duration_ms: int | None) -> None:
        """The interval `index` has come so far. Time that is added leaves what is filled as it is,
        and fills the rest more slowly."""
        if remaining_ms is None or not duration_ms:
            self._index, self._share = index, 0.0
            return
        if index != self._index:
            self._from = (1 - remaining_ms / duration_ms, remaining_ms)
        elif duration_ms != self._duration_ms:
            self._from = (self._share, remaining_ms)
        self._index, self._duration_ms = index, duration_ms
        share, left_ms = self._from
        self._share = share + (1 - share) * (1 - remaining_ms / left_ms) if left_ms else 1.0

    def played(self, item: StripItem) -> float:
        """How much of the shape that runs is over, 0 to 1."""
        if not item.first <= self._index <= item.last:
            return 0.0
        here_ms = self._planned_ms(self._index)
        before_ms = sum(self._planned_ms(i) for i in range(item.first, self._index))
        whole_ms = self._whole_ms(item)
        played_ms = before_ms + self._share * here_ms
        return min(1.0, max(0.0, played_ms / whole_ms)) if whole_ms else 0.0

    def held(self, item: StripItem) -> float:
        """How much of the work of a shape that is over was really done, 0 to 1."""
        work = [i for i in range(item.first, item.last + 1)
                if self.timeline.intervals[i].kind.is_work]  # fmt: skip
        if not work:
            return 1.0
        shares = []
        for index in work:
            planned_ms, held_ms = self._planned_ms(index), self.held_ms.get(index, 0)
            shares.append(min(1.0, held_ms / planned_ms) if planned_ms else float(held_ms > 0))
        return sum(shares) / len(shares)

    def _planned_ms(self, index: int) -> int:
        return self.timeline.intervals[index].duration_ms or 0

    def _whole_ms(self, item: StripItem) -> int:
        return sum(self._planned_ms(i) for i in range(item.first, item.last + 1))
