import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.files.yaml.durations import DurationError, format_duration, parse_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30", 30),
        ("30s", 30),
        ("30 s", 30),
        ("0", 0),
        ("007", 7),
        ("90", 90),
        ("1:30", 90),
        ("0:45", 45),
        ("10:00", 600),
        ("1m 30s", 90),
        ("1m 05s", 65),
        ("1 min 30 s", 90),
        ("1m 5 s", 65),
        ("2 min", 120),
        ("2min", 120),
        ("2m", 120),
        ("2 m", 120),
        ("30 sec", 30),
        ("30 SEC", 30),
        ("30S", 30),
        ("30 seconds", 30),
        ("1 Second", 1),
        ('30"', 30),
        ("30″", 30),
        ("1 minute", 60),
        ("2 Minutes", 120),
        ("1 Min 30 Sec", 90),
    ],
)
def test_ways_to_write(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds * 1000


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "s", "30 ", " 30", "30  s", "1m30s", "1m 60s", "1:5", "1:60", ":30", "1:00:00"),
        *(
            "1h",
            "30 secs.",
            "1 hour",
            "5m 3",
            "+30",
            "3e1",
            "0x1e",
            "٣٠",
            "30s\n",
            "a" * 999,
        ),
    ],
)
def test_anything_else_shows_the_ways(text: str) -> None:
    with pytest.raises(DurationError, match="not a time - write 30, 30s, 1:30, 1m 30s or 2 min"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["1.5", "1,5 min", "0.5s", ".5", "1. s"])
def test_fractions(text: str) -> None:
    with pytest.raises(DurationError, match="whole seconds"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["-1", "-30s", "- 1:30", "-2 min"])
def test_negative_times(text: str) -> None:
    with pytest.raises(DurationError, match="cannot be negative"):
        parse_duration(text)


@given(st.integers(0, 10**6))
def test_round_trip(seconds: int) -> None:
    assert parse_duration(format_duration(seconds * 1000)) == seconds * 1000


@given(st.text(max_size=12) | st.text("0123456789 :.,-ms in", max_size=12))
def test_reads_or_explains_any_text(text: str) -> None:
    try:
        duration_ms = parse_duration(text)
    except DurationError as error:
        explained = "1m 30s" in str(error)
    else:
        explained = parse_duration(format_duration(duration_ms)) == duration_ms
    assert explained


@pytest.mark.parametrize("duration_ms", [-1000, 1500, 1])
def test_writes_only_what_it_can_read(duration_ms: int) -> None:
    with pytest.raises(ValueError, match="whole seconds"):
        format_duration(duration_ms)
