import pytest

from stretchcoach.core.library.goal_words import goal_words


@pytest.mark.parametrize(
    ("goal", "people", "words"),
    [
        ("Supple hips", "people who sit", "Supple hips. For people who sit."),
        ("Supple hips.", "NHS staff.", "Supple hips. For NHS staff."),
        ("", "iPhone users", "For iPhone users."),
        ("Supple hips", "", "Supple hips."),
        ("", "", ""),
    ],
)
def test_words_stay_as_they_are_written(goal: str, people: str, words: str) -> None:
    assert goal_words(goal, people) == words


def test_who_wrote_it_is_named_last() -> None:
    assert goal_words("Supple hips", "", "Dr. Ada Lim.") == "Supple hips. Written by Dr. Ada Lim."
    assert goal_words("", "", "Ada Lim") == "Written by Ada Lim."
