"""The words of a visit report, and the whole of it as plain text to paste."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.visit_report import FeelingLine, GroupLine, RoutineLine, VisitReport
from stretchcoach.core.language.day_words import day_words, full_day_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import clock_words
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.measures.muscle_groups import group_word
from stretchcoach.core.session.record import Feeling

INDENT = "  "
OPEN = "–"


def period_words(report: VisitReport) -> str:
    """“1 Sep 2026 to 17 Nov 2026”."""
    return tr(
        "{first} to {last}", first=full_day_words(report.first), last=full_day_words(report.last)
    )


def origin_words() -> str:
    """Where what stands in the report comes from."""
    return tr(
        "From the diary of Stretch Coach: what the person did and said, as they recorded it. "
        "Nothing in it was measured by anyone else."
    )


def affected_words(affected: AffectedSide) -> str:
    return {
        AffectedSide.LEFT: tr("Affected side: left"),
        AffectedSide.RIGHT: tr("Affected side: right"),
        AffectedSide.BOTH: tr("Affected sides: both"),
        AffectedSide.NONE: "",
    }[affected]


def figures(report: VisitReport) -> tuple[tuple[str, str], ...]:
    """The large numbers at the top: a name and a value each."""
    parts = [(tr("Held, left"), report.left_ms), (tr("Held, right"), report.right_ms)]
    if report.both_ms:
        parts.append((tr("Held, both sides"), report.both_ms))
    total_ms = sum(round(held_ms / MINUTE_MS) * MINUTE_MS for _, held_ms in parts)
    return (
        (_sessions_words(report.in_part), str(report.sessions)),
        (tr("Days practised"), str(report.days_practised)),
        *((name, long_time_words(held_ms)) for name, held_ms in parts),
        (tr("Held in all"), long_time_words(total_ms)),  # adds up to the minute
    )


def _sessions_words(in_part: int) -> str:
    if not in_part:
        return tr("Sessions")
    return trn("Sessions, {n} in part", "Sessions, {n} in part", in_part)


def long_time_words(total_ms: int) -> str:
    """A sum of many sessions: 2 h 05 min, 45 min."""
    hours, minutes = divmod(round(total_ms / MINUTE_MS), 60)
    if hours:
        return tr("{hours} h {minutes:02d} min", hours=hours, minutes=minutes)
    return tr("{minutes} min", minutes=minutes)


def routine_words(line: RoutineLine) -> str:
    """“done 12 times in full, 2 in part, planned 14”."""
    done = _done_words(line.done - line.in_part, line.in_part)
    if line.planned is None:
        return done
    return tr("{done}, planned {planned}", done=done, planned=line.planned)


def _done_words(in_full: int, in_part: int) -> str:
    full = trn("done {n} time in full", "done {n} times in full", in_full)
    part = trn("done {n} time in part", "done {n} times in part", in_part)
    if in_full and in_part:
        return tr("{full}, {part}", full=full, part=trn("{n} in part", "{n} in part", in_part))
    return part if in_part else full


def group_words(line: GroupLine) -> str:
    """“left 5:12 a week (planned 6:00), right 7:01 (planned 7:30)”."""
    left, right = clock_words(line.left_ms), clock_words(line.right_ms)
    if line.planned is None:
        return tr("left {left}, right {right}", left=left, right=right)
    return tr(
        "left {left} (planned {planned_left}), right {right} (planned {planned_right})",
        left=left,
        right=right,
        planned_left=clock_words(line.planned[0]),
        planned_right=clock_words(line.planned[1]),
    )


def feeling_words(line: FeelingLine) -> str:
    """“buttock 5 before, 4 after; leg – before, 2 after”; what nobody said is left out."""
    parts = []
    for name, before, after in (
        (tr("buttock"), line.before.buttock, line.after.buttock),
        (tr("leg"), line.before.leg, line.after.leg),
    ):
        if before is not None or after is not None:
            words = tr("{where} {before} before, {after} after",
                       where=name, before=_value(before), after=_value(after))  # fmt: skip
            parts.append(words)
    return "; ".join(parts)


def _value(value: int | None) -> str:
    return OPEN if value is None else str(value)


def values_of(report: VisitReport, where: str) -> tuple[tuple[date, int | None, int | None], ...]:
    """Day, before and after of “buttock” or “leg”, where one of them was said."""
    found = (
        (line.day, _of(line.before, where), _of(line.after, where)) for line in report.feelings
    )
    return tuple(one for one in found if one[1] is not None or one[2] is not None)


def _of(feeling: Feeling, where: str) -> int | None:
    return feeling.buttock if where == "buttock" else feeling.leg


def rating_words(ratings: tuple[tuple[date, int], ...]) -> str:
    """“4 (2 Nov), 5 (9 Nov)”."""
    # Translators: a rating from 0 to 10, and the day on which it was given.
    return ", ".join(tr("{n} ({day})", n=n, day=day_words(day)) for day, n in ratings)


class Titles:
    """The headings of the parts, for paper and text alike."""

    @staticmethod
    def report() -> str:
        return tr("Visit report")

    @staticmethod
    def routines() -> str:
        return tr("Routines")

    @staticmethod
    def groups() -> str:
        return tr("Minutes held in an average week")

    @staticmethod
    def changes() -> str:
        return tr("Stopped early, eased off, left out or shortened")

    @staticmethod
    def feelings() -> str:
        return tr("How it felt, 0 to 10, before and after")

    @staticmethod
    def activities() -> str:
        return tr("Own activities, 0 not at all to 10 as well as ever")

    @staticmethod
    def notes() -> str:
        return tr("Notes")


def report_text(report: VisitReport) -> str:
    """The whole report as plain text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: VisitReport) -> Iterator[str]:
    yield Titles.report()
    yield period_words(report)
    if report.affected is not AffectedSide.NONE:
        yield affected_words(report.affected)
    yield origin_words()
    yield ""
    for name, value in figures(report):
        yield tr("{name}: {value}", name=name, value=value)
    parts: tuple[tuple[str, list[str]], ...] = (
        (Titles.routines(), [_named(r.title, routine_words(r)) for r in report.routines]),
        (Titles.groups(), [_named(group_word(g.group), group_words(g)) for g in report.groups]),
        (Titles.changes(), [_named(day_words(one.day), one.text) for one in report.changes]),
        (Titles.feelings(), [_named(day_words(f.day), feeling_words(f)) for f in report.feelings]),
        (
            Titles.activities(),
            [_named(one.name, rating_words(one.ratings)) for one in report.activities],
        ),
        (Titles.notes(), [_named(day_words(one.day), one.text) for one in report.notes]),
    )
    for title, lines in parts:
        if lines:
            yield ""
            yield title
            yield from (INDENT + line for line in lines)


def _named(name: str, value: str) -> str:
    return tr("{name}: {value}", name=name, value=value)


def side_heads() -> tuple[str, str]:
    return side_title(Side.LEFT), side_title(Side.RIGHT)
