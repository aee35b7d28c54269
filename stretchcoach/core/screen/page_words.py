"""The words of the page for the phone that do not come from the routine, by their names there.

What is in braces is filled in by the page.
"""

from __future__ import annotations

from stretchcoach.core.language.i18n import tr


def page_words() -> dict[str, str]:
    """All of them, in the person's language."""
    return {**_beginning(), **_leading(), **_after(), **_diary(), **_remarks()}


def _beginning() -> dict[str, str]:
    return {
        "start": tr("Start"),
        "start_over": tr("Start over"),
        "resume_at": tr("Resume at step {step_no}"),
        "steps": tr("What you will do"),
        "how": tr("How it is done"),
        "how_now": tr("How is it now?"),
        "scale": tr("0 is nothing, 10 the worst. It is only kept in your diary."),
        "sound": tr("Sound"),
        "voice_and_sounds": tr("Voice and sounds"),
        "sounds": tr("Sounds only"),
        "silent": tr("Silent"),
        "no_voice": tr("This browser has no voice. The sounds go on."),
        "no_wake_lock": tr(
            "This browser lets the screen go dark. Before you start, set your phone to wait longer"
            " until it does."
        ),
        "no_script": tr(
            "The clock needs JavaScript, which is switched off here. All steps stand below."
        ),
        "no_picture": tr("There is no picture of this."),
    }


def _leading() -> dict[str, str]:
    """What stands on the buttons, and beside the clock."""
    return {
        "session": tr("Session"),
        "pause": tr("Pause"),
        "go_on": tr("Go on"),
        "done": tr("Done"),
        "back": tr("Back"),
        "next": tr("Next"),
        "stop": tr("Stop"),
        "skip_side": tr("Skip this side"),
        "skip_exercise": tr("Skip this exercise"),
        "skip_rest": tr("Skip this rest"),
        "more": tr("10 s"),
        "more_time": tr("10 seconds more"),
        "breathe_in": tr("Breathe in"),
        "breathe_out": tr("Breathe out"),
        "rhythm": tr("in {i} s, out {o} s"),
        "ease_off": tr("Ease off"),
        "easier": tr("Go on, easier"),
        "smaller": tr("Go on, smaller"),
        "as_before": tr("As before"),
        "smaller_advice": tr(
            "Make the movement smaller, or hold with less pull. Nothing should hurt more than "
            "before."
        ),
        "clock_stopped": tr("The clock has stopped."),
        "slept": tr("The phone was asleep. The clock waits where it was."),
        "paused": tr("Paused"),
        "settle": tr("Settle in"),
        "step_of": tr("Step {n} of {total}"),
        "left": tr("{time} left"),
        "minutes_seconds": tr("{minutes} min {seconds:02d} s"),
        "seconds": tr("{seconds} s"),
        "whole_minutes": tr("{minutes} min"),
        "rep_of": tr("Rep {n} of {total}"),
        "rep_below": tr("of {total} · {seconds} s"),
        "minutes": tr("minutes"),
        "affected": tr("your affected side"),
        "progress": tr("How much of the routine is done"),
        "countdown": tr("Countdown"),
    }


def _after() -> dict[str, str]:
    return {
        "all_done": tr("All done"),
        "stopped": tr("Stopped for now"),
        "back_to_it": tr("Back to the session"),
        "how_after": tr("How does it feel, from 0, nothing, to 10? You can leave this open."),
        "buttock": tr("Buttock"),
        "leg": tr("Leg"),
        "note_label": tr("A note for yourself or your therapist"),
        "in_all": tr("In all"),
        "left_side": tr("Left side"),
        "right_side": tr("Right side"),
        "both_sides": tr("Both sides"),
        "different": tr("What was different"),
    }


def _diary() -> dict[str, str]:
    return {
        "diary": tr("Diary"),
        "diary_empty": tr("Nothing is in it yet."),
        "diary_kept": tr(
            "It stands in this browser alone, and goes when the browser's data are cleared."
        ),
        "not_kept": tr("This browser keeps nothing. Copy or save the diary before you close it."),
        "is_full": tr("This browser has no room left. Save the diary as a file, then clear it."),
        "copy": tr("Copy for my therapist"),
        "copied": tr("Copied. You can paste it into a message."),
        "not_copied": tr("This browser does not let pages copy. Mark the lines and copy them."),
        "save": tr("Save as a file"),
        "saved": tr("Saved. Stretch Coach on a computer can take it in, on the page Progress."),
        "clear": tr("Clear the diary"),
        "clear_sure": tr("Press once more: clear all of it"),
        "held": tr("{time} held"),
        "held_left": tr("left {time}"),
        "held_right": tr("right {time}"),
        "held_both": tr("both sides {time}"),
        "feeling": tr("{name} {n}"),
        "feeling_changed": tr("{name} {before} before, {after} after"),
    }


def _remarks() -> dict[str, str]:
    """A session in words, as the diary of the window tells it."""
    return {
        "stopped_at": tr("Stopped at step {n}"),
        "eased_at": tr("Eased off at step {n}"),
        "where_side": tr("{where} {on_the_side}"),
        "where_after": tr("{where}, after {time}"),
        "left_out": tr("{name} left out"),
        "left_out_side": tr("{name} left out {on_the_side}"),
        "shortened": tr("{name} shortened"),
        "shortened_side": tr("{name} shortened {on_the_side}"),
        "on_left": tr("on the left"),
        "on_right": tr("on the right"),
    }
